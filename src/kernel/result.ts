import type { Problem } from './problem';

/** A value, or the problems that kept it from being made; problems a person can fix are values, bugs throw. */
export type Result<T> = Ok<T> | Refusal;

export interface Ok<T> {
  readonly ok: true;
  readonly value: T;
}

export interface Refusal {
  readonly ok: false;
  readonly problems: readonly Problem[];
}

/** Wraps a value that could be made. */
export const ok = <T>(value: T): Ok<T> => ({ ok: true, value });

/** Refuses, with at least one problem that says what to do. */
export const refuse = (...problems: readonly [Problem, ...Problem[]]): Refusal => ({ ok: false, problems });
