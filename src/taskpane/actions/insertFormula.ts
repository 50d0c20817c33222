import { ok, problem, refuse } from '../../problems';
import { a1 } from '../../workbook';
import type { AnswerPlace } from '../result/formulas';
import type { PaneStore } from '../state/store';
import type { PanePorts, TaskRunner } from './runTask';

/** 関数の挿入: puts a formula into the selected cell where nothing stands, and takes it out again while it is untouched. */
export interface FormulaActions {
  /** There is an Excel that calculates. */
  readonly canInsert: boolean;
  /** `place` holds what the formula calculates with: inside it, it would turn round itself. */
  readonly insertFormula: (formula: string, place: AnswerPlace | undefined) => Promise<void>;
  readonly takeFormulaBack: () => Promise<void>;
}

export const formulaActions = (
  { workbook, engine }: PanePorts,
  store: PaneStore,
  tasks: TaskRunner,
): FormulaActions => ({
  canInsert: workbook.replaceFormula !== undefined,
  insertFormula: async (formula, place) => {
    const inserted = await tasks.run('formula', async () => {
      const selected = await workbook.selectedCell();
      if (!selected.ok) return selected;
      const { sheet, row, column } = selected.value;
      const cell = a1(row, column);
      const { isFree } = await engine();
      const occupied = refuse(problem('cell-occupied', { sheet, cell }));
      if (!isFree(selected.value, place)) return occupied;
      const kept = await workbook.replaceFormula?.({ sheet, cell, from: '', to: formula });
      if (kept === undefined) return occupied;
      return kept.ok ? ok({ sheet, cell, formula: kept.value }) : kept;
    });
    if (inserted !== undefined) store.send({ kind: 'formula-inserted', inserted });
  },
  takeFormulaBack: async () => {
    const { inserted } = store.state();
    if (inserted === undefined) return;
    const { sheet, cell, formula } = inserted;
    const taken = await tasks.run('formula', async () => (await workbook.replaceFormula?.({ sheet, cell, from: formula, to: '' })) ?? ok('')); // prettier-ignore
    if (taken !== undefined) store.send({ kind: 'noticed', notice: 'formula-taken-back' });
  },
});
