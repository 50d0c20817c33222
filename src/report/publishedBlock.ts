import type { Block, NationalFigures } from '../schemes';

/** The published figures of a block; a sole group (成果) has the figures of its goal. */
export const publishedBlock = (
  national: NationalFigures | undefined,
  { grant, goal, group }: Pick<Block, 'grant' | 'goal' | 'group'>,
): NationalFigures['blocks'][number] | undefined => {
  const ofBlock = (wanted: typeof group) =>
    national?.blocks.find((block) => block.grant === grant && block.goal === goal && block.group === wanted);
  return ofBlock(group) ?? (goal === 4 ? ofBlock('outcome') : undefined);
};
