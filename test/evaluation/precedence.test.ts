import { readPlan } from '../../src/allocation';
import { evaluate, nationBeside, nationIn, onlyMunicipality, type EvaluationOptions } from '../../src/evaluation';
import { reportSheets } from '../../src/report';
import r7plan from '../../src/schemes/R7/plan.json';
import { readSettingsSheet } from '../../src/settings';
import type { CellValue, WorkbookContent } from '../../src/workbook';
import { answerForm, workbook } from '../builders/answerSheets';
import { formOfPlace } from '../builders/formOfPlace';
import { planWith } from '../builders/nation';
import { printedRows } from '../builders/printed';
import { hachiojiFacts } from '../fixtures/hachiojiFacts';
import { syntheticNation } from '../fixtures/syntheticNation';

// Where several say the same thing one of them is believed. Each table goes down its rule: every row takes away the one who
// was believed in the row above, so that two neighbours that change places fail in the first row that holds both.
type Rows = readonly (readonly CellValue[])[];
const sheet = (rows: Rows, name = '設定') => workbook({ name, grid: [['項目', '値', '単位'], ...rows] });
const file = (rows: Rows) => readSettingsSheet('設定', [['項目', '値', '単位'], ...rows]).settings;
const together = (...books: readonly WorkbookContent[]): WorkbookContent => ({
  ...workbook(),
  sheets: books.flatMap(({ sheets }) => sheets),
});
const evaluated = (content: WorkbookContent, options: EvaluationOptions = {}) => {
  const result = evaluate(content, options);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};

const nation = syntheticNation({ year: 'R8' });
const national = nationBeside(nation.content, '全国集計.xlsx');
const row = 700;
const own = formOfPlace(nation, row);
const inTable = nation.places[row]?.insured;

/** The form of the municipality with 第1号被保険者数 written above it. */
const ownWithInsured = (insured: number): WorkbookContent => ({
  ...own,
  sheets: own.sheets.map((one) => ({ ...one, grid: [['第1号被保険者数', insured], ...one.grid] })),
});

const plan = planWith((written) => {
  written.fiscalYear = 'R8';
});
const notices: Rows = [
  ['内示額（推進）', 5_000, '千円'],
  ['内示額（支援）', 6_000, '千円'],
];

test.each<[string | undefined, string, WorkbookContent, EvaluationOptions]>([
  ['notice', '内示額 of 設定, a plan and insured persons', together(own, sheet(notices)), { national, plan }],
  ['share', 'a plan and insured persons', own, { national, plan }],
  ['estimate', 'insured persons alone', own, { national }],
  [undefined, 'nothing of them', own, {}],
])('amount: %s from %s', (basis, _, content, options) => {
  const { grants } = onlyMunicipality(evaluated(content, options)) ?? {};
  expect([grants?.promotion.basis, grants?.support.basis]).toEqual([basis, basis]);
});

test.each<[number | null | undefined, string, WorkbookContent, EvaluationOptions]>([
  [900, '設定, the workbook and the table', together(ownWithInsured(800), sheet([['第1号被保険者数', 900]])), { national }], // prettier-ignore
  [800, 'the workbook and the table', ownWithInsured(800), { national }],
  [inTable, 'the table', own, { national }],
  [null, 'nobody', own, {}],
])('insured persons: %s told by %s', (persons, _, content, options) => {
  expect(onlyMunicipality(evaluated(content, options))?.insured).toBe(persons);
});

test.each<[readonly number[], string, readonly number[] | undefined, readonly number[] | undefined]>([
  [[701], '--peers and 設定', [701], [702]],
  [[702], '設定', undefined, [702]],
  [[], 'nobody', undefined, undefined],
])('peers: %p named by %s', (chosen, _, host, told) => {
  const names = (rows: readonly number[]) => rows.map((at) => nation.places[at]?.name ?? '');
  const content = told === undefined ? own : together(own, sheet([['比較団体', names(told).join('、')]]));
  const results = evaluated(content, { national, ...(host === undefined ? {} : { peers: names(host) }) });
  const groups = nationIn(results)?.ranks.scopes.find(({ name }) => name === 'peers')?.groups ?? [];
  expect([...groups].flatMap((group, at) => (group === 0 ? [at] : []))).toEqual(chosen);
});

const marked = (mark: string) =>
  workbook({
    name: '回答',
    grid: answerForm({ year: 'R6', municipality: '北塩原村', mark: ({ id }) => (id === 'S1p1a' ? '○' : mark) }),
  });
const meanings = (meaning: string): Rows => [[], ['記号', '意味'], ['△', meaning]];

test.each<[number | undefined, string, EvaluationOptions['markMeanings'], Rows]>([
  [800, 'the host and 設定', new Map([['△', 'met']]), meanings('非該当')],
  [1, '設定', undefined, meanings('非該当')],
  [1, '設定, the host speaking of another mark', new Map([['レ', 'met']]), meanings('非該当')],
])('an ambiguous mark: %p points as told by %s', (points, _, markMeanings, rows) => {
  const results = evaluated(together(marked('△'), sheet(rows)), markMeanings === undefined ? {} : { markMeanings });
  expect(onlyMunicipality(results)?.range).toEqual({ least: points, most: points });
});

const insured = (persons: number): Rows => [['第1号被保険者数', persons]];

test.each<[number | null, string, WorkbookContent, EvaluationOptions]>([
  [1, 'the sheet 設定, another headed like it and --settings', together(marked('○'), sheet(insured(2), '覚え'), sheet(insured(1))), { settings: file(insured(3)) }], // prettier-ignore
  [2, 'a sheet headed like it and --settings', together(marked('○'), sheet(insured(2), '覚え')), { settings: file(insured(3)) }], // prettier-ignore
  [3, '--settings', marked('○'), { settings: file(insured(3)) }],
  [null, 'nothing', marked('○'), {}],
])('settings: %p from %s', (persons, _, content, options) => {
  expect(onlyMunicipality(evaluated(content, options))?.insured).toBe(persons);
});

const toldPoints: Rows = [
  ['評価年度', 'R6'],
  ['今年度の得点（合計）', 500],
];
const toldRank: Rows = [...toldPoints, ['今年度の全国順位', 77]];

test.each<[number | undefined, number | undefined, string, WorkbookContent]>([
  [800, 77, 'answers, and points and rank told', together(marked('○'), sheet(toldRank))],
  [800, 1, 'answers, and points told', together(marked('○'), sheet(toldPoints))],
  [500, 77, 'points and rank told', sheet(toldRank)],
  [500, undefined, 'points told', sheet(toldPoints)],
])('this year: %p points and rank %p of %s', (points, rank, _, content) => {
  const { total } = evaluated(content).money.own?.thisYear.points ?? {};
  expect([total?.points.value, total?.nationalRank?.value]).toEqual([points, rank]);
});

describe('plan: --plan, then the packaged one', () => {
  const given = readPlan({
    ...r7plan,
    frames: r7plan.frames.map((frame) => (frame.id === 'outcomeOriented' ? { ...frame, places: 23 } : frame)),
  });
  if (!given.ok) throw new Error(JSON.stringify(given.problems));
  const facts = workbook({ name: '設定', grid: hachiojiFacts });

  test.each<[string, string, EvaluationOptions]>([
    ['対象は全国で２３市町村です。', 'a plan of 23 places', { plan: given.value }],
    ['対象は全国で１５市町村です。', 'the packaged plan', {}],
  ])('資料A prints %s by %s', (sentence, _, options) => {
    const results = evaluated(facts, { year: 'R7', ...options });
    expect(reportSheets(results, 'a').flatMap(printedRows).flat().join()).toContain(sentence);
  });
});

test('a national table is read once for all workbooks of a run, and again only by other rules', () => {
  const first = nationIn(evaluated(own, { national }));
  const second = nationIn(
    evaluated(formOfPlace(nation, row + 1), { national, peers: [nation.places[row]?.name ?? ''] }),
  );
  expect(second?.scores).toBe(first?.scores);
  const r6 = evaluate(marked('○'), { national });
  expect(r6.ok ? [] : r6.problems.map(({ code }) => code)).toEqual(['E-204']);
  expect(nationIn(evaluated(own, { national }))?.table).toBe(first?.table);
});
