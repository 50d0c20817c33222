import { answerState, type AnswerCell, type MunicipalityAnswers } from '../answers';
import { criterionIndexOf, type IndexedCriterion, type Scheme } from '../schemes';
import type { TownAnswers } from './fromAnswers';
import type { SourceFile } from './results';

/** The answers of one municipality in one of several files. */
export interface TownInFile {
  readonly file: string;
  readonly town: TownAnswers;
}

/** The answers of one municipality put together; where files contradict each other, in how many criteria. */
export type JoinedTown =
  { readonly ok: true; readonly town: TownAnswers } | { readonly ok: false; readonly differences: number };

/**
 * Puts together what several files answer for one municipality, before anything is scored: each criterion from the file that
 * answers it. Files that answer the same criterion must say the same, a blank included: no blank is ever filled from another
 * file. A block in which a file says nothing at all is not answered by it (推進.xlsx beside 支援.xlsx).
 */
export const joinTowns = (scheme: Scheme, files: readonly TownInFile[]): JoinedTown => {
  const { all } = criterionIndexOf(scheme);
  const parts = files.map(({ file, town }) => ({ file, town, covers: coverageOf(all, town) }));
  const states = new Uint8Array(all.length);
  const places: (Part | undefined)[] = [];
  let differences = 0;
  for (const { index } of all) {
    const [first, ...others] = parts.filter(({ covers }) => covers(index));
    const state = first?.town.states[index];
    if (others.some(({ town }) => town.states[index] !== state)) differences += 1;
    states[index] = state ?? answerState.unanswered;
    places.push(first ?? parts.find(({ town }) => town.isFound(index)));
  }
  const [{ town } = { town: undefined }] = files;
  if (differences > 0 || town === undefined) return { ok: false, differences };
  return {
    ok: true,
    town: {
      identity: { ...town.identity, notes: files.flatMap((one) => notesIn(one)) },
      insured: files.map((one) => one.town.insured).find((insured) => insured !== null) ?? null,
      states,
      sums: files.flatMap((one) => one.town.sums),
      isFound: (index) => places[index]?.town.isFound(index) === true,
      cellOf: (index): AnswerCell | undefined => {
        const cell = places[index]?.town.cellOf(index);
        return cell === undefined ? undefined : { ...cell, file: places[index]?.file ?? '' };
      },
      decidedOf: (index) => places[index]?.town.decidedOf?.(index),
      sourceOf: (index): SourceFile | undefined => places[index]?.town.sourceOf(index),
    },
  };
};

interface Part extends TownInFile {
  readonly covers: (index: number) => boolean;
}

const notesIn = ({ file, town }: TownInFile): MunicipalityAnswers['identity']['notes'] =>
  town.identity.notes.map((note) => ({ ...note, file }));

/** Which criteria a file answers: those with a cell, in a block where it says anything. */
const coverageOf = (all: readonly IndexedCriterion[], { states, isFound }: TownAnswers): Part['covers'] => {
  const said = new Set(all.filter(({ index }) => states[index] !== answerState.unanswered).map(({ block }) => block));
  return (index) => {
    const block = all[index]?.block;
    return block !== undefined && said.has(block) && isFound(index);
  };
};
