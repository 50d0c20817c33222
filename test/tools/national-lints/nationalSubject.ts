import type { NationalFigures } from '../../../src/schemes/national';
import type { Scheme } from '../../../src/schemes/scheme';

/** National figures are checked against the rules of their own year. */
export interface NationalSubject {
  readonly national: NationalFigures;
  readonly scheme: Scheme;
}
