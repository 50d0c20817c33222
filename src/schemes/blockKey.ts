import type { GrantOrCommon, Group } from './schema';
import { goalNumeral, grantNames, groupNames } from './words';

interface Block {
  readonly grant: GrantOrCommon | null;
  readonly goal: number | null;
  readonly group: Group | null;
}

/** One text per grant × goal × group, for Map and Set. */
export const blockKey = ({ grant, goal, group }: Block): string =>
  `${grant ?? 'all'}/${goal === null ? 'all' : String(goal)}/${group ?? 'all'}`;

/** A block in words, e.g. 推進Ⅰ体制・取組. */
export const blockName = ({ grant, goal, group }: Block): string =>
  [
    grant === null ? '総計' : grantNames[grant].short,
    goal === null ? '' : goalNumeral(goal),
    group === null ? '' : groupNames[group].short,
  ].join('');
