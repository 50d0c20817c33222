import { evaluate, type EvaluationOptions, municipalitiesOf, nationBeside } from '../../src/evaluation';
import type { Results } from '../../src/evaluation';
import { reportSheets } from '../../src/report';
import type { CellValue, WorkbookContent } from '../../src/workbook';
import { answerForm, schemeFor, workbook } from '../builders/answerSheets';
import { formOfPlace } from '../builders/formOfPlace';
import { syntheticNation } from '../fixtures/syntheticNation';

const evaluated = (content: WorkbookContent, options: EvaluationOptions = {}): Results => {
  const results = evaluate(content, options);
  if (!results.ok) throw new Error(JSON.stringify(results.problems));
  return results.value;
};

const answered = (year: string, mark: (criterion: { id: string }) => CellValue): Results =>
  evaluated(
    workbook({ name: '回答', grid: answerForm({ year, municipality: '八王子市', prefecture: '東京都', mark }) }),
  );

/** The table of the sheet, one record per indicator by its headings without line breaks. */
const tableOf = (results: Results): readonly ReadonlyMap<string, CellValue>[] => {
  const [sheet] = reportSheets(results, 'analysis');
  const [headings = [], ...rows] = (sheet?.rows ?? []).slice(2).map((row) => row.map(({ value }) => value));
  return rows
    .slice(0, results.scheme.indicators.length)
    .map((row) => new Map(headings.map((heading, at) => [String(heading).replace(/\n/g, ''), row[at] ?? null])));
};
const notesOf = (results: Results): string =>
  (reportSheets(results, 'analysis')[0]?.rows ?? []).map((row) => String(row[0]?.value)).join('\n');

describe('what was missed', () => {
  test('the points of all indicators and what was missed add up to the maximum, goal Ⅳ twice', () => {
    const table = tableOf(answered('R7', ({ id }) => (id.startsWith('P1') ? '○' : '×')));
    expect(table).toHaveLength(schemeFor('R7').indicators.length);
    const total = table.reduce(
      (sum, row) =>
        sum + Number(row.get('得点')) * (row.get('交付金') === '共通' ? 2 : 1) - Number(row.get('総得点への影響')),
      0,
    );
    expect(total).toBe(800);
  });

  test('what costs most stands first, with the branches missed and the nation’s share', () => {
    const table = tableOf(answered('R7', ({ id }) => (id.startsWith('P1p1a') ? '×' : '○')));
    const lost = table.map((row) => Number(row.get('総得点への影響')));
    expect(lost).toEqual([...lost].sort((one, other) => one - other));
    const missed = table.map((row) => String(row.get('取れなかった枝番（配点・全国の該当率）') ?? ''));
    expect(missed.find((text) => text.includes('%'))).toMatch(/^ア[①-⑨]?（\d+点・\d+\.\d%）/);
  });
});

describe('the means beside it', () => {
  const nation = syntheticNation({ year: 'R8' });
  const own = 700;
  const peers = [3, 40, 900];
  const compared = evaluated(formOfPlace(nation, own), {
    national: nationBeside(nation.content, '全国集計.xlsx'),
    peers: peers.map((row) => `${nation.places[row]!.prefecture}${nation.places[row]!.name}`),
  });
  const { indicators } = nation.scheme;
  /** One municipality’s points of each indicator, worked out on a way of their own: from its own workbook. */
  const pointsOfPlace = (row: number): ReadonlyMap<string, number> => {
    const [municipality] = municipalitiesOf(evaluated(formOfPlace(nation, row)));
    const awards = municipality?.awards() ?? [];
    return new Map(
      indicators.map(({ id }) => [
        id,
        awards.reduce((sum, { indicator, points }) => sum + (indicator.id === id ? points : 0), 0),
      ]),
    );
  };
  const meanOfPlaces = (rows: readonly number[]): ReadonlyMap<string, number> => {
    const all = rows.map(pointsOfPlace);
    return new Map(
      indicators.map(({ id }) => [id, all.reduce((sum, one) => sum + (one.get(id) ?? NaN), 0) / all.length]),
    );
  };
  const column = (heading: string): ReadonlyMap<string, CellValue> => {
    const short = { 推進: 'promotion', 支援: 'support', 共通: 'common' } as const;
    return new Map(
      tableOf(compared).map((row) => {
        const found = indicators.find(
          ({ grant, name, number }) =>
            grant === short[row.get('交付金') as keyof typeof short] &&
            name === row.get('指標') &&
            number === row.get('番号'),
        );
        return [found?.id ?? 'none', row.get(heading) ?? null];
      }),
    );
  };
  const expectMeans = (heading: string, wanted: ReadonlyMap<string, number>): void => {
    const printed = column(heading);
    expect(printed.size).toBe(indicators.length);
    for (const [id, mean] of wanted) expect(Math.abs(Number(printed.get(id)) - mean)).toBeLessThan(1e-9);
  };

  test('the prefecture’s is that of its municipalities in the table, the own one among them', () => {
    const members = [...nation.places.keys()].filter(
      (row) => nation.places[row]!.prefecture === nation.places[own]!.prefecture,
    );
    expect(members.length).toBeGreaterThan(1);
    expectMeans('都道府県平均', meanOfPlaces(members));
  });

  test('of a table that lacks one of the prefecture there is no mean of it, in any paper, and the sheet says why', () => {
    const { prefecture } = nation.places[own]!;
    const other = nation.places.findIndex((place, row) => place.prefecture === prefecture && row !== own);
    const lacking = {
      ...nation.content,
      sheets: nation.content.sheets.map((sheet) => ({
        ...sheet,
        grid: sheet.grid.filter((cells) => !(cells[6] === prefecture && cells[7] === nation.places[other]!.name)),
      })),
    };
    const results = evaluated(formOfPlace(nation, own), { national: nationBeside(lacking, '全国集計.xlsx') });
    expect(results.subject !== 'facts' && results.nation?.table.count).toBe(nation.places.length - 1);
    expect(notesOf(results)).toContain('すべての市町村の得点がそろっていない');
    const short = (text: unknown) => /[都道府県]平均(?!は表示していません)/.test(String(text));
    const printed = (['analysis', 'charts', 'council', 'b'] as const).flatMap((kind) =>
      [compared, results].map(
        (one) =>
        reportSheets(one, kind).flatMap(({ rows }) => rows.flatMap((row) => row.map(({ value }) => value))).filter(short), // prettier-ignore
      ),
    );
    const [whole, part] = [0, 1].map((which) => printed.filter((_, at) => at % 2 === which));
    expect(whole?.every((texts) => texts.length > 0)).toBe(true);
    expect(part).toEqual([[], [], [], []]);
  });

  test('the peers’ is that of the municipalities chosen', () => {
    expectMeans('比較団体平均', meanOfPlaces(peers));
    expect(notesOf(compared)).toContain('選んだ3市町村の平均');
  });

  test('the nation’s indicators add up to the published mean of every group, best alternatives and all', () => {
    const printed = column('全国平均');
    for (const { grant, goal, group, mean } of nation.national.blocks) {
      if (group === null || grant === null) continue;
      const inside = indicators.filter((one) => one.grant === grant && one.goal === goal && one.group === group);
      const sum = inside.reduce((total, { id }) => total + Number(printed.get(id)), 0);
      expect(Math.abs(sum - mean)).toBeLessThan(1e-9);
    }
  });

  test('without a table the one indicator of best alternatives in a group is what the published mean leaves', () => {
    const alone = tableOf(answered('R8', () => '○'));
    const choice = schemeFor('R8').indicators.find(({ grant, combine }) => grant === 'support' && combine !== 'sum');
    const row = alone.find((one) => one.get('交付金') === '支援' && one.get('指標') === choice?.name);
    expect(Number(row?.get('全国平均'))).toBeGreaterThan(0);
    expect(Number(row?.get('全国平均'))).toBeLessThan(choice?.maxPoints ?? 0);
    // Means that nobody knows have no column.
    expect([row?.has('全国平均'), row?.has('都道府県平均'), row?.has('比較団体平均')]).toEqual([true, false, false]);
    expect(notesOf(answered('R8', () => '○'))).toContain('全国集計表を読み込むと表示します');
  });
});
