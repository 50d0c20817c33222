import { carriesCode, refreshedFooter, type RefreshedSheetPlan } from '..';
import type { FinishStep } from './finish';
import { excelProblem, type FaultListener } from './session';
import { bytesPerAction, type WriteStep } from './steps';

/** What follows from changed values. */
interface Follows {
  /** Rows as high as their new text needs, never lower. */
  readonly heights: readonly WriteStep[];
  /** The code in the printed footers. */
  readonly footers: readonly FinishStep[];
  /** Excel would not tell the footers: there is no printer. */
  readonly pageRefused: boolean;
}

type SheetOf = (plan: RefreshedSheetPlan) => () => Excel.Worksheet;

/**
 * Looks at row heights and footers of the sheets to be refreshed: one round trip, none where there is neither. Hidden rows
 * have no height and stay hidden.
 */
export const lookWhatFollows = async (
  context: Excel.RequestContext,
  plans: readonly RefreshedSheetPlan[],
  sheetOf: SheetOf,
  onFault: FaultListener,
): Promise<Follows> => {
  const ask = (): readonly [() => readonly WriteStep[], () => readonly FinishStep[]] => [
    askHeights(plans, sheetOf),
    askFooters(plans, sheetOf),
  ];
  const rows = plans.some(({ plan }) => plan.rowHeights.size > 0);
  const pages = plans.some(({ model }) => carriesCode(model.print.footer));
  if (!rows && !pages) return { heights: [], footers: [], pageRefused: false };
  const [heights, footers] = ask();
  try {
    await context.sync();
  } catch (error) {
    if (!pages || excelProblem(error) === undefined) throw error;
    onFault(error);
    const again = askHeights(plans, sheetOf);
    await context.sync();
    return { heights: again(), footers: [], pageRefused: true };
  }
  return { heights: heights(), footers: footers(), pageRefused: false };
};

const step = (queue: () => void): WriteStep => ({ bytes: bytesPerAction, queue });

const askHeights = (plans: readonly RefreshedSheetPlan[], sheetOf: SheetOf): (() => readonly WriteStep[]) => {
  const rows = plans.flatMap((plan) =>
    [...plan.plan.rowHeights].map(([row, points]) => {
      const { format } = sheetOf(plan)().getRangeByIndexes(row, 0, 1, 1);
      format.load('rowHeight');
      return { format, points };
    }),
  );
  return () =>
    rows
      .filter(({ format, points }) => format.rowHeight > 0 && format.rowHeight < points)
      .map(({ format, points }) =>
        step(() => {
          format.rowHeight = points;
        }),
      );
};

const footerParts = ['leftFooter', 'centerFooter', 'rightFooter'] as const;

const askFooters = (plans: readonly RefreshedSheetPlan[], sheetOf: SheetOf): (() => readonly FinishStep[]) => {
  const pages = plans.flatMap((plan) => {
    const wanted = plan.model.print.footer;
    if (!carriesCode(wanted)) return [];
    const page = sheetOf(plan)().pageLayout.headersFooters.defaultForAllPages;
    page.load(footerParts.join(','));
    return [{ page, wanted }];
  });
  return () =>
    pages.flatMap(({ page, wanted }) =>
      footerParts.flatMap((part) => {
        const text = refreshedFooter(page[part], wanted);
        if (text === page[part]) return [];
        return [{ kind: 'page' as const, ...step(() => { page[part] = text; }) }]; // prettier-ignore
      }),
    );
};
