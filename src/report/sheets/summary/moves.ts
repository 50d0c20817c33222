import { fiscalYearLabel } from '../../../kernel';
import type { MunicipalityResult, ScoredResults } from '../../../evaluation';
import { indicatorNotation } from '../../../schemes';
import { foremost, movesFromNation, movesSinceLastYear, type IndicatorMove } from '../../indicatorMoves';
import { indicatorMeansOfNation } from '../../indicatorMeans';
import { line, span, type Line } from '../../layout/layOut';
import { signedPoints } from '../../standingWords';

/** So many of each. */
const most = 3;

/**
 * The indicators that matter most: what they brought more and less than last year where last year's answers are in hand, else
 * those farthest above and below the nation's mean.
 */
export const moveLines = (results: ScoredResults, own: MunicipalityResult): readonly Line[] => {
  const { behind } = results;
  const last = behind?.bridges.at(-1);
  const before = behind?.years.at(-2);
  const { up, down } = foremost(last === undefined ? movesFromNation(results, own) : movesSinceLastYear(last), most);
  if (up.length + down.length === 0) return [];
  const [decimals, title, above, below] =
    last === undefined || before === undefined
      ? ([1, '全国平均より高い指標・低い指標（総得点への影響）', '高い', '低い'] as const)
      : ([
          0,
          `${fiscalYearLabel(before.results.scheme.fiscalYear)}から増えた指標・減った指標（総得点への影響）`,
          '増',
          '減',
        ] as const);
  return [
    line(span(title, 6, 'heading')),
    ...up.map((move) => moveLine(above, move, decimals)),
    ...down.map((move) => moveLine(below, move, decimals)),
    ...(decimals === 0 ? [] : [line(span(`※ ${indicatorMeansOfNation(results).basis}`, 6, 'note'))]),
  ];
};

const moveLine = (word: string, { indicator, points, note, source }: IndicatorMove, decimals: number): Line =>
  line(
    span(`${word}　${indicatorNotation(indicator)}`, 1, 'side'),
    span(indicator.name, 2, 'side'),
    span(signedPoints(points, decimals), 1, 'paper-cell', { source }),
    span(note, 2, 'paper-cell', { source }),
  );
