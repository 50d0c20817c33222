import type { SummaryColumn } from '../../rank';
import { cite, groupNames, type NationalFigures, type Scheme } from '../../schemes';
import type { FigureSource } from '../../workbook';
import { fromPublished, fromRules } from '../figureSources';
import { blockWords, computed, sourceOf } from '../origins';

/** Where 配点, mean and median of one of the 26 columns come from; a figure that is not known has no use for its source. */
export const columnSources = (
  scheme: Scheme,
  national: NationalFigures | undefined,
  column: SummaryColumn,
): {
  readonly maxPoints: FigureSource;
  readonly mean: FigureSource | undefined;
  readonly median: FigureSource | undefined;
} => {
  const { grant, goal, group } = column;
  const ofGroups = grant === null && group !== null;
  const words = ofGroups ? `推進と支援の${groupNames[group].short}` : blockWords(column);
  const total = ofGroups ? national?.groupTotals?.find((one) => one.group === group) : undefined;
  const published = (what: string): FigureSource | undefined =>
    national &&
    (total === undefined
      ? fromPublished(national, `${words}の${what}`)
      : sourceOf(
          { origin: { kind: 'from-published', cited: cite(national.documents, total.source) } },
          `${words}の${what}`,
        ));
  const ofGoal = scheme.goals.find((one) => one.goal === goal && (one.grant === grant || one.grant === 'common'));
  return {
    maxPoints: ofGroups
      ? computed(`${words}の配点の和`)
      : fromRules({ documents: scheme.documents, source: (ofGoal ?? scheme).source }, `${words}の配点`),
    mean: published('平均点'),
    median: published('中央値'),
  };
};
