import type { NationalFigures } from '../../../src/schemes/nationalSchema';
import type { Scheme } from '../../../src/schemes/schema';

/** National figures are checked against the rules of their own year. */
export interface NationalSubject {
  readonly national: NationalFigures;
  readonly scheme: Scheme;
}
