import { ok, problem, refuse, type Problem, type Result } from '../../problems';
import type { RunOptions, SheetModel, WriteOptions, WriteOutcome } from '..';
import { askAgain } from './asRead';
import { finishSheets } from './finish';
import { lookAtOwnSheets, outcomeOf, withLooks, type LookOptions, type OwnSheets } from './ownSheets';
import { checkpoint, excelProblem, inExcel, type ExcelLibrary, type FaultListener } from './session';
import { afterwards, takeSnapshot, type Snapshot } from './snapshot';
import { undoWrite } from './undo';
import { preflight, writeSheets } from './write';

/** A finished write, and how to take it back. */
interface Written {
  readonly outcome: WriteOutcome;
  /** What could not be done to the sheets, which are complete all the same. */
  readonly notices: readonly Problem[];
  readonly snapshot: Snapshot;
}

/**
 * All sheets are written, or none: what was written before a failure or a cancel is put back. Nothing is written when
 * `counted`, the cells a reading rests on, do not hold what it found there.
 */
export const writeOrUndo = async (
  excel: ExcelLibrary,
  onFault: FaultListener,
  models: readonly SheetModel[],
  { counted = [], sheetsRead, ...options }: LookOptions & WriteOptions,
): Promise<Result<Written>> => {
  let begun: Snapshot | undefined;
  const written = await inExcel(excel, onFault, async (context) => {
    const again = await askAgain(context, counted, options);
    const seen = await lookAtOwnSheets(context, models, options);
    const changed = again() ?? otherSheets(seen, sheetsRead);
    if (changed !== undefined) return refuse(changed);
    checkpoint(options, 'prepare', 0, 1);
    const [first, ...more] = preflight(seen);
    if (first !== undefined) return refuse(first, ...more);
    const own = await withLooks(context, seen, options);
    const snapshot = takeSnapshot(own);
    begun = snapshot;
    const { added, finish, pageRefused } = await writeSheets(context, own, onFault, options);
    const notices = await finishSheets(context, finish, excel, onFault);
    return ok({
      outcome: outcomeOf(own),
      notices: pageRefused && notices.length === 0 ? [problem('excel-page-not-set')] : notices,
      snapshot: afterwards(snapshot, added, own.plans),
    });
  });
  if (written.ok || begun === undefined) return written;
  return takeBack(excel, onFault, begun, written, options);
};

/** Sheets came, went, or were renamed or moved since the reading, and no event may have told of it. */
const otherSheets = (
  { book, names }: Pick<OwnSheets, 'book' | 'names'>,
  read: WriteOptions['sheetsRead'],
): Problem | undefined => {
  if (read === undefined) return undefined;
  const leftOut = read.leftOut?.(names);
  const now = book.sheets.flatMap(({ name }) => (leftOut?.has(name) === true ? [] : [name]));
  return now.join('\n') === read.names.join('\n') ? undefined : problem('excel-sheets-changed');
};

const takeBack = async (
  excel: ExcelLibrary,
  onFault: FaultListener,
  snapshot: Snapshot,
  because: Result<never>,
  options: RunOptions,
): Promise<Result<Written>> => {
  try {
    await excel.run({ delayForCellEdit: true }, (context) => undoWrite(context, snapshot, options));
    return because;
  } catch (error) {
    if (excelProblem(error) === undefined) throw error;
    onFault(error);
    const sheets = snapshot.sheets.map(({ name }) => name).join('、');
    const reasons = because.ok ? [] : because.problems;
    return refuse(problem('excel-half-written', {}, { sheets }), ...reasons);
  }
};
