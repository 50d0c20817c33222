import { blockName } from '../names';
import type { Scheme, SchemeHead } from '../schema';
import { goalsOf, grants, wholeOf } from '../counting';
import type { Linter } from './linter';

/** Both grants have goals, and whatever is declared can bring points: rates are points divided by them. */
export const somethingToEarn: Linter<SchemeHead> = {
  name: 'something-to-earn',
  check: (scheme) => [
    ...grants
      .filter((grant) => goalsOf(scheme, grant).length === 0)
      .map((grant) => ({ place: blockName(wholeOf(grant)), message: '交付金の目標がありません（0 件 ＜ 1 件）' })),
    ...scheme.goals
      .flatMap(({ grant, goal, maxPoints, groups }) => [
        { place: blockName({ grant, goal, group: null }), maxPoints },
        ...groups.map((part) => ({ place: blockName({ grant, goal, group: part.group }), maxPoints: part.maxPoints })),
      ])
      .flatMap(nothingToEarn),
  ],
};

/** The same for every indicator and criterion. */
export const criteriaToEarn: Linter<Scheme> = {
  name: 'something-to-earn',
  check: ({ indicators }) =>
    indicators
      .flatMap(({ id, maxPoints, criteria }) => [
        { place: id, maxPoints },
        ...criteria.map((criterion) => ({ place: criterion.id, maxPoints: criterion.points })),
      ])
      .flatMap(nothingToEarn),
};

const nothingToEarn = ({ place, maxPoints }: { readonly place: string; readonly maxPoints: number }) =>
  maxPoints > 0 ? [] : [{ place, message: `配点が ${maxPoints} 点です（1 点以上としてください）` }];
