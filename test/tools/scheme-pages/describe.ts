import { fiscalYearLabel } from '../../../src/kernel';
import { describeChanges } from './describeChanges';
import { describeGroups } from './describeGroups';
import { describeHead } from './describeHead';
import type { NationalFigures } from '../../../src/schemes/national';
import type { Scheme } from '../../../src/schemes/scheme';

/** What a readable table of a year is made from: figures once published, and the scored year before, if there is one. */
export interface SchemeDescription {
  readonly scheme: Scheme;
  readonly national: NationalFigures | undefined;
  readonly previous?: Scheme | undefined;
}

/** The whole scheme as Markdown for people: sources, points, rules, national counts, open questions, changes. */
export const describeScheme = ({ scheme, national, previous }: SchemeDescription): string =>
  [
    describeHead(scheme, national?.documents ?? []),
    describeGroups(scheme, national),
    previous === undefined
      ? `## 前年度からの変更\n\n${fiscalYearLabel(scheme.fiscalYear)}より前の年度は枝番ごとの配点が分からないため、比べていません。`
      : describeChanges(previous, scheme),
  ]
    .join('\n\n')
    .concat('\n');
