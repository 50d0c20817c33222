import { printedPercent } from '../../rank';
import { type Indicator, timesCounted } from '../../schemes';
import type { Award } from '../../score';
import type { MunicipalityResult, ScoredResults } from '../../evaluation';

/** One indicator: what it brought and what was missed. */
export interface IndicatorResult {
  readonly indicator: Indicator;
  /** Its place in the scheme. */
  readonly index: number;
  readonly points: number;
  /** In the total: a common goal counts in both grants. */
  readonly missedPoints: number;
  /** 「ア①（4点・82.3%）、…」 */
  readonly missed: string;
}

/** The indicators of one municipality, those that cost most points first; equal ones in the order of the scheme. */
export const missedIndicators = (
  results: ScoredResults,
  municipality: MunicipalityResult,
): readonly IndicatorResult[] => {
  const awards = municipality.awards();
  const met = countsOf(results);
  return results.scheme.indicators
    .map((indicator, index) => {
      const own = awards.filter((award) => award.indicator.id === indicator.id);
      const points = own.reduce((sum, award) => sum + award.points, 0);
      const lost = indicator.maxPoints - points;
      const texts = own.filter(isMissed).map((award) => missedText(award, met));
      return {
        indicator,
        index,
        points,
        missedPoints: lost * timesCounted(indicator),
        missed: lost === 0 ? '' : texts.join('、'),
      };
    })
    .sort((one, other) => other.missedPoints - one.missedPoints);
};

interface Counts {
  readonly of: number;
  readonly met: ReadonlyMap<string, number>;
}

const countsOf = ({ national }: ScoredResults): Counts | undefined =>
  national === undefined ? undefined : { of: national.municipalities, met: new Map(national.criteria) };

/** A criterion met under the alternative that does not count was not missed. */
const isMissed = ({ points, because }: Award): boolean => points === 0 && because !== 'other-alternative';

const missedText = ({ criterion, because }: Award, counts: Counts | undefined): string => {
  const count = counts?.met.get(criterion.id);
  const share = count === undefined || counts === undefined ? '' : `・全国${printedPercent(count, counts.of, 1)}`;
  const open = because === 'unanswered' ? '・未回答' : because === 'held' ? '・要確認' : '';
  return `${criterion.label}（${criterion.points}点${share}${open}）`;
};
