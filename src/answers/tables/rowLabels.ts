import { foldLabel, foldText, readFiscalYear, type FiscalYear } from '../../kernel';
import { idGrammar } from '../../schemes';
import { cellAt } from '../../workbook';
import {
  groupNumbered,
  isSumLabel,
  readBranch,
  readCompositeLabel,
  readCountedBranch,
  readGoal,
  readGrant,
  readGroup,
  readIndicatorNumber,
  readSubBranch,
  remembered,
  type CountedBranch,
} from '../labels';
import { namesPlace, readHeadingPlace, type HeadingPlace } from '../places';
import { readQuestionNumber, type QuestionNumber } from '../questionNumber';
import { labelColumns, rowTextsAt, type AnswerTable, type RowTexts } from './answerTable';
import { asksNothing, carryHeading, labelsWith, step, type CarriedLabels, type RowLabels } from './carriedLabels';
import { isIndicatorName } from './contentRoles';

/** What one row of a table is, before the scheme is asked. */
export type RowReading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'sum'; readonly year: FiscalYear | undefined; readonly texts: RowTexts }
  | { readonly kind: 'labels'; readonly labels: RowLabels };

/** Names of goals, folded, with their numerals: for tables that give no numeral. */
export type GoalNames = ReadonlyMap<string, number>;

/** For who asks for no goal. */
export const noNames: GoalNames = new Map();
const emptyRow: RowReading = { kind: 'empty' };

/**
 * Reads the labels of a 0-based row, carried down from the rows above and on to those below: called for each row of a table
 * from the top down, with the `carried` of its first.
 */
export const readRow = (table: AnswerTable, goalNames: GoalNames, carried: CarriedLabels, row: number): RowReading => {
  const texts = rowTextsAt(table, row);
  if (texts === undefined) {
    carryHeading(carried, headingOf(table, row));
    return emptyRow;
  }
  const year = yearAt(table, row);
  if (year !== undefined) carried.year = year;
  if (saysSum(texts)) return { kind: 'sum', texts, year: carried.year };
  const unreadYear = texts.year !== '' && year === undefined ? texts.year : undefined;
  const question = texts.question === '' ? undefined : readQuestionNumber(texts.question);
  if (question !== undefined) return { kind: 'labels', labels: questionLabels(question, texts, carried, table) };
  const heading = texts.branch !== '' ? nowhere : headingOf(table, row);
  const labels = criterionLabels(texts, carried, goalNames, table.columns.has('goal'), unreadYear);
  if (labels.asks || !namesPlace(heading)) return { kind: 'labels', labels };
  carryHeading(carried, heading);
  return { kind: 'labels', labels: labelsWith(carried, asksNothing) };
};

const yearAt = ({ sheet, columns }: AnswerTable, row: number): FiscalYear | undefined => {
  const column = columns.get('year');
  const value = column === undefined ? null : cellAt(sheet.grid, row, column);
  return typeof value === 'string' ? readYear(value) : readFiscalYear(value);
};

const readYear = remembered(readFiscalYear);

const saysSum = (texts: RowTexts): boolean => {
  for (const role of labelColumns) if (texts[role] !== '' && isSumLabel(texts[role])) return true;
  return false;
};

/** So far to the right a heading between the rows may stand. */
export const headingColumns = 8;

const nowhere: HeadingPlace = {};

/** The place that the cells of a row name outside the columns for it: 【…推進交付金】, 目標Ⅰ, （ⅰ）体制・取組指標群. */
const headingOf = ({ sheet, columns }: AnswerTable, row: number): HeadingPlace => {
  const cells = sheet.grid[row] ?? [];
  let place = nowhere;
  for (let column = 0; column < Math.min(cells.length, headingColumns); column += 1) {
    const value = cells[column];
    if (typeof value !== 'string' || value === '') continue;
    const here = readHeadingPlace(value);
    if (namesPlace(here) && !holdsPlace(columns, column)) place = { ...place, ...here };
  }
  return place;
};

const holdsPlace = (columns: AnswerTable['columns'], column: number): boolean =>
  columns.get('grant') === column ||
  columns.get('goal') === column ||
  columns.get('group') === column ||
  columns.get('goal-name') === column;

const questionLabels = (
  question: QuestionNumber,
  texts: RowTexts,
  carried: CarriedLabels,
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
  return labelsWith(carried, { ...asksNothing, asks: true, branch: question.branch });
};

const criterionLabels = (
  texts: RowTexts,
  carried: CarriedLabels,
  goalNames: GoalNames,
  hasGoalColumn: boolean,
  unreadYear: string | undefined,
): RowLabels => {
  const composite = stepOfBranch(readCompositeLabel(texts.indicator), texts, carried);
  const sub = isDash(texts['sub-branch']) ? '' : texts['sub-branch'];
  const isNamed = texts.branch !== '' || sub !== '' || texts.id !== '';
  const asks = isNamed || composite.branch !== undefined || composite.digit !== undefined;
  const placeUnread = carryPlace(texts, carried, goalNames, hasGoalColumn, asks);
  const number = texts.number === '' ? composite.number : readIndicatorNumber(texts.number);
  const renamed = composite.name !== undefined && carried.name !== undefined && composite.name !== carried.name;
  if (number !== undefined) step(carried, 'number', number);
  else if (texts.number !== '' || renamed) step(carried, 'number', undefined);
  if (composite.name !== undefined) carried.name = composite.name;
  const ownBranch = texts.branch === '' ? composite.branch : readBranch(texts.branch);
  if (ownBranch !== undefined) carried.letter = ownBranch.letter;
  const subDigit = readSubBranch(sub);
  const ownDigit = ownBranch?.digit === '' ? undefined : ownBranch?.digit;
  const digit = ownDigit ?? readSubBranch(texts.branch) ?? subDigit ?? composite.digit;
  const letter = ownBranch?.letter ?? (digit === undefined ? undefined : carried.letter);
  const counted = letter === undefined ? countedIn(texts.branch, sub) : undefined;
  const id = idOf(texts.id);
  const unread = [
    unreadYear,
    placeUnread,
    letter === undefined && counted === undefined ? texts.branch : '',
    subDigit === undefined ? sub : '',
    letter === undefined && id === undefined ? texts.id : '',
  ];
  return labelsWith(carried, {
    asks,
    branch: letter === undefined ? undefined : `${letter}${digit ?? ''}`,
    counted,
    id,
    unread: unread.find((text) => text !== undefined && text !== ''),
  });
};

/** Carries what a row says of grant, goal and group; returns the first text of these that cannot be read. */
const carryPlace = (
  texts: RowTexts,
  carried: CarriedLabels,
  goalNames: GoalNames,
  hasGoalColumn: boolean,
  asks: boolean,
): string | undefined => {
  const grant = carry(carried, 'grant', texts.grant, readGrant(texts.grant), asks);
  const named = texts.goal === '' ? goalOf(texts['goal-name'], goalNames) : undefined;
  const goal =
    texts.goal !== ''
      ? carry(carried, 'goal', texts.goal, goalOf(texts.goal, goalNames), asks)
      : !hasGoalColumn || named !== undefined
        ? carry(carried, 'goal', texts['goal-name'], named, asks)
        : undefined;
  const group = carry(carried, 'group', texts.group, readGroup(texts.group), asks);
  return grant ?? goal ?? group;
};

const goalOf = (text: string, goalNames: GoalNames): number | undefined =>
  text === '' ? undefined : (readGoal(text) ?? goalNames.get(foldLabel(text)) ?? readHeadingPlace(text).goal);

/** Returns the text where it is one, of a row that asks, and cannot be read. */
const carry = <Level extends 'grant' | 'goal' | 'group'>(
  carried: CarriedLabels,
  level: Level,
  text: string,
  value: CarriedLabels[Level],
  asks: boolean,
): string | undefined => {
  if (text === '' || (value === undefined && !asks)) return undefined;
  step(carried, level, value);
  return value === undefined ? text : undefined;
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
  { letter }: CarriedLabels,
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
