import { fiscalYearLabel } from '../../kernel';
import { commonGoalNames, goalNumeral, grantNames, groupNames, type Scheme } from '../../schemes';
import type { ModelCell, Rectangle, SheetModel } from '../../workbook';
import { cell, headerCells, padded, pageSetup } from '../layout';

/** The columns of the answer form, layout 1 of rules/design.md#layouts; the reader finds them by these words. */
const headers = ['交付金', '目標', '指標群', '番号', '指標', '枝番', '配点', '回答'];
const width = headers.length;

export interface AnswerFormOptions {
  readonly municipality?: string;
  readonly prefecture?: string;
  readonly code?: string;
  /** What to put into the answer column; absent = blank. */
  readonly answers?: (criterionId: string) => '○' | '×' | null;
}

/** The blank answer form of a year: title block, every criterion with its points, drop-downs ○ / ×. */
export const answerForm = (scheme: Scheme, options: AnswerFormOptions = {}): SheetModel => {
  const year = fiscalYearLabel(scheme.fiscalYear);
  const title: readonly (readonly ModelCell[])[] = [
    wideRow(`${year} 保険者機能強化推進交付金・介護保険保険者努力支援交付金 評価指標 回答票（市町村分）`, 'title'),
    titleRow('年度', year),
    titleRow('市町村名', options.municipality ?? null),
    titleRow('都道府県', options.prefecture ?? null),
    titleRow('団体コード', options.code ?? null),
    titleRow('第1号被保険者数', null),
    wideRow(`「回答」の列に ○（該当）か ×（非該当）を入れてください。${commonNote(scheme)}`, 'note'),
  ];
  const headerRow = title.length;
  const rows = scheme.indicators.flatMap((indicator) =>
    indicator.criteria.map((criterion): readonly ModelCell[] => [
      cell(grantNames[indicator.grant].short, 'center'),
      cell(goalNumeral(indicator.goal), 'center'),
      cell(groupNames[indicator.group].short, 'center'),
      cell(indicator.number, 'center', 'integer'),
      cell(indicator.name, 'side'),
      cell(criterion.label, 'center'),
      cell(criterion.points, 'body', 'integer'),
      cell(options.answers?.(criterion.id) ?? null, 'input'),
    ]),
  );
  const answers: Rectangle = { top: headerRow + 1, bottom: headerRow + rows.length, left: width - 1, right: width - 1 };
  return {
    name: '回答',
    marker: 'form',
    rows: [...title, headerCells(headers), ...rows],
    merges: [0, headerRow - 1].map((row) => ({ top: row, bottom: row, left: 0, right: width - 1 })),
    columnWidths: [18, 26, 12, 8, 46, 8, 8, 10],
    frozenRows: headerRow + 1,
    print: pageSetup({ orientation: 'portrait', headerRow }),
    choices: [{ range: answers, values: ['○', '×'] }],
  };
};

const commonNote = (scheme: Scheme): string => {
  const goals = commonGoalNames(scheme);
  return goals === '' ? '' : `${goals}は両交付金に共通です。`;
};

/** One text over the whole row; merged by the caller. */
const wideRow = (text: string, look: 'title' | 'note'): readonly ModelCell[] => padded([cell(text, look)], width, look);

const titleRow = (label: string, value: string | null): readonly ModelCell[] =>
  padded([cell(label, 'side'), cell(value, 'input')], width);
