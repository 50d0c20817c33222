import type { Scheme } from '../schema';

/** What is wrong with a scheme's figures, and where in the file. */
export interface Fault {
  readonly linter: string;
  /** Path or id inside the scheme, e.g. `P1p1`. */
  readonly place: string;
  /** Japanese; names both figures that disagree. */
  readonly message: string;
}

/** One rule about the data that the schema cannot express. */
export interface Linter {
  readonly name: string;
  readonly check: (scheme: Scheme) => readonly Fault[];
}
