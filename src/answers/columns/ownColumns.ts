import { foldLabel } from '../../kernel';
import { municipalitiesMentioned } from '../municipality/namesInText';
import { isEmpty, type Profile } from './profile';

/** The columns of a table by whose they are. */
export interface OwnColumns {
  /** The columns of each municipality from the left, with those beside them that name nobody. */
  readonly groups: readonly (readonly Profile[])[];
  /** Columns of others (他市, ○○市), and columns that name nobody and stand by no municipality in particular. */
  readonly nobodys: readonly Profile[];
}

/**
 * Sorts columns by the municipality in their headers. A column that names nobody (県判定, 備考) belongs to the only one there
 * is; where its header stands as often as there are municipalities, to each in turn; else to the one at its left, as long
 * as another follows. Without any name all columns are one group.
 */
export const ownColumns = (profiles: readonly Profile[]): OwnColumns => {
  const named = profiles.flatMap((profile) => {
    const owner = ownerOf(profile);
    return owner === undefined ? [] : [{ owner, profile }];
  });
  const owners = [...new Set(named.map(({ owner }) => owner))];
  if (owners.length === 0) return { groups: [profiles], nobodys: [] };
  const homes = new Map(named.map(({ owner, profile }) => [profile, owner]));
  const unnamed = profiles.filter((profile) => !homes.has(profile));
  if (unnamed.length > 0) {
    const turns = inTurn(unnamed, owners);
    let last: string | undefined;
    const rightmost = named.at(-1)?.profile.column ?? 0;
    for (const profile of profiles) {
      const own = homes.get(profile);
      if (own !== undefined) last = own;
      if (own === undefined && (isOfOthers(profile) || saysNothing(profile))) continue;
      const left = profile.column < rightmost ? last : undefined;
      const home = own ?? (owners.length === 1 ? owners[0] : (turns.get(profile) ?? left));
      if (home !== undefined) homes.set(profile, home);
    }
  }
  const groups = new Map(owners.map((owner) => [owner, [] as Profile[]]));
  for (const profile of profiles) groups.get(homes.get(profile) ?? '')?.push(profile);
  return { groups: [...groups.values()], nobodys: unnamed.filter((profile) => !homes.has(profile)) };
};

/** Undefined for columns that name nobody; 本町 is an owner of its own, whom the title names. */
const ownerOf = ({ meaning: { municipality, standIn } }: Profile): string | undefined =>
  municipality === undefined
    ? standIn === 'own'
      ? standIn
      : undefined
    : foldLabel(`${municipality.prefecture ?? ''}${municipality.name}`);

/** An empty column under 回答一覧 is no further answer; columns of remarks are not profiled, and stay. */
const saysNothing = (profile: Profile): boolean => isEmpty(profile) && profile.meaning.kind !== 'note';

const isOfOthers = ({ meaning: { standIn }, header: { texts } }: Profile): boolean =>
  standIn === 'nobody' ||
  texts.some((text) => otherPlaces.test(foldLabel(text)) || municipalitiesMentioned(text).length > 0);

const otherPlaces =
  /^(?:他|近隣|隣接?|近傍|周辺|類似|先進|先行|同規模|モデル|全|管内|県内|圏域|各)の?(?:市|町|村|区|自治体|団体|保険者)/;

const inTurn = (unnamed: readonly Profile[], owners: readonly string[]): ReadonlyMap<Profile, string> => {
  const alike = new Map<string, Profile[]>();
  for (const profile of unnamed) {
    const key = profile.header.texts.join('\n');
    const known = alike.get(key);
    if (known === undefined) alike.set(key, [profile]);
    else known.push(profile);
  }
  const turns = [...alike.values()].filter((columns) => columns.length === owners.length);
  return new Map(turns.flatMap((columns) => columns.map((profile, at) => [profile, owners[at] ?? ''] as const)));
};
