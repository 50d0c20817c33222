import { nationBeside } from '../../src/evaluation';
import { reportSheets, resultSheets } from '../../src/report';
import type { CellValue, SheetModel } from '../../src/workbook';
import { answerForm } from '../builders/answerSheets';
import { evaluated, type Rows } from '../builders/evaluated';
import { syntheticNation } from '../fixtures/syntheticNation';

const nation = syntheticNation({ year: 'R8' });
const place = nation.places[20]!;
const resultsOf = (year: string, settings: Rows = [], withTable = false) =>
  evaluated(
    [
      { grid: answerForm({ year, municipality: place.name, prefecture: place.prefecture, mark: () => '○' }) },
      { name: '設定', grid: [['項目', '値', '単位'], ...settings] },
    ],
    withTable ? { national: nationBeside(nation.content, '全国集計.xlsx') } : {},
  );
const textOf = (kind: Parameters<typeof reportSheets>[1], results: ReturnType<typeof resultsOf>): string =>
  reportSheets(results, kind).map(wordsOf).join('\n');
/** The words of each cell, its lines joined: they end between words, wherever the sheet is as wide as that. */
const wordsOf = ({ rows }: SheetModel): string =>
  rows
    .flat()
    .map(({ value }) => String(value ?? '').replaceAll('\n', ''))
    .join('\n');

test.each([
  [
    'R7',
    /からの評価指標と配点の変更（枝番の数 ２６４→２６５）/,
    '【新設】 支援Ⅱ体制・取組「難聴高齢者の早期発見・早期介入」（２０点）',
  ],
  [
    'R7',
    /目標・指標群ごとの配点の計は変わっていません。/,
    '【廃止】 支援Ⅱ体制・取組「認知症初期集中支援チームの活動状況」（２０点）',
  ],
  ['R8', /【枝番・配点の変更】/, '支援Ⅱ体制・取組「認知症サポーター等を活用した地域支援体制の構築」（２５点）'],
])('資料B of %s tells the changes of the scheme itself', (year, whole, part) => {
  const text = textOf('b', resultsOf(year));
  expect(text).toMatch(whole);
  expect(text).toContain(part);
  expect(text).not.toContain('ごとの配点は変わっていません');
});

test.each<[string, CellValue, string]>([
  ['交付金決定額', 32_210, '32,210千円の交付が決定しました。'],
  ['内示額', 32_210, '32,210千円の交付が見込まれます。'],
])('%s: what was decided is not expected', (word, amount, sentence) => {
  const rows: Rows = [['内示額（推進）', amount, '千円'], ['内示額（支援）', 0, '千円'], ['金額の呼び方', word]]; // prettier-ignore
  expect(textOf('a', resultsOf('R8', rows))).toContain(sentence);
});

test('each sheet with means of the nation names its one basis', () => {
  const alone = resultsOf('R8');
  const beside = resultsOf('R8', [], true);
  expect(textOf('charts', alone)).toContain('全国平均は国の公表値によります。');
  expect(textOf('charts', alone)).toContain('分布は国の公表値によります。');
  expect(textOf('charts', beside)).toContain('全国平均は全国集計表によります。');
  expect(textOf('charts', beside)).toContain('分布は全国集計表によります。');
  expect(textOf('analysis', alone)).toContain('全国平均は国の公表値によります。');
  expect(textOf('analysis', beside)).toContain('全国平均は全国集計表によります。');
  const [score] = resultSheets(beside);
  expect(score && wordsOf(score)).toContain('全国平均・中央値は国の公表値');
});
