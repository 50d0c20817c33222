import { foldLabel, foldText, readFiscalYear, type FiscalYear } from '../../kernel';
import { idGrammar, type GrantOrCommon, type Group } from '../../schemes';
import { cellAt } from '../../workbook';
import {
  isSumLabel,
  readBranch,
  readCompositeLabel,
  readGoal,
  readGrant,
  readGroup,
  readIndicatorNumber,
  readSubBranch,
} from '../labels';
import { rowTextsAt, type AnswerTable, type RowTexts } from './answerTable';

/** What one row of a table is, before the scheme is asked. */
export type RowReading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'sum'; readonly year?: FiscalYear; readonly texts: RowTexts }
  | ({ readonly kind: 'labels' } & RowLabels);

/** What the label cells say; merged or left-out labels are carried down from the rows above. */
export interface RowLabels {
  readonly year?: FiscalYear;
  readonly grant?: GrantOrCommon;
  readonly goal?: number;
  readonly group?: Group;
  readonly number?: number;
  readonly name?: string;
  /** Criterion letter and digit, e.g. `a1`. */
  readonly branch?: string;
  /** The criterion id when the table names it outright. */
  readonly id?: string;
  /** The text of a label that cannot be read, so that nobody knows which criterion the row is. */
  readonly unread?: string;
}

interface Carried {
  year?: FiscalYear | undefined;
  grant?: GrantOrCommon | undefined;
  goal?: number | undefined;
  group?: Group | undefined;
  number?: number | undefined;
  name?: string | undefined;
  letter?: string | undefined;
}

const levels = ['grant', 'goal', 'group', 'number', 'name', 'letter'] as const;

/**
 * Reads the labels of a table's rows from the top down; call it once for each row, in order. `goalNames` = the scheme's
 * names of goals, folded, for tables that give no numeral.
 */
export const rowLabelReader = (
  table: AnswerTable,
  goalNames: ReadonlyMap<string, number> = new Map(),
): ((row: number) => RowReading) => {
  const carried: Carried = {};
  const yearColumn = table.columns.get('year');
  return (row) => {
    const texts = rowTextsAt(table, row);
    const yearCell = yearColumn === undefined ? null : cellAt(table.sheet.grid, row, yearColumn);
    if (texts === undefined) return { kind: 'empty' };
    const year = readFiscalYear(yearCell);
    if (year !== undefined) carried.year = year;
    if (Object.values(texts).some(isSumLabel)) {
      return { kind: 'sum', texts, ...(carried.year === undefined ? {} : { year: carried.year }) };
    }
    const unreadYear = texts.year !== '' && year === undefined ? texts.year : undefined;
    return { kind: 'labels', ...criterionLabels(texts, carried, goalNames, table.columns.has('goal'), unreadYear) };
  };
};

const criterionLabels = (
  texts: RowTexts,
  carried: Carried,
  goalNames: ReadonlyMap<string, number>,
  hasGoalColumn: boolean,
  unreadYear: string | undefined,
): RowLabels => {
  const composite = readCompositeLabel(texts.indicator);
  const sub = /^[-ー―]$/.test(foldText(texts['sub-branch'])) ? '' : texts['sub-branch'];
  const asks =
    [texts.branch, sub, texts.id].some((text) => text !== '') ||
    composite.branch !== undefined ||
    composite.digit !== undefined;
  const unread: (string | undefined)[] = [unreadYear];
  const carry = <Level extends 'grant' | 'goal' | 'group'>(level: Level, text: string, value: Carried[Level]): void => {
    if (text === '') return;
    if (value !== undefined) step(carried, level, value);
    else if (asks) {
      step(carried, level, undefined);
      unread.push(text);
    }
  };
  const goalOf = (text: string): number | undefined => readGoal(text) ?? goalNames.get(foldLabel(text));
  carry('grant', texts.grant, readGrant(texts.grant));
  if (texts.goal !== '') carry('goal', texts.goal, goalOf(texts.goal));
  else if (!hasGoalColumn || goalOf(texts['goal-name']) !== undefined) {
    carry('goal', texts['goal-name'], goalOf(texts['goal-name']));
  }
  carry('group', texts.group, readGroup(texts.group));
  const number = texts.number === '' ? composite.number : readIndicatorNumber(texts.number);
  const renamed = composite.name !== undefined && carried.name !== undefined && composite.name !== carried.name;
  if (number !== undefined) step(carried, 'number', number);
  else if (texts.number !== '' || renamed) step(carried, 'number', undefined);
  if (composite.name !== undefined) carried.name = composite.name;
  const ownBranch = texts.branch === '' ? composite.branch : readBranch(texts.branch);
  if (ownBranch !== undefined) carried.letter = ownBranch.letter;
  const digit = [ownBranch?.digit, readSubBranch(texts.branch), readSubBranch(sub), composite.digit].find(Boolean);
  const letter = ownBranch?.letter ?? (digit === undefined ? undefined : carried.letter);
  if (texts.branch !== '' && letter === undefined) unread.push(texts.branch);
  if (sub !== '' && readSubBranch(sub) === undefined) unread.push(sub);
  const id = idOf(texts.id);
  if (id === undefined && texts.id !== '' && letter === undefined) unread.push(texts.id);
  const firstUnread = unread.find((text) => text !== undefined);
  return {
    ...present(carried),
    ...(letter === undefined ? {} : { branch: `${letter}${digit ?? ''}` }),
    ...(id === undefined ? {} : { id }),
    ...(firstUnread === undefined ? {} : { unread: firstUnread }),
  };
};

const idOf = (text: string): string | undefined => {
  const folded = foldText(text);
  const id = folded.charAt(0).toUpperCase() + folded.slice(1).toLowerCase();
  return idGrammar.criterion.test(id) ? id : undefined;
};

/** A new value of a label ends what was carried for the labels below it. */
const step = <Level extends 'grant' | 'goal' | 'group' | 'number'>(
  carried: Carried,
  level: Level,
  value: Carried[Level],
): void => {
  if (value !== undefined && value === carried[level]) return;
  for (const lower of levels.slice(levels.indexOf(level))) carried[lower] = undefined;
  carried[level] = value;
};

const present = ({ year, grant, goal, group, number, name }: Carried): RowLabels => ({
  ...(year === undefined ? {} : { year }),
  ...(grant && { grant }),
  ...(goal === undefined ? {} : { goal }),
  ...(group && { group }),
  ...(number === undefined ? {} : { number }),
  ...(name === undefined ? {} : { name }),
});
