import { foldLabel, foldText } from '../../kernel';
import { cellAt, type SheetContent } from '../../workbook';
import { readMark } from '../marks';
import type { CellReading } from './cells';
import type { Correction } from './correctionWords';
import type { HeaderKind } from './headerMeaning';
import { areFullMarks, holdsPoints, type Profile } from './profile';
import type { GroupReading } from './readGroup';

/** What a column says at each row; undefined where it says nothing of the answer. */
export type Said = readonly (Correction['says'] | undefined)[];

/** Nothing over the column says that it is no version of the answers. */
export const mayBeVersion = ({ meaning: { kind, stage }, header: { texts } }: Profile): boolean =>
  stage !== undefined ||
  kind === 'answer' ||
  kind === 'yes' ||
  kind === 'year' ||
  (kind === 'unknown' && texts.some((text) => versionWords.test(foldLabel(text))));

const versionWords =
  /正(?:解|答)?$|朱|赤|^(?:県|国|都|道|府)(?!保|内|民)|審査|査定|判定|再(?!掲)|点検|チェック|[課部係班局所]長|清書|決定|確定|承認|後$/;

/** 次年度の予定, what is lacking or lost, the column for "no" of a pair, a section that ticks its own rows, flags. */
export const isOfSomethingElse = ({ meaning: { kind, stage }, header: { texts } }: Profile, marks: Said): boolean => {
  if (stage !== undefined) return false;
  if (otherKinds.has(kind)) return true;
  if (kind === 'department' && !marks.includes('unmet')) return true;
  return texts.some((text) => flagWords.test(foldLabel(text)));
};

const otherKinds: ReadonlySet<HeaderKind> = new Set(['plan', 'no', 'not-applicable', 'earned', 'lack', 'lost']);

const flagWords =
  /重点|優先|必須|必要|新規|継続|廃止|対象|目標|予定|[次来翌]年|根拠|資料|添付|公表|公開|委託|直営|予算|財源|困難|容易|難易|差異|相違|一致|不足|改善|課題|問題|連携|独自|共通|関係|該当なし/;

/** The marks of a column; a word that only lets the answer stand (済, 可, 変更なし) is none. */
export const marksIn = (
  sheet: SheetContent,
  { column, readings, meaning: { stage } }: Profile,
  { answers }: GroupReading,
  isVersion: boolean,
): Said =>
  answers.map(({ row }, at) => {
    const reading = readings[at];
    if (reading?.kind === 'held' && isVersion) return markWithin(reading);
    if (reading?.kind !== 'met' && reading?.kind !== 'unmet') return undefined;
    const text = foldText(String(cellAt(sheet.grid, row, column) ?? ''));
    const stands = (stage === 'corrected' ? ofTheWork : standing).test(text);
    return stands || legend.test(text) ? undefined : reading.kind;
  });

/** ×（資料なし）, ○（予定）, △: a mark that something is added to. */
const markWithin = ({ why, text }: Extract<CellReading, { readonly kind: 'held' }>): Said[number] => {
  if (why === 'triangle') return 'open';
  if (why !== 'annotated') return undefined;
  const { kind } = readMark(Array.from(text)[0] ?? '');
  if (kind !== 'met' && kind !== 'unmet') return undefined;
  return /予定|見込|検討|一部|[→⇒]/.test(text) ? 'open' : kind;
};

/** Said of somebody's answer. */
const standing = /^(?:有り?|あり|無し?|なし|適|可|ok|.*済み?|対応|実施)$/i;
/** Said of the correction itself; what else stands there is the answer. */
const ofTheWork = /^(?:有り?|あり|無し?|なし|ok|(?:確認|修正|訂正|変更|反映|点検|入力|記入)?済み?)$/i;
/** 1：非該当, written beside the table to explain its codes. */
const legend = /^[「『(]?[\d①-⑨]/;

/**
 * The numbers of a column that holds too few to be read as points of its own: the points of the row or 0, or 1 and 0. One
 * that takes away what the row earns (-3) objects under any header.
 */
export const pointsIn = (profile: Profile, { answers }: GroupReading, isVersion: boolean): Said => {
  const { readings, meaning } = profile;
  const numbers = readings.flatMap((one, at) => {
    const points = answers[at]?.criterion.criterion.points;
    return one.kind === 'number' && points !== undefined ? [{ at, value: one.value, points }] : [];
  });
  const areFlags = numbers.every(({ value }) => value === 0 || value === 1);
  const fitting = numbers.filter(({ value, points }) => areFlags || value === 0 || Math.abs(value) === points);
  const areOthers = fitting.length * 5 < numbers.length * 4;
  if (fitting.length === 0 || areOthers || areFullMarks(profile) || holdsPoints(profile)) return [];
  const takes = numbers.some(({ value }) => value < 0);
  const said: Correction['says'][] = [];
  for (const { at, value } of fitting) {
    if (value < 0) said[at] = 'unmet';
    else if (!takes && (isVersion || meaning.kind === 'earned')) said[at] = value > 0 ? 'met' : 'unmet';
  }
  return said;
};
