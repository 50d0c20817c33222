import type { HostError } from '../model/hostError';
import type { Wire } from '../model/wire';

/** An object of the host as the library addresses it: a class name and members found by name, ignoring case. */
export interface HostRef {
  readonly className: string;
  /** What identifies the same object between paths, so that its reference id stays the same. */
  readonly key: unknown;
  read(name: string): Wire;
  write(name: string, value: Wire): void;
  follow(name: string): HostRef | null;
  invoke(name: string, args: readonly Argument[]): HostRef | Wire;
  has(kind: 'get' | 'set' | 'go' | 'call', name: string): boolean;
  items(): readonly HostRef[] | undefined;
  at(key: Wire): HostRef | null;
  identity(): Readonly<Record<string, Wire>>;
  /** Gives what `Range` keeps: a reference id. */
  readonly tracked: boolean;
  /** The names that `load()` without a list would give. */
  readonly scalars: readonly string[];
}

/** An argument of a call: plain, or an object of the host. */
export type Argument = Wire | HostRef;

/** The members of one class, named as in the library (camelCase). */
export interface Members<T> {
  readonly get?: Readonly<Record<string, (it: T) => Wire>>;
  readonly set?: Readonly<Record<string, (it: T, value: Wire) => void>>;
  readonly go?: Readonly<Record<string, (it: T) => HostRef | null>>;
  readonly call?: Readonly<Record<string, (it: T, args: readonly Argument[]) => HostRef | Wire | undefined>>;
  readonly items?: (it: T) => readonly HostRef[];
  readonly at?: (it: T, key: Wire) => HostRef | null;
  readonly id?: (it: T) => Wire;
  readonly tracked?: boolean;
  readonly key?: (it: T) => unknown;
}

export type Unknown = (className: string, member: string) => HostError;

/** Every class defined so far with its member names, for the check against the library's inventory. */
export const inventory = new Map<string, readonly string[]>();

const lowered = <F>(table: Readonly<Record<string, F>> | undefined): ReadonlyMap<string, F> =>
  new Map(Object.entries(table ?? {}).map(([name, member]) => [name.toLowerCase(), member]));

/** Makes the factory of one class: `range = define('Range', { … })`, then `range(target)`. */
export const define = <T>(className: string, members: Members<T>, unknown: Unknown): ((it: T) => HostRef) => {
  const names = [members.get, members.set, members.go, members.call].flatMap((table) => Object.keys(table ?? {}));
  inventory.set(className, names);
  const [get, set, go, call] = [lowered(members.get), lowered(members.set), lowered(members.go), lowered(members.call)];
  const need = <F>(table: ReadonlyMap<string, F>, name: string): F => {
    const member = table.get(name.toLowerCase());
    if (member === undefined) throw unknown(className, name);
    return member;
  };
  return (it) => ({
    className,
    key: members.key?.(it) ?? it,
    tracked: members.tracked ?? false,
    scalars: Object.keys(members.get ?? {}),
    read: (name) => need(get, name)(it),
    write: (name, value) => {
      need(set, name)(it, value);
    },
    follow: (name) => need(go, name)(it),
    invoke: (name, args) => need(call, name)(it, args) ?? null,
    has: (kind, name) => ({ get, set, go, call })[kind].has(name.toLowerCase()),
    items: () => members.items?.(it),
    at: (key) => {
      if (members.at === undefined) throw unknown(className, 'getItem');
      return members.at(it, key);
    },
    identity: () => (members.id === undefined ? {} : { Id: members.id(it) }),
  });
};

export const isRef = (value: Argument): value is HostRef =>
  typeof value === 'object' && value !== null && 'className' in value && 'follow' in value;

/** A plain argument; objects are refused. */
export const plain = (value: Argument | undefined): Wire => {
  if (value === undefined) return null;
  if (isRef(value)) throw new Error('plain: an object where a value was expected');
  return value;
};
