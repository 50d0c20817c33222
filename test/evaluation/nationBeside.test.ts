import { readNationalTable } from '../../src/answers';
import { mergeResults, readBook } from '../../src/evaluation';
import { amongPeers, nationBeside } from '../../src/evaluation/nationBeside';
import { nationOf } from '../../src/rank';
import { formOfPlace } from '../builders/formOfPlace';
import { syntheticNation } from '../fixtures/syntheticNation';

const invented = syntheticNation({ year: 'R8' });
const { content, scheme } = invented;
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

test('what is wrong with the table is said once, of the table, however many workbooks are ranked in it', () => {
  const national = nationBeside(content, '全国集計.xlsx');
  const items = [20, 21, 22].map((row) => {
    const file = `${row}.xlsx`;
    return { file, outcome: readBook(formOfPlace(invented, row), { fileName: file, national }) };
  });
  const merged = mergeResults(items);
  if (!merged.ok) throw new Error(JSON.stringify(merged.problems));
  const unknown = merged.value.problems.filter(({ name }) => name === 'municipality-unknown');
  const ofTable = unknown.filter(({ sheet }) => sheet === read.value.sheet);
  expect(ofTable.length).toBeGreaterThan(0);
  expect(new Set(ofTable.map(({ file }) => file))).toEqual(new Set(['全国集計.xlsx']));
  expect(new Set(ofTable.map(({ cell }) => cell)).size).toBe(ofTable.length);
  expect(unknown.filter((one) => !ofTable.includes(one)).map(({ file }) => file)).toEqual(
    items.map(({ file }) => file),
  );
});
