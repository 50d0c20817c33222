import type { Problem } from '../../kernel';
import type { RegisteredMunicipality } from './register';

/** Who answers: one of the 1,741, a union of several, or a name that the register does not know. */
export interface MunicipalityIdentity {
  /** As the user wrote it; the register's name only when nothing but a code was given. */
  readonly name: string;
  /** In full, e.g. 福島県. */
  readonly prefecture: string | undefined;
  /** Six digits. For unions and unknown names only if one was given. */
  readonly code: string | undefined;
  readonly kind: 'municipality' | 'union' | 'unknown';
  /** What a person should know or check all the same. */
  readonly notes: readonly Problem[];
}

/** The identity of a municipality of the register, under the name the user wrote. */
export const identityOf = (
  { code, prefecture, name }: RegisteredMunicipality,
  written: string | undefined,
  notes: readonly Problem[] = [],
): MunicipalityIdentity => ({ name: written ?? name, prefecture, code, kind: 'municipality', notes });
