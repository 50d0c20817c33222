import { foldText } from '../../kernel';
import { problem, type Problem } from '../../problems';
import { sumAtStake } from '../../schemes';
import { cellAt, type SheetContent } from '../../workbook';
import { answerState } from '../answerState';
import { readMark, type MarkMeanings } from '../marks';
import { addressIn } from '../tables/turned';
import { textOfPlace } from './cells';
import { codeListIn, codesExplained } from './codes';
import { codesIn, speaksOfFlags } from './legends';
import type { GroupPlan } from './plan';
import type { GroupReading } from './readGroup';

/** What is written around the answers, and what is known of it. */
export interface Written {
  /** Texts above and below the table. */
  readonly notes: readonly string[];
  /** The first of them that turns marks around. */
  readonly turning: string | undefined;
  /** Texts of other sheets. */
  readonly elsewhere: readonly string[];
  /** A list of codes was found and obeyed. */
  readonly listed: boolean;
  /** What a person said marks mean. */
  readonly meanings: MarkMeanings;
}

/**
 * Holds the answers where something written turns the usual meaning of their marks around (該当しないものに○), or speaks of
 * codes in words nobody can be sure of. What a person said of the mark settles it: ○ is no, and so a blank is yes.
 */
export const heeded = (sheet: SheetContent, plan: GroupPlan, reading: GroupReading, written: Written): GroupReading => {
  const { notes, turning, elsewhere, listed, meanings } = written;
  const singles = plan.units.flatMap(({ kind, columns }) => (kind === 'single' ? columns : []));
  if (singles.length === 0 || listed) return reading;
  const headers = singles.flatMap(({ header }) => header.texts);
  const sentence = headers.find(marksMeanNo) ?? turning ?? headers.find(headsWhatIsMissing);
  if (sentence !== undefined) {
    const marks = marksOf(reading, meanings);
    if (marks.length === 0 || marks.some(({ said, usual }) => said === 'met' && usual === 'met')) return reading;
    const isSettled = marks.every(({ said }) => said !== undefined);
    return isSettled ? blanksMet(reading) : held(sheet, reading, 'mark-means-no', sentence);
  }
  const codes = [...codesIn(singles)];
  const areFlags = codes.length > 0 && codes.every((one) => one === '0' || one === '1');
  if (!areFlags || codes.some((one) => meanings.has(one))) return reading;
  const said = [...notes, ...elsewhere].find((text) => speaksOfFlags(text) && !saysTheUsual(text));
  return said === undefined ? reading : held(sheet, reading, 'codes-explained-unclearly', said);
};

const lacking = [
  '(?:該当|実施|達成|対応|策定|整備|適合)(?:して(?:い)?(?:ない|ません)|しない|しません|でき(?:て(?:い)?)?ない|なし)',
  '(?:でき|行|満たし|行っ|取り組ん)(?:て|で)(?:い)?(?:ない|ません)',
  '(?:でき|行わ|満たさ)ない',
  '非該当|未実施|未達成|未対応|未策定|未整備|未達|不適合',
  '課題が?(?:ある|あり)|(?:改善|対応)(?:を|が)?(?:要する|必要な?|必要である)|要改善',
].join('|');
const things = '(?:の?(?:もの|項目|事項|取組|取り組み|指標|枝番|箇所|欄|行|場合|とき|ところ))?';
const sign = '[「『"\'(]?(?:[○〇◯✓✔☑レ●■◎]|丸|まる|チェック|しるし|印|記号)';
/** 該当しないものに○, ※実施していない項目に○を付けてください; ×, a blank and － are no such marks. */
const noMarked = new RegExp(`(?:${lacking})${things}(?:に(?:は|のみ|だけ)?|は|のみ|だけ|へ|を)[、,]?${sign}`);
/** ○…未実施, where no list says it better. */
const markFirst = new RegExp(`${sign}[」』"')]?印?(?:は|が|[:=…→])+(?:${lacking})`);
const forbids = /(?:付け|つけ|記入し|入れ|し)ない|不要|消し|外し/;

/** True for a sentence by which a mark says no: 該当しないものに○. */
export const marksMeanNo = (text: string): boolean => {
  const plain = foldText(text).replace(/\s/g, '');
  if (plain.length > longestSentence || !(noMarked.test(plain) || markFirst.test(plain))) return false;
  const after = plain.slice(plain.search(noMarked));
  return !forbids.test(after.replace(new RegExp(lacking, 'g'), '')) && codeListIn(text) === undefined;
};

const longestSentence = 200;

/** A column whose header is the lack itself. */
const headsWhatIsMissing = (text: string): boolean =>
  /^(?:要改善|要対応|要検討|要是正|改善(?:が)?必要|改善要|課題(?:あり|有|有り)|不備(?:あり|有)?|未達|未達成|未着手)(?:項目|欄|の?有無)?$/.test(
    foldText(text).replace(/\s/g, ''),
  );

interface Mark {
  /** What a person said of it. */
  readonly said: 'met' | 'unmet' | undefined;
  readonly usual: ReturnType<typeof readMark>['kind'];
}

/** The marks and words that answer, each as it stands; numbers are none. */
const marksOf = ({ answers }: GroupReading, meanings: MarkMeanings): readonly Mark[] => {
  const texts = answers
    .filter(({ state }) => state === answerState.met || state === answerState.unmet)
    .map((answer) => foldText(textOfPlace(answer)));
  return [...new Set(texts)]
    .map((text): Mark => ({ said: meanings.get(text), usual: readMark(text).kind }))
    .filter(({ usual }) => usual !== 'number');
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
  name: 'mark-means-no' | 'codes-explained-unclearly',
  sentence: string,
): GroupReading => {
  const asked = reading.answers.filter(({ state, elsewhere }) => elsewhere !== true && state !== answerState.held);
  const stake = sumAtStake(asked.map(({ criterion }) => criterion));
  const told: Problem = problem(
    name,
    { sheet: sheet.name, ...placeOf(sheet, sentence), found: foldText(sentence), pointsAtStake: stake },
    { count: asked.length },
  );
  const isAsked = new Set(asked);
  return {
    ...reading,
    answers: reading.answers.map((answer) => (isAsked.has(answer) ? { ...answer, state: answerState.held } : answer)),
    problems: [told, ...reading.problems],
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
