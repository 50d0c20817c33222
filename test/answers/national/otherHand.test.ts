import { answerState } from '../../../src/answers';
import { evaluate, municipalitiesOf, nationIn } from '../../../src/evaluation';
import { criterionIndexOf, goalNumeral, type Grant, grantNames, groupNames } from '../../../src/schemes';
import { pointsOf, scoreTable } from '../../../src/score';
import type { CellValue } from '../../../src/workbook';
import { workbook } from '../../builders/answerSheets';
import { syntheticNation } from '../../fixtures/syntheticNation';

/**
 * The ministry's table as another hand would make it from rules/grants.md#national-table: short words in the headers,
 * block sums headed by the group's name alone, few summary rows, no merges, goal Ⅳ under both grants, other words for
 * identity and rank.
 */
const nation = syntheticNation({ year: 'R7' });
const { all } = criterionIndexOf(nation.scheme);
const scores = scoreTable(nation.scheme, nation.states, nation.places.length, 'as-unmet', 'as-answered');

interface Column {
  readonly head: readonly CellValue[];
  readonly points: number | null;
  readonly value: (row: number) => CellValue;
}

const columnsOf = (grant: Grant): readonly Column[] => {
  const goals = nation.scheme.goals.filter((goal) => goal.grant === grant || goal.grant === 'common');
  const sum = (
    head: readonly CellValue[],
    key: { grant: string | null; goal: number | null; group: string | null },
  ): Column => {
    const block = scores.compiled.blocks.findIndex(
      (one) => one.grant === key.grant && one.goal === key.goal && one.group === key.group,
    );
    return {
      head,
      points: scores.compiled.blocks[block]?.maxPoints ?? 0,
      value: (row) => pointsOf(scores, row, block),
    };
  };
  const short = grantNames[grant].short;
  return [
    ...goals.flatMap(({ grant: owner, goal, groups }): readonly Column[] => {
      const numeral = goalNumeral(goal);
      const branches = all
        .filter(({ indicator }) => indicator.grant === owner && indicator.goal === goal)
        .map(({ indicator, criterion, index }): Column => ({
          head: [
            short,
            numeral,
            groupNames[indicator.group].short,
            indicator.number,
            indicator.name,
            criterion.label.charAt(0),
            criterion.label.slice(1) || null,
          ],
          points: criterion.points,
          value: (row) => (nation.states[row * all.length + index] === answerState.met ? criterion.points : 0),
        }));
      const sums =
        owner === 'common'
          ? []
          : groups.map(({ group }) => sum([short, numeral, groupNames[group].short], { grant: owner, goal, group }));
      return [...branches, ...sums, sum([short, numeral, '計'], { grant: owner, goal, group: null })];
    }),
    sum([short, '計'], { grant, goal: null, group: null }),
  ];
};

const identity: readonly Column[] = (
  [
    ['連番', (row) => row + 1],
    ['都道府県', (row) => nation.places[row]?.prefecture ?? null],
    ['市町村', (row) => nation.places[row]?.name ?? null],
    ['総人口', (row) => nation.places[row]?.population ?? null],
    ['65歳以上被保険者数（第1号）', (row) => nation.places[row]?.insured ?? null],
    ['規模', (row) => nation.places[row]?.sizeClass ?? null],
  ] as const satisfies readonly (readonly [string, Column['value']])[]
).map(([text, value]) => ({ head: [text], points: null, value }));

const total = scores.compiled.totalBlock;
const columns: readonly Column[] = [
  ...identity,
  ...columnsOf('promotion'),
  ...columnsOf('support'),
  { head: ['総合計'], points: 800, value: (row) => pointsOf(scores, row, total) },
];

const grid: readonly (readonly CellValue[])[] = [
  ['令和７年度 評価結果（市町村）'],
  ...Array.from({ length: 7 }, (_, level) => columns.map(({ head }) => head[level] ?? null)),
  columns.map(({ points }, at) => (at === 2 ? '配点' : points)),
  ...nation.places.map((_, row) => columns.map(({ value }) => value(row))),
];

it('reads a national table of another hand, every state and every sum', () => {
  const results = evaluate(workbook({ name: '全国集計（市町村）', grid }));
  if (!results.ok) throw new Error(JSON.stringify(results.problems));
  const read = nationIn(results.value);
  const municipalities = municipalitiesOf(results.value);
  const { problems } = results.value;
  expect(municipalities).toHaveLength(1741);
  expect(read?.table.states).toEqual(nation.states);
  expect(municipalities.map((one) => one.total)).toEqual(nation.places.map((_, row) => pointsOf(scores, row, total)));
  // Names and medians of an invented nation are not those of the real one.
  const told = problems.filter(({ severity }) => severity !== 'info');
  expect(
    [...new Set(told.map(({ code, found }) => `${code} ${found ?? ''}`))].filter((one) => !/^E-(?:250|440)/.test(one)),
  ).toEqual([]);
});
