import type { MunicipalityResult, ScoredResults } from '../../../evaluation';
import { printedPercent } from '../../../kernel';
import { byGainForEffort, planOutcome, type MarginalValue } from '../../../outlook';
import { indicatorNotation } from '../../../schemes';
import type { FigureSource } from '../../../workbook';
import { fromPublished } from '../../figureSources';
import { line, span, type Line } from '../../layout/layOut';
import { rankText } from '../../members';
import { computed, together } from '../../origins';
import { outlookIn, rangeText } from '../../outlookWords';
import { signedPoints } from '../../standingWords';

const gridColumns = 8;
const mostLacked = 10;
const mostSteps = 5;

/** Unmet criteria that half the nation or more has, those first whose share times points is largest; the first line is the heading. */
export const lackedLines = (results: ScoredResults, own: MunicipalityResult): readonly Line[] => {
  const { mostHaveIt } = outlookIn(results, own);
  if (mostHaveIt.length === 0) return [];
  const weightOf = ({ gain, share }: MarginalValue): number => gain.points.least * (share ?? 0);
  const shown = mostHaveIt.toSorted((one, other) => weightOf(other) - weightOf(one)).slice(0, mostLacked);
  const { national } = results;
  const source = together(
    ['加点', marginal],
    ['該当率', national && fromPublished(national, '該当した市町村の数÷全国の市町村数')],
  );
  return [
    line(span('全国の半数以上の市町村が満たし、本団体が満たしていない項目', gridColumns, 'heading')),
    head('全国の該当率'),
    ...shown.map((value) => row(value, printedPercent(value.share ?? 0, 1, 1), source)),
    line(
      span(
        `※ 全国の該当率が50％以上の項目${mostHaveIt.length}件のうち、該当率×加点の大きい順に${shown.length}件です。`,
        gridColumns,
        'note',
        { source: marginal },
      ),
    ),
  ];
};

/** What is aimed at next year: the plan of the goal that was asked for, else what brings most points for its work. */
export const nextYearLines = (results: ScoredResults, own: MunicipalityResult): readonly Line[] => {
  const { standpoint, before, values, pursuit } = outlookIn(results, own);
  const planned = new Set(pursuit?.plan.criteria);
  const steps = values
    .filter(({ entry, gain }) => gain.points.least > 0 && (planned.size === 0 || planned.has(entry.index)))
    .toSorted(byGainForEffort)
    .slice(0, planned.size === 0 ? mostSteps : undefined);
  if (steps.length === 0) return [];
  const criteria = steps.flatMap(({ entry, needs }) => [...needs, entry]);
  const { after, gain } = planOutcome(
    standpoint,
    { name: '', changes: new Map(criteria.map(({ index }) => [index, 'met'] as const)) },
    before,
  );
  const { national } = after.rank;
  const rank = national === null ? '' : `、全国順位は${rankText(national)}`;
  return [
    line(span('次の年度の目標', gridColumns, 'heading')),
    head('総得点'),
    ...steps.map((value) => row(value, rangeText(value.after.points.total), marginal)),
    line(
      span(
        `上の${steps.length}項目をすべて満たすと、総得点は${rangeText(after.points.total)}（${signedPoints(gain.points)}）${rank}になります（今年度の評価指標で、ほかの市町村の得点が変わらないとき）。`,
        gridColumns,
        'paragraph',
        { source: marginal },
      ),
    ),
  ];
};

const head = (last: string): Line =>
  line(span('指標', 3, 'header'), span('番号・枝番', 2, 'header'), span('加点', 1, 'header'), span(last, 2, 'header'));

const row = (
  { entry: { indicator, criterion }, gain }: MarginalValue,
  last: string,
  source: FigureSource | undefined,
): Line =>
  line(
    span(indicator.name, 3, 'side'),
    span(`${indicatorNotation(indicator)} ${criterion.label}`, 2, 'paper-cell'),
    span(signedPoints(gain.points), 1, 'paper-cell', { source }),
    span(last, 2, 'paper-cell', { source }),
  );

const marginal: FigureSource = computed('ほかの回答は今のまま、その枝番を満たしたときの値と今の値の差');
