import { ok, problem, refuse, type Problem, type Result } from '../../problems';
import { onceMore } from './focus';
import { excelProblem, type ExcelLibrary, type FaultListener } from './session';
import { packSteps, sendTrip, type WriteStep } from './steps';

/** What is done to sheets that are complete and in sight: it hangs on the focus, or on a printer, and no figure on it. */
export interface FinishStep extends WriteStep {
  readonly kind: 'panes' | 'page' | 'page-done';
}

/** What is said when it could not be done. */
const notices = { panes: 'excel-panes-not-frozen', page: 'excel-page-not-set' } as const;

/**
 * Sends the last round trip of a write. Where Excel refuses it, each kind is sent by itself, once more a second later where
 * the focus was elsewhere; what was refused to the end comes back as notices, and the sheets stay.
 */
export const finishSheets = async (
  context: Excel.RequestContext,
  steps: readonly FinishStep[],
  excel: ExcelLibrary,
  onFault: FaultListener,
): Promise<readonly Problem[]> => {
  if (steps.length === 0 || (await attempt(context, steps, onFault)).ok) return [];
  const refused: Problem[] = [];
  for (const kind of ['panes', 'page'] as const) {
    const alike = steps.filter((step) => step.kind === kind);
    const done = await onceMore(excel, () => attempt(context, alike, onFault));
    if (!done.ok) refused.push(problem(notices[kind]));
  }
  // Where it cannot be told that pages are set up, they are once more at the next refresh: nothing to say.
  if (refused.every(({ name }) => name !== notices.page))
    await attempt(
      context,
      steps.filter(({ kind }) => kind === 'page-done'),
      onFault,
    );
  return refused;
};

const attempt = async (
  context: Excel.RequestContext,
  steps: readonly FinishStep[],
  onFault: FaultListener,
): Promise<Result<undefined>> => {
  try {
    for (const trip of packSteps(steps)) await sendTrip(context, trip);
    return ok(undefined);
  } catch (error) {
    const known = excelProblem(error);
    if (known === undefined) throw error;
    onFault(error);
    return refuse(known);
  }
};
