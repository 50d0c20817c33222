import { blockKey, type GrantOrCommon, type Group, type Scheme } from '../../schemes';

/** A sum that a national table prints. */
export interface PrintedBlock {
  readonly key: string;
  readonly grant: GrantOrCommon | null;
  readonly goal: number | null;
  readonly group: Group | null;
  readonly maxPoints: number;
}

/** Every sum of a scheme by key; goal Ⅳ, which is one group only, stands under its goal's key. */
export const schemeBlocks = (scheme: Scheme): ReadonlyMap<string, PrintedBlock> => {
  const blocks = new Map<string, PrintedBlock>();
  const add = (grant: GrantOrCommon | null, goal: number | null, group: Group | null, maxPoints: number): void => {
    const key = blockKey({ grant, goal, group });
    blocks.set(key, { key, grant, goal, group, maxPoints });
  };
  for (const { grant, goal, groups, maxPoints } of scheme.goals) {
    add(grant, goal, null, maxPoints);
    if (groups.length > 1) for (const { group, maxPoints: points } of groups) add(grant, goal, group, points);
  }
  for (const grant of ['promotion', 'support'] as const) {
    const goals = scheme.goals.filter((one) => one.grant === grant || one.grant === 'common');
    add(
      grant,
      null,
      null,
      goals.reduce((sum, one) => sum + one.maxPoints, 0),
    );
  }
  add(null, null, null, scheme.maxPoints);
  return blocks;
};
