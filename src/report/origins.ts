import { basisWords } from '../allocation';
import {
  goalNumeral,
  grantNames,
  groupNames,
  type BlockPlace,
  type Cited,
  type Origin,
  type Summand,
} from '../schemes';
import type { FigureSource } from '../workbook';

/** A figure with where it comes from, or a sentence that says so already. */
export type Known = { readonly origin: Origin } | FigureSource;

/**
 * What is said when someone asks where a figure comes from; `what` is the figure as the sheet calls it, for origins that
 * many figures share (配点, 全国順位). Undefined for a figure that is not known.
 */
export function sourceOf(known: Known, what?: string): FigureSource;
export function sourceOf(known: Known | undefined, what?: string): FigureSource | undefined;
export function sourceOf(known: Known | undefined, what = ''): FigureSource | undefined {
  return known === undefined || !('origin' in known) ? known : said(known.origin, what);
}

/** A figure made of others on the same sheet; `how` says which, 「得点÷配点」. */
export const computed = (how: string): FigureSource => ({ kind: 'computed', text: `この表の値から計算：${how}。` });

/**
 * Several figures in one cell: kind and place of the first that is known, and where each comes from, those of one origin
 * named together. Undefined where none is known.
 */
export const together = (
  ...figures: readonly (readonly [what: string, known: Known | undefined])[]
): FigureSource | undefined => {
  const known = figures.flatMap(([what, one]) => (one === undefined ? [] : [{ what, source: sourceOf(one, what) }]));
  const [first] = known;
  if (first === undefined || known.length === 1) return first?.source;
  const named = new Map<string, readonly string[]>();
  for (const { what, source } of known) {
    const [own = ''] = source.text.split('：', 1);
    const text = what.endsWith(own) ? source.text.slice(own.length + 1) : source.text;
    named.set(text, [...(named.get(text) ?? []), what]);
  }
  return { ...first.source, text: [...named].map(([text, names]) => `${names.join('・')}：${text}`).join('') };
};

/** Criteria of two years set against each other. */
export const criteriaCounted: FigureSource = {
  kind: 'answers',
  text: '前年度と今年度の回答を、それぞれの年度の評価指標で採点し、枝番ごとに差をとったものです。',
};

/** Points worked out from the answers, as lists of many municipalities say it. */
export const fromAnswers = (what: string): FigureSource => ({ kind: 'answers', text: scored(what) });

/** Points of a block worked out from the answers. */
export const blockFromAnswers = (block: BlockPlace): FigureSource => fromAnswers(pointsWords(block));

/** 「推進の目標Ⅰ」, 「支援の合計」, 「総得点」: a block as sentences name it. */
export const blockWords = ({ grant, goal, group }: BlockPlace): string => {
  if (grant === null && group === null) return '総得点';
  const whose = grant === null ? '' : `${grantNames[grant].short}の`;
  const where = goal === null ? '合計' : `目標${goalNumeral(goal)}`;
  return `${whose}${where}${group === null ? '' : `・${groupNames[group].short}`}`;
};

/** The points of a block as sentences name them. */
const pointsWords = (block: BlockPlace): string =>
  block.grant === null && block.group === null ? blockWords(block) : `${blockWords(block)}の得点`;

const said = (origin: Origin, what: string): FigureSource => {
  switch (origin.kind) {
    case 'told':
      return origin.place === undefined
        ? { kind: 'told', text: `設定ファイルの「${origin.label}」の値です。` }
        : { kind: 'told', text: `設定シートの「${origin.label}」に入力された値です。`, place: origin.place };
    case 'scored':
      return origin.table === undefined
        ? at(origin, 'answers', scored(pointsWords(origin.block)))
        : at(origin, 'table', inRow(origin.table, pointsWords(origin.block)));
    case 'table-row':
      return at(origin, 'table', inRow(origin.sheet, what));
    case 'table': {
      const count = origin.municipalities.toLocaleString('en-US');
      return at(origin, 'table', `${what}：読み込んだ全国集計表「${origin.sheet}」の${count}市町村から計算しました。`);
    }
    case 'rules':
      return { kind: 'rules', text: `${what}：${citedWords(origin.cited)}による配点です。` };
    case 'plan':
      return { kind: 'plan', text: `${citedWords(origin.cited)}による額です。` };
    case 'half-of-maximum':
      return computed('合計の満点÷2');
    case 'published':
      return { kind: 'published', text: `${what}：${citedWords(origin.cited)}の公表値です。` };
    case 'from-published':
      return { kind: 'published', text: `${what}：${citedWords(origin.cited)}によります。` };
    case 'ranked': {
      const from = origin.by === 'distribution' ? '総得点の分布' : '総得点と順位の組';
      return { kind: 'published', text: `公表された${from}から求めました。出典は${citedWords(origin.cited)}です。` };
    }
    case 'share':
    case 'estimate': {
      const steps = `${origin.because.join('。')}。`;
      const word = basisWords[origin.kind];
      return { kind: 'plan', text: steps.startsWith(word) ? steps : `${word}：${steps}` };
    }
    case 'sum-over-grants':
      return computed(`${what}の和`);
    case 'answer':
      return at(
        origin,
        'answers',
        origin.place === undefined
          ? '回答の表にこの枝番の行がないので、0点として計算しました。'
          : `${origin.place.sheet}!${origin.place.cell} の回答を採点した点です。`,
      );
    case 'own-total':
      return at(origin, 'answers', '回答を採点した、この指標を除く総得点が区切り以上かどうかで決まる点です。');
    case 'sum':
      return computed(summandWords(origin.of));
  }
};

const at = (
  { place }: Extract<Origin, { readonly place?: unknown }>,
  kind: FigureSource['kind'],
  text: string,
): FigureSource => (place === undefined ? { kind, text } : { kind, text, place });

const scored = (what: string): string => `回答を採点した${what}です。枝番ごとの点は「指標別」シートにあります。`;

const inRow = (sheet: string, what: string): string =>
  `${what}：読み込んだ全国集計表「${sheet}」の、この市町村の行によります。`;

const citedWords = ({ title, place }: Cited): string => `${title}（${place}）`;

/** 推進, 成果指向型配分枠, 支援: an amount as one of several. */
export const summandName = (part: Summand['part']): string =>
  part === 'outcomeOriented' ? '成果指向型配分枠' : grantNames[part].short;

/** 推進（試算）＋成果指向型配分枠＋支援: an amount that nobody told is named so. */
export const summandWords = (of: readonly Summand[]): string =>
  of
    .map(({ part, basis }) => {
      const name = summandName(part);
      return basis === undefined ? name : `${name}（${basisWords[basis]}）`;
    })
    .join('＋');
