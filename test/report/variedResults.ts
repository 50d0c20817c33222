import { evaluate, mergeResults, nationBeside, readBook, type Results } from '../../src/evaluation';
import type { CellValue } from '../../src/workbook';
import { answerForm, workbook } from '../builders/answerSheets';
import { evaluated } from '../builders/evaluated';
import { formOfPlace } from '../builders/formOfPlace';
import { amakusaFacts } from '../fixtures/amakusaFacts';
import { hachiojiFacts } from '../fixtures/hachiojiFacts';
import { seededRandom } from '../fixtures/seededRandom';
import { syntheticNation } from '../fixtures/syntheticNation';

/** Results of all kinds by a name: both council papers, single municipalities of three years, a prefecture, with a nation. */
export const variedResults = (
  seed: number,
  singles: number,
): readonly (readonly [name: string, results: Results])[] => {
  const random = seededRandom(seed);
  const upTo = (most: number): number => Math.floor(random() * most);
  const years = ['R6', 'R7', 'R8'] as const;
  const places = [
    ['天草市', '熊本県'],
    ['北塩原村', '福島県'],
    ['東川町', '北海道'],
    ['八王子市', '東京都'],
  ] as const;
  const single = (at: number): readonly [string, Results] => {
    const year = years[at % years.length]!;
    const [municipality, prefecture] = places[at % places.length]!;
    const share = random();
    const grid = answerForm({ year, municipality, prefecture, mark: () => markOf(random(), share) });
    return [`${year} ${municipality} ${at}`, evaluated([{ grid }, { name: '設定', grid: settingsOf(upTo) }])];
  };
  const nation = syntheticNation({ year: 'R8' });
  const beside = (row: number, peers: readonly number[]): Results => {
    const result = evaluate(formOfPlace(nation, row), {
      national: nationBeside(nation.content, '全国集計.xlsx'),
      peers: peers.map((peer) => `${nation.places[peer]!.prefecture}${nation.places[peer]!.name}`),
    });
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    return result.value;
  };
  return [
    ['八王子市の資料', evaluated([{ name: '設定', grid: hachiojiFacts }])],
    ['天草市の資料', evaluated([{ name: '設定', grid: amakusaFacts }])],
    ...Array.from({ length: singles }, (_, at) => single(at)),
    ['全国集計', beside(upTo(1741), [3, 40, 900])],
    ['全国集計、比較団体なし', beside(upTo(1741), [])],
    ['県内の9市町村', prefectureOf(random)],
  ];
};

/** Most are answered, by as many yes as the municipality has; a few open or doubtful. */
const markOf = (drawn: number, share: number): string => {
  if (drawn > 0.99) return '△';
  if (drawn > 0.98) return '';
  return drawn < share ? '○' : '×';
};

/** Any part of what a person may tell, long names among them. */
const settingsOf = (upTo: (most: number) => number): readonly (readonly CellValue[])[] => {
  const any = (...rows: readonly (readonly CellValue[])[]) => (upTo(3) === 0 ? [] : rows);
  const programme = (at: number) => [
    `${'地域の通いの場における介護予防とフレイル予防の一体的な推進'.slice(0, 6 + upTo(24))}その${at + 1}`,
    ['推進', '支援'][upTo(2)]!,
    '介護予防',
    1 + upTo(900),
    '千円',
  ];
  return [
    ['項目', '値', '単位'],
    ...any(['資料番号', `資料${1 + upTo(9)}`], ['資料の日付', '令和8年8月15日']),
    ...any(['会議名', '第９期介護保険事業計画及び高齢者福祉計画の推進に関する協議会'], ['担当課', '高齢者支援課']),
    ...any(['内示額（推進）', 100 + upTo(90_000), '千円'], ['内示額（支援）', 100 + upTo(90_000), '千円']),
    ...any(['内示額（成果指向型配分枠）', 116_762, '千円']),
    ...any(['第1号被保険者数', 500 + upTo(90_000)]),
    ...any(['前年度の得点（推進）', 100 + upTo(300)], ['前年度の得点（支援）', 100 + upTo(300)]),
    ...any(['前年度の金額（推進・通常枠）', upTo(90_000), '千円'], ['前年度の金額（支援）', upTo(90_000), '千円']),
    ...any(['都道府県の平均点', 400 + upTo(90)], ['都道府県内の市町村数', 20 + upTo(40)]),
    [],
    ['事業名', '交付金', '経費区分', '金額', '単位'],
    ...Array.from({ length: upTo(12) }, (_, at) => programme(at)),
  ];
};

const prefectureOf = (random: () => number): Results => {
  const names = ['熊本市', '八代市', '人吉市', '荒尾市', '水俣市', '玉名市', '山鹿市', '菊池市', '宇土市'];
  const merged = mergeResults(
    names.map((name, at) => {
      const share = random();
      const grid = answerForm({
        year: 'R8',
        municipality: name,
        prefecture: '熊本県',
        mark: () => markOf(random(), share),
      });
      const source = { name: `${name}.xlsx`, sha256: String(at).padEnd(64, '0'), link: `${name}.xlsx` };
      return {
        file: source.name,
        outcome: readBook(workbook({ name: '回答', grid }), { fileName: source.name, source }),
      };
    }),
  );
  if (!merged.ok) throw new Error(JSON.stringify(merged.problems));
  return merged.value;
};
