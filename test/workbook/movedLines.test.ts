import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { nationBeside, type Results } from '../../src/evaluation';
import { reportSheets, resultSheets } from '../../src/report';
import { a1, a1Range, type SheetModel } from '../../src/workbook';
import { writeWorkbookFile } from '../../src/workbook/file';
import { workbookFile } from '../adapters/workbookFile';
import { answerForm } from '../builders/answerSheets';
import { evaluated } from '../builders/evaluated';
import { valueOf } from '../builders/valueOf';
import { hachiojiFacts } from '../fixtures/hachiojiFacts';
import { syntheticNation } from '../fixtures/syntheticNation';
import { HostWorkbook } from '../host/model/hostWorkbook';
import { openInExcel } from './officejs/open';

interface Known {
  /** Insured, notice, last year: a paper gets lines and columns by them. */
  readonly facts?: true;
  readonly open?: true;
  readonly national?: true;
}

const nation = syntheticNation({ year: 'R8' });
const { name: municipality, prefecture } = nation.places[20]!;
const sheetsOf = ({ facts, open, national }: Known): readonly SheetModel[] => {
  const results: Results = evaluated(
    [
      {
        name: '回答',
        grid: answerForm({
          year: 'R8',
          municipality,
          prefecture,
          mark: ({ id }) => (open && id === 'P2p1a' ? '△' : /[1a]$/.test(id) ? '○' : '×'),
        }),
      },
      ...(facts
        ? [{ name: '設定', grid: hachiojiFacts.filter(([label]) => !/年度$|市町村名|都道府県/.test(String(label))) }]
        : []),
    ],
    national ? { national: nationBeside(nation.content, '全国集計.xlsx') } : {},
  );
  return [...reportSheets(results, 'all'), ...resultSheets(results)];
};

const everything = { facts: true, national: true } as const;
const transitions: readonly (readonly [name: string, before: Known, after: Known])[] = [
  ['amounts are entered', {}, { facts: true }],
  ['amounts are taken out again', { facts: true }, {}],
  ['a national table is laid beside', { facts: true }, everything],
  ['an open answer is settled', { open: true, facts: true }, { facts: true }],
  ['everything is taken away', everything, { open: true }],
];

/** What stays as it stood, since only a person or a new sheet sets it. */
const rowsAsPrinted = (cells: readonly (readonly unknown[])[]): readonly unknown[] =>
  cells.flatMap((row, at) => row.map((cell, column) => [a1(at, column), cell] as const));

/** Of the sheets with lines that moved: another merged block in either. */
const movedIn = (before: readonly SheetModel[], after: readonly SheetModel[]): readonly string[] =>
  after.flatMap(({ name, marker, merges }) => {
    const old = before.find((one) => one.marker === marker);
    const blocks = (one: SheetModel['merges']) => (one ?? []).map(a1Range).sort().join();
    return old === undefined || blocks(old.merges) === blocks(merges) ? [] : [name];
  });

const inFile = async (bytes: Uint8Array, sheet: string, { rows }: SheetModel) => {
  const found = (await readXlsx(bytes, { readStyles: true })).sheets.find(({ name }) => name === sheet)!;
  const cells = rows.map((cellsOfRow, row) =>
    cellsOfRow.map((_, column) => {
      const { value, style } = found.cells?.get(`${row},${column}`) ?? {};
      return [value ?? null, saying(style)];
    }),
  );
  const heights = rows.map((_, row) => found.rowDefs?.get(row)?.height);
  return { cells: rowsAsPrinted(cells), merges: blocksIn(found.merges ?? []), heights };
};
/** An empty border and a fill without a pattern are none, whether a style says so or not. */
const saying = (style: object | undefined) =>
  Object.fromEntries(
    Object.entries(style ?? {}).filter(
      ([part, said]) =>
        !(part === 'border' && JSON.stringify(said) === '{}') &&
        !(part === 'fill' && JSON.stringify(said).includes('"none"')),
    ),
  );
const blocksIn = (merges: readonly unknown[]) => merges.map((merge) => JSON.stringify(merge)).sort();

const inHost = (workbook: HostWorkbook, name: string, { rows }: SheetModel) => {
  const sheet = workbook.sheet(name)!;
  const cells = rows.map((cellsOfRow, row) => cellsOfRow.map((_, column) => plainly(sheet.cell(row, column))));
  const heights = rows.map((_, row) => sheet.rowHeights.get(row));
  return { cells: rowsAsPrinted(cells), merges: sheet.merges.map(a1Range).sort(), heights };
};

/** A format says only what differs from a plain cell's. */
const plainly = ({
  value,
  numberFormat,
  format,
  hyperlink,
}: ReturnType<NonNullable<ReturnType<HostWorkbook['sheet']>>['cell']>) => ({
  value,
  hyperlink,
  numberFormat: numberFormat ?? 'General',
  format: Object.fromEntries(
    Object.entries({ ...format, borders: bordersOf(format?.borders) }).filter(
      ([, part]) => ![undefined, '', false, 0, 'None', '{}'].includes(part as string),
    ),
  ),
});
const bordersOf = (borders: Readonly<Record<string, string>> = {}) =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries(borders)
        .filter(([part]) => borders[part.replace(/\..*/, '.style')] !== 'None')
        .sort(),
    ),
  );

const excelWith = async (models: readonly SheetModel[]) => {
  const workbook = new HostWorkbook('回答');
  const excel = openInExcel(workbook);
  expect(await excel.book.write(models)).toMatchObject({ ok: true });
  return { workbook, excel };
};

const states = new Map<Known, readonly SheetModel[]>();
const of = (known: Known): readonly SheetModel[] => {
  const made = states.get(known) ?? sheetsOf(known);
  states.set(known, made);
  return made;
};

describe.each(transitions)('%s: lines move, and what is painted and merged goes with them', (_, from, to) => {
  const [before, after] = [of(from), of(to)];
  const moved = movedIn(before, after);

  test('there are sheets whose lines move', () => {
    expect(moved).toContain('概況');
  });

  test('in a file they are as if they were new, and a second time the same bytes', async () => {
    const book = workbookFile(await writeXlsx({ sheets: [{ name: 'メモ', rows: [['a']] }] }), 'a.xlsx');
    valueOf(await book.write(before));
    valueOf(await book.write(after));
    const fresh = await writeWorkbookFile(after);
    for (const name of moved) {
      const model = after.find((one) => one.name === name)!;
      expect([name, await inFile(book.bytes, name, model)]).toEqual([name, await inFile(fresh, name, model)]);
    }
    const once = book.bytes;
    valueOf(await book.write(after));
    expect(Buffer.compare(book.bytes, once)).toBe(0);
  });

  test('in Excel, too; and 元に戻す gives back what stood', async () => {
    const { workbook, excel } = await excelWith(before);
    const stood = new Map(
      moved.map((name) => [
        name,
        inHost(
          workbook,
          name,
          before.find((one) => one.name === name)!,
        ),
      ]),
    );
    const written = valueOf(await excel.book.write(after));
    const fresh = await excelWith(after);
    for (const name of moved) {
      const model = after.find((one) => one.name === name)!;
      expect([name, inHost(workbook, name, model)]).toEqual([name, inHost(fresh.workbook, name, model)]);
    }
    const again = valueOf(await excel.book.write(after));
    expect(
      again.sheets.filter(({ changedCells, editedSinceLastWrite }) => changedCells > 0 || editedSinceLastWrite),
    ).toEqual([]);
    void written;
  });
});
