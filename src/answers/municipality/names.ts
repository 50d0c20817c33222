import { foldName } from './foldName';
import { formerlyNamed, municipalitiesLike, municipalitiesNamed, type RegisteredMunicipality } from './register';
import { afterDistrict, takeApart, type WrittenName } from './writtenName';

/** What a written name may mean, before anyone looks it up. */
export interface NameReading extends WrittenName {
  /** The bare names it may hold, likeliest first: as it stands, then without the district (郡) before it. */
  readonly names: readonly string[];
}

/** Takes a written name apart (rules/bad-inputs.md#b047). */
export const readName = (written: string): NameReading => {
  const apart = takeApart(written);
  return { ...apart, names: [...new Set([apart.name, afterDistrict(apart.name)])] };
};

/** The municipalities a name may be, and whether it is spelled as the register spells it. */
interface NameMatch {
  readonly candidates: readonly RegisteredMunicipality[];
  readonly spelling: 'exact' | 'variant';
}

/** Looks a name up, exact spelling before variants; in one prefecture, or in all when it is undefined. */
export const matchName = (reading: NameReading, prefecture?: string): NameMatch | undefined => {
  const isThere = (one: RegisteredMunicipality): boolean => prefecture === undefined || one.prefecture === prefecture;
  for (const spelling of ['exact', 'variant'] as const) {
    const look = spelling === 'exact' ? municipalitiesNamed : municipalitiesLike;
    for (const name of reading.names) {
      const candidates = look(name).filter(isThere);
      if (candidates.length > 0) return { candidates, spelling };
    }
  }
  return undefined;
};

/** How a written name fits one municipality that something else (a code) points to; undefined when it does not. */
export const fitOf = (
  reading: NameReading,
  one: RegisteredMunicipality,
): 'exact' | 'variant' | 'base' | 'former' | undefined => {
  if (reading.prefecture !== undefined && reading.prefecture !== one.prefecture) return undefined;
  if (reading.names.includes(one.name)) return 'exact';
  const folded = reading.names.map(foldName);
  if (folded.includes(foldName(one.name))) return 'variant';
  if (folded.includes(foldName(one.name.slice(0, -1)))) return 'base';
  return reading.names.some((name) => formerlyNamed(name, one.prefecture)?.now === one) ? 'former' : undefined;
};
