import data from './descriptions.json';
import { carriedOver } from './carriedOver';
import type { Criterion, DescriptionsFile, Indicator, Scheme } from './scheme';
import { proven } from './yearFolder';
import { schemeOf } from './years';

/** What a criterion asks, in few words of ours, and what they rest on. */
export interface Description {
  readonly text: string;
  /** Where the facts were found; undefined for what follows from the rules of the year. */
  readonly source?: string;
}

/**
 * Short descriptions of the criteria of a scheme, by id: of criteria that are decided by a place among all, what place; of the
 * others, what descriptions.json knows of the same question of any year. Criteria of which nothing is known have none.
 */
export const descriptionsOf = (scheme: Scheme): ReadonlyMap<string, Description> => {
  const known = made.get(scheme);
  if (known !== undefined) return known;
  const found = new Map<string, Description>();
  for (const { year, source, descriptions } of years) {
    const same = idsIn(scheme, year);
    for (const { criterion, text } of descriptions) {
      const id = same.get(criterion);
      if (id !== undefined) found.set(id, { text, source });
    }
  }
  for (const indicator of scheme.indicators) {
    for (const criterion of indicator.criteria) {
      const text = placeWords(indicator, criterion);
      if (text !== undefined) found.set(criterion.id, { text });
    }
  }
  made.set(scheme, found);
  return found;
};

const { years } = proven<DescriptionsFile>(data, 'incentive-descriptions/1');
const made = new WeakMap<Scheme, ReadonlyMap<string, Description>>();

/** The ids of the described year → those of the same questions in `scheme`; a later year's texts speak for an earlier one too. */
const idsIn = (scheme: Scheme, year: DescriptionsFile['years'][number]['year']): ReadonlyMap<string, string> => {
  const described = schemeOf(year);
  if (!described.ok) return new Map();
  const isEarlier = Number(scheme.fiscalYear.slice(1)) < Number(year.slice(1));
  const pairs = isEarlier ? carriedOver(scheme, described.value) : carriedOver(described.value, scheme);
  return isEarlier ? new Map([...pairs].map(([id, later]) => [later, id])) : pairs;
};

/** 「全国の上位７割」: what the place is that decides a criterion; undefined for those a municipality judges itself. */
const placeWords = ({ rule, combine }: Indicator, { share, measure }: Criterion): string | undefined => {
  if (rule.kind === 'marked' || share === undefined || share === 'unspecified') return undefined;
  if (share === 'does') return '行っている';
  const top = `上位${shareWords[share]}`;
  const among = rule.kind === 'tier-among-doers' ? '行っている市町村の' : '全国の';
  const what = rule.kind === 'tier-on-own-total' ? 'この指標を除く総得点が' : '';
  const which = measure === undefined ? what : `${combine === 'sum' ? '割合' : '区分'}${measure}が`;
  return `${which}${among}${top}`;
};

const shareWords = { '7/10': '７割', '5/10': '５割', '3/10': '３割', '1/10': '１割' } as const;
