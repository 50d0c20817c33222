import {
  settingFields,
  type GrantAmount,
  type MoneyGrant,
  type MunicipalityGrants,
  type SettingField,
} from '../allocation';
import type { Nation } from '../rank';
import { grantNames, groupNames, goalNumeral, type NationalFigures, type Scheme } from '../schemes';
import type { Block } from '../score';
import { a1, type FigureSource } from '../workbook';

/** 「推進の目標Ⅰ」, 「支援の合計」, 「総得点」: a block as sentences name it. */
const blockWords = ({ grant, goal, group }: Pick<Block, 'grant' | 'goal' | 'group'>): string => {
  if (grant === null && group === null) return '総得点';
  const whose = grant === null ? '' : `${grantNames[grant].short}の`;
  const where = goal === null ? '合計' : `目標${goalNumeral(goal)}`;
  return `${whose}${where}${group === null ? '' : `・${groupNames[group].short}`}`;
};

/** Points worked out from the answers. */
export const fromAnswers = (what: string, place?: FigureSource['place']): FigureSource => ({
  kind: 'answers',
  text: `回答を採点した${what}です。枝番ごとの点は「指標別」シートにあります。`,
  ...(place === undefined ? {} : { place }),
});

/** Points of a block worked out from the answers. */
export const blockFromAnswers = (block: Pick<Block, 'grant' | 'goal' | 'group'>): FigureSource =>
  fromAnswers(`${blockWords(block)}の得点`);

/** A figure of the year's rules: 配点, 満点. */
export const fromRules = ({ documents, source }: Pick<Scheme, 'documents' | 'source'>, what: string): FigureSource => ({
  kind: 'rules',
  text: `${what}：${titleOf(documents, source.document)}（${source.place}）による配点です。`,
});

/** A published figure of the nation, with its document. */
export const fromPublished = ({ documents, source }: NationalFigures, what: string): FigureSource => ({
  kind: 'published',
  text: `${what}：${titleOf(documents, source.document)}（${source.place}）の公表値です。`,
});

/** A figure worked out from the national table in hand. */
export const fromTable = ({ table }: Nation, what: string, place?: FigureSource['place']): FigureSource => ({
  kind: 'table',
  text: `${what}：読み込んだ全国集計表「${table.sheet}」の${table.count.toLocaleString('en-US')}市町村から計算しました。`,
  ...(place === undefined ? {} : { place }),
});

/** A figure made of others on the same sheet; `how` says which, 「得点÷配点」. */
export const computed = (how: string): FigureSource => ({ kind: 'computed', text: `この表の値から計算：${how}。` });

const titleOf = (documents: Scheme['documents'], id: string): string =>
  documents.find((document) => document.id === id)?.title ?? id;

/** A figure a person told: the field of 設定, by its key. */
export const told = (key: SettingField['key']): FigureSource => ({
  kind: 'told',
  text: `設定に入力された「${settingLabels.get(key) ?? key}」です。`,
});

const settingLabels = new Map(settingFields.map(({ key, label }) => [key, label] as const));

/** An amount: the notice as told, or what was shared out or estimated, with the reasons. */
export const fromAmount = (grant: MoneyGrant, amount: GrantAmount): FigureSource => {
  const known = amountSources.get(amount);
  if (known !== undefined) return known;
  const { basis, because } = amount;
  const source: FigureSource =
    basis === 'notice' ? told(`notice.${grant}`) : { kind: 'plan', text: `${because.join('。')}。` };
  amountSources.set(amount, source);
  return source;
};

/** Made once for each amount: lists of 1,741 municipalities print it several times. */
const amountSources = new WeakMap<GrantAmount, FigureSource>();

/** The total of a municipality's amounts; how each came about stands in 配分. */
export const fromAllAmounts = ({ promotion, support, outcomeOriented }: MunicipalityGrants): FigureSource =>
  [promotion, support, outcomeOriented].every((amount) => amount === null || amount.basis === 'notice')
    ? noticesAdded
    : amountsAdded;

const noticesAdded: FigureSource = { kind: 'told', text: '設定に入力された内示額の合計です。' };
const amountsAdded: FigureSource = {
  kind: 'plan',
  text: '推進・成果指向型配分枠・支援の額の合計です。額ごとの計算の理由は「配分」シートにあります。',
};

/** A figure that stands in the national table in hand. */
export const readInTable = ({ table }: Nation, what: string, place?: FigureSource['place']): FigureSource => ({
  kind: 'table',
  text: `${what}：読み込んだ全国集計表「${table.sheet}」に書かれた値です。`,
  ...(place === undefined ? {} : { place }),
});

/** Points of a municipality of the national table in hand, scored from its row. */
export const scoredInTable = ({ table }: Nation, what: string, place?: FigureSource['place']): FigureSource => ({
  kind: 'table',
  text: `読み込んだ全国集計表「${table.sheet}」の、その市町村の行を採点した${what}です。`,
  ...(place === undefined ? {} : { place }),
});

/** The row of a municipality in the national table, as a place; undefined where it has none. */
export const tableRow = ({ table }: Nation, row: number | undefined): FigureSource['place'] => {
  const at = row === undefined ? undefined : table.rows[row];
  return at === undefined ? undefined : { sheet: table.sheet, cell: a1(at, 0) };
};

/** What the notice leaves open, where its note names figures. */
export const openQuestion: FigureSource = {
  kind: 'rules',
  text: '国の通知に定めのない事項として、評価指標のデータに記録してあるものです。',
};
