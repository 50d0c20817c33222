import { evaluated } from '../builders/evaluated';
import { answerForm as formOf, schemeFor } from '../builders/answerSheets';
import { nationBeside } from '../../src/evaluation';
import { answerForm, reportSheets, sheetsToWrite } from '../../src/report';
import { readScheme, type Scheme } from '../../src/schemes';
import type { SheetModel } from '../../src/workbook';
import { seededRandom } from '../fixtures/seededRandom';
import { syntheticNation } from '../fixtures/syntheticNation';
import { pageFaults } from './pageArithmetic';

/*
 * A scheme of somebody's own (--scheme): other goals, one of a single group, none common to both grants, long names, a year of
 * which nothing of the nation is known.
 */
const ownScheme = (): Scheme => {
  const base = schemeFor('R8');
  const source = base.goals[0]!.source;
  const goal = (
    grant: 'promotion' | 'support',
    number: number,
    name: string,
    groups: readonly (readonly ['process' | 'activity' | 'outcome', number])[],
  ) => ({
    grant,
    goal: number,
    name,
    maxPoints: groups.reduce((sum, [, most]) => sum + most, 0),
    groups: groups.map(([group, maxPoints]) => ({ group, maxPoints })),
    source,
  });
  const goals = [
    goal('promotion', 1, '市独自の地域包括ケア推進に向けた関係機関との連携体制を構築し持続させる', [
      ['process', 20],
      ['activity', 20],
      ['outcome', 15],
    ]),
    goal('promotion', 2, '給付の適正化', [['process', 25]]),
    goal('support', 1, '介護予防', [
      ['process', 20],
      ['activity', 25],
    ]),
  ];
  const indicators = goals.flatMap(({ grant, goal: number, groups }) =>
    groups.map(({ group, maxPoints }) => {
      const id = `${grant === 'promotion' ? 'P' : 'S'}${number}${group.charAt(0)}1`;
      const labels = ['ア', 'イ', 'ウ', 'エ', 'オ'].slice(0, maxPoints / 5);
      return {
        id,
        grant,
        goal: number,
        group,
        number: 1,
        name: '市独自の取組として通いの場の立ち上げと専門職の派遣を一体的に進めているか',
        maxPoints,
        combine: 'sum',
        rule: { kind: 'marked' },
        criteria: labels.map((label, at) => ({ id: `${id}${'abcde'.charAt(at)}`, label, points: 5 })),
        source,
      };
    }),
  );
  const mostOf = (grant: string): number =>
    goals.filter((one) => one.grant === grant).reduce((sum, { maxPoints }) => sum + maxPoints, 0);
  const result = readScheme({
    ...base,
    fiscalYear: 'R9',
    title: '令和9年度 独自の評価指標',
    maxPoints: mostOf('promotion') + mostOf('support'),
    grants: base.grants?.map((one) => ({ ...one, maxPoints: mostOf(one.grant) })),
    documents: base.documents.filter(({ id }) => id === source.document),
    source: { ...base.source, document: source.document },
    goals,
    indicators,
    unspecified: [],
  });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};

const scheme = ownScheme();
const random = seededRandom(9);
const resultsOf = (open: number) =>
  evaluated(
    [
      {
        grid: answerForm(scheme, {
          municipality: '架空市',
          prefecture: '東京都',
          answers: () => (random() < open ? null : random() < 0.6 ? '○' : '×'),
        }).rows.map((cells) => cells.map(({ value }) => value)),
      },
      { name: '設定', grid: [['項目', '値', '単位'], ['内示額（推進）', 1200, '千円'], ['内示額（支援）', 900, '千円']] },
    ],
    { scheme },
  ); // prettier-ignore

const textOf = (sheets: readonly SheetModel[]): string =>
  sheets.flatMap(({ rows }) => rows.flat().map(({ value }) => value ?? '')).join('\n');

describe.each([
  ['settled', 0],
  ['with open answers', 0.15],
])('a scheme of one’s own, %s', (_, open) => {
  const results = resultsOf(open);
  const { sheets } = sheetsToWrite(results, new Set(['all'] as const), []);

  test('every paper is made, its pages hold together, and 検算 agrees', () => {
    expect(sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(['概況', '協議会資料', '資料A', '資料B', '該当状況一覧', '改善計画表', '取組案', 'グラフ', '検算'])); // prettier-ignore
    expect(sheets.flatMap(pageFaults)).toEqual([]);
    const control = sheets.find(({ marker }) => marker === 'control')?.rows.map((cells) => cells[9]?.value) ?? [];
    expect(control.filter((verdict) => verdict === '一致').length).toBeGreaterThan(20);
    expect(control).not.toContain('不一致');
  });

  test('the council’s papers say nothing of a nation that is not known, nor of a common goal that is none', () => {
    const papers = (['a', 'b', 'council'] as const).flatMap((kind) => reportSheets(results, kind));
    expect(textOf(papers)).not.toMatch(/全国平均|平均点|中央値|目標Ⅳ|半数以上/);
    expect(textOf(reportSheets(results, 'charts'))).not.toContain('全国平均');
    expect(textOf(reportSheets(results, 'plan'))).toContain('該当した市町村の数が登録されていないため示していません');
    expect(textOf(reportSheets(results, 'summary'))).toContain('次に取り組むこと（加点の大きい順');
  });
});

test('順位 and 概況 of open answers beside a nation: no range is wider than its cell', () => {
  const nation = syntheticNation({ year: 'R8' });
  const place = nation.places[700]!;
  const open = evaluated(
    [
      {
        grid: formOf({
          year: 'R8',
          municipality: place.name,
          prefecture: place.prefecture,
          mark: ({ id }) => (id.endsWith('c') ? '' : /[1ab]$/.test(id) ? '○' : '×'),
        }),
      },
    ],
    { national: nationBeside(nation.content, '全国集計.xlsx') },
  );
  const shown = sheetsToWrite(open, new Set(), []).sheets.filter(({ name }) => name === '順位' || name === '概況');
  expect(shown).toHaveLength(2);
  expect(shown.flatMap(pageFaults)).toEqual([]);
  expect(textOf(shown)).toMatch(/1,\d{3}～1,\d{3}|\d～1,\d{3}/);
});
