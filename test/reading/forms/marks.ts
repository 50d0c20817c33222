import type { Criterion } from '../../../src/schemes';
import type { CellValue } from '../../../src/workbook';
import type { Draw } from './draw';

/** How a form says that a criterion is met or not. */
export interface Marks {
  readonly kind: string;
  readonly write: (met: boolean, criterion: Criterion) => CellValue;
  /** False where an empty cell is how it says no. */
  readonly saysNo: boolean;
  /** True where nobody but the writer can know what is meant. */
  readonly untold?: true;
  /** Words behind the header of the answers, or a note above the table, that explain the codes. */
  readonly explained?: { readonly by: 'header' | 'note'; readonly words: string };
  /** Headers that go with such marks; others where it is absent. */
  readonly headers?: readonly string[];
}

const words = (yes: CellValue, no: CellValue, kind = `${String(yes)}｜${String(no)}`): Marks => ({
  kind,
  write: (met) => (met ? yes : no),
  saysNo: no !== null,
});

/** Marks that can mean only one thing. */
const plain: readonly Marks[] = [
  words('○', '×'),
  words('〇', '×', '〇 the zero of kanji｜×'),
  words('◯', '✕'),
  words('Ｏ', 'Ｘ'),
  words('o', 'x'),
  words('○', null),
  words('✓', null),
  words('レ', null),
  words('○', '－'),
  words('○', 'ー'),
  words('○', '-'),
  words('はい', 'いいえ'),
  words('該当', '非該当'),
  words('有', '無'),
  words('あり', 'なし'),
  words('有り', '無し'),
  words('実施', '未実施'),
  words('実施済', '未実施'),
  words('済', '未'),
  words('達成', '未達成'),
  words('該当する', '該当しない'),
  words('実施している', '実施していない'),
  words('できている', 'できていない'),
  words('取り組んでいる', '取り組んでいない'),
  words('YES', 'NO'),
  words(true, false),
  words('TRUE', 'FALSE'),
  words('■該当　□非該当', '□該当　■非該当'),
  words('☑はい ☐いいえ', '☐はい ☑いいえ'),
  words('☑', '☐'),
  words('■', '□'),
  words('1：該当', '2：非該当'),
  words('1.実施している', '2.実施していない'),
];

/** Codes: what they mean stands in the header or in a note, or nowhere. That 0 is yes is never left untold. */
const codes: readonly Marks[] = [
  { ...words(1, 2, '1/2 told in the header'), explained: { by: 'header', words: '（1：該当　2：非該当）' } },
  {
    ...words(1, 2, '1/2 told in a note'),
    explained: { by: 'note', words: '※回答は、1：該当、2：非該当 で記入してください。' },
  },
  { ...words(2, 1, '2/1 told in the header'), explained: { by: 'header', words: '（1：非該当　2：該当）' } },
  { ...words(1, 0, '1/0 told in the header'), explained: { by: 'header', words: '\n1=はい 0=いいえ' } },
  { ...words(0, 1, '0/1 told in the header'), explained: { by: 'header', words: '（0：該当　1：非該当）' } },
  { ...words(0, 1, '0/1 told in a note'), explained: { by: 'note', words: '※ 0＝該当、1＝非該当' } },
  { ...words(1, 2, '1/2 untold'), untold: true },
  { ...words(2, 1, '2/1 untold'), untold: true },
  words(1, 0, '1/0 untold'),
  { ...words('A', 'B', 'A/B untold'), untold: true },
];

/** Marks that mean one thing to one person and another to the next. */
const doubtful: readonly Marks[] = [
  words('０', '×', '０ for ○'),
  words(0, '×', '0 for ○'),
  words('●', '○', '● yes ○ no'),
  words('○', '●', '○ yes ● no'),
  words('◎', '○', '◎ yes ○ no'),
  words('○', '△', '○ yes △ no'),
  words(null, '×', 'blank yes'),
  words('対応済', '検討中', '対応済｜検討中'),
].map((marks) => ({ ...marks, untold: true }));

/** Points earned stand where the marks would. */
const earned: readonly Marks[] = [
  {
    kind: 'points',
    write: (met, { points }) => (met ? points : 0),
    saysNo: true,
    headers: ['得点', '評価点', '自己採点', '点数'],
  },
  {
    kind: 'points or blank',
    write: (met, { points }) => (met ? points : null),
    saysNo: false,
    headers: ['得点', '自己採点'],
  },
  {
    kind: '4点',
    write: (met, { points }) => (met ? `${points}点` : '0点'),
    saysNo: true,
    headers: ['得点', '得点（点）'],
  },
];

export const drawMarks = (draw: Draw, odd: number): Marks => {
  if (!draw.chance(odd)) return plain[0] ?? words('○', '×');
  return draw.one(draw.one([plain, plain, plain, codes, codes, doubtful, earned]));
};
