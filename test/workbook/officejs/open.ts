import type { ModelCell, SheetModel } from '../../../src/workbook';
import type { OpenWorkbook } from '../../../src/workbook';
import { officejsWorkbook } from '../../../src/workbook/officejs';
import { HostWorkbook } from '../../host/model/hostWorkbook';
import type { ExcelProfile } from '../../host/excelProfiles';
import { startNativeHost, type NativeHost } from '../../host/nativeHost';
import type { HostSheet } from '../../host/model/hostSheet';

/** The adapter over the real library over our host. */
export interface Opened extends NativeHost {
  readonly book: OpenWorkbook;
  /** Errors of Excel that were turned into problems. */
  readonly faults: unknown[];
  /** How long the adapter waited, each time. */
  readonly waits: number[];
  /** Round trips that someone waits for (the library's own clean-up after Excel.run is left out). */
  trips(): number;
}

export const openInExcel = (
  workbook = new HostWorkbook('回答'),
  excel?: ExcelProfile,
  /** What happens while the adapter waits a second. */
  meanwhile: () => void = () => undefined,
): Opened => {
  const native = startNativeHost(workbook, excel);
  const faults: unknown[] = [];
  const waits: number[] = [];
  const library = {
    run: <T>(options: Excel.RunOptions, batch: (context: Excel.RequestContext) => Promise<T>) =>
      native.Excel.run(options, batch),
    createWorkbook: (base64: string) => native.Excel.createWorkbook(base64),
    wait: (milliseconds: number) => {
      waits.push(milliseconds);
      meanwhile();
      return Promise.resolve();
    },
  };
  const book = officejsWorkbook(library, (error) => faults.push(error));
  return {
    ...native,
    book,
    faults,
    waits,
    trips: () => native.host.log.trips.filter(({ cleanup }) => !cleanup).length,
  };
};

/** A model from plain values; everything looks like a body cell. */
export const modelOf = (
  rows: readonly (readonly ModelCell['value'][])[],
  more: Partial<SheetModel> = {},
): SheetModel => ({
  name: '採点結果',
  marker: 'score',
  rows: rows.map((row) => row.map((value) => ({ value, look: 'body' }))),
  columnWidths: rows[0]?.map(() => 10) ?? [],
  print: { orientation: 'portrait' },
  ...more,
});

/** What a sheet shows, from A1 to the end of its values. */
export const shown = (sheet: HostSheet | undefined): readonly (readonly unknown[])[] => {
  const used = sheet?.usedRange(true);
  if (sheet === undefined || used === undefined) return [];
  return Array.from({ length: used.bottom + 1 }, (_, row) =>
    Array.from({ length: used.right + 1 }, (__, column) => sheet.cell(row, column).value),
  );
};
