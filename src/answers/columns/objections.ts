import { foldLabel, foldText } from '../../kernel';
import { isComputed } from '../../schemes';
import { cellAt, type SheetContent } from '../../workbook';
import { answerState } from '../answerState';
import { correctionIn, type Correction } from './correctionWords';
import { areFullMarks, holdsPoints, type Profile } from './profile';
import type { ColumnAnswer, GroupReading } from './readGroup';

/** A row at which a column beside the answers says otherwise. */
export interface Objection {
  /** The place of the row among the answers. */
  readonly at: number;
  /** It says so in words (×に修正), not by another mark alone. */
  readonly inWords: boolean;
}

/** What a column says at each row; undefined where it says nothing of the answer. */
type Said = readonly (Correction['says'] | undefined)[];

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

const remarkWords = /備考|摘要|メモ|コメント|意見|理由|指摘|所見|連絡|特記|確認|^注/;

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

/** Nothing over the column says that it is no version of the answers. */
const mayBeVersion = ({ meaning: { kind, stage }, header: { texts } }: Profile): boolean =>
  stage !== undefined ||
  kind === 'answer' ||
  kind === 'yes' ||
  kind === 'year' ||
  (kind === 'unknown' && texts.some((text) => versionWords.test(foldLabel(text))));

const versionWords =
  /正(?:解|答)?$|朱|赤|^(?:県|国|都|道|府)(?!保|内|民)|審査|査定|判定|再(?!掲)|点検|チェック|[課部係班局所]長|清書|決定|確定|承認|後$/;

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

/** 次年度の予定, the column for "no" of a pair, a section that ticks what is its own, flags of the row. */
const isOfSomethingElse = ({ meaning: { kind, stage }, header: { texts } }: Profile, marks: Said): boolean => {
  if (stage !== undefined) return false;
  if (kind === 'plan' || kind === 'no' || kind === 'not-applicable' || kind === 'earned') return true;
  if (kind === 'department' && !marks.includes('unmet')) return true;
  return texts.some((text) => flagWords.test(foldLabel(text)));
};

const flagWords =
  /重点|優先|必須|必要|新規|継続|廃止|対象|目標|予定|[次来翌]年|根拠|資料|添付|公表|公開|委託|直営|予算|財源|困難|容易|難易|差異|相違|一致|不足|改善|課題|問題|連携|独自|共通|関係|該当なし/;

/** The marks of a column; a word that only lets the answer stand (済, 可, 変更なし) is none. */
const marksIn = (
  sheet: SheetContent,
  { column, readings }: Profile,
  { answers }: GroupReading,
  isVersion: boolean,
): Said =>
  answers.map(({ row }, at) => {
    const reading = readings[at];
    if (reading?.kind === 'held' && reading.why === 'triangle' && isVersion) return 'open';
    if (reading?.kind !== 'met' && reading?.kind !== 'unmet') return undefined;
    const text = foldText(String(cellAt(sheet.grid, row, column) ?? ''));
    return standing.test(text) || legend.test(text) ? undefined : reading.kind;
  });

const standing = /^(?:有り?|あり|無し?|なし|適|可|ok|.*済み?|対応|実施)$/i;
/** 1：非該当, written beside the table to explain its codes. */
const legend = /^[「『(]?[\d①-⑨]/;

/**
 * The numbers of a column that holds too few to be read as points of its own: the points of the row, or 0. One that takes
 * away what the row earns (-3) objects under any header.
 */
const pointsIn = (profile: Profile, { answers }: GroupReading, isVersion: boolean): Said => {
  const { readings, meaning } = profile;
  const numbers = readings.flatMap((one, at) => {
    const points = answers[at]?.criterion.criterion.points;
    return one.kind === 'number' && points !== undefined ? [{ at, value: one.value, points }] : [];
  });
  const arePoints = numbers.every(({ value, points }) => value === 0 || Math.abs(value) === points);
  if (numbers.length === 0 || !arePoints || areFullMarks(profile) || holdsPoints(profile)) return [];
  const takes = numbers.some(({ value }) => value < 0);
  const said: Correction['says'][] = [];
  for (const { at, value } of numbers) {
    if (value < 0) said[at] = 'unmet';
    else if (!takes && (isVersion || meaning.kind === 'earned')) said[at] = value > 0 ? 'met' : 'unmet';
  }
  return said;
};
