import { grants, isCommon, type BlockPlace } from '../schemes';

/**
 * Blocks as papers list them: the goals of each grant with their groups, the common goals, both grants, the total. What the
 * groups of two grants have in common is left out: it adds up to nothing a paper names.
 */
export const inPaperOrder = <Kept extends { readonly block: BlockPlace }>(blocks: readonly Kept[]): readonly Kept[] => [
  ...grants.flatMap((grant) =>
    blocks
      .filter(({ block }) => isGoal(block) && block.grant === grant)
      .flatMap((goal) => [
        goal,
        ...blocks.filter(
          ({ block }) => block.grant === grant && block.goal === goal.block.goal && block.group !== null,
        ),
      ]),
  ),
  ...blocks.filter(({ block }) => isCommon(block) && isGoal(block)),
  ...grants.flatMap((grant) =>
    blocks.filter(({ block }) => block.goal === null && block.group === null && block.grant === grant),
  ),
  ...blocks.filter(({ block }) => block.grant === null && block.group === null),
];

/** A goal as a whole, of one grant or common. */
export const isGoal = ({ goal, group }: BlockPlace): boolean => goal !== null && group === null;
