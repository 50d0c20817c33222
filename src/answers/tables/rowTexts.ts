import { cellAt } from '../../workbook';
import type { AnswerTable, LabelRole } from './answerTable';

/** The label cells of one row as trimmed text, '' where nothing stands; in the order of a form's columns. */
export type RowTexts = Readonly<Record<(typeof labelColumns)[number], string>>;

/** The label columns from the widest block to the narrowest. */
export const labelColumns = [
  'year',
  'grant',
  'goal',
  'goal-name',
  'group',
  'number',
  'indicator',
  'branch',
  'sub-branch',
  'id',
] as const satisfies readonly LabelRole[];

/** Reads the label cells of a 0-based row; undefined when they are all empty. */
export const rowTextsAt = ({ sheet, columns }: AnswerTable, row: number): RowTexts | undefined => {
  const textAt = (role: LabelRole): string => {
    const column = columns.get(role);
    const value = column === undefined ? null : cellAt(sheet.grid, row, column);
    return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
  };
  const texts: RowTexts = {
    year: textAt('year'),
    grant: textAt('grant'),
    goal: textAt('goal'),
    'goal-name': textAt('goal-name'),
    group: textAt('group'),
    number: textAt('number'),
    indicator: textAt('indicator'),
    branch: textAt('branch'),
    'sub-branch': textAt('sub-branch'),
    id: textAt('id'),
  };
  return labelColumns.some((role) => texts[role] !== '') ? texts : undefined;
};
