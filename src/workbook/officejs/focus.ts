import type { Result } from '../../problems';

/** What Excel refuses while another workbook has the focus (rules/excel.md#members-with-a-caveat). */
const membersInFocus: ReadonlySet<string> = new Set([
  'WorksheetCollection.add',
  'WorksheetFreezePanes.freezeAt',
  'WorksheetFreezePanes.freezeRows',
  'WorksheetFreezePanes.freezeColumns',
  'Worksheet.activate',
  'Range.select',
]);

/** Whether a member, as the library names its place, fails with GeneralException where the focus is elsewhere. */
export const needsFocus = (location: string): boolean => membersInFocus.has(location);

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
