import { reportSheets, resultSheets } from '../../src/report';
import { plainRowPoints, type SheetModel } from '../../src/workbook';
import { writeWorkbookFile } from '../../src/workbook/file';
import { describeWith } from '../builders/withProgram';
import { convertAll } from '../workbook/file/office';
import { variedResults } from './variedResults';

/** The same sheets in LibreOffice's own format, which may ask it to fit the rows to their text. */
const fitted = (files: readonly Uint8Array[]): readonly string[] => {
  const told = convertAll(files, 'xlsx', 'fods').map((file) =>
    new TextDecoder()
      .decode(file)
      .replaceAll(
        /(<style:table-row-properties )style:row-height="[^"]*"([^>]*)style:use-optimal-row-height="false"/g,
        '$1$2style:use-optimal-row-height="true"',
      ),
  );
  return convertAll(told, 'fods', 'fods:OpenDocument Spreadsheet Flat XML').map((file) =>
    new TextDecoder().decode(file),
  );
};

const pointsPerInch = 72;

/** Points of the rows of every sheet, by its name. */
const heightsIn = (xml: string): ReadonlyMap<string, readonly number[]> => {
  const styles = new Map(
    [
      ...xml.matchAll(
        /<style:style style:name="(ro\d+)"[^>]*>\s*<style:table-row-properties[^>]*?row-height="([\d.]+)in"/g,
      ),
    ].map(([, name = '', inches]) => [name, Number(inches) * pointsPerInch]),
  );
  return new Map(
    xml
      .split('<table:table ')
      .slice(1)
      .map((table) => {
        const rows = [...table.matchAll(/<table:table-row ([^>]*)>/g)].flatMap(([, said = '']): readonly number[] => {
          const count = Number(/number-rows-repeated="(\d+)"/.exec(said)?.[1] ?? 1);
          const points = styles.get(/style-name="(ro\d+)"/.exec(said)?.[1] ?? '') ?? 0;
          return Array.from({ length: Math.min(count, 2000) }, () => points);
        });
        return [/table:name="([^"]*)"/.exec(table)?.[1] ?? '', rows] as const;
      }),
  );
};

/** Rows that say something and are lower than LibreOffice makes them; `share` of the height they have. */
const tooLow = (
  sheets: readonly SheetModel[],
  theirs: ReadonlyMap<string, readonly number[]> | undefined,
  share = 1,
): readonly string[] =>
  sheets.flatMap(({ name, rows, rowHeights, table }) =>
    rows.flatMap((cells, row) => {
      // On the screen LibreOffice keeps room for the buttons of a filter; on paper there are none.
      if (cells.every(({ value }) => value === null) || row === table?.range.top) return [];
      const points = (rowHeights?.get(row) ?? plainRowPoints) * share;
      const needed = theirs?.get(name)?.[row] ?? NaN;
      return points >= needed - 0.1 ? [] : [`${name} ${row + 1}: ${points} of ${needed.toFixed(1)} points`];
    }),
  );

/** The council papers, three municipality-years, two in a nation, a prefecture; without pictures, which have tables of their own. */
const books = variedResults(20261129, 3).map(
  ([name, results]) =>
    [
      name,
      [...reportSheets(results, 'all'), ...resultSheets(results)].map((sheet): SheetModel => ({
        ...sheet,
        charts: [],
      })),
    ] as const,
);

describeWith('soffice')('the heights of rows', () => {
  let theirs: readonly ReadonlyMap<string, readonly number[]>[] = [];
  beforeAll(async () => {
    theirs = fitted(await Promise.all(books.map(([, sheets]) => writeWorkbookFile(sheets)))).map(heightsIn);
  });

  test.each(books.map(([name], at) => [name, at] as const))(
    '%s: no row is lower than LibreOffice makes it',
    (_, at) => {
      expect(tooLow(books[at]?.[1] ?? [], theirs[at])).toEqual([]);
    },
  );

  test('rows without the air they have for other fonts are noticed', () => {
    expect(books.flatMap(([, sheets], at) => tooLow(sheets, theirs[at], 0.7)).length).toBeGreaterThan(100);
  });
});
