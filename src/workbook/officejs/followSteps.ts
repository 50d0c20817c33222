import { carriesCode, refreshedFooter, type RefreshedSheetPlan } from '..';
import { bytesPerAction, type WriteStep } from './writeStep';

const footers = ['leftFooter', 'centerFooter', 'rightFooter'] as const;

/**
 * What follows from changed values: rows as high as their new text needs, never lower, and the code in the printed footer.
 * One round trip to look at both, none where there is neither. Hidden rows have no height and stay hidden.
 */
export const followSteps = async (
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
  const pages = plans.flatMap((plan) => {
    const wanted = plan.model.print.footer;
    if (!carriesCode(wanted)) return [];
    const page = sheetOf(plan)().pageLayout.headersFooters.defaultForAllPages;
    page.load(footers.join(','));
    return [{ page, wanted }];
  });
  if (rows.length === 0 && pages.length === 0) return [];
  await context.sync();
  const step = (queue: () => void): WriteStep => ({ bytes: bytesPerAction, queue });
  return [
    ...rows
      .filter(({ format, points }) => format.rowHeight > 0 && format.rowHeight < points)
      .map(({ format, points }) =>
        step(() => {
          format.rowHeight = points;
        }),
      ),
    ...pages.flatMap(({ page, wanted }) =>
      footers
        .filter((footer) => refreshedFooter(page[footer], wanted) !== page[footer])
        .map((footer) => {
          const text = refreshedFooter(page[footer], wanted);
          return step(() => {
            page[footer] = text;
          });
        }),
    ),
  ];
};
