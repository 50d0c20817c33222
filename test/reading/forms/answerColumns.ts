import type { CellValue } from '../../../src/workbook';
import type { Draw } from './draw';
import { indicatorKey, type Item } from './items';
import type { Marks } from './marks';
import type { Truth } from './truth';

/** A column of a form: its header, the header above it where it has one, and what it says of each criterion. */
export interface Column {
  readonly header: string;
  readonly upper?: string;
  readonly cell: (item: Item) => CellValue;
}

/** The columns of the answers, and what is special about them. */
interface AnswerColumns {
  readonly kind: string;
  readonly columns: readonly Column[];
}

const answerHeaders = [
  '回答',
  '該当',
  '該当有無',
  '自己評価',
  '該当状況',
  '評価',
  'チェック',
  '市町村回答',
  '市の回答',
  '回答欄',
  '取組状況',
  '達成状況',
  '実施状況',
  '自己点検',
  '結果',
  '○×',
  '有無',
  '',
];

/** Names the header of the answers where it is not the word that most forms have. */
export const oddAnswerHeader = (header: string): string | undefined => {
  const word = header.replace(/[\n（].*$/, '');
  if (word === answerHeaders[0]) return undefined;
  return `answers under ${word === '' ? 'nothing' : word}`;
};

const answer = (marks: Marks, { met }: Truth, item: Item): CellValue =>
  item.instead === undefined
    ? marks.write(met.has(item.criterion.id) !== (item.contrary === true), item.criterion)
    : item.instead;

const headed = (marks: Marks, header: string): string =>
  marks.explained?.by === 'header' ? `${header}${marks.explained.words}` : header;

/** One column with the answers. */
const single = (draw: Draw, marks: Marks, truth: Truth, odd: number): Column => ({
  header: headed(marks, marks.headers === undefined ? draw.usually(answerHeaders, odd) : draw.one(marks.headers)),
  cell: (item) => answer(marks, truth, item),
});

const pairs: readonly (readonly [string, string])[] = [
  ['該当', '非該当'],
  ['はい', 'いいえ'],
  ['有', '無'],
  ['実施', '未実施'],
  ['○', '×'],
  ['できている', 'できていない'],
  ['済', '未'],
];

/** A column to tick for yes and one for no. */
const yesAndNo = (draw: Draw, truth: Truth): readonly Column[] => {
  const [yes, no] = draw.one(pairs);
  const tick = draw.one(['○', '○', 'レ', '✓', '■', 1]);
  const upper = draw.chance(0.3) ? { upper: '回答' } : {};
  const ticked = (item: Item, wanted: boolean): CellValue =>
    item.instead === undefined
      ? (truth.met.has(item.criterion.id) !== (item.contrary === true)) === wanted
        ? tick
        : null
      : wanted
        ? item.instead
        : null;
  return [
    { header: yes, ...upper, cell: (item) => ticked(item, true) },
    { header: no, ...upper, cell: (item) => ticked(item, false) },
  ];
};

const sections = [
  ['高齢福祉課', '介護保険課'],
  ['長寿社会課', '介護保険課', '地域包括支援センター'],
  ['福祉課', '保健課', '総務課'],
];

/** A column for each section of the office; every indicator belongs to one. */
const bySection = (draw: Draw, marks: Marks, truth: Truth): readonly Column[] => {
  const own = draw.one(sections);
  const style = draw.between(0, 2);
  const belongs = new Map<string, string>();
  const sectionOf = (item: Item): string => {
    const key = indicatorKey(item);
    const known = belongs.get(key) ?? draw.one(own);
    belongs.set(key, known);
    return known;
  };
  return own.map((section) => ({
    header: style === 1 ? `回答（${section}）` : section,
    ...(style === 2 ? { upper: '回答' } : {}),
    cell: (item) => (sectionOf(item) === section ? answer(marks, truth, item) : null),
  }));
};

const corrections: readonly (readonly [string, string])[] = [
  ['当初回答', '修正後回答'],
  ['市町村回答', '県確認'],
  ['回答', '確認後'],
  ['回答', '県確認後'],
  ['一次回答', '最終回答'],
  ['自己評価', '確定'],
];

/** A first answer and the one that counts; the second column is full, or has only what was changed. */
const corrected = (draw: Draw, marks: Marks, truth: Truth, before: Truth, onlyChanges: boolean): readonly Column[] => {
  const [first, last] = draw.one(corrections);
  const isChanged = ({ criterion: { id } }: Item): boolean => truth.met.has(id) !== before.met.has(id);
  return [
    { header: headed(marks, first), cell: (item) => answer(marks, before, item) },
    {
      header: headed(marks, last),
      cell: (item) => (onlyChanges && !isChanged(item) ? null : answer(marks, truth, item)),
    },
  ];
};

/** Last year's answers in a column of their own. */
const withLastYear = (
  draw: Draw,
  marks: Marks,
  truth: Truth,
  last: Truth,
  year: number,
): { readonly columns: readonly Column[]; readonly kind: string } => {
  const [before, now] = draw.one([
    [`令和${year - 1}年度回答`, `令和${year}年度回答`],
    [`R${year - 1}`, `R${year}`],
    [`令和${year - 1}年度`, `令和${year}年度`],
    ['前年度', '今年度'],
    ['昨年度', '本年度'],
    ['前回の回答', '今回の回答'],
    ['前年度回答', '回答'],
    ['回答（昨年度）', '回答'],
    ['（参考）前年度', '回答'],
    [`R${year - 1}結果`, `R${year}回答`],
  ] as const);
  const asPoints = draw.chance(0.25);
  const lastYear: Column = {
    header: before,
    cell: (item) =>
      asPoints
        ? last.met.has(item.criterion.id)
          ? item.criterion.points
          : 0
        : marks.write(last.met.has(item.criterion.id), item.criterion),
  };
  const thisYear: Column = { header: headed(marks, now), cell: (item) => answer(marks, truth, item) };
  return {
    columns: draw.chance(0.7) ? [lastYear, thisYear] : [thisYear, lastYear],
    kind: `last year beside (${before}｜${now}${asPoints ? ', points' : ''})`,
  };
};

/** Other answers of the same year and of last year, for columns beside the answers. */
export interface OtherAnswers {
  readonly few: Truth;
  readonly lastYear: Truth;
}

export const drawAnswerColumns = (
  draw: Draw,
  marks: Marks,
  truth: Truth,
  others: OtherAnswers,
  year: number,
  odd: number,
): AnswerColumns => {
  // Where an empty cell says no, a column of changes could not say what was taken back.
  const kind = draw.usually(
    [
      'single',
      'yes and no',
      'sections',
      'corrected',
      marks.saysNo ? 'changes only' : 'corrected',
      'last year',
    ] as const,
    odd,
  );
  switch (kind) {
    case 'yes and no':
      return { kind, columns: yesAndNo(draw, truth) };
    case 'sections':
      return { kind, columns: bySection(draw, marks, truth) };
    case 'corrected':
    case 'changes only':
      return { kind, columns: corrected(draw, marks, truth, others.few, kind === 'changes only') };
    case 'last year':
      return withLastYear(draw, marks, truth, others.lastYear, year);
    case 'single':
      return { kind, columns: [single(draw, marks, truth, odd)] };
  }
};
