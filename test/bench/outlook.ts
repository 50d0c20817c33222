import { evaluate, municipalitiesOf, standpointOf, type NationResults } from '../../src/evaluation';
import { at } from '../../src/kernel';
import { marginalValues, nothingTold, outcomeOf, pursue, readGoal, type Standpoint } from '../../src/outlook';
import { rankAt, rankNation } from '../../src/rank';
import { compileScheme, scoreTable } from '../../src/score';
import { syntheticNation } from '../fixtures/syntheticNation';
import { compare, printTimings } from './compare';
import { judge } from './goals';

/**
 * What to do next, in a whole nation: every unmet criterion's total and ranks against scoring and ranking everybody again for
 * each; a toggle; the least work to a goal, the worst of 200 municipalities. The goals are those of the outlook's own issue.
 */
export const benchOutlook = async (): Promise<void> => {
  const nation = syntheticNation({ year: 'R8' });
  const read = evaluate(nation.content);
  if (!read.ok || read.value.subject !== 'nation') throw new Error('benchOutlook: no nation');
  const results = read.value;
  const row = 900;
  const standpoint = standOf(results, row);
  const before = outcomeOf(standpoint, standpoint.states);
  const timings = await compare(
    [
      { name: 'every unmet criterion: points, ranks, yen', work: () => placesOf(standpoint) },
      { name: 'everybody scored and ranked again for each', work: () => placesAgain(results, standpoint, row) },
    ],
    3,
    { warmUp: 1 },
  );
  printTimings(`What ${String(marginalValues(standpoint, before).length)} unmet criteria are worth`, timings);
  const [marginal] = await compare([{ name: '', work: () => void marginalValues(standpoint, before) }], 61);
  judge(
    'all marginal values under 5 ms',
    `${(marginal?.medianMs ?? NaN).toFixed(2)} ms`,
    (marginal?.medianMs ?? NaN) <= 5,
  );
  const [toggles] = await compare(
    [
      {
        name: '',
        work: () => {
          toggled(standpoint);
        },
      },
    ],
    31,
  );
  const toggle = (toggles?.medianMs ?? NaN) / 1000;
  judge('a toggle with ranks and yen under 0.1 ms', `${toggle.toFixed(4)} ms`, toggle <= 0.1);
  const goal = readGoal('＋150点');
  if (!goal.ok) throw new Error('benchOutlook: no goal');
  const cold = cpuMs(() => void pursue(standOf(results, 1), goal.value, nothingTold));
  // The first calls compile the search; what it takes from then on is the algorithm's own.
  for (let other = 0; other < 40; other += 1) pursue(standOf(results, other * 40 + 4), goal.value, nothingTold);
  const worst = { ms: 0, open: 0 };
  for (let other = 0; other < 200; other += 1) {
    const from = standOf(results, other * 8);
    const [timing] = await compare([{ name: '', work: () => void pursue(from, goal.value, nothingTold) }], 5, {
      warmUp: 1,
    });
    const open = marginalValues(from).length;
    if ((timing?.medianMs ?? 0) > worst.ms) Object.assign(worst, { ms: timing?.medianMs, open });
  }
  judge(
    'least work to +150 points under 10 ms, the worst of 200',
    `${worst.ms.toFixed(1)} ms, ${String(worst.open)} open criteria (the very first call ${cold.toFixed(1)} ms)`,
    worst.ms <= 10,
  );
};

const standOf = (results: NationResults, row: number): Standpoint =>
  standpointOf(results, at(municipalitiesOf(results), row));

const cpuMs = (work: () => void): number => {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
};

/** A number that both ways must find: totals and national ranks of all. */
const placesOf = (standpoint: Standpoint): number =>
  marginalValues(standpoint).reduce(
    (sum, { after }) => sum + after.points.total.least * 10_000 + (after.rank.national?.low ?? NaN),
    0,
  );

const placesAgain = ({ nation }: NationResults, standpoint: Standpoint, row: number): number => {
  const { scheme, states } = nation.table;
  const { totalBlock, criterionCount } = compileScheme(scheme);
  const { scopes } = nation.ranks;
  return marginalValues(standpoint).reduce((sum, { entry }) => {
    const changed = states.slice();
    changed.set(standpoint.states, row * criterionCount);
    changed[row * criterionCount + entry.index] = 2;
    const table = scoreTable(scheme, changed, nation.table.count);
    const ranks = rankNation(table, scopes);
    return sum + at(at(ranks.columns, totalBlock), row) * 10_000 + (rankAt(ranks, 'nation', totalBlock, row) ?? NaN);
  }, 0);
};

const toggled = (standpoint: Standpoint): undefined => {
  const states = standpoint.states.slice();
  for (let turn = 0; turn < 1000; turn += 1) {
    const place = turn % states.length;
    states[place] = states[place] === 2 ? 1 : 2;
    outcomeOf(standpoint, states);
  }
};
