import { type Block, goalNumeral, grantNames, groupNames } from '../../schemes';
import type { FigureSource } from '../../workbook';

/** 「推進の目標Ⅰ」, 「支援の合計」, 「総得点」: a block as sentences name it. */
export const blockWords = ({ grant, goal, group }: Pick<Block, 'grant' | 'goal' | 'group'>): string => {
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
  fromAnswers(block.grant === null && block.group === null ? blockWords(block) : `${blockWords(block)}の得点`);

/** What the notice leaves open, where its note names figures. */
export const openQuestion: FigureSource = {
  kind: 'rules',
  text: '国の通知に定めのない事項として、評価指標のデータに記録してあるものです。',
};
