import type { NationalFigures } from '../nationalSchema';
import type { Scheme } from '../schema';

/** National figures are checked against the rules of their own year. */
export interface NationalSubject {
  readonly national: NationalFigures;
  readonly scheme: Scheme;
}
