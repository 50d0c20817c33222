import { markerHashName, markerName, markerReference, modelFingerprint, ownedRectangle, type SheetPlan } from '..';
import { bytesPerAction, type WriteStep } from './writeStep';

/**
 * Marks the rectangle as ours, with the fingerprint of what we wrote, and shows a new sheet: last of all, so that a
 * failure before leaves no half report in sight (rules/bad-inputs.md#b092). `known` are the names the sheet has.
 */
export const markerStep = (sheet: () => Excel.Worksheet, plan: SheetPlan, known: readonly string[]): WriteStep => ({
  bytes: 12 * bytesPerAction,
  queue: () => {
    const on = sheet();
    const owned = plan.kind === 'new' ? ownedRectangle(plan.model) : plan.plan.owned;
    const { marker } = plan.model;
    setName(on, known, markerName(marker), `=${markerReference(plan.name, owned)}`);
    setName(on, known, markerHashName(marker), `="${modelFingerprint(plan.model)}"`);
    if (plan.kind === 'new') on.visibility = 'Visible';
  },
});

const setName = (sheet: Excel.Worksheet, known: readonly string[], name: string, formula: string): void => {
  const has = known.some((one) => one.toLowerCase() === name.toLowerCase());
  const item = has ? sheet.names.getItem(name) : sheet.names.add(name, formula);
  if (has) item.formula = formula;
  item.comment = '';
  item.visible = false;
};
