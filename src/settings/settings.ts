import type { MarkMeanings } from '../answers';
import type { FiscalYear, Yen } from '../kernel';
import type { Problem } from '../problems';
import type { Grant } from '../schemes';
import type { SettingField } from './field';
import type { settingFields } from './fields';

/**
 * What a person tells us beside the answers, from the sheet 設定 or a settings file, nested as the paths of the fields
 * say; what was not told is undefined, names that were not told are none.
 */
export type Settings = Nested<LeafOf<(typeof settingFields)[number]>> & {
  readonly programmes: readonly Programme[];
  readonly markMeanings: MarkMeanings;
  /** The cell of each value that was read from a sheet, by path; values of a settings file have none. Programmes carry their own. */
  readonly places: ReadonlyMap<string, SettingPlace>;
};

/** Where a told value stands in the workbook: the name of the sheet and the A1 address of the value. */
export interface SettingPlace {
  readonly sheet: string;
  readonly cell: string;
}

/** Points and places of one year as a notice tells them. */
export type YearFacts = Settings['thisYear'];

/** What a notice told of the year before, with its amounts and its 満点. */
export type LastYear = Settings['lastYear'];

/** The head of the council paper, as written. */
export type DocumentHead = Settings['document'];

/** What money a programme may be paid from; 成果指向型 comes with its own notice. */
export type MoneyGrant = Grant | 'outcomeOriented';

/** 充当先事業. */
export interface Programme {
  readonly name: string;
  readonly grant: MoneyGrant;
  /** 経費区分 as written; empty where nothing was written. */
  readonly category: string;
  readonly amountYen: Yen;
  /** Where it was read: the sheet, the cell of its amount and that of its name; a settings file has none. */
  readonly sheet?: string;
  readonly cell?: string;
  readonly nameCell?: string;
}

/** Settings as read, with what could not be used and why. */
export interface SettingsReading {
  /** The sheet they were read from; undefined for a file. */
  readonly sheet?: string;
  readonly settings: Settings;
  readonly problems: readonly Problem[];
}

/** What a field of each kind holds. */
export interface ToldValues {
  readonly money: Yen | undefined;
  readonly count: number | undefined;
  readonly decimal: number | undefined;
  readonly text: string | undefined;
  readonly year: FiscalYear | undefined;
  readonly names: readonly string[];
}

type LeafOf<F extends SettingField> = F extends SettingField
  ? { readonly path: F['path']; readonly value: ToldValues[F['kind']] }
  : never;

interface Leaf {
  readonly path: string;
  readonly value: unknown;
}
type HeadOf<Path extends string> = Path extends `${infer Head}.${string}` ? Head : Path;
type Below<L extends Leaf, Head extends string> = L extends {
  readonly path: `${Head}.${infer Rest}`;
  readonly value: infer Value;
}
  ? { readonly path: Rest; readonly value: Value }
  : never;
type At<L extends Leaf, Head extends string> = Extract<L, { readonly path: Head }>['value'];

/** Leaves with dotted paths as one record in another: `a.b: number` → `{ a: { b: number } }`. */
type Nested<L extends Leaf> = {
  readonly [Head in HeadOf<L['path']>]: [Below<L, Head>] extends [never] ? At<L, Head> : Nested<Below<L, Head>>;
};

/**
 * The same at run time: groups leaves by the first part of their paths and joins what lies below,
 * `[['a.b', 1], ['a.c', 2]]` → `{ a: join({ b: 1, c: 2 }) }`. Keys stand in the order of their first leaf.
 */
export const nested = <T>(
  leaves: readonly (readonly [path: string, leaf: T])[],
  join: (inner: Readonly<Record<string, T>>) => T,
): Readonly<Record<string, T>> => {
  const branches = new Map<string, (readonly [string, T])[]>();
  const entries: (readonly [string, () => T])[] = [];
  for (const [path, leaf] of leaves) {
    const [head = path, ...rest] = path.split('.');
    if (rest.length === 0) {
      entries.push([head, () => leaf]);
      continue;
    }
    const branch = branches.get(head) ?? [];
    if (branch.length === 0) entries.push([head, () => join(nested(branch, join))]);
    branches.set(head, branch);
    branch.push([rest.join('.'), leaf]);
  }
  return Object.fromEntries(entries.map(([head, valueOf]) => [head, valueOf()]));
};
