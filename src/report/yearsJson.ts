import { totalOf } from '../allocation';
import { prefectureMeanOf, type YearBridge, type YearOfMunicipality, type YearsBehind } from '../evaluation';
import { at } from '../kernel';
import { atPlace, figuresOf, wholeOf } from '../schemes';
import { openChanges, stepRange } from './bridgeRange';
import { bandJson } from './outlookJson';
import type { ScoreFile } from './scoreFile';

type MunicipalityJson = ScoreFile['municipalities'][number];

/** `change` and `trend` of the JSON contract; null where no earlier year was given. */
export const yearsJson = (behind: YearsBehind | undefined): Pick<MunicipalityJson, 'change' | 'trend'> => ({
  change: behind === undefined ? null : changeJson(behind),
  trend: behind === undefined ? null : behind.years.map(yearJson),
});

const changeJson = (behind: YearsBehind): NonNullable<MunicipalityJson['change']> => {
  const { bridges, ranks, years } = behind;
  const way = at(bridges, bridges.length - 1);
  const { bridge } = way;
  const isOpen = openChanges(behind);
  return {
    from: years.at(-2)?.results.scheme.fiscalYear ?? '',
    before: bridge.before,
    now: bridge.now,
    gained: bridge.sums.gained,
    lost: bridge.sums.lost,
    repointed: bridge.sums['re-pointed'],
    added: bridge.sums.added,
    dropped: bridge.sums.dropped,
    ranges: way.ends === undefined ? null : rangesJson(way),
    kept: bridge.kept,
    never: bridge.never,
    criteria: bridge.changes.map((change) => ({
      kind: change.kind,
      before: change.before?.criterion.id ?? null,
      criterion: change.now?.criterion.id ?? null,
      points: change.points,
      open: isOpen(change),
    })),
    rankBefore: bandJson(ranks.before),
    rankAtConstantPoints: bandJson(ranks.constant),
    rankNow: bandJson(ranks.now),
  };
};

const rangesJson = (way: YearBridge) => {
  const rangeOf = (name: Parameters<typeof stepRange>[1]) => {
    const { least, most } = stepRange(way, name);
    return { min: least, max: most };
  };
  return {
    before: rangeOf('before'),
    now: rangeOf('now'),
    gained: rangeOf('gained'),
    lost: rangeOf('lost'),
    repointed: rangeOf('re-pointed'),
    added: rangeOf('added'),
    dropped: rangeOf('dropped'),
  };
};

const yearJson = ({ results, own }: YearOfMunicipality): NonNullable<MunicipalityJson['trend']>[number] => ({
  fiscalYear: results.scheme.fiscalYear,
  total: own.total,
  maxPoints: results.scheme.maxPoints,
  promotion: atPlace(own.blocks, wholeOf('promotion')).points,
  support: atPlace(own.blocks, wholeOf('support')).points,
  nationalMean: figuresOf(results.national, wholeOf(null))?.mean ?? null,
  prefectureMean: prefectureMeanOf(results, own)?.mean ?? null,
  rank: bandJson(own.rank.national),
  prefectureRank: bandJson(own.rank.prefecture),
  yen:
    own.grants === null ? null : { low: Number(totalOf(own.grants, 'low')), high: Number(totalOf(own.grants, 'high')) },
});
