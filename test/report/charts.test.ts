import { evaluate, nationBeside, type EvaluationOptions, municipalitiesOf } from '../../src/evaluation';
import type { Results } from '../../src/evaluation';
import { reportSheets } from '../../src/report';
import type { CellValue, ChartModel, Rectangle, SheetModel, WorkbookContent } from '../../src/workbook';
import { answerForm, workbook } from '../builders/answerSheets';
import { formOfPlace } from '../builders/formOfPlace';
import { hachiojiFacts } from '../fixtures/hachiojiFacts';
import { syntheticNation } from '../fixtures/syntheticNation';

const evaluated = (content: WorkbookContent, options: EvaluationOptions = {}): Results => {
  const results = evaluate(content, options);
  if (!results.ok) throw new Error(JSON.stringify(results.problems));
  return results.value;
};

const sheetOf = (results: Results): SheetModel => {
  const [sheet] = reportSheets(results, 'charts');
  if (sheet === undefined) throw new Error('no charts');
  return sheet;
};

const valuesIn = ({ rows }: SheetModel, { top, bottom, left, right }: Rectangle): readonly CellValue[] =>
  rows.slice(top, bottom + 1).flatMap((row) => row.slice(left, right + 1).map(({ value }) => value));

const chartOf = (sheet: SheetModel, title: string): ChartModel => {
  const chart = sheet.charts?.find((one) => one.title.startsWith(title));
  if (chart === undefined) throw new Error(`no chart ${title}`);
  return chart;
};

const overlap = (one: Rectangle, other: Rectangle): boolean =>
  one.top <= other.bottom && other.top <= one.bottom && one.left <= other.right && other.left <= one.right;

const nation = syntheticNation({ year: 'R8' });
const own = 700;
const place = nation.places[own]!;
const national = nationBeside(nation.content, '全国集計.xlsx');
const withTable = evaluated(formOfPlace(nation, own), { national });
const withMoney = evaluated(
  workbook(
    { name: '回答', grid: answerForm({ year: 'R7', municipality: '八王子市', prefecture: '東京都', mark: () => '○' }) },
    { name: '設定', grid: hachiojiFacts },
  ),
);

describe('the sheet グラフ', () => {
  test('every series is the column of its table, named by its heading, beside the chart', () => {
    for (const sheet of [sheetOf(withTable), sheetOf(withMoney)]) {
      expect(sheet.charts?.length).toBeGreaterThan(1);
      const places = (sheet.charts ?? []).map(({ anchor }) => anchor);
      expect(places.filter((one) => places.some((other) => one !== other && overlap(one, other)))).toEqual([]);
      for (const { anchor, categories, series } of sheet.charts ?? []) {
        expect(valuesIn(sheet, categories).every((label) => typeof label === 'string')).toBe(true);
        for (const { name, values } of series) {
          expect(sheet.rows[values.top - 1]?.[values.left]?.value).toBe(name);
          expect([values.top, values.bottom]).toEqual([categories.top, categories.bottom]);
          expect(values.right).toBeLessThan(anchor.left);
        }
      }
    }
  });

  test('the goals stand against the nation and, with a table in hand, against the prefecture', () => {
    const { series } = chartOf(sheetOf(withTable), '目標別の得点率');
    expect(series.map(({ name, role }) => [name, role])).toEqual([
      [place.name, 'own'],
      ['全国平均', 'compared'],
      [`${place.prefecture}平均`, 'prefecture'],
    ]);
    const alone = evaluated(formOfPlace(nation, own));
    expect(chartOf(sheetOf(alone), '目標別の得点率').series).toHaveLength(2);
  });

  test('around the radar stand the seven goals, each once, without the total, with the means of nation and prefecture', () => {
    const sheet = sheetOf(withTable);
    const radar = chartOf(sheet, '目標別の得点率（レーダー）');
    const bars = chartOf(sheet, '目標別の得点率');
    expect([radar.kind, bars.kind]).toEqual(['radar', 'bar']);
    expect(valuesIn(sheet, radar.categories)).toEqual(['推進Ⅰ', '推進Ⅱ', '推進Ⅲ', '支援Ⅰ', '支援Ⅱ', '支援Ⅲ', '共通Ⅳ']);
    expect(radar.series.map(({ name, role }) => [name, role])).toEqual(
      bars.series.map(({ name, role }) => [name, role]),
    );
    // Each goal is out of 100 points, so that its points are its rate.
    const own = municipalitiesOf(withTable)[0]!.blocks.filter(
      ({ block }) => block.group === null && block.goal !== null,
    );
    expect(valuesIn(sheet, radar.series[0]!.values)).toEqual(own.map(({ points }) => points / 100));
  });

  test('the prefecture’s mean is that of its municipalities, worked out one by one', () => {
    const sheet = sheetOf(withTable);
    const { categories, series } = chartOf(sheet, '目標別の得点率');
    const members = [...nation.places.keys()].filter((row) => nation.places[row]!.prefecture === place.prefecture);
    const totals = members.map((row) => municipalitiesOf(evaluated(formOfPlace(nation, row)))[0]?.total ?? NaN);
    const mean = totals.reduce((sum, total) => sum + total, 0) / totals.length / 800;
    expect(valuesIn(sheet, categories).at(-1)).toBe('総得点');
    expect(Math.abs(Number(valuesIn(sheet, series[2]!.values).at(-1)) - mean)).toBeLessThan(1e-12);
  });

  test('the distribution counts every municipality once and marks the step of the own total', () => {
    const sheet = sheetOf(withTable);
    const { categories, series, overlapping } = chartOf(sheet, '全国の得点分布');
    const counts = valuesIn(sheet, series[0]!.values).map(Number);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1741);
    const marked = valuesIn(sheet, series[1]!.values);
    const at = marked.findIndex((value) => value !== null);
    expect(marked.filter((value) => value !== null)).toEqual([counts[at]]);
    const total = municipalitiesOf(withTable)[0]?.total ?? NaN;
    expect(valuesIn(sheet, categories)[at]).toBe(String(Math.floor(total / 50) * 50));
    expect(overlapping).toBe(true);
  });

  test('last year’s rates and amounts stand beside this year’s', () => {
    const sheet = sheetOf(withMoney);
    const { series } = chartOf(sheet, '前年度との比較（交付額');
    expect(series.map(({ name }) => name)).toEqual(['令和6年度', '令和7年度']);
    expect(series.map(({ values }) => valuesIn(sheet, values).at(-1))).toEqual([135_944, 240_373]);
    expect(chartOf(sheet, '前年度との比較（交付額').reading).toContain('135,944千円から令和7年度の240,373千円');
  });

  test('the words for those who cannot see it name the picture and no figure, which a refresh could not change', () => {
    for (const { altText, reading } of sheetOf(withTable).charts ?? []) {
      expect(altText).toMatch(/(?:グラフ|チャート)。読み取れることと数値は、見出しの下の文と表にあります。$/);
      expect(altText).not.toMatch(/\d+(?:\.\d)?[%％位]/);
      if (reading === undefined) continue;
      // On the sheet lines end between words.
      const printed = sheetOf(withTable).rows.flatMap((cells) =>
        cells.map(({ value }) => String(value).replaceAll('\n', '')),
      );
      expect(printed).toContain(reading);
    }
    expect(chartOf(sheetOf(withTable), '目標別の得点率').reading).toMatch(
      /総得点の得点率は\d+\.\d％、全国平均は\d+\.\d％/,
    );
  });

  test('other charts are another sheet, so that no figure stands under the picture of another', () => {
    const markers = [withTable, withMoney, evaluated(formOfPlace(nation, own))].map((one) => sheetOf(one).marker);
    expect(new Set(markers).size).toBe(3);
    expect(markers.every((marker) => /^charts[A-Z]+$/.test(marker))).toBe(true);
  });
});
