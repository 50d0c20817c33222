import { evaluate, municipalitiesOf, type EvaluationOptions } from '../../src/evaluation';
import type { CellValue, WorkbookContent } from '../../src/workbook';
import { answerForm, workbook } from '../builders/answerSheets';
import { planWith } from '../builders/nation';
import { syntheticNation } from '../fixtures/syntheticNation';

const nation = syntheticNation({ year: 'R8' });
const plan = planWith((file) => {
  file.fiscalYear = 'R8';
});
const evaluated = (content: WorkbookContent, options: EvaluationOptions = {}) => {
  const result = evaluate(content, options);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};

/** The invented national table with its rows changed. */
const tableWith = (change: (row: readonly CellValue[], at: number) => readonly (readonly CellValue[])[]) => ({
  ...nation.content,
  sheets: nation.content.sheets.map((sheet) => ({
    ...sheet,
    grid: sheet.grid.flatMap((row, at) => (at < nation.firstRow ? [row] : change(row, at - nation.firstRow))),
  })),
});

const withoutInsured = (row: readonly CellValue[], at: number): readonly CellValue[] => {
  const persons = nation.places[at]?.insured;
  if (!row.includes(persons ?? '')) throw new Error(`row ${at} does not hold ${String(persons)}`);
  return row.map((value) => (value === persons ? null : value));
};

describe('the pots of a plan are shared', () => {
  test('among the whole nation, each grant by its own points', () => {
    const results = evaluated(nation.content, { plan });
    const pointsOf = (at: number, grant: 'promotion' | 'support') =>
      municipalitiesOf(results)[at]?.blocks.find(({ block }) => block.grant === grant && block.goal === null)?.points;
    for (const [at, { promotion, support }] of (results.money.allocation?.municipalities ?? []).entries())
      expect([promotion.because().points, support.because().points]).toEqual([
        pointsOf(at, 'promotion'),
        pointsOf(at, 'support'),
      ]);
    expect(results.money.allocation?.municipalities).toHaveLength(1741);
    expect(municipalitiesOf(results).every(({ grants }) => grants?.support.basis === 'share')).toBe(true);
  });

  test.each([
    ['a row is missing', tableWith((row, at) => (at === 5 ? [] : [row]))],
    ['somebody’s 第1号被保険者数 is missing', tableWith((row, at) => [at === 5 ? withoutInsured(row, at) : row])],
  ])('by nobody where %s: the others would get too much', (_, content) => {
    const results = evaluated(content, { plan });
    expect(results.money.allocation).toBeUndefined();
    expect(municipalitiesOf(results).filter(({ grants }) => grants?.support.basis === 'share')).toEqual([]);
  });
});

describe('an estimate', () => {
  const form = (municipality: string, mark: (id: string) => CellValue) => ({
    name: municipality,
    grid: answerForm({ year: 'R8', municipality, prefecture: '福島県', mark: ({ id }) => mark(id) }),
  });
  const told = { name: '設定', grid: [['項目', '値', '単位'], ['第1号被保険者数', 900, '人']] }; // prettier-ignore

  test('takes each grant’s own points', () => {
    const [own] = municipalitiesOf(
      evaluated(
        workbook(
          form('北塩原村', (id) => (id.startsWith('P') ? '○' : '×')),
          told,
        ),
      ),
    );
    expect([own?.grants?.promotion.basis, own?.grants?.support.yen]).toEqual(['estimate', 0n]);
    expect(own?.grants?.promotion.high).toBeGreaterThan(0n);
  });

  test('says what it assumes once, however many municipalities stand in the workbook', () => {
    const results = evaluated(
      workbook(
        form('北塩原村', () => '○'),
        form('磐梯町', () => '○'),
        told,
      ),
    );
    expect(municipalitiesOf(results).map(({ grants }) => grants?.support.basis)).toEqual(['estimate', 'estimate']);
    expect(results.problems.filter(({ code }) => code === 'E-532')).toHaveLength(1);
  });
});
