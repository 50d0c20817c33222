import { answerStateName } from '../answers';
import { nextCutOff, type Gain, type NextCutOff, type Outcome, type Outlook, type Pursuit } from '../outlook';
import type { RankBand } from '../rank';
import { criterionIndexOf } from '../schemes';
import type { ScoreFile } from './scoreFile';

type OutlookJson = ScoreFile['municipalities'][number]['outlook'];

/** `outlook` of the JSON contract; null where nobody asked. Yen are what is gained; ranks and totals are those afterwards. */
export const outlookJson = (outlook: Outlook | undefined): OutlookJson =>
  outlook === undefined
    ? null
    : {
        marginal: outlook.values.map(({ entry, gain, after, share, needs, effort }) => ({
          criterion: entry.criterion.id,
          points: gain.points.least,
          ...afterJson(after),
          yen: yenJson(gain.yen),
          share,
          effort,
          needs: needs.map(({ criterion }) => criterion.id),
          lastYear: stateJson(outlook.standpoint.lastYear(entry.index)),
          cutOff: outlook.standpoint.figureTo(entry.index) ?? null,
        })),
        mostHaveIt: outlook.mostHaveIt.map(({ entry }) => entry.criterion.id),
        ownTotal: cutOffJson(nextCutOff(outlook.standpoint)),
        robustness: outlook.robustness ?? null,
        peers: [...outlook.standpoint.peers()],
        goal: outlook.pursuit === undefined ? null : goalJson(outlook, outlook.pursuit),
        plans: outlook.plans.map(({ plan, after, gain }) => ({
          name: plan.name,
          points: gain.points.least,
          ...afterJson(after),
          yen: yenJson(gain.yen),
        })),
      };

const stateJson = (state: number | undefined) => (state === undefined ? null : answerStateName(state));

const goalJson = (
  { standpoint }: Outlook,
  { goal, reached, plan, after, gain, runnerUp }: Pursuit,
): NonNullable<NonNullable<OutlookJson>['goal']> => {
  const { all } = criterionIndexOf(standpoint.scheme);
  const idsOf = (criteria: readonly number[]): string[] => criteria.flatMap((index) => all[index]?.criterion.id ?? []);
  return {
    text: goal.text,
    reached,
    criteria: idsOf(plan.criteria),
    effort: plan.effort,
    // The search is exact; what does not reach the goal is all there is, not the least of it.
    optimal: reached,
    ...afterJson(after),
    yen: yenJson(gain.yen),
    runnerUp: runnerUp === undefined ? null : idsOf(runnerUp.criteria),
    runnerUpEffort: runnerUp?.effort ?? null,
  };
};

const afterJson = ({ points, rank }: Outcome) => ({
  total: points.total.least,
  range: { min: points.total.least, max: points.total.most },
  promotion: points.promotion.least,
  support: points.support.least,
  rank: bandJson(rank.national),
  prefectureRank: bandJson(rank.prefecture),
  promotionRank: bandJson(rank.promotion),
  supportRank: bandJson(rank.support),
});

/** A rank without what it rests on; null where nothing is known. */
export const bandJson = (band: RankBand | null) => (band === null ? null : { low: band.low, high: band.high });

const yenJson = (yen: Gain['yen']) => (yen === null ? null : { low: Number(yen.low), high: Number(yen.high) });

const cutOffJson = (next: NextCutOff | undefined) =>
  next === undefined ? null : { total: next.total, cutOff: next.cutOff, points: next.points };
