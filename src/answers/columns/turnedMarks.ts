import { foldText } from '../../kernel';
import { problem, type Problem } from '../../problems';
import { sumAtStake } from '../../schemes';
import { cellAt, type SheetContent } from '../../workbook';
import { answerState } from '../answerState';
import { readMark, signCalled, type MarkMeanings } from '../marks';
import { addressIn } from '../tables/turned';
import { askedOf } from './cells';
import { codeListIn, codesExplained } from './codes';
import { codesIn, speaksOfFlags } from './legends';
import type { GroupPlan } from './plan';
import type { Profile } from './profile';
import type { GroupReading } from './readGroup';
import { headsWhatIsNotMet } from './signStatements';

/** What is written around the answers, and what is known of it. */
export interface Written {
  /** Texts above and below the table. */
  readonly notes: readonly string[];
  /** The first text, there or on a sheet that explains the form, that turns marks around. */
  readonly turning: string | undefined;
  /** Texts of other sheets. */
  readonly elsewhere: readonly string[];
  /** A list of codes was found and obeyed. */
  readonly listed: boolean;
  /** What a person said marks mean. */
  readonly meanings: MarkMeanings;
}

/**
 * Holds the answers where something written turns the usual meaning of their marks around (a header 未実施チェック, a note
 * 該当しないものに○), or speaks of codes in words nobody can be sure of. What a person said of the marks settles it: where
 * they say no alone, a blank is yes. A column chosen by a person is asked about all the same.
 */
export const heeded = (sheet: SheetContent, plan: GroupPlan, reading: GroupReading, written: Written): GroupReading => {
  const { notes, turning, elsewhere, listed, meanings } = written;
  const singles = plan.units.flatMap(({ kind, columns }) => (kind === 'single' ? columns : []));
  if (singles.length === 0) return reading;
  const header =
    singles.flatMap(({ header: { texts } }) => texts).find(headsWhatIsNotMet) ??
    singles.find(({ meaning: { kind } }) => noKinds.has(kind))?.header.shown;
  if (header !== undefined) return turnedBy(sheet, reading, meanings, header, signsOf(reading, meanings));
  if (listed) return reading;
  const marks = signsOf(reading, meanings).filter(({ usual }) => usual !== 'number');
  if (turning !== undefined && marks.length > 0) return turnedBy(sheet, reading, meanings, turning, marks);
  const codes = [...codesIn(singles)];
  const areFlags = codes.length > 0 && codes.every((one) => one === '0' || one === '1');
  if (!areFlags || codes.some((one) => meanings.has(one))) return reading;
  const said = [...notes, ...elsewhere].find((text) => speaksOfFlags(text) && !saysTheUsual(text));
  return said === undefined
    ? reading
    : held(sheet, reading, said, (place, count) => problem('codes-explained-unclearly', place, { count }));
};

/** A word that is an answer by itself: 無, なし, 該当なし. */
const noKinds: ReadonlySet<Profile['meaning']['kind']> = new Set(['no', 'not-applicable', 'lack', 'lost']);

/** Held until a person says what every sign means; points that were not won can be told by no sign. */
const turnedBy = (
  sheet: SheetContent,
  reading: GroupReading,
  meanings: MarkMeanings,
  sentence: string,
  signs: readonly Sign[],
): GroupReading => {
  if (signs.length === 0 || signs.some(({ said, usual }) => said === 'met' && usual === 'met')) return reading;
  if (signs.some(({ text, usual }) => usual === 'number' && text !== '0' && text !== '1')) {
    return held(sheet, reading, sentence, (place, count) => problem('points-not-won', place, { count }));
  }
  if (signs.every(({ said }) => said !== undefined)) {
    return signs.some(({ said }) => said === 'met') ? reading : blanksMet(reading);
  }
  const shown = signs.slice(0, mostShown);
  const marks = shown.map((sign) => `${sign.text}=${saysYes(sign) ? '×' : '○'}`).join(',');
  const usual = shown.map((sign) => `${sign.text}=${saysYes(sign) ? '○' : '×'}`).join(',');
  return held(sheet, reading, sentence, (place, count) => problem('mark-means-no', place, { count, marks, usual }));
};

const mostShown = 6;

const saysYes = ({ text, usual }: Sign): boolean => (usual === 'number' ? text !== '0' : usual === 'met');

/** A spelling that answers. */
interface Sign {
  /** As a person would name it. */
  readonly text: string;
  /** What a person said of it. */
  readonly said: 'met' | 'unmet' | undefined;
  readonly usual: ReturnType<typeof readMark>['kind'];
}

/** The marks, words and numbers that answer, each once. */
const signsOf = ({ answers }: GroupReading, meanings: MarkMeanings): readonly Sign[] => {
  const texts = answers
    .filter(({ state }) => state === answerState.met || state === answerState.unmet)
    .map((answer) => signCalled(cellAt(answer.sheet.grid, answer.row, answer.column)));
  return [...new Set(texts)]
    .filter((text) => text !== '')
    .map((text): Sign => ({ text, said: meanings.get(text), usual: readMark(text).kind }));
};

/** Where the mark is no, a blank is yes. */
const blanksMet = (reading: GroupReading): GroupReading => ({
  ...reading,
  saysYes: true,
  answers: reading.answers.map((answer) =>
    answer.state === 'blank' && answer.elsewhere !== true ? { ...answer, state: answerState.met } : answer,
  ),
});

/** 0 = no and 1 = yes, as they are read anyway. */
const saysTheUsual = (text: string): boolean => {
  const meanings = codeListIn(text)?.meanings ?? codesExplained(text);
  return meanings.get('0') !== 'met' && meanings.get('1') === 'met';
};

const held = (
  sheet: SheetContent,
  reading: GroupReading,
  sentence: string,
  told: (place: Parameters<typeof problem>[1], count: number) => Problem,
): GroupReading => {
  const asked = reading.answers.filter(({ state, elsewhere }) => elsewhere !== true && state !== answerState.held);
  const pointsAtStake = sumAtStake(asked.map(({ criterion }) => criterion));
  const place = {
    sheet: sheet.name,
    ...placeOf(sheet, sentence),
    found: foldText(sentence),
    pointsAtStake,
    asked: askedOf('reading', asked),
  };
  const isAsked = new Set(asked);
  return {
    ...reading,
    answers: reading.answers.map((answer) => (isAsked.has(answer) ? { ...answer, state: answerState.held } : answer)),
    problems: [told(place, asked.length), ...reading.problems],
  };
};

/** The cell a sentence stands in; none when it stands on another sheet. */
const placeOf = (sheet: SheetContent, sentence: string): { readonly cell?: string } => {
  for (const [row, cells] of sheet.grid.entries()) {
    const column = cells.findIndex((_, at) => {
      const value = cellAt(sheet.grid, row, at);
      return typeof value === 'string' && foldText(value) === foldText(sentence);
    });
    if (column >= 0) return { cell: addressIn(sheet, row, column) };
  }
  return {};
};
