import { foldLabel, foldText } from '../kernel';
import { grantOfGoal, wholeOf, type Scheme } from '../schemes';
import { cellAt, type CellValue, type SheetContent } from '../workbook';
import { headerMeaning } from './columns/headerMeaning';
import type { PrintedSum } from './columns/readGroup';
import { goalIn, readGrant, readGroup } from './labels';
import { readNumber } from './numbers';
import type { TableReading } from './reading';
import { roleOfSheet } from './sheets/sheetRoles';
import type { SumTarget } from './tables/sumTargets';
import { addressIn, isTurned, placeIn } from './tables/turned';
import { yearsMentioned } from './years/writtenYears';

/** Cells of one sheet that may bear a printed total: those outside its tables. */
interface Outside {
  readonly sheet: SheetContent;
  /** 0-based rows. */
  readonly rows: readonly number[];
  /** The sheet bears answers: what it sums are its points, also where nobody says points. */
  readonly answers: boolean;
}

const mostRows = 200;
const mostColumns = 30;
/** How far right of its label a total may stand. */
const reach = 8;

/**
 * The totals of one municipality printed outside its tables: above them (自己採点合計　321), below them, and on sheets of their
 * own (集計), to be compared with ours like the sums inside. Totals of other times and of others are none.
 */
export const printedTotals = (
  scheme: Scheme,
  read: readonly TableReading[],
  others: readonly SheetContent[],
): readonly PrintedSum[] => {
  const known = new Set(read.flatMap(({ groups }) => groups.groups.flatMap(rowsOfSums(read))));
  const outside = [...outsideOf(read), ...others.filter((sheet) => isAboutThis(sheet, scheme)).map(wholly)];
  return outside.flatMap(({ sheet, rows, answers }) =>
    rows
      .filter((row) => !known.has(`${sheet.name} ${row}`))
      .flatMap((row) =>
        (sheet.grid[row] ?? [])
          .slice(0, mostColumns)
          .flatMap((value, column) =>
            typeof value === 'string' ? totalAt({ scheme, sheet, answers }, row, column) : [],
          ),
      ),
  );
};

const rowsOfSums =
  (read: readonly TableReading[]) =>
  ({ sums }: { readonly sums: readonly PrintedSum[] }): readonly string[] =>
    sums.map(({ sheet, cell }) => {
      const table = read.find((one) => one.table.sheet.name === sheet);
      return `${sheet} ${String(table && placeIn(table.table.sheet, cell)?.row)}`;
    });

const outsideOf = (read: readonly TableReading[]): readonly Outside[] => {
  const sheets = new Map(read.filter(({ table }) => !isTurned(table.sheet)).map(({ table }) => [table.sheet, table]));
  return [...sheets.keys()].map((sheet) => {
    const own = read.filter(({ table }) => table.sheet === sheet);
    const first = Math.min(...own.map(({ table }) => table.firstHeaderRow));
    const last = Math.max(
      ...own.flatMap(({ rows, table }) => [table.headerRow, ...rows.criteria.map(({ row }) => row)]),
    );
    const below = Array.from(
      { length: Math.max(0, Math.min(sheet.grid.length - last - 1, mostRows)) },
      (_, at) => last + 1 + at,
    );
    return { sheet, rows: [...Array.from({ length: Math.max(0, first) }, (_, at) => at), ...below], answers: true };
  });
};

const wholly = (sheet: SheetContent): Outside => ({
  sheet,
  rows: Array.from({ length: Math.min(sheet.grid.length, mostRows) }, (_, at) => at),
  answers: false,
});

/** Neither an example nor an older version, nor headed another year. */
const isAboutThis = (sheet: SheetContent, { fiscalYear }: Scheme): boolean => {
  const titles = sheet.grid.slice(0, titleRows).flatMap((row) => row.filter((cell) => typeof cell === 'string'));
  const years = yearsMentioned([sheet.name, ...titles]);
  return roleOfSheet(sheet, titles, []) === 'answers' && (years.length === 0 || years.includes(fiscalYear));
};

const titleRows = 3;

interface Place {
  readonly scheme: Scheme;
  readonly sheet: SheetContent;
  readonly answers: boolean;
}

const totalAt = ({ scheme, sheet, answers }: Place, row: number, column: number): readonly PrintedSum[] => {
  const text = foldText(String(cellAt(sheet.grid, row, column)));
  const inline = inlineTotals(text).flatMap(([label, value]) => sumOf(scheme, sheet, label, { row, column, value }));
  if (inline.length > 0) return inline;
  const label = totalLabel(text);
  if (label === undefined || isOfOthers(sheet, row, column, scheme)) return [];
  const target = targetOf(scheme, label);
  const figure = target && figureBeside(sheet, row, column, mostOf(scheme, target));
  if (figure === undefined) return [];
  const speaksOfPoints = label.includes('点') || figure.inPoints;
  return speaksOfPoints || (answers && /[総合]/.test(label)) ? sumOf(scheme, sheet, label, figure) : [];
};

const sumOf = (
  scheme: Scheme,
  sheet: SheetContent,
  label: string,
  { row, column, value }: { readonly row: number; readonly column: number; readonly value: number },
): readonly PrintedSum[] => {
  const target = targetOf(scheme, label);
  if (target === undefined || value < 0 || value > mostOf(scheme, target)) return [];
  return [{ targets: [target], value, sheet: sheet.name, cell: addressIn(sheet, row, column) }];
};

/** 自己採点合計, 総得点, 推進交付金 得点: as a whole, brackets aside; undefined for 満点, 全国平均, 前年度の合計. */
const totalLabel = (text: string): string | undefined => {
  const label = foldLabel(text)
    .replace(/[([【][^)\]】]*[)\]】]/g, '')
    .replace(/[:：■●・※\s]/g, '');
  const bare = label.replace(/推進|支援|交付金|両|目標?[ⅰ-ⅳ]/g, '');
  return label.length <= longestLabel && wholeTotal.test(bare) && saysTotal.test(bare) ? label : undefined;
};

const longestLabel = 24;
const wholeTotal =
  /^(?:自己|本[市町村]|当[市町村])?(?:採点|評価|点検)?(?:結果)?の?(?:総合?|合計)?(?:得点|点数|採点|評価点|点)?の?(?:合計|総計|総合計|小計|計)?点?数?$/;
const saysTotal = /得点|点数|採点|評価点|合計|総計|総合計|合計点|計$/;

/** 「合計 321点」 inside a heading, with the words before it that say whose. */
const inlineTotals = (text: string): readonly (readonly [label: string, value: number])[] =>
  [...text.matchAll(inline)].flatMap(([, before = '', label = '', value = '']) =>
    ofOthers.test(before) ? [] : [[`${/推進|支援/.exec(before)?.[0] ?? ''}${label}`, Number(value)] as const],
  );

const inline =
  /([^\d、。\s【(]{0,8})(自己採点(?:合計)?|総合?得点|合計得点|得点合計|合計点数?|総合計|合計|総計)[はがの:=\s]{0,3}(\d{1,4})\s?点(?!満点)/g;
const ofOthers = /前|昨|去年|全国|平均|都道府県|県内|満点|配点|上限|最大|見込|予定|目標(?![Ⅰ-Ⅳⅰ-ⅳ1-4])|想定|減|増|差/;

/** What a total is the sum of: everything, a grant, or a goal of one. */
const targetOf = (scheme: Scheme, label: string): SumTarget | undefined => {
  const [grant, goal] = [readGrant(label), goalIn(label)];
  if (readGroup(label) !== undefined) return undefined;
  if (goal !== undefined) {
    return grant === undefined ? undefined : { grant: grantOfGoal(scheme, goal, grant), goal, group: null };
  }
  return wholeOf(grant === 'common' || grant === undefined ? null : grant);
};

const mostOf = ({ grants = [], maxPoints }: Scheme, target: SumTarget): number =>
  'indicator' in target || target.grant === null
    ? maxPoints
    : (grants.find(({ grant }) => grant === target.grant)?.maxPoints ?? maxPoints);

/** The row, to the left of the label, says that it is about another time or others. */
const isOfOthers = (sheet: SheetContent, row: number, column: number, { fiscalYear }: Scheme): boolean =>
  (sheet.grid[row] ?? []).slice(0, column + 1).some((cell) => {
    if (typeof cell !== 'string') return false;
    const { year } = headerMeaning([foldText(cell)]);
    return ofOthers.test(cell) || (year !== undefined && year !== 'this' && year !== fiscalYear);
  });

interface Figure {
  readonly row: number;
  readonly column: number;
  readonly value: number;
  /** It carries 点, or stands under 得点. */
  readonly inPoints: boolean;
}

/** The figure right of a label: under 得点 where several stand there, and not the full marks. */
const figureBeside = (sheet: SheetContent, row: number, column: number, most: number): Figure | undefined => {
  const found: Figure[] = [];
  for (let right = column + 1; right <= column + reach; right += 1) {
    const cell = cellAt(sheet.grid, row, right);
    if (cell === null || cell === '') continue;
    const read = pointsIn(cell);
    if (read === undefined) break;
    const kind = kindOver(sheet, row, right);
    const unit = foldText(String(cellAt(sheet.grid, row, right + 1) ?? ''));
    const inPoints = read.unit || kind === 'earned' || unit === '点';
    if (kind !== 'other' && !otherUnits.test(unit)) found.push({ row, column: right, value: read.value, inPoints });
  }
  const earned = found.filter(({ inPoints }) => inPoints);
  const open = earned.length > 0 ? earned : found;
  const [only, ...more] = open.length > 1 ? open.filter(({ value }) => value !== most) : open;
  return more.length === 0 ? only : undefined;
};

const otherUnits = /^(?:件|個|項目|問|枚|人|名|%|位|回|頁|ページ|円|千円|百万円)$/;

/** 321, 321点, 321点／800点. */
const pointsIn = (cell: CellValue): { readonly value: number; readonly unit: boolean } | undefined => {
  const text = typeof cell === 'string' ? foldText(cell).replace(/(?<=[\d点])\s?[/／]\s?\d{1,4}点?$/, '') : cell;
  const reading = readNumber(text);
  if (reading.kind !== 'number' || !Number.isInteger(reading.value)) return undefined;
  if (reading.unit !== undefined && reading.unit !== '点') return undefined;
  return { value: reading.value, unit: reading.unit === '点' };
};

/** What the nearest text above a figure says of its column. */
const kindOver = (sheet: SheetContent, row: number, column: number): 'earned' | 'other' | undefined => {
  for (let above = row - 1; above >= Math.max(0, row - mostColumns); above -= 1) {
    const cell = cellAt(sheet.grid, above, column);
    if (typeof cell !== 'string' || cell === '') continue;
    const { kind, year } = headerMeaning([foldText(cell)]);
    if (kind === 'figure' || kind === 'plan' || year === 'last' || ofOthers.test(cell)) return 'other';
    return kind === 'earned' ? 'earned' : undefined;
  }
  return undefined;
};
