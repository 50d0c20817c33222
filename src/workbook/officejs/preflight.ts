import { problem, type Problem } from '../../kernel';
import { changesSomething } from '..';
import type { OwnSheets } from './ownSheets';

/** What Excel would refuse half-way, found before anything is written. */
export const preflight = ({ book, plans, leftovers }: OwnSheets): readonly Problem[] => {
  const adds = plans.some(({ kind, model }) => kind === 'new' && !leftovers.has(model.marker));
  const shows = plans.some(({ kind }) => kind === 'new');
  return [
    ...((adds || shows) && book.structureProtected ? [problem('excel-structure-protected')] : []),
    ...plans.filter(changesSomething).flatMap((plan) => {
      const sheet = plan.kind === 'refresh' ? book.sheets.find(({ name }) => name === plan.name) : undefined;
      if (sheet?.protected === true) return [problem('excel-protected', { sheet: sheet.name })];
      // Excel skips filtered-out rows when an array is written (office-js #224, #226).
      return sheet?.filtered === true ? [problem('excel-sheet-filtered', { sheet: sheet.name })] : [];
    }),
  ];
};
