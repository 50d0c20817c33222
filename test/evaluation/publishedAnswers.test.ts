import { evaluate, municipalitiesOf } from '../../src/evaluation';
import { goalNumeral, grantNames, groupNames, type Indicator } from '../../src/schemes';
import { answerForm, flatList, workbook } from '../builders/answerSheets';
import { goldenCases, type GoldenCase } from '../golden/cases';

const layouts = (answers: GoldenCase) => {
  const base = { year: answers.fiscalYear, municipality: answers.municipality, prefecture: answers.prefecture };
  const met = ({ id }: { id: string }) => (answers.scored[id] ?? 0) > 0;
  const circles = { ...base, mark: (criterion: { id: string; points: number }) => (met(criterion) ? '○' : '×') };
  const points = { ...base, mark: ({ id }: { id: string; points: number }) => answers.scored[id] ?? 0 };
  return {
    'answer form with ○ and ×': answerForm(circles),
    'flat list with points and printed sums': flatList({
      ...points,
      municipality: answers.prefecture + answers.municipality,
      sums: answers.published,
    }),
    'flat list with marks, goal Ⅳ under each grant': flatList({
      ...circles,
      municipality: answers.prefecture + answers.municipality,
      sums: answers.published,
      goal4Twice: true,
    }),
    'answer form with ○ only': answerForm({ ...base, mark: (criterion) => (met(criterion) ? '〇' : null) }),
  };
};

/** 「推進|Ⅰ|体制・取組|4」, as the printed figures are headed. */
const indicatorKey = ({ grant, goal, group, number }: Indicator): string =>
  [grantNames[grant].short, goalNumeral(goal), groupNames[group].short, number].join('|');

describe.each(goldenCases)('%s', (_, answers) => {
  it.each(Object.entries(layouts(answers)))('gives every published figure from the %s', (layout, grid) => {
    const result = evaluate(workbook({ name: answers.municipality, grid }));
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    const [municipality] = municipalitiesOf(result.value);
    expect(municipalitiesOf(result.value)).toHaveLength(1);
    const points = (grant: string, goal: string, group: string | null) =>
      municipality?.blocks.find(
        ({ block }) =>
          block.grant !== null &&
          grantNames[block.grant].short === grant &&
          (block.goal === null ? '計' : goalNumeral(block.goal)) === goal &&
          (block.group === null ? null : groupNames[block.group].short) === group,
      )?.points;
    const groups = Object.keys(answers.published.groups).map((key) => [
      key,
      points(...(key.split('|') as [string, string, string])),
    ]);
    expect(Object.fromEntries(groups)).toEqual(answers.published.groups);
    const goals = Object.keys(answers.published.goals).map((key) => {
      const [grant = '', goal = ''] = key.split('|');
      return [key, points(goal === 'Ⅳ' ? '共通' : grant, goal, null)];
    });
    expect(Object.fromEntries(goals)).toEqual(answers.published.goals);
    expect({ 推進: points('推進', '計', null), 支援: points('支援', '計', null) }).toEqual(answers.published.grants);
    expect(municipality?.total).toBe(answers.published.total);
    const scored = (municipality?.awards() ?? []).filter((award) => award.points > 0);
    const indicators = Object.keys(answers.published.indicators ?? {}).map((key) => {
      const of = scored.filter(({ indicator }) => indicatorKey(indicator) === key);
      return [key, of.reduce((sum, award) => sum + award.points, 0)];
    });
    expect(Object.fromEntries(indicators)).toEqual(answers.published.indicators ?? {});
    expect(Object.fromEntries(scored.map((award) => [award.criterion.id, award.points]))).toEqual(answers.scored);
    // A block in which nothing is met bears no mark at all when only ○ is typed: its blanks are asked about.
    const open = layout.includes('○ only') && Object.values(answers.published.groups).includes(0);
    const doubts = result.value.problems.filter(({ severity }) => severity !== 'info').map(({ name }) => name);
    expect(doubts.filter((name) => !open || (name !== 'block-without-mark' && name !== 'unanswered'))).toEqual([]);
    expect(doubts.includes('block-without-mark')).toBe(open);
    expect(municipality?.range.least).toBe(answers.published.total);
    expect(municipality?.provisional).toBe(open);
    if (open) return;
    const rank = municipality?.rank.national;
    expect(rank?.low).toBeLessThanOrEqual(answers.published.nationalRank);
    expect(rank?.high).toBeGreaterThanOrEqual(answers.published.nationalRank);
  });
});
