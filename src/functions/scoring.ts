import { answerState } from '../answers';
import { ok, problem, refuse, type Refusal, type Result } from '../problems';
import { reasonOf } from '../report';
import { criterionIndexOf, goalNumeral, grantNames, groupNames, type IndexedCriterion } from '../schemes';
import { mostPointsOf, openIn, pointsOfPart, type Part } from '../score';
import { readAnswerRange, type AnswerRange } from './answerRange';
import { readPart, readSchemeOfYear } from './arguments';
import { notLoaded } from './failures';
import type * as Outlook from './outlook';

/** SCORE: the points of a range of answers, whole or of one part; refused while an answer of that part is open. */
export const scorePoints = (answers: unknown, year: unknown, part: unknown): Result<number> => {
  const scored = scorePart(answers, year, part);
  return scored.ok ? ok(scored.value.points) : scored;
};

/** POINTRATE: points divided by the most points, 0 to 1, unrounded. */
export const scoreRate = (answers: unknown, year: unknown, part: unknown): Result<number> => {
  const scored = scorePart(answers, year, part);
  return scored.ok ? ok(scored.value.points / mostPointsOf(scored.value.part)) : scored;
};

const scorePart = (
  answers: unknown,
  year: unknown,
  partArgument: unknown,
): Result<{ readonly points: number; readonly part: Part }> => {
  const scheme = readSchemeOfYear(year);
  if (!scheme.ok) return scheme;
  const part = readPart(partArgument, scheme.value);
  if (!part.ok) return part;
  const range = readAnswerRange(answers, scheme.value);
  if (!range.ok) return range;
  const open = openAnswers(range.value, part.value);
  return open ?? ok({ points: pointsOfPart(range.value, part.value), part: part.value });
};

/**
 * For VALUE and NEXT: loads what looks out and asks it of all answers of a range. Refused while one is open, for what one
 * criterion brings may hang on every other (rules/grants.md#own-total).
 */
export const lookingOut = async <Value>(
  answers: unknown,
  year: unknown,
  ask: (loaded: typeof Outlook, complete: Outlook.CompleteAnswers) => Result<Value>,
): Promise<Result<Value>> => {
  const scheme = readSchemeOfYear(year);
  if (!scheme.ok) return scheme;
  const range = readAnswerRange(answers, scheme.value);
  if (!range.ok) return range;
  const everything = readPart(undefined, scheme.value);
  if (!everything.ok) return everything;
  const open = openAnswers(range.value, everything.value);
  if (open !== undefined) return open;
  let loaded;
  try {
    loaded = await import('./outlook');
  } catch (cause) {
    return refuse(notLoaded(cause));
  }
  return ask(loaded, { scheme: scheme.value, states: range.value.states });
};

/** More names than this do not fit the card Excel shows beside the cell. */
const mostNames = 3;

/** Why a part cannot be given points: a cell that cannot be read, or answers left out. Undefined when all is answered. */
const openAnswers = (range: AnswerRange, part: Part): Refusal | undefined => {
  const left = openIn(range, part);
  const held = left.find(({ index }) => range.states[index] === answerState.held);
  if (held !== undefined) {
    const said = range.problems.find(({ criterion, found }) => criterion === held.criterion.id && found !== undefined);
    return refuse(problem('function-unreadable', { found: said?.found ?? '' }, { place: nameOf(held) }));
  }
  if (left.length === 0) return undefined;
  for (const entry of left) {
    const zero = range.zeroAt(entry.index);
    if (zero !== undefined)
      return refuse(problem('function-mark-zero-or-empty', { found: nameOf(entry) }, { ...zero }));
  }
  const names = left.slice(0, mostNames).map(nameOf).join('、');
  const rest = left.length > mostNames ? ` …(+${left.length - mostNames})` : '';
  return refuse(problem('function-unanswered', { found: `${names}${rest}` }));
};

const nameOf = ({ criterion, indicator }: IndexedCriterion): string =>
  `${criterion.id}（${indicator.name} ${criterion.label}）`;

/** MAXPOINTS: the most points a part can bring. */
export const maxPoints = (year: unknown, part: unknown): Result<number> => {
  const scheme = readSchemeOfYear(year);
  if (!scheme.ok) return scheme;
  const named = readPart(part, scheme.value);
  return named.ok ? ok(mostPointsOf(named.value)) : named;
};

/** EXPLAIN: why each criterion of a part has its points; what is open is shown as such instead of refused. */
export const explainPoints = (
  answers: unknown,
  year: unknown,
  partArgument: unknown,
): Result<(string | number)[][]> => {
  const scheme = readSchemeOfYear(year);
  if (!scheme.ok) return scheme;
  const part = readPart(partArgument, scheme.value);
  if (!part.ok) return part;
  const range = readAnswerRange(answers, scheme.value);
  if (!range.ok) return range;
  const { awards } = range.value;
  const rows = part.value.flatMap(({ entry: { index } }) => {
    const award = awards[index];
    if (award === undefined) return [];
    const { criterion, indicator, state, points } = award;
    const reason = reasonOf(award);
    return [[criterion.id, indicator.name, criterion.label, criterion.points, markOf(state), points, reason]];
  });
  return ok([['枝番ID', '指標', '枝番', '配点', '回答', '得点', '理由'], ...rows]);
};

const markOf = (state: number): string => {
  if (state === answerState.met) return '○';
  if (state === answerState.unmet) return '×';
  return state === answerState.held ? '要確認' : '未回答';
};

/** CRITERIA: one row per criterion of the year, under a header, in the order of the notice. */
export const criteriaTable = (year: unknown): Result<(string | number)[][]> => {
  const scheme = readSchemeOfYear(year);
  if (!scheme.ok) return scheme;
  return ok([
    ['枝番ID', '交付金', '目標', '指標群', '番号', '指標', '枝番', '配点'],
    ...criterionIndexOf(scheme.value).all.map(({ criterion, indicator }) => [
      criterion.id,
      grantNames[indicator.grant].short,
      goalNumeral(indicator.goal),
      groupNames[indicator.group].short,
      indicator.number,
      indicator.name,
      criterion.label,
      criterion.points,
    ]),
  ]);
};
