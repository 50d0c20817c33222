import { fiscalYearLabel } from '../kernel';
import { commonGoalNames, type Scheme } from '../schemes';
import {
  markHeadings,
  markMeaningWords,
  moneyUnits,
  programmeGrantWords,
  programmeHeadings,
  settingFields,
  type SettingField,
} from '../settings';
import type { ModelCell, Rectangle, SheetModel } from '../workbook';
import { cell, headerCells, indicatorCells, padded } from './layout/cells';
import { onPaper } from './layout/onPaper';
import { headerLine, layOut, line, pageSetup, span, wideLines, type Line } from './layout/layOut';

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
      ...indicatorCells(indicator),
      cell(criterion.label, 'center'),
      cell(criterion.points, 'body', { number: 'integer' }),
      cell(options.answers?.(criterion.id) ?? null, 'input'),
    ]),
  );
  const answers: Rectangle = { top: headerRow + 1, bottom: headerRow + rows.length, left: width - 1, right: width - 1 };
  return onPaper({
    name: '回答',
    marker: 'form',
    rows: [...title, headerCells(headers), ...rows],
    merges: [0, headerRow - 1].map((row) => ({ top: row, bottom: row, left: 0, right: width - 1 })),
    columnWidths: [17.5, 14, 11, 6, 30, 7, 7, 7.5],
    frozenRows: headerRow + 1,
    print: pageSetup({ orientation: 'portrait', headerRow }),
    choices: [{ range: answers, values: ['○', '×'] }],
  });
};

const commonNote = (scheme: Scheme): string => {
  const goals = commonGoalNames(scheme);
  return goals === '' ? '' : `${goals}は両交付金に共通です。`;
};

/** One text over the whole row; merged by the caller. */
const wideRow = (text: string, look: 'title' | 'note'): readonly ModelCell[] => padded([cell(text, look)], width, look);

const titleRow = (label: string, value: string | null): readonly ModelCell[] =>
  padded([cell(label, 'side'), cell(value, 'input')], width);

const columnWidths = [34, 18, 18, 18, 10];
const wide = wideLines(columnWidths.length);
/** Empty rows offered; more may be inserted. */
const programmeRows = 24;
const markRows = 6;

/** The sheet 設定 of the template: every field with unit and note, the table 使途の表, and what ambiguous marks mean. */
export const settingsForm = (fields: readonly SettingField[] = settingFields): SheetModel => {
  const head = [
    wide('設定（採点のほかに使う値）', 'title'),
    wide('黄色い欄だけを入力します。空欄はそのままで構いません。項目名は変えないでください。', 'note'),
    line(span('項目', 1, 'header'), span('値', 1, 'header'), span('単位', 1, 'header'), span('説明', 2, 'header')),
  ];
  const programmes = [
    line(),
    wide('使途の表（充当先事業）', 'heading'),
    headerLine(programmeHeadings),
    ...Array.from({ length: programmeRows }, () => inputs(null, null, null, null, '千円')),
  ];
  const marks = [
    line(),
    wide('記号の意味（○×以外の記号を使ったとき）', 'heading'),
    headerLine(markHeadings),
    ...Array.from({ length: markRows }, () => inputs(null, null)),
  ];
  const laidOut = layOut([...head, ...fields.map(fieldLine), ...programmes, ...marks], columnWidths);
  const firstProgramme = head.length + fields.length + 3;
  const firstMark = head.length + fields.length + programmes.length + 3;
  const units = [...moneyUnits.keys()];
  return onPaper({
    name: '設定',
    // Begins like the answer form's marker: both are there to be read again.
    marker: 'formSettings',
    ...laidOut,
    frozenRows: head.length,
    print: pageSetup({ orientation: 'portrait' }),
    choices: [
      ...fields.flatMap(({ kind }, at) =>
        kind === 'money' ? [{ range: block(head.length + at, 1, 2), values: units }] : [],
      ),
      { range: block(firstProgramme, programmeRows, 1), values: [...programmeGrantWords.keys()] },
      { range: block(firstProgramme, programmeRows, 4), values: units },
      { range: block(firstMark, markRows, 1), values: [...markMeaningWords.keys()] },
    ],
  });
};

const fieldLine = ({ label, unit, note }: SettingField): Line => ({
  spans: [
    span(label, 1, 'side'),
    { ...span(null, 1, 'input'), user: true },
    unit === '' ? span(null, 1, 'center') : { ...span(unit, 1, 'input'), user: true },
    span(note, 2, 'note'),
  ],
});

const inputs = (...values: readonly (string | null)[]): Line => ({
  spans: values.map((value) => ({ cell: cell(value, 'input'), columns: 1, user: true })),
});

const block = (top: number, count: number, column: number): Rectangle => ({
  top,
  bottom: top + count - 1,
  left: column,
  right: column,
});
