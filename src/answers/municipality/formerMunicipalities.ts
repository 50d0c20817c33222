import data from './formerMunicipalities.json';
import { foldName } from './foldName';
import { municipalityOfCode, type RegisteredMunicipality } from './register';

/** A name or code that ended, and the municipality it is part of today. */
export interface FormerMunicipality {
  readonly now: RegisteredMunicipality;
  /** First day of the new name, e.g. `2019-05-01`. */
  readonly since: string;
}

/** 「篠山市」 → 丹波篠山市 since 2019-05-01. Prefecture undefined = any. The table is known to be incomplete. */
export const formerlyNamed = (name: string, prefecture?: string): FormerMunicipality | undefined => {
  const folded = foldName(name);
  return found(
    (change) => foldName(change.name) === folded && (prefecture === undefined || change.prefecture === prefecture),
  );
};

/** 044237 (富谷町) → 富谷市 since 2016-10-10. */
export const formerlyCoded = (code: string): FormerMunicipality | undefined => found((change) => change.code === code);

type Change = (typeof data.changes)[number];

const found = (isIt: (change: Change) => boolean): FormerMunicipality | undefined => {
  const change = data.changes.find(isIt);
  const now = change === undefined ? undefined : municipalityOfCode(change.now);
  return change === undefined || now === undefined ? undefined : { now, since: change.since };
};
