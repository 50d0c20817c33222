import { answerState, type NationalTable } from '../../answers';
import { problem, type Problem } from '../../kernel';

/** Blank cells among the points, said once: they count 0. Criteria without a column are told by the reader. */
export const checkUnanswered = (table: NationalTable): readonly Problem[] => {
  const { states, criteriaFound, count } = table;
  const width = criteriaFound.length;
  let cells = 0;
  const rows: number[] = [];
  for (let row = 0; row < count; row += 1) {
    let own = 0;
    for (let criterion = 0; criterion < width; criterion += 1) {
      if (states[row * width + criterion] === answerState.unanswered && criteriaFound[criterion] === 1) own += 1;
    }
    if (own > 0) rows.push(row);
    cells += own;
  }
  const [first] = rows;
  if (first === undefined) return [];
  const municipality = table.municipalities[first]?.name ?? '';
  return [
    problem('nation-unanswered', { sheet: table.sheet, found: String(cells) }, { municipality, count: rows.length }),
  ];
};
