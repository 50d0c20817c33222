import { answerState, type NationalTable } from '../answers';
import { at } from '../kernel';
import { problem, type Problem } from '../problems';
import { criterionIndexOf, nationalUnder } from '../schemes';

/** A column of which more than this share is no value of the criterion was not meant as one. */
const mostUnreadable = 0.1;

/**
 * The table without the columns that cannot be what their header says: many of its values are none of the criterion, or
 * — where the whole nation is there — another number of municipalities has it than published for the year (else as the
 * table's own row 該当市町村数). Such a column counts as not read; one sentence names them.
 */
export const withoutContradicted = (
  table: NationalTable,
  whole: boolean,
): { readonly table: NationalTable; readonly problems: readonly Problem[] } => {
  const { all } = criterionIndexOf(table.scheme);
  const width = all.length;
  const published = whole ? publishedCounts(table) : new Map<number, number>();
  const counts = countStates(table, width);
  const refused = all.filter(({ index }) => {
    if (table.criteriaFound[index] !== 1) return false;
    const count = published.get(index);
    return (
      at(counts.held, index) > table.count * mostUnreadable ||
      (count !== undefined && (count < at(counts.met, index) || count > at(counts.met, index) + at(counts.open, index)))
    );
  });
  const [first] = refused;
  if (first === undefined) return { table, problems: [] };
  const states = Uint8Array.from(table.states);
  const criteriaFound = Uint8Array.from(table.criteriaFound);
  for (const { index } of refused) {
    criteriaFound[index] = 0;
    for (let place = index; place < states.length; place += width) states[place] = answerState.unanswered;
  }
  const named = refused
    .slice(0, 12)
    .map(({ criterion }) => criterion.id)
    .join('・');
  const count = published.get(first.index);
  return {
    table: { ...table, states, criteriaFound },
    problems: [
      problem(
        'nation-criteria-contradicted',
        { sheet: table.sheet, found: named, expected: count === undefined ? '－' : String(count) },
        { count: refused.length, first: first.criterion.id, met: at(counts.met, first.index) },
      ),
    ],
  };
};

const publishedCounts = ({ scheme, summary }: NationalTable): ReadonlyMap<number, number> => {
  const { byId } = criterionIndexOf(scheme);
  const known = nationalUnder(scheme)?.criteria.flatMap(([id, count]) => {
    const index = byId.get(id)?.index;
    return index === undefined ? [] : [[index, count] as const];
  });
  const own = summary.find(({ kind }) => kind === 'count')?.criteria ?? new Map<number, never>();
  return new Map(known ?? [...own].map(([index, { value }]) => [index, value] as const));
};

const countStates = (
  { states, count }: NationalTable,
  width: number,
): Readonly<Record<'met' | 'held' | 'open', Uint32Array>> => {
  const met = new Uint32Array(width);
  const held = new Uint32Array(width);
  const open = new Uint32Array(width);
  for (let row = 0; row < count; row += 1) {
    for (let index = 0; index < width; index += 1) {
      const state = states[row * width + index];
      if (state === answerState.met) met[index] = at(met, index) + 1;
      else if (state !== answerState.unmet) open[index] = at(open, index) + 1;
      if (state === answerState.held) held[index] = at(held, index) + 1;
    }
  }
  return { met, held, open };
};
