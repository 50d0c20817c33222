import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { libraryFolder } from './loadLibrary';

/** The requirement set of a member, e.g. ExcelApi 1.13. */
export interface ApiVersion {
  readonly set: string;
  readonly version: string;
}

let known: ReadonlyMap<string, ApiVersion> | undefined;

/**
 * Which members need which requirement set, read from the library's own debug build (`Range.getRanges` → ExcelApi 1.9).
 * The library's own check of these never fires in 1.1.110 (the flag is set on another class than the one that is
 * asked), so an old Excel answers ApiNotFound itself, and so does our host.
 */
export const apiVersions = (): ReadonlyMap<string, ApiVersion> => {
  known ??= new Map(
    [
      ...readFileSync(join(libraryFolder, 'excel-web-16.00.debug.js'), 'utf8').matchAll(
        /_throwIfApiNotSupported\("([A-Za-z._]+)", (?:_defaultApiSetName|"([A-Za-z]+)"), "([\d.]+)"/g,
      ),
    ].map(([, member = '', set = 'ExcelApi', version = '']) => [member, { set, version }]),
  );
  return known;
};
