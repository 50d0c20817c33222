import { answerState, type MunicipalityAnswers } from '../answers';
import { problem, type Problem } from '../kernel';
import { criterionIndexOf, type Scheme } from '../schemes';

/** Who is in the top 3割 is in the top 7割: a gap in the steps of one measure is a slip of the pen. */
export const checkTiers = (scheme: Scheme, answers: MunicipalityAnswers): readonly Problem[] => {
  const { all } = criterionIndexOf(scheme);
  return all.flatMap((wider, at) => {
    const narrower = all[at + 1];
    if (narrower?.indicator !== wider.indicator) return [];
    if (wider.indicator.rule.kind === 'marked' || wider.criterion.measure !== narrower.criterion.measure) return [];
    if (answers.states[wider.index] !== answerState.unmet || answers.states[narrower.index] !== answerState.met)
      return [];
    return [
      problem('tier-gap', {
        ...answers.cellOf(narrower.index),
        criterion: narrower.criterion.id,
        found: `${wider.indicator.name} ${narrower.criterion.label}`,
        expected: wider.criterion.label,
      }),
    ];
  });
};
