import { foldText, type FiscalYear } from '../../kernel';
import { problem, type Problem } from '../../problems';
import type { CellValue } from '../../workbook';
import { remembered } from '../labels';
import type { AnswerTable } from '../tables/answerTable';
import { headingColumns } from '../tables/rowLabels';
import { addressIn } from '../tables/turned';
import { yearsMentioned } from '../years/writtenYears';

/** A heading between the rows that says of which time those below it are: 【令和7年度の回答】, ここまで前年度. */
export interface TimeHeading {
  readonly text: string;
  readonly years: readonly FiscalYear[];
  readonly saysThis: boolean;
  /** It says that they are another time's, where it does not name the year in hand. */
  readonly saysOther: boolean;
}

const longestHeading = 40;
const ofOtherTime =
  /(?:前年度?|昨年度?|前回|去年)(?:の|分の?)?(?:回答|提出|点検|まま|写し)|以下.{0,8}(?:前年|昨年|前回)/;
const ofThisTime = /ここまで|以上|今年度|本年度|今回/;

const readTime = remembered((written: string): TimeHeading | undefined => {
  const text = foldText(written);
  const years = yearsMentioned([text.replace(/^[【(「■●※*\s]+/, '')]);
  const bare = /^\D{0,6}\d{1,4}年?度?(?:の回答|回答|分)?\D{0,2}$/.test(text);
  const saysThis = ofThisTime.test(text);
  const saysOther = ofOtherTime.test(text) || (years.length > 0 && (bare || text.includes('回答')));
  return saysThis || saysOther || years.length > 0 ? { text, years, saysThis, saysOther } : undefined;
});

const none: readonly TimeHeading[] = [];

/** What the cells of a row say of the time of the rows below it, from the left; R7|R8|R7|R8 stand over columns. */
export const timesIn = (cells: readonly CellValue[]): readonly TimeHeading[] => {
  let found: TimeHeading[] | undefined;
  for (let column = 0; column < Math.min(cells.length, headingColumns); column += 1) {
    const value = cells[column];
    const isHeading = typeof value === 'string' && value !== '' && value.length <= longestHeading;
    const time = isHeading ? readTime(value) : undefined;
    if (time !== undefined) (found ??= []).push(time);
  }
  return found === undefined || headsColumns(cells) ? none : found;
};

/** The years of several columns stand in one row, each in a cell of its own. */
const headsColumns = (cells: readonly CellValue[]): boolean => {
  const years = cells.flatMap((cell) =>
    typeof cell === 'string' && cell.length <= longestHeading ? (readTime(cell)?.years ?? []) : [],
  );
  return new Set(years).size > 1;
};

/** The heading that holds from here on and says that the rows are another time's; undefined where they are of `year`. */
export const timeAfter = (
  times: readonly TimeHeading[],
  year: FiscalYear | undefined,
  before: string | undefined,
): string | undefined => {
  let heading = before;
  for (const { text, years, saysThis, saysOther } of times) {
    if (saysThis || (year !== undefined && years.includes(year))) heading = undefined;
    else if (saysOther) heading = text;
  }
  return heading;
};

/** The rows that were passed over because they are another time's, once for each heading. */
export const ofAnotherTime = (
  { sheet }: AnswerTable,
  elsewhen: ReadonlyMap<string, readonly number[]>,
): readonly Problem[] =>
  [...elsewhen].map(([heading, rows]) =>
    problem(
      'rows-of-another-time',
      { sheet: sheet.name, cell: addressIn(sheet, rows[0] ?? 0, 0), found: heading },
      { count: rows.length },
    ),
  );
