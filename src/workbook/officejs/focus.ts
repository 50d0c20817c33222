import type { Result } from '../../problems';

/** What Excel refuses while another workbook has the focus (rules/excel.md#members-with-a-caveat). */
const needFocus: ReadonlySet<string> = new Set([
  'WorksheetCollection.add',
  'WorksheetFreezePanes.freezeAt',
  'WorksheetFreezePanes.freezeRows',
  'WorksheetFreezePanes.freezeColumns',
  'Worksheet.activate',
  'Range.select',
]);

/** True when another workbook, a chart or several sheets are what the person is at; `location` as the library names it. */
export const isOutOfFocus = (code: string, location: string): boolean =>
  code === 'InvalidSelection' || (code === 'GeneralException' && needFocus.has(location));

/** So long after a refusal the focus may be back: a message box, a second window, a chart that was clicked. */
const focusBackAfter = 1000;

/** Tries once more, a second later, what Excel could not do where the focus was. */
export const onceMore = async <T>(
  { wait }: { readonly wait: (milliseconds: number) => Promise<void> },
  attempt: () => Promise<Result<T>>,
): Promise<Result<T>> => {
  const first = await attempt();
  if (first.ok || first.problems[0]?.name !== 'excel-out-of-focus') return first;
  await wait(focusBackAfter);
  return attempt();
};
