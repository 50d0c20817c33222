import { problem, type Problem } from '../../kernel';
import type { MunicipalityIdentity } from '../municipality';
import type { EntryRow } from './nationalRows';

/** Which rows stay when one municipality stands in several. */
export interface DuplicateReading {
  readonly kept: readonly number[];
  readonly dropped: readonly number[];
  /** The rows of one municipality say different things: no rank can be trusted. */
  readonly contradictory: boolean;
  readonly problems: readonly Problem[];
}

/** A repeated row with the same answers counts once; with other answers the first stays and the ranks are held (row 51). */
export const settleDuplicates = (
  sheet: string,
  entries: readonly EntryRow[],
  identities: readonly MunicipalityIdentity[],
  states: Uint8Array,
): DuplicateReading => {
  const width = entries.length === 0 ? 0 : states.length / entries.length;
  const seen = new Map<string, number>();
  const kept: number[] = [];
  const dropped: number[] = [];
  const problems: Problem[] = [];
  let contradictory = false;
  for (const [place, { row, name }] of entries.entries()) {
    const identity = identities[place];
    const key = identity?.code ?? `${identity?.prefecture ?? ''}${identity?.name ?? ''}`;
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, place);
      kept.push(place);
      continue;
    }
    dropped.push(place);
    const same = equalSlices(states, first * width, place * width, width);
    contradictory ||= !same;
    const where = { sheet, cell: `${String(row + 1)}行`, found: `${identity?.prefecture ?? ''}${name}` };
    const other = `${String((entries[first]?.row ?? 0) + 1)}行`;
    problems.push(problem(same ? 'nation-duplicate' : 'nation-duplicate-differs', where, { other }));
  }
  return { kept, dropped, contradictory, problems };
};

const equalSlices = (states: Uint8Array, one: number, other: number, width: number): boolean => {
  for (let at = 0; at < width; at += 1) if (states[one + at] !== states[other + at]) return false;
  return true;
};
