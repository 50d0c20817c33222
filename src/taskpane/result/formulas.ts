import { onlyMunicipality, type Results } from '../../evaluation';
import { goalCode, goalNumeral, grantNames, isCommon, type Scheme } from '../../schemes';
import { a1Range, isWithin, parseA1, quotedSheetName, type Rectangle, type SelectedCell } from '../../workbook';
import { isReport } from '../state/figureAt';
import type { Reading } from '../state/paneState';

/** The custom functions that say something of the workbook as it stands, without anything else to be typed. */
export const formulaNames = [
  'SCORE',
  'POINTRATE',
  'MAXPOINTS',
  'NATIONALRANK',
  'GRANT',
  'EXPLAIN',
  'CRITERIA',
] as const;
export type FormulaName = (typeof formulaNames)[number];

/** The cells that hold the answers, head and all. */
export interface AnswerPlace {
  readonly sheet: string;
  readonly area: Rectangle;
}

/** Where the answers of the one municipality stand; undefined where they are on several sheets, or there are several. */
export const answerPlace = (results: Results, { layout }: Reading): AnswerPlace | undefined => {
  if (results.subject !== 'answers' || onlyMunicipality(results) === undefined) return undefined;
  const [book] = results.reading;
  const [read, ...others] = book?.sheets.filter(({ use }) => use === 'answers') ?? [];
  const tables = layout.find(({ name }) => name === read?.sheet)?.tables ?? [];
  const [table] = tables;
  if (read === undefined || table === undefined || others.length > 0) return undefined;
  const { grid } = table.sheet;
  const area = {
    top: tables.length === 1 ? table.headerRow : 0,
    left: 0,
    bottom: grid.length - 1,
    right: grid.reduce((most, cells) => Math.max(most, cells.length), 0) - 1,
  };
  return { sheet: read.sheet, area };
};

/** What a formula may be about, as the functions name it: everything, a grant, a goal. */
export const partsOf = ({ goals }: Scheme): readonly { readonly part: string; readonly name: string }[] => [
  { part: '', name: '' },
  { part: 'P', name: grantNames.promotion.full },
  { part: 'S', name: grantNames.support.full },
  ...goals.map((one) => ({
    part: goalCode(one),
    name: `${isCommon(one) ? '目標' : grantNames[one.grant].short}${goalNumeral(one.goal)}`,
  })),
];

/** The parts a function takes. */
export const takesPart = (name: FormulaName): 'any' | 'grant' | 'none' =>
  name === 'GRANT' ? 'grant' : name === 'NATIONALRANK' || name === 'CRITERIA' ? 'none' : 'any';

/** The formula for the workbook that was read; undefined where it lacks what the formula needs. */
export const formulaOf = (
  name: FormulaName,
  part: string,
  { scheme: { fiscalYear } }: Results,
  place: AnswerPlace | undefined,
  insured: number | null,
): string | undefined => {
  const year = `"${fiscalYear}"`;
  if (name === 'CRITERIA') return `=INCENTIVE.CRITERIA(${year})`;
  const parted = part === '' ? '' : `,"${part}"`;
  if (name === 'MAXPOINTS') return `=INCENTIVE.MAXPOINTS(${year}${parted})`;
  if (place === undefined) return undefined;
  const range = `${quotedSheetName(place.sheet)}!${a1Range(place.area)}`;
  if (name === 'NATIONALRANK') return `=INCENTIVE.NATIONALRANK(INCENTIVE.SCORE(${range},${year}),${year})`;
  if (name !== 'GRANT') return `=INCENTIVE.${name}(${range},${year}${parted})`;
  const grant = part === 'S' ? '"S"' : '"P"';
  return insured === null
    ? undefined
    : `=INCENTIVE.GRANT(INCENTIVE.SCORE(${range},${year},${grant}),${String(insured)},${year},${grant})`;
};

/** Whether a formula may go into a cell: nothing stands there, it is none of ours, and the formula would not turn round itself. */
export const isFree = ({ sheet, row, column, value, names }: SelectedCell, place: AnswerPlace | undefined): boolean => {
  const ours = names.flatMap(({ name, refersTo }) => {
    const area = isReport(name) ? parseA1(refersTo) : undefined;
    return area === undefined ? [] : [area];
  });
  const taken = place?.sheet === sheet ? [...ours, place.area] : ours;
  return value === null && !taken.some((area) => isWithin(area, row, column));
};
