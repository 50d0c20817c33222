import { goalNumeral, grantNames, groupNames, type GrantOrCommon, type Group } from '../../../src/schemes';
import type { CellValue } from '../../../src/workbook';
import type { Draw } from './draw';

/** How one form writes a label; `kind` is its name in the table of shares. */
export interface Spelling<Label> {
  readonly kind: string;
  readonly write: (label: Label) => CellValue;
}

type GrantWords = Readonly<Record<GrantOrCommon, string>>;

const wide = (text: string): string =>
  text.replace(/[0-9a-zA-Z]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
const circled = (number: number): string => String.fromCharCode(0x2460 + number - 1);

const grantWords: readonly (GrantWords & { readonly kind: string })[] = [
  { kind: 'short', promotion: '推進', support: '支援', common: '共通' },
  {
    kind: 'full',
    promotion: grantNames.promotion.full,
    support: grantNames.support.full,
    common: grantNames.common.full,
  },
  { kind: 'grant', promotion: '推進交付金', support: '努力支援交付金', common: '共通' },
  { kind: 'both', promotion: '推進', support: '支援', common: '推進・支援共通' },
  { kind: 'numbered', promotion: '①推進交付金', support: '②支援交付金', common: '①②共通' },
  {
    kind: 'brackets',
    promotion: '【保険者機能強化推進交付金】',
    support: '【保険者努力支援交付金】',
    common: '【両交付金共通】',
  },
];

export const grantSpelling = (draw: Draw, odd: number): Spelling<GrantOrCommon> => {
  const words = draw.usually(grantWords, odd);
  return { kind: words.kind, write: (grant) => words[grant] };
};

export interface GoalLabel {
  readonly goal: number;
  readonly name: string;
}

const goals: readonly Spelling<GoalLabel>[] = [
  { kind: 'Ⅰ', write: ({ goal }) => goalNumeral(goal) },
  { kind: '目標Ⅰ', write: ({ goal }) => `目標${goalNumeral(goal)}` },
  { kind: '目標Ⅰ 名', write: ({ goal, name }) => `目標${goalNumeral(goal)}　${name}` },
  { kind: 'Ⅰ 名', write: ({ goal, name }) => `${goalNumeral(goal)}　${name}` },
  { kind: '1', write: ({ goal }) => goal },
  { kind: '目標１', write: ({ goal }) => `目標${wide(String(goal))}` },
  { kind: 'I', write: ({ goal }) => ['', 'I', 'II', 'III', 'IV'][goal] ?? '' },
  { kind: '名', write: ({ name }) => name },
];

export const goalSpelling = (draw: Draw, odd: number): Spelling<GoalLabel> => draw.usually(goals, odd);

const groupsWritten: readonly Spelling<Group>[] = [
  { kind: '体制・取組', write: (group) => groupNames[group].short },
  { kind: '指標群', write: (group) => groupNames[group].full },
  { kind: '（ⅰ）', write: (group) => `（${groupSign(group)}）${groupNames[group].full}` },
  { kind: '(ⅰ)', write: (group) => `(${groupSign(group)}) ${groupNames[group].short}` },
  { kind: '体制取組', write: (group) => ({ process: '体制取組', activity: '活動', outcome: '成果' })[group] },
  { kind: '指標', write: (group) => `${groupNames[group].short}指標` },
  {
    kind: '①',
    write: (group) => `${circled(['process', 'activity', 'outcome'].indexOf(group) + 1)}${groupNames[group].short}`,
  },
];

/** Goal Ⅳ has one group, which the notice numbers （ⅰ） too; forms leave the number out. */
const groupSign = (group: Group): string => ({ process: 'ⅰ', activity: 'ⅱ', outcome: 'ⅰ' })[group];

export const groupSpelling = (draw: Draw, odd: number): Spelling<Group> => draw.usually(groupsWritten, odd);

const numbers: readonly Spelling<number>[] = [
  { kind: '1', write: (number) => number },
  { kind: '"1"', write: (number) => String(number) },
  { kind: '１', write: (number) => wide(String(number)) },
  { kind: '①', write: circled },
  { kind: '(1)', write: (number) => `(${number})` },
  { kind: '（１）', write: (number) => `（${wide(String(number))}）` },
  { kind: '1.', write: (number) => `${number}.` },
  { kind: '指標1', write: (number) => `指標${number}` },
  { kind: '問1', write: (number) => `問${number}` },
];

export const numberSpelling = (draw: Draw, odd: number): Spelling<number> => draw.usually(numbers, odd);

const names: readonly Spelling<string>[] = [
  { kind: 'full', write: (name) => name },
  { kind: 'broken', write: (name) => (name.length < 10 ? name : `${name.slice(0, 8)}\n${name.slice(8)}`) },
  { kind: 'cut', write: (name) => (name.length < 14 ? name : `${name.slice(0, 12)}…`) },
  { kind: 'spaced', write: (name) => ` ${name}　` },
  { kind: '「」', write: (name) => `「${name}」` },
  { kind: 'について', write: (name) => `${name}について` },
];

export const nameSpelling = (draw: Draw, odd: number): Spelling<string> => draw.usually(names, odd);

const kana = 'アイウエオカキク';
const halfKana = 'ｱｲｳｴｵｶｷｸ';
const hiragana = 'あいうえおかきく';

/** ア② apart: 0-based place of the kana, and the number of the 小枝 or 0. */
const parts = (label: string): { readonly at: number; readonly sub: number } => {
  const [letter = '', sub = ''] = Array.from(label);
  return { at: kana.indexOf(letter), sub: sub === '' ? 0 : sub.charCodeAt(0) - 0x2460 + 1 };
};

const branch = (kind: string, letters: string, around: (letter: string, sub: number) => string): Spelling<string> => ({
  kind,
  write: (label) => {
    const { at, sub } = parts(label);
    return around(letters.charAt(at), sub);
  },
});

const subbed = (sub: number, written: (sub: number) => string): string => (sub === 0 ? '' : written(sub));

const branches: readonly Spelling<string>[] = [
  { kind: 'ア①', write: (label) => label },
  branch('ア ①', kana, (letter, sub) => `${letter}${subbed(sub, (one) => `　${circled(one)}`)}`),
  branch('(ア)①', kana, (letter, sub) => `(${letter})${subbed(sub, circled)}`),
  branch('（ア）（1）', kana, (letter, sub) => `（${letter}）${subbed(sub, (one) => `（${one}）`)}`),
  branch('【ア】①', kana, (letter, sub) => `【${letter}】${subbed(sub, circled)}`),
  branch('ア）①', kana, (letter, sub) => `${letter}）${subbed(sub, circled)}`),
  branch('ア．①', kana, (letter, sub) => `${letter}．${subbed(sub, circled)}`),
  branch('ア-1', kana, (letter, sub) => `${letter}${subbed(sub, (one) => `-${one}`)}`),
  branch('ア(1)', kana, (letter, sub) => `${letter}${subbed(sub, (one) => `(${one})`)}`),
  branch('アの1', kana, (letter, sub) => `${letter}${subbed(sub, (one) => `の${one}`)}`),
  branch('ア\n①', kana, (letter, sub) => `${letter}${subbed(sub, (one) => `\n${circled(one)}`)}`),
  branch('ｱ①', halfKana, (letter, sub) => `${letter}${subbed(sub, circled)}`),
  branch('あ①', hiragana, (letter, sub) => `${letter}${subbed(sub, circled)}`),
  branch('①ア', kana, (letter, sub) => `${subbed(sub, circled)}${letter}`),
  branch('a-1', 'abcdefgh', (letter, sub) => `${letter}${subbed(sub, (one) => `-${one}`)}`),
  branch('(1)-1', '12345678', (letter, sub) => `(${letter})${subbed(sub, (one) => `-${one}`)}`),
  // エ and カ typed as the kanji that look alike.
  branch('工力', 'アイウ工オ力キク', (letter, sub) => `${letter}${subbed(sub, circled)}`),
];

export const branchSpelling = (draw: Draw, odd: number): Spelling<string> => draw.usually(branches, odd);

/** The kana or the 小枝 alone, for forms that give each a column. */
export const kanaOf = (label: string): string => label.charAt(0);
export const subOf = (label: string): string | null => label.slice(1) || null;

/** Sentences as criteria have them; the notice's own are not in the schemes. */
const sentences = [
  '現状を把握し、課題を分析している',
  '分析の結果を踏まえて改善策を検討している',
  '改善策を実施し、その効果を確認している',
  '庁内外の関係者と共有している',
  '結果を公表している',
  '関係団体と連携した取組を行っている',
  '取組の進捗を定期的に点検している',
  '翌年度の事業に反映している',
];

/** What a criterion asks for, in a sentence. */
export const sentenceFor = (share: string | undefined, at: number): string =>
  share === undefined || share === 'does' || share === 'unspecified'
    ? (sentences[at % sentences.length] ?? '')
    : `上位${share.charAt(0)}割以内である`;

const points: readonly Spelling<number>[] = [
  { kind: '4', write: (worth) => worth },
  { kind: '4点', write: (worth) => `${worth}点` },
  { kind: '（4点）', write: (worth) => `（${worth}点）` },
  { kind: '４', write: (worth) => wide(String(worth)) },
  { kind: '"4"', write: (worth) => String(worth) },
];

export const pointsSpelling = (draw: Draw, odd: number): Spelling<number> => draw.usually(points, odd);

export type HeaderRole = 'grant' | 'goal' | 'group' | 'number' | 'name' | 'branch' | 'sub' | 'text' | 'points';

/** Header words by column; the first of each is the one most forms have. */
const headers: Readonly<Record<HeaderRole, readonly string[]>> = {
  grant: ['交付金', '交付金名', '交付金区分', '区分', '種別', '制度', ''],
  goal: ['目標', '大項目', '柱', '目標区分', '分野', ''],
  group: ['指標群', '区分', '分類', '中項目', '指標の種類', '群', ''],
  number: ['番号', 'No', '№', '項番', '指標番号', '設問番号', '#', ''],
  name: ['指標', '評価指標', '指標名', '評価項目', '設問', '項目', '小項目', '内容', ''],
  branch: ['枝番', '枝', '細目', '小問', '選択肢', '記号', '項目番号', ''],
  sub: ['小枝', '小枝番', '枝番2', ''],
  text: ['内容', '評価内容', '指標の内容', '設問文', '判定基準', '留意点', ''],
  points: ['配点', '点数', '満点', '配点（点）', '得点配分', ''],
};

/** True for the word that most forms have. */
export const isUsual = (role: HeaderRole, word: string): boolean => headers[role][0] === word;

export const headerFor = (draw: Draw, role: HeaderRole, odd: number): string => draw.usually(headers[role], odd);
