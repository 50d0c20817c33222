import { loadCalculations } from '../../src/functions/cell';
import { rankin, ranks, score, tier, tiers } from '../../src/functions/functions';
import { schemeFor } from '../builders/answerSheets';
import { seededRandom } from '../fixtures/seededRandom';
import { medianOf } from './compare';
import { judge } from './goals';

const rows = 1_741;
const cells = 1_000;
const goalMs = 50;
const rounds = 5;
/** Excel on the web sends so many calls at once, each with its own copy of its range. */
const callsInMessage = 100;

/**
 * The custom functions over figures nobody has seen, and what a column filled down gives against the spilled one. What
 * office.js adds to a call is in excel.bench.ts.
 */
export const benchFunctions = async (): Promise<void> => {
  await loadCalculations();
  console.log(`\nCustom functions, medians of ${rounds} rounds of new figures`);
  const column = figures(0)();
  const filledDown = (of: (value: number) => unknown): readonly unknown[] => column.map(([value = NaN]) => [of(value)]);
  same(
    'RANKIN',
    ranks(column),
    filledDown((value) => rankin(value, column)),
  );
  same(
    'TIER',
    tiers(column, '上位'),
    filledDown((value) => tier(value, column, '上位')),
  );
  spilled(`RANKS of ${rows} rows`, (all) => ranks(all));
  spilled(`TIERS of ${rows} rows`, (all) => tiers(all, '上位'));
  filled(`RANKIN in ${rows} cells`, (value, all) => rankin(value, all));
  filled(`TIER in ${rows} cells`, (value, all) => tier(value, all, '上位'));
  const overForms = (formOf: (cell: number) => number): number =>
    medianOfRounds(() =>
      Array.from({ length: cells }, (_, cell) => ({
        range: () => answers(formOf(cell)),
        call: (form: unknown[][]) => score(form, 'R8'),
      })),
    );
  if (score(answers(0), 'R8') !== schemeFor('R8').maxPoints) throw new Error('benchFunctions: SCORE of all ○');
  judgeUnder(
    `SCORE in ${cells} cells over one form`,
    overForms(() => 0),
  );
  const each = overForms((cell) => cell);
  console.log(`         SCORE in ${cells} cells over ${cells} forms: ${each.toFixed(0)} ms (no goal)`);
};

/** A call and its range, made anew as Excel does. */
interface Call<Range> {
  readonly range: () => Range;
  readonly call: (range: Range) => unknown;
}

const spilled = (what: string, of: (all: number[][]) => unknown): void => {
  judgeUnder(
    what,
    medianOfRounds((round) => [{ range: figures(round), call: of }]),
  );
};

const filled = (what: string, of: (value: number, all: number[][]) => unknown): void => {
  judgeUnder(
    what,
    medianOfRounds((round) => {
      const range = figures(round);
      return range().map(([value = NaN]) => ({ range, call: (all: number[][]) => of(value, all) }));
    }),
  );
};

const judgeUnder = (what: string, ms: number): void => {
  judge(`${what} under ${goalMs} ms`, `${ms.toFixed(1)} ms`, ms < goalMs);
};

let series = 0;

/** A column of figures, a copy each time it is asked for; another one for each series and round. */
const figures = (round: number): (() => number[][]) => {
  const random = seededRandom(series * 1_000 + round);
  const values = Array.from({ length: rows }, () => random());
  return () => values.map((value) => [value]);
};

/** Branch and answer of R8 beneath each other; the bits of `unmet` say which indicators are not met. */
const answers = (unmet: number): string[][] =>
  schemeFor('R8').indicators.flatMap(({ criteria }, indicator) =>
    criteria.map(({ id }) => [id, (unmet >> (indicator % 10)) & 1 ? '×' : '○']),
  );

/** CPU time of all calls of a round in milliseconds; the copies are made message by message, while the clock stands. */
const medianOfRounds = <Range>(callsOf: (round: number) => readonly Call<Range>[]): number => {
  series += 1;
  const times = Array.from({ length: rounds }, (_, round) => {
    const calls = callsOf(round);
    let ms = 0;
    for (let first = 0; first < calls.length; first += callsInMessage) {
      const message = calls.slice(first, first + callsInMessage).map(({ range, call }) => ({ range: range(), call }));
      const start = process.cpuUsage();
      for (const { range, call } of message) call(range);
      const { user, system } = process.cpuUsage(start);
      ms += (user + system) / 1000;
    }
    return ms;
  });
  return medianOf(times);
};

const same = (who: string, all: unknown, oneByOne: unknown): void => {
  if (JSON.stringify(all) !== JSON.stringify(oneByOne))
    throw new Error(`benchFunctions: ${who} differs from the spilled column`);
};
