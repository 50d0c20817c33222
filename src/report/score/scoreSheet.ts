import { fiscalYearLabel } from '../../kernel';
import { goalNumeral, groupNames, isCommon } from '../../schemes';
import type { SheetModel } from '../../workbook';
import {
  fittedHeights,
  layOut,
  type Line,
  pageSetup,
  cellLine,
  headerLine,
  line,
  wideLines,
  type Sentence,
} from '../layout';
import { openQuestion } from '../figureSources';
import { computed } from '../origins';
import { headlineOf, municipalityTitle } from '../headline';
import type { ScoredResults } from '../../evaluation';
import { sameLabelBlocks } from './sameLabelBlocks';
import { scoreHeaders, scoreRows } from './scoreRows';

const columnWidths = [10, 66, 14, 9, 9, 10, 11, 10, 10];
const wide = wideLines(columnWidths.length);

/** Sheet 得点: points against maximum, national mean and median, by grant × goal × group, goal Ⅳ shown under each grant. */
export const scoreSheet = (results: ScoredResults): SheetModel => {
  const rowsOf = scoreRows(results);
  const lines: readonly Line[] = [
    wide(`${fiscalYearLabel(results.scheme.fiscalYear)} 保険者機能強化推進交付金等 評価結果（得点）`, 'title'),
    ...results.municipalities.flatMap((municipality) => [
      wide(municipalityTitle(municipality), 'heading'),
      ...headlineOf(results, municipality).map(({ text, source }) => wide(text, 'subtitle', source)),
      headerLine(scoreHeaders),
      ...rowsOf(municipality).map(cellLine),
      line(),
    ]),
    ...notesOf(results).map(({ text, source }) => wide(text, 'note', source)),
  ];
  const { rows, merges } = layOut(lines, columnWidths);
  return {
    name: '得点',
    marker: 'score',
    rows,
    // Grant and goal stand once, over all the rows they speak for; sums keep their own.
    merges: [...merges, ...sameLabelBlocks(rows, 2)],
    columnWidths,
    rowHeights: fittedHeights(rows, columnWidths, new Set(merges.map(({ top }) => top))),
    frozenRows: 1,
    print: pageSetup({ orientation: 'landscape', checkCode: results.checkCode }),
  };
};

const notesOf = ({ scheme, national, municipalities }: ScoredResults): readonly Sentence[] => [
  ...scheme.goals.filter(isCommon).map(({ goal, groups }) => ({
    text: `※ 目標${goalNumeral(goal)}（${groups.map(({ group }) => groupNames[group].full).join('・')}）は両交付金に共通の評価で、それぞれの交付金に1回ずつ数えます。`,
  })),
  { text: '※ 全国平均・差・得点率は端数処理前の値から計算しています。中央値は足し合わせても合計と一致しません。' },
  ...(national === undefined ? [{ text: '※ この年度の全国平均・中央値は登録されていません。' }] : []),
  ...(municipalities.some(({ provisional }) => provisional)
    ? [
        {
          text: '※ 未回答または読み取れない回答があるため暫定です。得点は未確定の回答を0点として数えています（シート「要確認」）。',
          source: computed('未回答と読み取れない回答は0点'),
        },
      ]
    : []),
  ...scheme.unspecified.map(({ note }) => ({ text: `※ 定めのない事項：${note}`, source: openQuestion })),
];
