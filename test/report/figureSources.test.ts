import { readSettingsFile } from '../../src/settings';
import { evaluate, type EvaluationOptions, nationBeside } from '../../src/evaluation';
import { reportSheets } from '../../src/report';
import { cellAt, parseA1, type CellValue, type ModelCell, type SheetModel } from '../../src/workbook';
import { answerForm, workbook } from '../builders/answerSheets';
import { printed, tight } from '../builders/printed';
import { amakusaFacts } from '../fixtures/amakusaFacts';
import { hachiojiFacts } from '../fixtures/hachiojiFacts';
import { syntheticNation } from '../fixtures/syntheticNation';

type Grid = readonly (readonly CellValue[])[];
interface Input {
  readonly answers?: Grid;
  readonly settings?: Grid;
  readonly options?: EvaluationOptions;
}

/**
 * A text with a figure: a number before one of these units, or nothing but a number (an amount in a table). 「令和７年度」,
 * 「資料４‐１」 and 「（１）」 are labels and match neither; the cells left to the user are the only other exception.
 */
const figureInText = /[0-9０-９] ?(?:点|円|千円|位|％|%|市町村|億円)|^[0-9０-９,，.．]+$/;

const hasFigure = ({ value }: ModelCell): boolean =>
  typeof value === 'number' || (typeof value === 'string' && figureInText.test(value));

/** Full-width signs as half-width, without separators: ４０，６７６，０００円 = 40676000円. */
const folded = (text: string): string =>
  tight(text)
    .replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replaceAll(',', '');

const form = (year: string, municipality: string, prefecture: string): Grid =>
  answerForm({
    year,
    municipality,
    prefecture,
    mark: ({ id }) => (id.endsWith('1') || id.endsWith('a') ? '○' : '×'),
  });
const settings = (...rows: Grid): Grid => [['項目', '値', '単位'], ...rows];

const inputs: readonly (readonly [string, Input])[] = [
  ['facts only, 八王子市', { settings: hachiojiFacts }],
  ['facts only, 天草市', { settings: amakusaFacts }],
  ['answers and facts, 八王子市', { answers: form('R7', '八王子市', '東京都'), settings: hachiojiFacts }],
  ['answers and facts, 天草市', { answers: form('R6', '天草市', '熊本県'), settings: amakusaFacts }],
  [
    'answers with an estimate, R7',
    { answers: form('R7', '八王子市', '東京都'), settings: settings(['第1号被保険者数', 155_600, '人']) },
  ],
  [
    'answers with an estimate and the points of last year, R8',
    {
      answers: form('R8', '天草市', '熊本県'),
      settings: settings(
        ['第1号被保険者数', 30_000, '人'],
        ['前年度', 'R7'],
        ['前年度の得点（推進）', 150],
        ['前年度の得点（支援）', 180],
        ['前年度の全国順位', 1500],
      ),
    },
  ],
];

const papersOf = ({ answers, settings: told, options }: Input): readonly SheetModel[] => {
  const result = evaluate(
    workbook(
      ...(answers === undefined ? [] : [{ name: '回答', grid: answers }]),
      ...(told === undefined ? [] : [{ name: '設定', grid: told }]),
    ),
    options,
  );
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return [...reportSheets(result.value, 'a'), ...reportSheets(result.value, 'b')];
};

/** Every cell but those the user may write over. */
const cellsOf = ({ rows, userCells = [] }: SheetModel): readonly ModelCell[] =>
  rows.flatMap((cells, row) =>
    cells.filter((_, column) => !userCells.some((user) => user.row === row && user.column === column)),
  );

/** The one cell whose print, folded, holds the text. */
const cellWith = (sheets: readonly SheetModel[], text: string): ModelCell => {
  const found = sheets.flatMap(cellsOf).filter((cell) => folded(printed(cell)).includes(folded(text)));
  expect(found).toHaveLength(1);
  return found[0]!;
};

describe.each(inputs)('資料A and 資料B, %s', (_, input) => {
  const papers = papersOf(input);
  const grids = new Map([
    ['設定', input.settings ?? []],
    ['回答', input.answers ?? []],
  ]);
  const valueAt = ({ sheet, cell }: { readonly sheet: string; readonly cell: string }): CellValue => {
    const place = parseA1(cell);
    return place === undefined ? null : cellAt(grids.get(sheet) ?? [], place.top, place.left);
  };

  test.each(['資料A', '資料B'])('every figure of %s says where it comes from', (name) => {
    const figures = cellsOf(papers.find((sheet) => sheet.name === name)!).filter(hasFigure);
    expect(figures.length).toBeGreaterThanOrEqual(name === '資料A' ? 15 : 100);
    expect(figures.filter(({ source }) => (source?.text.trim() ?? '') === '').map(({ value }) => value)).toEqual([]);
  });

  test('a figure that was told points to the cell of 設定 that holds it, by its label', () => {
    const told = papers.flatMap(cellsOf).filter(({ source }) => source?.kind === 'told');
    for (const cell of told) {
      const place = cell.source!.place!;
      expect(place.sheet).toBe('設定');
      const value = valueAt(place);
      expect(value).not.toBeNull();
      expect(folded(printed(cell))).toContain(folded(String(value)));
      const label = String(input.settings?.[parseA1(place.cell)!.top]?.[0]);
      expect(cell.source!.text).toContain(label === value ? '「使途の表」' : `「${label}」`);
    }
  });

  test('every item of 設定 that a text names was filled in there', () => {
    const filled = new Set([...(input.settings ?? []).map(([label]) => String(label)), '使途の表']);
    const named = papers
      .flatMap(cellsOf)
      .flatMap(({ source }) => [...(source?.text ?? '').matchAll(/設定シートの「([^」]+)」/g)])
      .map(([, label = '']) => label);
    expect(named.filter((label) => !filled.has(label))).toEqual([]);
  });

  test('a figure scored from answers points to an answer, and to one only where answers are in hand', () => {
    const scored = papers.flatMap(cellsOf).filter(({ source }) => source?.kind === 'answers');
    expect(scored.length > 0).toBe(input.answers !== undefined);
    for (const { source } of scored) expect(['○', '×']).toContain(valueAt(source!.place!));
  });

  test('a second figure of a cell is named once, and no text is longer than a person reads', () => {
    const texts = papers.flatMap(cellsOf).flatMap(({ source }) => (source === undefined ? [] : [source.text]));
    expect(texts.filter((text) => /(^|。)([^：。]+)：\2：/.test(text))).toEqual([]);
    expect(texts.filter((text) => text.length > 400)).toEqual([]);
  });
});

describe('each kind of figure says its own', () => {
  const input = (name: string) => papersOf(inputs.find(([one]) => one === name)![1]);
  const source = (sheets: readonly SheetModel[], text: string) => cellWith(sheets, text).source;

  test('points told of both grants make a total that was worked out; a total that was told is told', () => {
    expect(source(input('facts only, 八王子市'), '578点/800点')).toMatchObject({
      kind: 'computed',
      text: expect.stringMatching(/^得点：この表の値から計算：推進＋支援。.*都内1位：/) as string,
    });
    expect(source(input('facts only, 天草市'), '得点の合計（581点）')).toEqual({
      kind: 'told',
      text: '設定シートの「今年度の得点（合計）」に入力された値です。',
      place: { sheet: '設定', cell: 'B9' },
    });
  });

  test('an estimate gives its steps and never names 設定 as the source of the amount', () => {
    const amount = source(input('answers with an estimate, R7').slice(0, 1), '13,427,000円');
    expect(amount?.kind).toBe('plan');
    expect(amount?.text).toMatch(/^試算：推進97点 × 第1号被保険者数155,600人/);
    expect(amount?.text).toContain('内示額ではない。');
    expect(amount?.place).toBeUndefined();
  });

  test('the sum of estimates says that its parts are estimates', () => {
    expect(source(input('answers with an estimate, R7'), '41,512千円と見込んでいます')?.text).toBe(
      'この表の値から計算：推進（試算）＋支援（試算）。',
    );
  });

  test('a mean that was told is not said to be published, one of the packaged figures is, with its document', () => {
    expect(source(input('facts only, 天草市'), '全国平均点：422.36点')?.kind).toBe('told');
    const published = source(input('answers with an estimate, R7'), '全国平均点：');
    expect(published?.kind).toBe('published');
    expect(published?.text).toContain('令和7年度評価結果 全国集計（市町村）');
  });

  test('a rank from the published distribution says so', () => {
    expect(source(input('answers with an estimate and the points of last year, R8'), '市町村中')?.text).toContain(
      '順位：公表された総得点の分布から求めました。',
    );
  });

  test('the budget cites the document of the plan, its parts together', () => {
    expect(source(input('facts only, 天草市'), '＜国の予算＞')).toEqual({
      kind: 'plan',
      text: '総額・推進交付金・支援交付金：介護保険関係の予算資料（W18293 p.111、W18295 pp.80-81）（W18293 p.111）による額です。',
    });
  });

  test('last year’s mean of another scheme and its maximum have their own sources', () => {
    const text = source(input('facts only, 天草市'), '【R5：1,156点')?.text;
    expect(text).toContain('R5の平均点：令和6年度 保険者機能強化推進交付金');
    expect(text).toContain('R5の満点：設定シートの「前年度の満点（合計）」に入力された値です。');
  });
});

test('a settings file has no cells: its values are said to come from the file', () => {
  const read = readSettingsFile({
    schema: 'incentive-settings/1',
    thisYear: { fiscalYear: 'R7', points: { promotion: 309, support: 269 }, nationalRank: 76 },
    notice: { promotion: 40_676_000, support: 82_935_000 },
    programmes: [{ name: '100円バス', grant: 'promotion', amount: 1000 }],
    document: { number: '資料4-1' },
  });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const cells = papersOf({ options: { settings: read.value.settings } }).flatMap(cellsOf);
  const told = cells.filter(({ source }) => source?.kind === 'told');
  expect(told.length).toBeGreaterThan(5);
  expect(told.filter(({ source }) => source?.place !== undefined)).toEqual([]);
  expect(told.filter(({ source }) => !source!.text.includes('設定ファイルの'))).toEqual([]);
  expect(cells.filter((cell) => hasFigure(cell) && cell.source === undefined)).toEqual([]);
});

describe('with the national table in hand', () => {
  const nation = syntheticNation({ year: 'R7' });
  const { name, prefecture } = nation.places[700]!;
  const papers = papersOf({
    answers: form('R7', name, prefecture),
    options: { national: nationBeside(nation.content, '全国集計.xlsx') },
  });

  test('every figure says where it comes from', () => {
    expect(papers.flatMap(cellsOf).filter((cell) => hasFigure(cell) && cell.source === undefined)).toEqual([]);
  });

  test('ranks are said to be worked out from the table', () => {
    const standing = cellWith(papers, '点/800点(');
    expect(standing.source?.text).toMatch(
      /全国順位・[都道府県]内順位：読み込んだ全国集計表「.+」の1,741市町村から計算しました。$/,
    );
  });

  test('a share of the budget gives its steps', () => {
    const shares = papers
      .slice(0, 1)
      .flatMap(cellsOf)
      .filter(({ value }) => /^[0-9,]+円$/.test(String(value)));
    expect(shares.map(({ source }) => source?.kind)).toEqual(['plan', 'plan']);
    for (const { source } of shares) expect(source?.text).toMatch(/^配分計画による計算：得点 \d+ × 第1号被保険者数/);
  });
});

test('the points of a national table with one municipality come from its row, not from answers', () => {
  const { sheet, firstRow } = syntheticNation({ year: 'R7' });
  const result = evaluate(workbook({ ...sheet, merges: [], grid: sheet.grid.slice(0, firstRow + 1) }));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const papers = [...reportSheets(result.value, 'a'), ...reportSheets(result.value, 'b')];
  const cells = papers.flatMap(cellsOf);
  expect(papers).toHaveLength(2);
  expect(cells.filter((cell) => hasFigure(cell) && cell.source === undefined)).toEqual([]);
  expect(cells.filter(({ source }) => source?.kind === 'answers')).toEqual([]);
  expect(cellWith(papers, '点/800点').source).toMatchObject({
    kind: 'table',
    text: expect.stringContaining('得点：読み込んだ全国集計表') as string,
    place: { sheet: sheet.name, cell: `A${firstRow + 1}` },
  });
});
