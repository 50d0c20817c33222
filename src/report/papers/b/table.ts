import { halfUp, rangeInWords, westernYear } from '../../../kernel';
import { summaryColumns, type SummaryColumn } from '../../../rank';
import {
  goalNumeral,
  goalsOf,
  grantNames,
  groupNames,
  isCommon,
  timesCounted,
  type Figure,
  type Grant,
} from '../../../schemes';
import type { FigureSource, NumberStyle } from '../../../workbook';
import { cellKeys } from '../../cellKeys';
import { keyedSpan, line, span, together, type Line, type Span } from '../../layout/layOut';
import { blockWords, computed, sourceOf } from '../../origins';
import type { CouncilFacts } from '../facts';
import { hiddenLine, ownLine, toldLine } from '../edition';
import { isWorking } from '../editionName';
import { nationLines } from './nation';

/** Own points, and all they could be while answers are open. */
interface OwnFigure extends Figure {
  readonly most: number;
  /** How the sheet 検算 finds it; of a common goal, in the first of its columns. */
  readonly key?: string;
}

/** The own points of a column: from the answers, else what the settings tell of grants and total. */
const ownPoints = ({ own, thisYear }: CouncilFacts, { grant, goal, group }: SummaryColumn): OwnFigure | undefined => {
  if (own === undefined) {
    const told = goal === null && group === null ? thisYear.points[grant ?? 'total']?.points : undefined;
    return told && { ...told, most: told.value };
  }
  if (grant === null && group !== null) {
    const ofGroup = own.blocks.filter(({ block }) => block.group === group);
    return {
      value: ofGroup.reduce((sum, { block, points }) => sum + points * timesCounted(block), 0),
      most: ofGroup.reduce((sum, { block, most }) => sum + most * timesCounted(block), 0),
      origin: { kind: 'sum-over-grants' },
    };
  }
  const inPlace = own.blocks.filter(({ block }) => block.goal === goal && block.group === group);
  const found = inPlace.find(({ block }) => block.grant === grant) ?? inPlace.find(({ block }) => isCommon(block));
  if (found === undefined) return undefined;
  const { block, points, most } = found;
  const isFirst = grant !== 'support' || block.grant !== null;
  return {
    value: points,
    most,
    origin: own.originOf(block),
    ...(isFirst ? { key: cellKeys.onPaper(block) } : {}),
  };
};

/** 評価結果の概要: the table as the ministry prints it, a column for each sum, the own points under it, and what it shows. */
export const tableLines = (facts: CouncilFacts, width: number): readonly Line[] => {
  const { results } = facts;
  const columns = summaryColumns(results.scheme, results.national);
  const own = columns.map((column) => ownPoints(facts, column));
  const figures = (word: string, of: readonly (Figure | undefined)[]) =>
    columns.map((column, at): Printed => [of[at]?.value ?? null, sourceOf(of[at], `${columnWords(column)}の${word}`)]);
  const rates = (of: readonly (Figure | undefined)[], source: FigureSource) =>
    columns.map(({ maxPoints }, at): Printed => [shareOf(of[at], maxPoints), source]);
  const means = columns.map(({ mean }) => mean);
  const isKnown = means.some((mean) => mean !== undefined);
  return [
    ...together([
      line(span(`${westernYear(results.scheme.fiscalYear)}年度（市町村分）評価結果の概要`, width, 'heading')),
      ...headLines(results.scheme, columns),
      row(
        '配点',
        figures(
          '配点',
          columns.map(({ maxPoints }) => maxPoints),
        ),
        'integer',
      ),
      // The lines of a nation that is not known vanish on the council's paper, and keep their place.
      ...(isKnown || isWorking(facts)
        ? [
            row('平均点', figures('平均点', means), 'decimal1'),
            row('平均得点率', rates(means, meanRate), 'percent1'),
            row(
              '中央値',
              figures(
                '中央値',
                columns.map(({ median }) => median),
              ),
              'integer',
            ),
          ]
        : [hiddenLine(width), hiddenLine(width), hiddenLine(width)]),
      row(
        `${ownWord(facts.name)}の得点`,
        figures('得点', own).map(([value, source], at) => [rangeOf(value, own[at]?.most, String), source]),
        'integer',
        own.map((one) => one?.key),
      ),
      row(
        `${ownWord(facts.name)}の得点率`,
        rates(own, ownRate).map(([value, source], at) => {
          const most = columns[at] === undefined ? null : shareOf(withMost(own[at]), columns[at].maxPoints);
          return [rangeOf(value, most, (share) => halfUp(share * 100, 1), '%'), source];
        }),
        'percent1',
      ),
      toldLine(
        facts,
        width,
        isKnown || isWorking(facts)
          ? {
              text: '※ 平均得点率は端数処理前の平均点から計算しています。端数処理の関係で、合計が一致しない場合があります。中央値は足し合わせても合計と一致しません。',
              look: 'note',
            }
          : undefined,
        '',
      ),
    ]),
    ...nationLines(facts, columns, width),
    ownLine(facts, null, width),
  ];
};

/** A figure, or both its ends, one below the other in the narrow column. */
const rangeOf = (
  least: Printed[0],
  most: number | null | undefined,
  printed: (value: number) => string,
  unit = '',
): Printed[0] =>
  typeof least !== 'number' || most == null || least === most
    ? least
    : rangeInWords(printed(least), printed(most), unit).replace('～', '～\n');

const withMost = (own: OwnFigure | undefined): Figure | undefined => own && { ...own, value: own.most };

/** 当市, 当町, 当村, else 本団体. */
const ownWord = (name: string): string => (/[市町村区]$/.test(name) ? `当${name.slice(-1)}` : '本団体');

const shareOf = (points: Figure | undefined, maxPoints: Figure): number | null =>
  points === undefined ? null : points.value / maxPoints.value;

/** 推進と支援の活動, 推進の目標Ⅰ, 総得点. */
const columnWords = (column: SummaryColumn): string =>
  column.grant === null && column.group !== null ? `推進と支援の${groupNames[column.group].short}` : blockWords(column);

const meanRate = computed('平均点（端数処理前）÷配点');
const ownRate = computed('得点÷配点');

type Printed = readonly [value: number | string | null, source: FigureSource | undefined];

const row = (
  label: string,
  figures: readonly Printed[],
  style: NumberStyle,
  keys: readonly (string | undefined)[] = [],
): Line =>
  line(
    span(label, 1, 'stub'),
    ...figures.map(([value, source], at): Span => {
      const one = value === null ? span('－', 1, 'figure') : span(value, 1, 'figure', { number: style, source });
      const key = keys[at];
      return key === undefined ? one : keyedSpan(one, key);
    }),
  );

/** Three rows: grants and sums; goals; groups. A goal of one column, which has one group only (Ⅳ), and the sums reach down. */
const headLines = (scheme: CouncilFacts['results']['scheme'], columns: readonly SummaryColumn[]): readonly Line[] => {
  const columnsOf = (grant: Grant, goal: number) => columns.filter((one) => one.grant === grant && one.goal === goal);
  const goalSpans = (grant: Grant): readonly Span[] =>
    goalsOf(scheme, grant).map((declared) => {
      const { goal, name, groups } = declared;
      const [only] = groups;
      const count = columnsOf(grant, goal).length;
      return count === 1
        ? {
            ...span(
              `目標${goalNumeral(goal)} ${only === undefined ? name : groupNames[only.group].full}`,
              1,
              'stub-upright',
            ),
            rows: 2,
          }
        : span(`目標${goalNumeral(goal)}\n${name}`, count, 'stub');
    });
  const grantSpan = (grant: Grant): Span => {
    const count = columns.filter((one) => one.grant === grant && one.goal !== null).length;
    return span(grantNames[grant].full, count, 'stub');
  };
  const sum = (text: string): Span => ({ ...span(text, 1, 'stub-upright'), rows: 3 });
  const totals = columns.filter(({ grant }) => grant === null);
  return [
    line(
      { ...span('', 1, 'stub'), rows: 3 },
      grantSpan('promotion'),
      sum(`${grantNames.promotion.short}交付金合計`),
      grantSpan('support'),
      sum(`${grantNames.support.short}交付金合計`),
      ...totals.map(({ group }) => sum(group === null ? '合計' : `${groupNames[group].short}計`)),
    ),
    line(...goalSpans('promotion'), ...goalSpans('support')),
    line(
      ...columns
        .filter(({ grant, goal }) => grant !== null && goal !== null && columnsOf(grant, goal).length > 1)
        .map(({ group }) => span(group === null ? '小計' : groupNames[group].full, 1, 'stub-upright')),
    ),
  ];
};
