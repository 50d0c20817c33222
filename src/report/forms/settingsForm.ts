import {
  markHeadings,
  markMeaningWords,
  moneyUnits,
  programmeGrantWords,
  programmeHeadings,
  settingFields,
  type SettingField,
} from '../../settings';
import type { Rectangle, SheetModel } from '../../workbook';
import { cell, layOut, type Line, pageSetup, headerLine, line, span, wideLines } from '../layout';

const columnWidths = [40, 24, 26, 22, 10];
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
  const { rows, merges, rowHeights, userCells } = layOut(
    [...head, ...fields.map(fieldLine), ...programmes, ...marks],
    columnWidths,
  );
  const firstProgramme = head.length + fields.length + 3;
  const firstMark = head.length + fields.length + programmes.length + 3;
  const units = [...moneyUnits.keys()];
  return {
    name: '設定',
    // Begins like the answer form's marker: both are there to be read again.
    marker: 'formSettings',
    rows,
    merges,
    columnWidths,
    rowHeights,
    userCells,
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
  };
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
