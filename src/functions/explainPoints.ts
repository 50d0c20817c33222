import { answerState } from '../answers';
import { ok, type Result } from '../kernel';
import { reasonOf } from '../report';
import { readAnswerRange } from './readAnswerRange';
import { readPart } from './readPart';
import { readScheme } from './readYear';

/** EXPLAIN: why each criterion of a part has its points; what is open is shown as such instead of refused. */
export const explainPoints = (
  answers: unknown,
  year: unknown,
  partArgument: unknown,
): Result<(string | number)[][]> => {
  const scheme = readScheme(year);
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
