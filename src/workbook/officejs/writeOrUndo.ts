import { ok, problem, refuse, type Result } from '../../kernel';
import { changesSomething, reportOf, type SheetModel, type WriteReport } from '..';
import type { ExcelLibrary } from './excelLibrary';
import { excelProblem } from './excelProblem';
import { inExcel, type FaultListener } from './inExcel';
import { lookAtOwnSheets } from './ownSheets';
import { preflight } from './preflight';
import { checkpoint, type RunOptions } from './runOptions';
import { takeSnapshot, type Snapshot } from './snapshot';
import { undoWrite } from './undoWrite';
import { writeSheets } from './writeSheets';

/** A finished write, and how to take it back. */
export interface Written {
  readonly report: WriteReport;
  readonly snapshot: Snapshot;
}

/** All sheets are written, or none: what was written before a failure or a cancel is put back. */
export const writeOrUndo = async (
  excel: ExcelLibrary,
  onFault: FaultListener,
  models: readonly SheetModel[],
  options: RunOptions,
): Promise<Result<Written>> => {
  let begun: Snapshot | undefined;
  const written = await inExcel(excel, onFault, async (context) => {
    const own = await lookAtOwnSheets(context, models, options);
    checkpoint(options, 'prepare', 0, 1);
    const [first, ...more] = preflight(own);
    if (first !== undefined) return refuse(first, ...more);
    const snapshot = takeSnapshot({ plans: own.plans.filter(changesSomething), standing: own.standing });
    begun = snapshot;
    await writeSheets(context, own, options);
    return ok({ report: reportOf(own.plans), snapshot });
  });
  if (written.ok || begun === undefined) return written;
  return takeBack(excel, onFault, begun, written, options);
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
