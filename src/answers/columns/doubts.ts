import { foldLabel } from '../../kernel';
import { problem } from '../../problems';
import { sumAtStake } from '../../schemes';
import { answerState } from '../answerState';
import { askedOf } from './cells';
import type { AnswerTable } from '../tables/answerTable';
import type { TableRows } from '../tables/tableRows';
import { columnCalled } from './headerTexts';
import type { GroupPlan } from './plan';
import { holdsAnswers, holdsMarks, holdsPoints, type Profile } from './profile';
import type { GroupReading } from './readGroup';

/**
 * Holds every answer where nobody can know that the columns are the answers: ○ and × under 来年度の実施予定 or 重点, or the
 * ticks of somebody who looked beside a column that may be the real one. A column that a person chose is never doubted.
 */
export const doubted = (
  { sheet, chosenColumn }: AnswerTable,
  { criteria }: TableRows,
  reading: GroupReading,
  plan: GroupPlan,
): GroupReading => {
  const [first] = plan.units.flatMap(({ columns }) => columns);
  if (chosenColumn !== undefined || first === undefined) return reading;
  const rivals = rivalsOfTicks(plan);
  // 要対応 is asked about already: its ○ may say no.
  const isAsked = reading.problems.some(({ name }) => name === 'mark-means-no');
  const byHeader = rivals.length === 0 && !isAsked && isHeadedOtherwise(plan);
  if (rivals.length === 0 && !byHeader) return reading;
  const columns = byHeader ? plan.units.flatMap((unit) => unit.columns) : [first, ...rivals];
  const doubt = problem(
    byHeader ? 'header-not-answers' : 'ticks-beside-answers',
    {
      sheet: sheet.name,
      cell: first.header.cell,
      found: columns.map(({ column, header }) => columnCalled(column, header)).join('・'),
      pointsAtStake: sumAtStake(criteria.map(({ criterion }) => criterion)),
      asked: askedOf('reading', reading.answers),
    },
    { count: columns.length },
  );
  return {
    ...reading,
    answers: reading.answers.map((answer) => ({ ...answer, state: answerState.held })),
    // One doubt says it all: that the columns differ among themselves settles nothing.
    problems: [...reading.problems.filter(({ name }) => !saidOfSeveral.has(name)), doubt],
  };
};

const saidOfSeveral: ReadonlySet<string> = new Set(['several-answer-columns', 'answer-columns-differ']);

/** Sections that share the rows and versions of one answer explain each other; what stands alone must say what it is. */
const isHeadedOtherwise = ({ units, kind }: GroupPlan): boolean =>
  kind !== 'departments' &&
  kind !== 'stages' &&
  units.every((unit) => unit.kind === 'single' && unit.columns.every(isNoAnswer));

const isNoAnswer = ({
  header: { texts },
  meaning: { kind, stage, year, deeds, municipality, standIn },
}: Profile): boolean => {
  const labels = texts.map(foldLabel);
  // R6見込 in a form of R6 is how its answers stand at the time; 取得見込み may be anything.
  if (kind === 'plan') return year === undefined || !labels.some((label) => label.includes('見込'));
  if (kind === 'yes') return labels.some((label) => handledWords.test(label));
  if (kind !== 'unknown' || deeds !== undefined || municipality !== undefined || standIn !== undefined) return false;
  const words = stage === undefined ? plainWords : stage === 'confirmed' ? undefined : versionWords;
  return words === undefined || !labels.some((label) => words.test(label));
};

/** Somebody dealt with the row, whatever it answers. */
const handledWords = /^(?:提出|確認|決裁|添付|点検|照合|入力|記入)済み?$/;
/** What answers are called beside the words that make a column one. */
const plainWords =
  /状況|現状|実績|結果|適否|成否|評点|スコア|ポイント|獲得|^(?:市町村|自治体|保険者|[本当]?[市町村区])(?:側|欄)?$|^(?:実施|達成|取組|対応|適合)$|[○〇◯✓]|^印$|^マーク$/;
/** 修正後 is a version of the answers; 変更 and 修正箇所 say where something changed. */
const versionWords = /後|前|回|次|最終|確定|案|版|再|当初/;

/** The columns that may be the answers beside one that only ticks. */
const rivalsOfTicks = ({ units, kind, beside }: GroupPlan): readonly Profile[] => {
  const [unit] = units;
  const [ticks] = unit?.columns ?? [];
  if (ticks === undefined || kind !== 'one' || unit?.kind !== 'single') return [];
  const { yes, no, numbers } = ticks.counts;
  if (!tickWords.test(foldLabel(ticks.header.shown)) || yes === 0 || no + numbers > 0) return [];
  return beside.filter((other) => mayAnswer(other) && (saysOtherwise(other, ticks) || isOfFewTexts(other)));
};

const tickWords = /^(?!.*自己).*(?:チェック|確認|点検|済)/;

const mayAnswer = ({ meaning: { kind }, counts: { filled }, readings }: Profile): boolean =>
  (kind === 'answer' || kind === 'yes' || kind === 'unknown' || kind === 'none' || kind === 'year') &&
  filled * 2 >= readings.length;

const saysOtherwise = (other: Profile, ticks: Profile): boolean =>
  holdsMarks(other) &&
  other.counts.yes > 0 &&
  other.counts.no > 0 &&
  other.readings.some(({ kind }, at) => (kind === 'met') !== (ticks.readings[at]?.kind === 'met'));

/** 満たしていると思われる, 難しい: answers in words of their own; prose and figures are none. */
const isOfFewTexts = (other: Profile): boolean => {
  if (holdsAnswers(other) || holdsPoints(other)) return false;
  const texts = other.readings.flatMap((reading) => (reading.kind === 'held' ? [reading.text] : []));
  const different = new Set(texts).size;
  return texts.length * 2 >= other.counts.filled && different > 1 && different <= mostTexts;
};

/** More different texts than these are prose. */
const mostTexts = 5;
