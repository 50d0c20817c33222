import { readNationalTable } from '../../src/answers';
import { amongPeers } from '../../src/evaluation/nationBeside';
import { nationOf } from '../../src/rank';
import { syntheticNation } from '../fixtures/syntheticNation';

const { content, scheme } = syntheticNation({ year: 'R8' });
const read = readNationalTable(content, { scheme, year: 'R8' });
if (!read.ok) throw new Error(JSON.stringify(read.problems));
const first = 10;
const last = 1700;
const shared = '府中市';
/** The first and the last of these rows, far apart, bear one name. */
const municipalities = read.value.municipalities.map((one, row) =>
  row === first || row === last ? { ...one, name: shared } : one,
);
const nation = nationOf({ ...read.value, municipalities });
const prefectureOf = (row: number) => municipalities[row]?.prefecture ?? '';

test.each<[string, readonly string[], readonly number[], readonly (readonly [string, number])[]]>([
  ['a name', [municipalities[20]?.name ?? ''], [20], []],
  ['a name of two', [shared], [], [[shared, 2]]],
  ['a name of two, with its prefecture', [`${prefectureOf(last)}${shared}`], [last], []],
  ['a name of nobody', ['どこにもない市', municipalities[20]?.name ?? ''], [20], [['どこにもない市', 0]]],
  ['no name', [], [], []],
])('peers by %s', (_, names, rows, said) => {
  const among = amongPeers(nation, names);
  const groups = among.nation.ranks.scopes.find(({ name }) => name === 'peers')?.groups ?? [];
  expect([...groups].flatMap((group, row) => (group === 0 ? [row] : []))).toEqual(rows);
  expect(among.problems.map(({ name, found, facts }) => [name, found, facts['count']])).toEqual(
    said.map(([name, count]) => ['peer-unknown', name, count]),
  );
});
