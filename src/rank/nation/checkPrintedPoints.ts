import type { NationalTable } from '../../answers';
import { at, type Problem, problem } from '../../kernel';
import { blockName } from '../../schemes';
import { pointsOf, type ScoreTable } from '../../score';
import { placeOfRow } from './placeOfRow';

/** Printed sums of every municipality against the points of its branches. */
export const checkPrintedPoints = (table: NationalTable, scores: ScoreTable): readonly Problem[] => {
  const problems: Problem[] = [];
  for (const [place, block] of scores.compiled.blocks.entries()) {
    const printed = table.printedBlocks.get(block.key);
    if (printed === undefined) continue;
    for (let row = 0; row < table.count; row += 1) {
      const value = at(printed, row);
      const ours = pointsOf(scores, row, place);
      if (value === ours || Number.isNaN(value)) continue;
      problems.push(
        problem(
          'nation-points-differ',
          { ...placeOfRow(table, row), found: String(value), expected: String(ours) },
          { municipality: table.municipalities[row]?.name ?? '', block: blockName(block) },
        ),
      );
    }
  }
  return problems;
};
