/** The part of the library we need, given by the host: `{ run: Excel.run, supports: … }` (Excel.run lives in this folder only). */
export interface ExcelLibrary {
  readonly run: <T>(options: Excel.RunOptions, batch: (context: Excel.RequestContext) => Promise<T>) => Promise<T>;
  /** Whether this Excel has ExcelApi in that version, e.g. `1.13`. */
  readonly supports: (version: string) => boolean;
}
