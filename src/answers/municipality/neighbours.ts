import { problem, type Problem } from '../../problems';
import { listed } from './code';
import { identifyMunicipality } from './identify';
import { municipalityOfCode, registeredMunicipalities, type MunicipalityIdentity } from './register';

/**
 * The municipalities of one run, those settled whose name several share: where all others are of one prefecture, 川崎町 is
 * that of their prefecture, and a note says so. Otherwise it stays a question (E-245).
 */
export const amongNeighbours = (identities: readonly MunicipalityIdentity[]): readonly MunicipalityIdentity[] => {
  const settled = identities.filter(({ kind }) => kind === 'municipality');
  const [prefecture, ...others] = new Set(settled.map((one) => one.prefecture));
  if (prefecture === undefined || others.length > 0) return identities;
  return identities.map((one) => (isShared(one) ? settledIn(prefecture, one) : one));
};

const isShared = ({ kind, prefecture, notes }: MunicipalityIdentity): boolean =>
  kind === 'unknown' && prefecture === undefined && notes.some(({ name }) => name === 'municipality-shared-name');

const settledIn = (prefecture: string, shared: MunicipalityIdentity): MunicipalityIdentity => {
  const found = identifyMunicipality({ name: shared.name, prefecture });
  if (!found.ok || found.value.kind !== 'municipality' || found.value.code === undefined) return shared;
  const expected = listed(municipalityOfCode(found.value.code));
  return {
    ...found.value,
    notes: shared.notes.map((note) =>
      note.name === 'municipality-shared-name'
        ? { ...note, ...problem('municipality-by-neighbours', { found: note.found, expected }, { prefecture }) }
        : note,
    ),
  };
};

/** So many municipalities of one prefecture make a list of it; fewer are neighbours that somebody compares. */
const fewestOfList = 3;

/**
 * Names the municipalities that are not among those of a run, for every prefecture of which it holds several: a check where
 * most are there, a remark where only a few are.
 */
export const missingOfPrefectures = (identities: readonly MunicipalityIdentity[]): readonly Problem[] => {
  const there = new Set(identities.flatMap(({ kind, code }) => (kind === 'municipality' ? (code ?? []) : [])));
  const concerned = new Set(identities.flatMap(({ prefecture }) => prefecture ?? []));
  return [...concerned].flatMap((prefecture) => {
    const members = registeredMunicipalities().filter((one) => one.prefecture === prefecture);
    const missing = members.filter(({ code }) => !there.has(code));
    const count = members.length - missing.length;
    if (missing.length === 0 || count < fewestOfList) return [];
    const place = { found: missing.map(({ name }) => name).join('、') };
    const facts = { prefecture, of: members.length, count: missing.length };
    return [problem(count >= missing.length ? 'municipalities-missing' : 'municipalities-few', place, facts)];
  });
};
