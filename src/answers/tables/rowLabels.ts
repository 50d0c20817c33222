import { foldLabel, foldText, readFiscalYear, type FiscalYear } from '../../kernel';
import { idGrammar, type GrantOrCommon, type Group } from '../../schemes';
import { cellAt } from '../../workbook';
import {
  isSumLabel,
  readBranch,
  readCompositeLabel,
  readCountedBranch,
  readGoal,
  readGrant,
  readGroup,
  readIndicatorNumber,
  readSubBranch,
  type CountedBranch,
} from '../labels';
import { readHeadingPlace, type HeadingPlace } from '../places';
import { readQuestionNumber, type QuestionNumber } from '../questionNumber';
import { rowTextsAt, type AnswerTable, type RowTexts } from './answerTable';
import { isIndicatorName } from './contentRoles';

/** What one row of a table is, before the scheme is asked. */
export type RowReading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'sum'; readonly year?: FiscalYear; readonly texts: RowTexts }
  | ({ readonly kind: 'labels' } & RowLabels);

/** What the label cells say; merged or left-out labels and headings are carried down from the rows above. */
export interface RowLabels {
  readonly year?: FiscalYear;
  readonly grant?: GrantOrCommon;
  readonly goal?: number;
  readonly group?: Group;
  readonly number?: number;
  readonly name?: string;
  /** Criterion letter and digit, e.g. `a1`. */
  readonly branch?: string;
  /** A branch that is counted, not lettered: (1), (2)-1. */
  readonly counted?: CountedBranch;
  /** The criterion id when the table names it outright. */
  readonly id?: string;
  /** True for a row that asks for an answer: it names a branch, or tries to. */
  readonly asks: boolean;
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
    if (texts === undefined) {
      carryHeading(carried, headingOf(table, row));
      return { kind: 'empty' };
    }
    const yearCell = yearColumn === undefined ? null : cellAt(table.sheet.grid, row, yearColumn);
    const year = readFiscalYear(yearCell);
    if (year !== undefined) carried.year = year;
    if (Object.values(texts).some(isSumLabel)) {
      return { kind: 'sum', texts, ...(carried.year === undefined ? {} : { year: carried.year }) };
    }
    const unreadYear = texts.year !== '' && year === undefined ? texts.year : undefined;
    const question = texts.question === '' ? undefined : readQuestionNumber(texts.question);
    if (question !== undefined) return { kind: 'labels', ...questionLabels(question, texts, carried, table) };
    const heading = table.columns.has('branch') && texts.branch !== '' ? {} : headingOf(table, row);
    const labels = criterionLabels(texts, carried, goalNames, table.columns.has('goal'), unreadYear);
    if (labels.asks || Object.keys(heading).length === 0) return { kind: 'labels', ...labels };
    carryHeading(carried, heading);
    return { kind: 'labels', asks: false, ...present(carried) };
  };
};

/** So far to the right a heading between the rows may stand. */
export const headingColumns = 8;

/** The place that the cells of a row name outside the columns for it: 【…推進交付金】, 目標Ⅰ, （ⅰ）体制・取組指標群. */
const headingOf = ({ sheet, columns }: AnswerTable, row: number): HeadingPlace => {
  const own = new Set([columns.get('grant'), columns.get('goal'), columns.get('group'), columns.get('goal-name')]);
  let place: HeadingPlace = {};
  for (let column = 0; column < headingColumns; column += 1) {
    const value = cellAt(sheet.grid, row, column);
    if (typeof value === 'string' && value !== '' && !own.has(column)) place = { ...place, ...readHeadingPlace(value) };
  }
  return place;
};

const carryHeading = (carried: Carried, { grant, goal, group }: HeadingPlace): void => {
  if (grant !== undefined) step(carried, 'grant', grant);
  if (goal !== undefined) step(carried, 'goal', goal);
  if (group !== undefined) step(carried, 'group', group);
};

const questionLabels = (
  question: QuestionNumber,
  texts: RowTexts,
  carried: Carried,
  { columns, title }: AnswerTable,
): RowLabels => {
  const number = question.numbers.at(-1);
  const outer = question.numbers.slice(0, -1);
  const grant = question.grant ?? readGrant(texts.grant);
  if (grant !== undefined) step(carried, 'grant', grant);
  const goalKnown = question.goal !== undefined || columns.has('goal') || title.place?.goal !== undefined;
  const [first, second] = goalKnown && outer.length === 1 ? [undefined, outer[0]] : outer;
  const goal = question.goal ?? readGoal(texts.goal) ?? first;
  if (goal !== undefined) step(carried, 'goal', goal);
  const group = question.group ?? readGroup(texts.group) ?? (second === undefined ? undefined : groupNumbered(second));
  if (group !== undefined) step(carried, 'group', group);
  const { name } = readCompositeLabel(texts.indicator);
  if (number !== undefined) step(carried, 'number', number);
  carried.name = name;
  return { ...present(carried), asks: true, branch: question.branch };
};

const groupNumbered = (place: number): Group | undefined => (['process', 'activity', 'outcome'] as const)[place - 1];

const criterionLabels = (
  texts: RowTexts,
  carried: Carried,
  goalNames: ReadonlyMap<string, number>,
  hasGoalColumn: boolean,
  unreadYear: string | undefined,
): RowLabels => {
  const composite = stepOfBranch(readCompositeLabel(texts.indicator), texts, carried);
  const sub = isDash(texts['sub-branch']) ? '' : texts['sub-branch'];
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
  const goalOf = (text: string): number | undefined =>
    readGoal(text) ?? goalNames.get(foldLabel(text)) ?? readHeadingPlace(text).goal;
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
  const counted = letter === undefined ? countedIn(texts.branch, sub) : undefined;
  if (texts.branch !== '' && letter === undefined && counted === undefined) unread.push(texts.branch);
  if (sub !== '' && readSubBranch(sub) === undefined) unread.push(sub);
  const id = idOf(texts.id);
  if (id === undefined && texts.id !== '' && letter === undefined) unread.push(texts.id);
  const firstUnread = unread.find((text) => text !== undefined);
  return {
    ...present(carried),
    asks,
    ...(letter === undefined ? {} : { branch: `${letter}${digit ?? ''}` }),
    ...(counted === undefined ? {} : { counted }),
    ...(id === undefined ? {} : { id }),
    ...(firstUnread === undefined ? {} : { unread: firstUnread }),
  };
};

/** (1) and 1 in the column of steps; (1)-1 in one cell. */
const countedIn = (branch: string, sub: string): CountedBranch | undefined => {
  const counted = readCountedBranch(branch);
  const second = sub === '' ? undefined : readSubBranch(sub);
  return counted === undefined || second === undefined ? counted : { ...counted, second: Number(second) };
};

/** Under ア　文章 a line ①　文章 is a step of that branch, unless it names an indicator. */
const stepOfBranch = (
  composite: ReturnType<typeof readCompositeLabel>,
  texts: RowTexts,
  { letter }: Carried,
): ReturnType<typeof readCompositeLabel> => {
  const { number, name, branch } = composite;
  if (letter === undefined || number === undefined || name === undefined || branch !== undefined) return composite;
  if (texts.branch !== '' || isIndicatorName(name)) return composite;
  return /^[①-⑨]/.test(foldText(texts.indicator)) ? { digit: String(number) } : composite;
};

/** A dash in the column of steps says that the branch has none. */
const isDash = (text: string): boolean => text !== '' && /^[-ー―]$/.test(foldText(text));

const idOf = (text: string): string | undefined => {
  if (text === '') return undefined;
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

const present = ({ year, grant, goal, group, number, name }: Carried): Omit<RowLabels, 'asks'> => ({
  ...(year === undefined ? {} : { year }),
  ...(grant && { grant }),
  ...(goal === undefined ? {} : { goal }),
  ...(group && { group }),
  ...(number === undefined ? {} : { number }),
  ...(name === undefined ? {} : { name }),
});
