import { type Choice, type Reading } from '../answers';
import { foldText, groupedBy, westernYear, type FiscalYear, type Steps } from '../kernel';
import type { Result } from '../problems';
import type { WorkbookContent } from '../workbook';
import type { Results, WorkbookResults } from './results';

/** What sheets of earlier years come to, with their names. */
export type EarlierSheets = readonly (readonly [sheets: string, Results])[];

/** 前年度, 昨年: kept from last year; 旧, 参考 or 案 may be of this one. */
const lastYearName = /(?:前|昨|去)年/;
const draftName = /案|目標|見込|参考|旧|修正|変更/;

/**
 * The sheets beside the answers of `year` that hold those of an earlier year, each year scored by itself: by the year that
 * their tables are of, or because they are called 前年度. Sheets that cannot be scored alone, or turn out to be of no earlier
 * year, are passed over: that they were not used is said anyway.
 */
export function* earlierSheets(
  content: WorkbookContent,
  { sheets }: Reading,
  year: FiscalYear,
  score: (content: WorkbookContent, options: Choice) => Steps<Result<WorkbookResults>>,
): Steps<EarlierSheets> {
  const ofOther = sheets.flatMap((one) => (one.use === 'other-year' && one.year !== undefined ? [{ ...one, year: one.year }] : [])); // prettier-ignore
  const named = sheets.filter(({ use, sheet }) => use === 'old' && isLastYear(sheet));
  const wanted: readonly (readonly [names: readonly string[], Choice])[] = [
    ...[...groupedBy(ofOther, (one) => one.year)].map(
      ([of, group]) => [group.map(({ sheet }) => sheet), { year: of }] as const,
    ),
    ...named.map(({ sheet }) => [[sheet], { sheet }] as const),
  ];
  const found: (readonly [string, Results])[] = [];
  for (const [names, choice] of wanted) {
    const scored = yield* score(only(content, names), choice);
    if (scored.ok && westernYear(scored.value.scheme.fiscalYear) < westernYear(year))
      found.push([names.join('、'), scored.value]);
  }
  return found;
}

const isLastYear = (name: string): boolean => lastYearName.test(foldText(name)) && !draftName.test(foldText(name));

const only = (content: WorkbookContent, names: readonly string[]): WorkbookContent => ({
  ...content,
  sheets: content.sheets.filter(({ name }) => names.includes(name)),
});
