import { foldLabel } from '../../kernel';
import { isComputed } from '../../schemes';
import { cellAt, type SheetContent } from '../../workbook';
import { answerState } from '../answerState';
import { correctionIn, type Correction } from './correctionWords';
import type { Profile } from './profile';
import type { ColumnAnswer, GroupReading } from './readGroup';
import { isOfSomethingElse, marksIn, mayBeVersion, pointsIn, type Said } from './saidBeside';

/** A row at which a column beside the answers says otherwise. */
export interface Objection {
  /** The place of the row among the answers. */
  readonly at: number;
  /** It says so in words (×に修正), not by another mark alone. */
  readonly inWords: boolean;
}

/**
 * The objections of a column of remarks: words of a correction in any, marks alone only where the column is for remarks and
 * not for papers, persons or dates.
 */
export const objectionsOfRemarks = (
  sheet: SheetContent,
  profile: Profile,
  reading: GroupReading,
): readonly Objection[] => {
  const texts = corrections(sheet, profile, reading);
  const isForRemarks = profile.header.texts.some((text) => remarkWords.test(foldLabel(text)));
  const marks = isForRemarks ? texts.map((one) => (one?.bare === true ? one.says : undefined)) : [];
  return inOrder([...byWords(reading, texts), ...(speaksOfAnswers(reading, marks) ? byMarks(reading, marks) : [])]);
};

const remarkWords = /備考|摘要|メモ|コメント|意見|理由|指摘|所見|連絡|特記|^注/;

/**
 * The objections of a column that is no answer as a whole: of a later version of the answers every mark, however few; of
 * any other column its marks where they object as rarely as corrections do; of flags (重点, 新規) and ticks none.
 */
export const objectionsBeside = (
  sheet: SheetContent,
  profile: Profile,
  reading: GroupReading,
): readonly Objection[] => {
  const texts = corrections(sheet, profile, reading);
  const isVersion = mayBeVersion(profile);
  const marks = marksIn(sheet, profile, reading, isVersion);
  return inOrder([
    ...byWords(reading, texts),
    ...(mayCorrect(profile, reading, marks, isVersion) ? byMarks(reading, marks) : []),
    ...byMarks(reading, pointsIn(profile, reading, isVersion)),
  ]);
};

const corrections = (
  { grid }: SheetContent,
  { column }: Profile,
  { answers }: GroupReading,
): readonly (Correction | undefined)[] =>
  answers.map(({ row }) => {
    const cell = cellAt(grid, row, column);
    return typeof cell === 'string' && cell !== '' ? correctionIn(cell) : undefined;
  });

const byWords = (reading: GroupReading, texts: readonly (Correction | undefined)[]): readonly Objection[] =>
  reading.answers.flatMap((answer, at) => {
    const said = texts[at];
    return said?.bare === false && objects(reading, answer, said.says) ? [{ at, inWords: true }] : [];
  });

const byMarks = (reading: GroupReading, said: Said): readonly Objection[] =>
  reading.answers.flatMap((answer, at) => (objects(reading, answer, said[at]) ? [{ at, inWords: false }] : []));

/** A blank that is unanswered is open already; what is worked out from the total is not answered. */
const objects = (
  { saysNo, saysYes }: GroupReading,
  { state, elsewhere, criterion: { indicator } }: ColumnAnswer,
  said: Said[number],
): boolean => {
  if (said === undefined || elsewhere === true || isComputed(indicator)) return false;
  const isNo = state === answerState.unmet || (state === 'blank' && saysYes && !saysNo);
  if (said === 'open') return state === answerState.met || isNo;
  return said === 'met' ? isNo : state === answerState.met;
};

/** Each row once, its words before its mark. */
const inOrder = (objections: readonly Objection[]): readonly Objection[] => {
  const byRow = new Map<number, Objection>();
  for (const one of objections) if (!byRow.has(one.at)) byRow.set(one.at, one);
  return [...byRow.values()].toSorted((one, other) => one.at - other.at);
};

/** Whether the marks of a column may correct the answers. What an earlier version says was the answer once. */
const mayCorrect = (profile: Profile, reading: GroupReading, marks: Said, isVersion: boolean): boolean => {
  const { stage } = profile.meaning;
  if (stage === 'first') return false;
  if (isVersion && (stage === 'corrected' || marks.includes('unmet'))) return true;
  return !isOfSomethingElse(profile, marks) && speaksOfAnswers(reading, marks);
};

/** All marks object and they are few, or most agree and there is a "no" among them; the rest answers another question. */
const speaksOfAnswers = (reading: GroupReading, marks: Said): boolean => {
  const against = byMarks(reading, marks).length;
  const agreeing = reading.answers.filter(({ state }, at) => {
    const said = marks[at];
    return said !== undefined && said !== 'open' && state === answerState[said];
  }).length;
  if (agreeing === 0) return against * 5 <= reading.answers.length;
  return marks.includes('unmet') && against * 3 <= agreeing;
};
