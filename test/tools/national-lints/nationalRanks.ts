import type { Linter } from '../../../src/schemes/lint/linter';
import type { NationalSubject } from './nationalSubject';

/** Known score–rank pairs fall in points, rise in rank, and leave room for the municipalities known to share them. */
export const nationalRanks: Linter<NationalSubject> = {
  name: 'national-ranks',
  check: ({ national: { knownRanks, municipalities }, scheme }) =>
    (knownRanks ?? []).flatMap(([points, rank, known], at, all) => {
      const place = `knownRanks ${points}点`;
      const before = all[at - 1];
      return [
        ...(points <= scheme.maxPoints ? [] : [{ place, message: `得点 ${points} ＞ 総配点 ${scheme.maxPoints}` }]),
        ...(rank + known - 1 <= municipalities
          ? []
          : [{ place, message: `${rank}位が${known}市町村では ${rank + known - 1} ＞ 市町村数 ${municipalities}` }]),
        ...(before === undefined || points < before[0]
          ? []
          : [{ place, message: `得点 ${points} が前の得点 ${before[0]} より低くありません` }]),
        ...(before === undefined || rank >= before[1] + before[2]
          ? []
          : [{ place, message: `順位 ${rank} ＜ 前の順位 ${before[1]}＋同点の市町村数 ${before[2]}` }]),
      ];
    }),
};
