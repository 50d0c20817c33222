import type { Scheme } from '../schema';
import { indicatorMaxima } from './indicatorMaxima';
import type { Fault } from './linter';

/** Every semantic fault of a scheme; empty when its figures agree with each other. */
export const lintScheme = (scheme: Scheme): readonly Fault[] =>
  [indicatorMaxima].flatMap((linter) => linter.check(scheme));
export type { Fault };
