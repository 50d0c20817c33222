import type { RefreshedSheetPlan } from '..';
import { bytesPerAction, type WriteStep } from './writeStep';

/**
 * Makes rows with a changed text as high as it needs, never lower. One round trip to look how high they are, none when no
 * text changed. Hidden rows have no height and stay hidden.
 */
export const heightSteps = async (
  context: Excel.RequestContext,
  plans: readonly RefreshedSheetPlan[],
  sheetOf: (plan: RefreshedSheetPlan) => () => Excel.Worksheet,
): Promise<readonly WriteStep[]> => {
  const rows = plans.flatMap((plan) =>
    [...plan.plan.rowHeights].map(([row, points]) => {
      const { format } = sheetOf(plan)().getRangeByIndexes(row, 0, 1, 1);
      format.load('rowHeight');
      return { format, points };
    }),
  );
  if (rows.length === 0) return [];
  await context.sync();
  return rows
    .filter(({ format, points }) => format.rowHeight > 0 && format.rowHeight < points)
    .map(({ format, points }) => ({
      bytes: bytesPerAction,
      queue: () => {
        format.rowHeight = points;
      },
    }));
};
