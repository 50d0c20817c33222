import { foldLabel, readFiscalYear, type FiscalYear } from '../../kernel';
import type { GrantOrCommon, Group } from '../../schemes';
import { cellAt, type CellValue } from '../../workbook';
import { isSumLabel, readBranch, readGoal, readGrant, readGroup, readIndicatorNumber, readSubBranch } from '../labels';
import type { AnswerTable } from './answerTable';

/** What the label cells of one row say; merged or left-out labels are carried down from the rows above. */
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
  /** The row holds a sum; `levels` are the labels that say which. */
  readonly sum: boolean;
  /** A sum row that names neither grant, goal nor group of its own, e.g. only 小計. */
  readonly sumUnplaced: boolean;
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

const idGrammar = /^[PSC][1-4][pao][1-9][a-h][1-9]?$/;

/** Reads the labels of a table's rows from the top down; call it once for each row, in order. */
export const rowLabelReader = (table: AnswerTable): ((row: number) => RowLabels) => {
  const carried: Carried = {};
  const at = (row: number, role: Parameters<typeof table.columns.get>[0]): CellValue => {
    const column = table.columns.get(role);
    return column === undefined ? null : cellAt(table.sheet.grid, row, column);
  };
  const textAt = (row: number, role: Parameters<typeof table.columns.get>[0]): string => {
    const value = at(row, role);
    return value === null || value instanceof Date || typeof value === 'boolean' ? '' : String(value).trim();
  };
  return (row) => {
    const texts = {
      grant: textAt(row, 'grant'),
      goal: textAt(row, 'goal') || textAt(row, 'goal-name'),
      group: textAt(row, 'group'),
      number: textAt(row, 'number'),
      indicator: textAt(row, 'indicator'),
      branch: textAt(row, 'branch'),
      subBranch: textAt(row, 'sub-branch'),
      id: textAt(row, 'id'),
    };
    const year = readFiscalYear(at(row, 'year'));
    if (year !== undefined) carried.year = year;
    return Object.values(texts).some(isSumLabel) ? sumLabels(texts, carried) : criterionLabels(texts, carried);
  };
};

type RowTexts = Readonly<
  Record<'grant' | 'goal' | 'group' | 'number' | 'indicator' | 'branch' | 'subBranch' | 'id', string>
>;

const criterionLabels = (texts: RowTexts, carried: Carried): RowLabels => {
  const composite = readComposite(texts.indicator);
  step(carried, ['grant', 'goal', 'group', 'number', 'name', 'letter'], readGrant(texts.grant));
  step(carried, ['goal', 'group', 'number', 'name', 'letter'], readGoal(texts.goal));
  step(carried, ['group', 'number', 'name', 'letter'], readGroup(texts.group));
  const number = texts.number === '' ? composite.number : readIndicatorNumber(texts.number);
  step(carried, ['number', 'name', 'letter'], number);
  if (composite.name !== undefined) carried.name = composite.name;
  const branch = texts.branch === '' ? composite.branch : readBranch(texts.branch);
  if (branch !== undefined) carried.letter = branch.letter;
  const digit = branch?.digit !== undefined && branch.digit !== '' ? branch.digit : readSubBranch(texts.subBranch);
  const letter = branch?.letter ?? (digit === undefined ? undefined : carried.letter);
  return {
    ...present(carried),
    ...(letter === undefined ? {} : { branch: `${letter}${digit ?? ''}` }),
    ...(idGrammar.test(texts.id) ? { id: texts.id } : {}),
    sum: false,
    sumUnplaced: false,
  };
};

/** A sum speaks of the block its own label cells name: 推進 Ⅰ 計 = the goal; 合計 alone = everything. */
const sumLabels = (texts: RowTexts, carried: Carried): RowLabels => {
  const grantText = texts.grant;
  const own = [texts.grant, texts.goal, texts.group].map(foldLabel);
  const [grantSum, goalSum] = [texts.grant, texts.goal].map(isSumLabel);
  const everything = /^(?:総計|総合計|合計|計|総得点|合計得点)$/;
  const grandTotal =
    own.some((text) => /総|全体/.test(text)) ||
    (everything.test(own[0] ?? '') && !own.slice(1).some((text) => /[ⅰ-ⅳ]/.test(text)));
  if (grandTotal) return { ...yearOf(carried), sum: true, sumUnplaced: false };
  const anyText = [texts.grant, texts.goal, texts.group, texts.number, texts.indicator].find(isSumLabel) ?? '';
  const grant = readGrant(grantText) ?? readGrant(anyText) ?? carried.grant;
  const goal = goalSum === true ? readGoal(texts.goal) : (readGoal(texts.goal) ?? readGoal(anyText));
  const group = isSumLabel(texts.group) ? readGroup(texts.group) : (readGroup(texts.group) ?? readGroup(anyText));
  const placed = own.some((text) => text !== '');
  if (!placed && goal === undefined && group === undefined && readGrant(anyText) === undefined) {
    return { ...yearOf(carried), ...(carried.grant && { grant: carried.grant }), sum: true, sumUnplaced: true };
  }
  if (grantSum === true && goal === undefined)
    return { ...yearOf(carried), ...(grant && { grant }), sum: true, sumUnplaced: false };
  const goalOrCarried =
    goal ??
    (goalSum === true || texts.goal !== ''
      ? undefined
      : group === undefined && texts.group === ''
        ? undefined
        : carried.goal);
  return {
    ...yearOf(carried),
    ...(grant && { grant }),
    ...(goalOrCarried === undefined ? {} : { goal: goalOrCarried }),
    ...(group && { group }),
    sum: true,
    sumUnplaced: false,
  };
};

const yearOf = ({ year }: Carried): { readonly year?: FiscalYear } => (year === undefined ? {} : { year });

/** `3 / 施策の実施状況の把握・改善 / ア / ①` (design §5, layout 2); a plain name is a name. */
const readComposite = (
  text: string,
): {
  readonly number?: number;
  readonly name?: string;
  readonly branch?: { readonly letter: string; readonly digit: string };
} => {
  if (text === '') return {};
  const parts = text.split(/[/／]/).map((part) => part.trim());
  const last = parts.at(-1) ?? '';
  const before = parts.at(-2) ?? '';
  const branchAlone = parts.length > 1 ? readBranch(last) : undefined;
  const digit = branchAlone === undefined && parts.length > 2 ? readSubBranch(last) : undefined;
  const branchBefore = digit === undefined ? undefined : readBranch(before);
  const branch =
    branchAlone ??
    (branchBefore === undefined || digit === undefined ? undefined : { letter: branchBefore.letter, digit });
  const tail = branch === undefined ? 0 : branchAlone === undefined ? 2 : 1;
  const head = parts.slice(0, parts.length - tail);
  const number = readIndicatorNumber(head[0] ?? '');
  const name = head.slice(number === undefined || head.length === 1 ? 0 : 1).join('/');
  const bareName = head.length === 1 ? name.replace(/^[(（]?(?:指標)?[0-9０-９]{1,2}[)）.．、\s]*/, '') : name;
  return {
    ...(number === undefined ? {} : { number }),
    ...(bareName === '' ? {} : { name: bareName }),
    ...(branch === undefined ? {} : { branch }),
  };
};

/** A new value of a label ends what was carried for the labels below it. */
const step = <Key extends 'grant' | 'goal' | 'group' | 'number' | 'letter'>(
  carried: Carried,
  [key, ...below]: readonly [Key, ...(keyof Carried)[]],
  value: Carried[Key] | undefined,
): void => {
  if (value === undefined || value === carried[key]) return;
  carried[key] = value;
  for (const lower of below) carried[lower] = undefined;
};

const present = ({ year, grant, goal, group, number, name }: Carried): Omit<RowLabels, 'sum' | 'sumUnplaced'> => ({
  ...(year === undefined ? {} : { year }),
  ...(grant && { grant }),
  ...(goal === undefined ? {} : { goal }),
  ...(group && { group }),
  ...(number === undefined ? {} : { number }),
  ...(name === undefined ? {} : { name }),
});
