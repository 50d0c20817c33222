import fc from 'fast-check';
import { chartGeometry } from '../../src/taskpane/charts/geometry';
import { chartTable } from '../../src/taskpane/charts/table';
import type { ChartGeometry } from '../../src/taskpane/charts/shapes';
import { reportSheets } from '../../src/report';
import type { CellValue, ChartModel, SheetModel } from '../../src/workbook';
import { answerForm } from '../builders/answerSheets';
import { evaluated } from '../builders/evaluated';

/** A chart over a table whose first column holds the categories, and one column per series. */
const chartOf = (
  rows: readonly (readonly [string, ...CellValue[]])[],
  more: Partial<ChartModel> = {},
): { readonly sheet: Pick<SheetModel, 'rows'>; readonly chart: ChartModel } => {
  const column = (at: number) => ({ top: 0, bottom: rows.length - 1, left: at, right: at });
  const series = (rows[0] ?? ['']).slice(1);
  return {
    sheet: { rows: rows.map((row) => row.map((value) => ({ value, look: 'body' as const }))) },
    chart: {
      kind: 'bar',
      title: '図',
      altText: '図の説明',
      anchor: { top: 0, left: 5, bottom: 9, right: 9 },
      categories: column(0),
      series: series.map((_, at) => ({ name: `系列${String(at)}`, values: column(at + 1), role: 'own' })),
      ...more,
    },
  };
};
const drawn = (rows: readonly (readonly [string, ...CellValue[]])[], more: Partial<ChartModel> = {}): ChartGeometry => {
  const { sheet, chart } = chartOf(rows, more);
  return chartGeometry(chart, chartTable(sheet, chart));
};
const lengths = ({ bars }: ChartGeometry) => bars.map(({ width }) => width);

describe('the figures of a chart', () => {
  test('are those of its own sheet, as the sheet prints them', () => {
    const results = evaluated([
      { grid: answerForm({ year: 'R7', municipality: '天草市', prefecture: '熊本県', mark: () => '○' }) },
    ]);
    const [sheet] = reportSheets(results, 'charts');
    const [chart] = sheet?.charts ?? [];
    if (sheet === undefined || chart === undefined) throw new Error('no chart');
    const { categories, series } = chartTable(sheet, chart);
    expect([categories[0], series[0]?.name, series[0]?.values[0], series[0]?.printed[0]]).toEqual(['推進Ⅰ', '天草市', 1, '100.0％']); // prettier-ignore
    expect(series[1]?.values[0]).toBe(sheet.rows[chart.series[1]?.values.top ?? -1]?.[2]?.value);
  });

  test('a text or nothing where a number should be leaves a gap', () => {
    const { sheet, chart } = chartOf([['推進', 1], ['支援', '－'], ['共通', null]]); // prettier-ignore
    expect(chartTable(sheet, chart).series[0]).toMatchObject({ values: [1, null, null], printed: ['1', '－', ''] });
    expect(drawn([['推進', 1], ['支援', '－']]).bars).toHaveLength(1); // prettier-ignore
  });
});

describe('the picture of a chart', () => {
  test('shares run from 0 to 100 %, whatever the largest is', () => {
    const { ticks, bars, zero } = drawn([['推進', 0.5]], { percent: true });
    expect(ticks.map(({ label }) => label.text)).toEqual(['0％', '25％', '50％', '75％', '100％']);
    const full = (ticks.at(-1)?.line.x1 ?? 0) - zero.x1;
    expect(bars[0]?.width).toBeCloseTo(full / 2, 9);
  });

  test('lengths are to each other as the values are, lying and standing', () => {
    const [one = 0, three = 0] = lengths(drawn([['甲', 100], ['乙', 300]])); // prettier-ignore
    expect(three / one).toBeCloseTo(3, 9);
    const heights = drawn([['甲', 100], ['乙', 300]], { kind: 'column' }).bars.map(({ height }) => height); // prettier-ignore
    expect((heights[1] ?? 0) / (heights[0] ?? 1)).toBeCloseTo(3, 9);
  });

  test('series stand beside each other, or in one place where they overlap', () => {
    const beside = drawn([['甲', 1, 2]], { kind: 'column' }).bars.map(({ x }) => x);
    expect(beside[1]).toBeGreaterThan(beside[0] ?? Infinity);
    const over = drawn([['甲', 1, 2]], { kind: 'column', overlapping: true }).bars.map(({ x }) => x);
    expect(over[1]).toBe(over[0]);
  });

  test('below zero bars point the other way', () => {
    const { bars, zero } = drawn([['甲', -50], ['乙', 50]]); // prettier-ignore
    expect(bars[0]?.width).toBeCloseTo(bars[1]?.width ?? 0, 9);
    expect((bars[0]?.x ?? 0) + (bars[0]?.width ?? 0)).toBeCloseTo(zero.x1, 9);
    expect(bars[1]?.x).toBeCloseTo(zero.x1, 9);
  });

  test.each(['bar', 'column'] as const)('a %s chart of zeros, or of nothing, still has an axis', (kind) => {
    for (const value of [0, null]) {
      const { zero, ticks, bars } = drawn([['甲', value]], { kind });
      expect([zero, ...ticks.map(({ line }) => line)].flatMap(Object.values).every(Number.isFinite)).toBe(true);
      expect(bars.map(({ x, y, width, height }) => [x, y, width, height].every(Number.isFinite))).toEqual(
        value === null ? [] : [true],
      );
    }
  });

  test('labels that would touch are thinned out; a few long ones are cut instead', () => {
    const many = drawn(Array.from({ length: 16 }, (_, at) => [`${at * 50}～${at * 50 + 49}`, at] as const), { kind: 'column' }); // prettier-ignore
    expect(many.categories.length).toBeLessThan(16);
    const few = drawn([['保険者機能強化推進交付金', 1], ['保険者努力支援交付金の合計', 2], ['三', 3]], { kind: 'column' }); // prettier-ignore
    expect(few.categories.map(({ text }) => text.endsWith('…'))).toEqual([true, true, false]);
  });

  test('any chart keeps its bars inside the picture', () => {
    const value = fc.oneof(fc.double({ min: -1e9, max: 1e9, noNaN: true }), fc.constant(null));
    const rows = fc.array(fc.tuple(fc.string({ maxLength: 30 }), value, value), { maxLength: 30 });
    fc.assert(
      fc.property(rows, fc.constantFrom('bar', 'column'), fc.boolean(), (table, kind, overlapping) => {
        const picture = drawn(table, { kind, ...(overlapping ? { overlapping } : {}) });
        for (const { x, y, width, height } of picture.bars) {
          expect([x, y, width, height].every(Number.isFinite)).toBe(true);
          expect(width).toBeGreaterThanOrEqual(0);
          expect(height).toBeGreaterThanOrEqual(0);
          expect(x).toBeGreaterThanOrEqual(-1e-6);
          expect(x + width).toBeLessThanOrEqual(picture.width + 1e-6);
          expect(y + height).toBeLessThanOrEqual(picture.height + 1e-6);
        }
      }),
      // Found by chance once: a value too small to be divided.
      { examples: [[[['', 1.5e-323, null]], 'bar', false]] },
    );
  });
});
