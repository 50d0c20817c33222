import type { FiscalYear } from '../../kernel';
import type { GrantOrCommon, Group } from '../../schemes';
import type { CountedBranch } from '../labels';
import type { HeadingPlace } from '../places';

/** What the label cells say; merged or left-out labels and headings are carried down from the rows above. */
export interface RowLabels {
  readonly year: FiscalYear | undefined;
  readonly grant: GrantOrCommon | undefined;
  readonly goal: number | undefined;
  readonly group: Group | undefined;
  readonly number: number | undefined;
  readonly name: string | undefined;
  /** Criterion letter and digit, e.g. `a1`. */
  readonly branch: string | undefined;
  /** A branch that is counted, not lettered: (1), (2)-1. */
  readonly counted: CountedBranch | undefined;
  /** The criterion id when the table names it outright. */
  readonly id: string | undefined;
  /** True for a row that asks for an answer: it names a branch, or tries to. */
  readonly asks: boolean;
  /** The text of a label that cannot be read, so that nobody knows which criterion the row is. */
  readonly unread: string | undefined;
}

/** The labels of the row above, changed in place from row to row. */
export interface CarriedLabels {
  year: FiscalYear | undefined;
  grant: GrantOrCommon | undefined;
  goal: number | undefined;
  group: Group | undefined;
  number: number | undefined;
  name: string | undefined;
  letter: string | undefined;
}

export const noLabels = (): CarriedLabels => ({
  year: undefined,
  grant: undefined,
  goal: undefined,
  group: undefined,
  number: undefined,
  name: undefined,
  letter: undefined,
});

const levels = ['grant', 'goal', 'group', 'number', 'name', 'letter'] as const;

/** A new value of a label ends what was carried for the labels below it. */
export const step = <Level extends 'grant' | 'goal' | 'group' | 'number'>(
  carried: CarriedLabels,
  level: Level,
  value: CarriedLabels[Level],
): void => {
  if (value !== undefined && value === carried[level]) return;
  for (let lower = levels.indexOf(level); lower < levels.length; lower += 1)
    carried[levels[lower] ?? level] = undefined;
  carried[level] = value;
};

export const carryHeading = (carried: CarriedLabels, { grant, goal, group }: HeadingPlace): void => {
  if (grant !== undefined) step(carried, 'grant', grant);
  if (goal !== undefined) step(carried, 'goal', goal);
  if (group !== undefined) step(carried, 'group', group);
};

/** What a row says of its criterion itself. */
type OwnLabels = Pick<RowLabels, 'asks' | 'branch' | 'counted' | 'id' | 'unread'>;

/** Field by field, as each of many thousand rows is one: a spread object takes ten times as long. */
export const labelsWith = (carried: CarriedLabels, own: OwnLabels): RowLabels => ({
  year: carried.year,
  grant: carried.grant,
  goal: carried.goal,
  group: carried.group,
  number: carried.number,
  name: carried.name,
  branch: own.branch,
  counted: own.counted,
  id: own.id,
  asks: own.asks,
  unread: own.unread,
});

/** A row that names places and asks for nothing. */
export const asksNothing: OwnLabels = {
  asks: false,
  branch: undefined,
  counted: undefined,
  id: undefined,
  unread: undefined,
};
