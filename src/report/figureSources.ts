import type { Nation } from '../rank';
import { grantNames, groupNames, goalNumeral, type NationalFigures, type Scheme } from '../schemes';
import type { Block } from '../score';
import type { FigureSource } from '../workbook';

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
