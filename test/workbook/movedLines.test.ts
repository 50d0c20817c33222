import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { a1, a1Range, type ModelCell, type SheetModel } from '../../src/workbook';
import { workbookFile } from '../adapters/workbookFile';
import { sheetsOfTown, type KnownOfTown } from '../builders/townInNation';
import { valueOf } from '../builders/valueOf';
import type { CellFormat } from '../host/model/hostCell';
import { HostWorkbook } from '../host/model/hostWorkbook';
import { openInExcel } from './officejs/open';

const everything = { facts: true, national: true } as const;
const transitions: readonly (readonly [name: string, before: KnownOfTown, after: KnownOfTown])[] = [
  ['amounts are entered', {}, { facts: true }],
  ['amounts are taken out again', { facts: true }, {}],
  ['a national table is laid beside', { facts: true }, everything],
  ['an open answer is settled', { open: true, facts: true }, { facts: true }],
  ['everything is taken away', everything, { open: true }],
];

/** Of the sheets with lines that moved: another merged block in either. */
const movedIn = (before: readonly SheetModel[], after: readonly SheetModel[]): readonly string[] =>
  after.flatMap(({ name, marker, merges }) => {
    const old = before.find((one) => one.marker === marker);
    const blocks = (one: SheetModel['merges']) => (one ?? []).map(a1Range).sort().join();
    return old === undefined || blocks(old.merges) === blocks(merges) ? [] : [name];
  });

/** A sheet as it is seen: what stands in its cells and how, its merged blocks, its heights. */
interface Seen {
  /** By address; `figure` is what stands there in which number format and where it leads, `look` everything else. */
  readonly cells: ReadonlyMap<string, { readonly figure: string; readonly look: string }>;
  readonly merges: string;
  readonly heights: string;
}

/** The host does not calculate our formulas; of their cells the formats are compared. */
const figureOf = (value: unknown, format: string | undefined, link: unknown, { formula }: ModelCell): string =>
  JSON.stringify([
    formula === undefined ? value : 'ƒ',
    typeof value === 'number' || formula !== undefined ? format : '',
    link,
  ]);

const seen = (
  { rows }: SheetModel,
  cellIn: (row: number, column: number, cell: ModelCell) => { readonly figure: string; readonly look: string },
  merges: readonly string[],
  heightIn: (row: number) => unknown,
): Seen => ({
  cells: new Map(
    rows.flatMap((cells, row) => cells.map((cell, column) => [a1(row, column), cellIn(row, column, cell)] as const)),
  ),
  merges: [...merges].sort().join(),
  heights: rows.map((_, row) => heightIn(row)).join(),
});

const inFile = async (bytes: Uint8Array): Promise<(model: SheetModel) => Seen> => {
  const { sheets } = await readXlsx(bytes, { readStyles: true });
  return (model) => {
    const found = sheets.find(({ name }) => name === model.name)!;
    return seen(
      model,
      (row, column, cell) => {
        const { value, style, hyperlink } = found.cells?.get(`${row},${column}`) ?? {};
        return { figure: figureOf(value ?? null, style?.numFmt, hyperlink, cell), look: JSON.stringify(saying(style)) };
      },
      (found.merges ?? []).map((merge) => JSON.stringify(merge)),
      (row) => found.rowDefs?.get(row)?.height,
    );
  };
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

const inHost =
  (workbook: HostWorkbook) =>
  (model: SheetModel): Seen => {
    const sheet = workbook.sheet(model.name)!;
    return seen(
      model,
      (row, column, cell) => {
        const { value, numberFormat = 'General', format, hyperlink } = sheet.cell(row, column);
        return {
          figure: figureOf(value, numberFormat, hyperlink, cell),
          look: JSON.stringify([numberFormat, plainly(format)]),
        };
      },
      sheet.merges.map(a1Range),
      (row) => sheet.rowHeights.get(row),
    );
  };
/** A format says only what differs from a plain cell's. */
const plainly = (format: CellFormat = {}) => {
  const lines = Object.entries(format.borders ?? {});
  const drawn = lines.filter(([part]) => format.borders?.[part.replace(/\..*/, '.style')] !== 'None').sort();
  return Object.entries({ ...format, borders: drawn.join() })
    .filter(([, part]) => ![undefined, '', false, 0, 'None'].includes(part))
    .sort();
};

/** Where two sights differ; `only` their figures, as the looks of a sheet that stays as it lies are the user's. */
const differences = (now: Seen, wanted: Seen, only?: 'figures'): readonly string[] => [
  ...[...wanted.cells].flatMap(([address, { figure, look }]) => {
    const cell = now.cells.get(address);
    if (cell?.figure !== figure) return [`${address} ${cell?.figure ?? 'none'} → ${figure}`];
    return only === undefined && cell.look !== look ? [`${address} ${cell.look} → ${look}`] : [];
  }),
  ...(only === undefined && now.merges !== wanted.merges ? [`merges ${now.merges} → ${wanted.merges}`] : []),
  ...(only === undefined && now.heights !== wanted.heights ? [`heights ${now.heights} → ${wanted.heights}`] : []),
];

/** Beside the sheet to which links of ours lead. */
const fileWith = async (models: readonly SheetModel[]) => {
  const book = workbookFile(await writeXlsx({ sheets: [{ name: '回答', rows: [['a']] }] }), 'a.xlsx');
  valueOf(await book.write(models));
  return book;
};

const excelWith = async (models: readonly SheetModel[]) => {
  const workbook = new HostWorkbook('回答');
  const excel = openInExcel(workbook);
  expect(await excel.book.write(models)).toMatchObject({ ok: true });
  return { workbook, excel };
};

const states = new Map<KnownOfTown, readonly SheetModel[]>();
const of = (known: KnownOfTown): readonly SheetModel[] => {
  const made = states.get(known) ?? sheetsOfTown(known);
  states.set(known, made);
  return made;
};

describe.each(transitions)('%s: lines move, and what is painted and merged goes with them', (_, from, to) => {
  const [before, after] = [of(from), of(to)];
  const moved = movedIn(before, after);
  const stood = after.filter(({ marker }) => before.some((one) => one.marker === marker));
  const found = (now: (model: SheetModel) => Seen, wanted: (model: SheetModel) => Seen) =>
    stood.flatMap((model) =>
      differences(now(model), wanted(model), moved.includes(model.name) ? undefined : 'figures').map(
        (one) => `${model.name} ${one}`,
      ),
    );

  test('there are sheets whose lines move', () => {
    expect(moved.length).toBeGreaterThan(0);
    expect(stood.length).toBeGreaterThan(10);
  });

  test('in a file they are as if they were new, and a second time the same bytes', async () => {
    const [book, fresh] = [await fileWith(before), await fileWith(after)];
    valueOf(await book.write(after));
    expect(found(await inFile(book.bytes), await inFile(fresh.bytes))).toEqual([]);
    const once = book.bytes;
    valueOf(await book.write(after));
    expect(Buffer.compare(book.bytes, once)).toBe(0);
  });

  test('in Excel, too; 元に戻す gives back what stood, and a second time nothing changes', async () => {
    const { workbook, excel } = await excelWith(before);
    const old = before.map(inHost(workbook));
    const written = valueOf(await excel.book.write(after));
    const { workbook: fresh } = await excelWith(after);
    expect(found(inHost(workbook), inHost(fresh))).toEqual([]);
    // With everything on every sheet the way back is too long to be kept with the workbook: it is there until the pane closes.
    if (from !== everything) expect(written.undo).toBeDefined();
    valueOf(await excel.book.restore({ kept: written.undo }));
    // Of a sheet that stays as it lies: a row made higher for a longer text stays so, a cell whose link moved keeps its new look.
    const back = before.flatMap((model, at) =>
      differences(inHost(workbook)(model), old[at]!, moved.includes(model.name) ? undefined : 'figures').map(
        (one) => `${model.name} ${one}`,
      ),
    );
    expect(back).toEqual([]);
    valueOf(await excel.book.write(after));
    const again = valueOf(await excel.book.write(after));
    expect(again.sheets.filter((sheet) => sheet.changedCells > 0 || sheet.editedSinceLastWrite === true)).toEqual([]);
  });
});
