import type { ScoreFile } from '../../src/report/scoreFile';
import type { Called } from './commandLine';
import { metIn, type ReadingCase } from './readingCase';

/** How a reading ended: the truth as final, a question with the truth among its answers, no number, or anything else. */
export type Ending = 'right' | 'asked' | 'refused' | 'wrong';

/** The ending of a case, and what is not as it must be; no faults = as expected. */
export interface Judgement {
  readonly ending: Ending;
  readonly faults: readonly string[];
}

export interface Reading extends Called {
  readonly json: ScoreFile | undefined;
  /** Ranks printed in the last column of a national table, by municipality. */
  readonly printedRanks?: ReadonlyMap<string, number>;
}

type Municipality = ScoreFile['municipalities'][number];

/** What a case came to, held against what must come out. */
export const judge = (one: ReadingCase, reading: Reading): Judgement => {
  const { ending, faults } = judgeNumbers(one, reading);
  const { mentions = [], notMentions = [] } = one.expect;
  const words = [
    ...mentions.filter((word) => !reading.text.includes(word)).map((word) => `does not mention ${word}`),
    ...notMentions.filter((word) => reading.text.includes(word)).map((word) => `mentions ${word}`),
  ];
  return { ending: words.length > 0 && ending !== 'refused' ? 'wrong' : ending, faults: [...faults, ...words] };
};

const judgeNumbers = (one: ReadingCase, reading: Reading): Judgement => {
  const { expect: expected } = one;
  const list = reading.json?.municipalities ?? [];
  if (reading.exit === 2) return judgeRefusal(one, reading, list);
  if (expected.refuse === true) return wrong(`exit ${reading.exit}: ${shown(list)}`);
  if (expected.municipalities !== undefined) return judgeTotals(list, expected.municipalities);
  if (expected.nation !== undefined) return judgeNation(list, expected.nation, reading.printedRanks ?? new Map());
  const [only, ...others] = list;
  if (only === undefined || others.length > 0) return wrong(`${list.length} municipalities: ${shown(list)}`);
  if (expected.ask === true) return judgeQuestion(only, expected.truth ?? NaN, expected.rankNot ?? []);
  if (expected.min !== undefined) return judgeRange(only, expected);
  return judgeFinal(one, reading, only);
};

const judgeRefusal = (
  { expect: expected }: ReadingCase,
  { text }: Reading,
  list: readonly Municipality[],
): Judgement => {
  if (list.length > 0) return wrong('refused, and yet something was written');
  if (!/[ぁ-ん]/.test(text)) return wrong('refused without a sentence');
  const accepted = expected.refuse === true || expected.ask === true || expected.orRefuse === true;
  return { ending: 'refused', faults: accepted ? [] : [`refused: ${text.split('\n').slice(0, 2).join(' / ')}`] };
};

const judgeTotals = (list: readonly Municipality[], totals: Readonly<Record<string, number>>): Judgement => {
  const tight = (name: string): string => name.replace(/\s/g, '');
  const got = list.map(({ name, points, provisional }) => `${tight(name)} ${points.total}${provisional ? '?' : ''}`);
  const wanted = Object.entries(totals).map(([name, total]) => `${name} ${total}`);
  return got.sort().join(', ') === wanted.sort().join(', ')
    ? right
    : wrong(`${got.join(', ')} instead of ${wanted.join(', ')}`);
};

const judgeNation = (
  list: readonly Municipality[],
  { of, totals }: NonNullable<ReadingCase['expect']['nation']>,
  printedRanks: ReadonlyMap<string, number>,
): Judgement => {
  const byName = new Map(list.map((one) => [one.name, one]));
  const bad = Object.entries(totals).filter(([name, total]) => {
    const one = byName.get(name);
    const rank = one?.rank.national;
    const printed = printedRanks.get(name);
    return one?.points.total !== total || printed === undefined || rank?.low !== printed || rank.high !== printed;
  });
  if (list.length === of && bad.length === 0) return right;
  const [first] = bad;
  return wrong(
    `${list.length} municipalities, ${bad.length} with another total or rank, as ${first?.[0] ?? ''}: ${shown(list.filter(({ name }) => name === first?.[0]))} instead of ${first?.[1] ?? ''}, ${printedRanks.get(first?.[0] ?? '') ?? 'no rank'}`,
  );
};

const judgeQuestion = (only: Municipality, truth: number, rankNot: readonly number[]): Judgement => {
  const rank = only.rank.national?.low;
  if (rank !== undefined && rankNot.includes(rank)) return wrong(`rank ${rank}`);
  if (!only.provisional && only.points.total === truth) return right;
  return holds(only, truth) ? { ending: 'asked', faults: [] } : wrong(`${shown([only])} instead of ${truth}`);
};

const judgeRange = (only: Municipality, { min, max, truth = NaN }: ReadingCase['expect']): Judgement => {
  if (only.provisional && only.range.min === min && only.range.max === max) return right;
  const fault = `${shown([only])} instead of ${min}–${max}`;
  return holds(only, truth) ? { ending: 'asked', faults: [fault] } : wrong(fault);
};

const judgeFinal = ({ expect: expected, answers }: ReadingCase, { exit }: Reading, only: Municipality): Judgement => {
  if (only.provisional || only.points.total !== expected.total) {
    const fault = `${shown([only])} instead of ${expected.total ?? ''}`;
    return holds(only, expected.total ?? NaN) ? { ending: 'asked', faults: [fault] } : wrong(fault);
  }
  const met = Object.entries(only.criteria).flatMap(([id, { state }]) => (state === 'met' ? [id] : []));
  const wanted = expected.criteria === 'exact' && answers !== undefined ? metIn(answers) : met;
  const faults = [
    ...wanted.filter((id) => !met.includes(id)).map((id) => `${id} is not met`),
    ...met.filter((id) => !wanted.includes(id)).map((id) => `${id} is met`),
    ...(expected.exit === undefined || expected.exit === exit ? [] : [`exit ${exit}`]),
    ...(expected.code === undefined || expected.code === only.code ? [] : [`code ${only.code ?? 'none'}`]),
    ...(expected.rank === null && only.rank.national !== null ? [`rank ${only.rank.national.low}`] : []),
  ];
  return faults.length === 0 ? right : { ending: 'wrong', faults };
};

const holds = ({ provisional, range }: Municipality, truth: number): boolean =>
  provisional && range.min <= truth && truth <= range.max;

const right: Judgement = { ending: 'right', faults: [] };
const wrong = (fault: string): Judgement => ({ ending: 'wrong', faults: [fault] });

const shown = (list: readonly Municipality[]): string =>
  list
    .slice(0, 4)
    .map(
      ({ name, points, provisional, range, rank }) =>
        `${name} ${provisional ? `${range.min}–${range.max}` : points.total} (${rank.national?.low ?? '-'})`,
    )
    .join(', ');
