import { fiscalYearLabel, fiscalYearOf, westernYear, type FiscalYear } from '../../kernel';
import { blockName, yearOf, type Scheme } from '../../schemes';
import { compileScheme } from '../../score';
import type { FigureSource } from '../../workbook';
import type { CouncilFacts } from '../council';
import { fromRules } from '../figureSources';
import { together } from '../origins';
import { type Line, line, span, userSpan, fullWidth } from '../layout';

/** ２．制度の見直し: what changed in points since the year before, from the two schemes, and room for the user's words. */
export const changeLines = ({ results: { scheme } }: CouncilFacts, width: number): readonly Line[] => [
  line(span('２．制度の見直し', width, 'heading')),
  line(span(fullWidth(changesText(scheme)), width, 'paragraph', undefined, changesSource(scheme))),
  line(userSpan(null, width)),
  line(),
];

const yearBefore = ({ fiscalYear }: Scheme): FiscalYear => fiscalYearOf(westernYear(fiscalYear) - 1);

/** A year that is not known criterion by criterion has nothing to compare. */
const schemeBefore = (scheme: Scheme): Scheme | undefined => yearOf(yearBefore(scheme)).scheme;

const changesText = (scheme: Scheme): string => {
  const year = yearBefore(scheme);
  const before = schemeBefore(scheme);
  if (before === undefined)
    return `${fiscalYearLabel(year)}の評価指標は枝番まで登録されていないため、配点の比較はしていません。`;
  const points = new Map(compileScheme(before).blocks.map((block) => [block.key, block.maxPoints]));
  const changes = compileScheme(scheme)
    .blocks.filter(({ key, maxPoints }) => points.get(key) !== maxPoints)
    .map((block) => `${blockName(block)} ${points.get(block.key) ?? 0}点→${block.maxPoints}点`);
  const counts = `枝番の数 ${countOf(before)}→${countOf(scheme)}`;
  return changes.length === 0
    ? `${fiscalYearLabel(year)}から、目標・指標群ごとの配点は変わっていません（${counts}）。`
    : `${fiscalYearLabel(year)}からの配点の変更：${changes.join('、')}（${counts}）。`;
};

const changesSource = (scheme: Scheme): FigureSource | undefined => {
  const before = schemeBefore(scheme);
  return (
    before &&
    together(
      [fiscalYearLabel(scheme.fiscalYear), fromRules(scheme, fiscalYearLabel(scheme.fiscalYear))],
      [fiscalYearLabel(before.fiscalYear), fromRules(before, fiscalYearLabel(before.fiscalYear))],
    )
  );
};

const countOf = ({ indicators }: Scheme): number => indicators.reduce((sum, { criteria }) => sum + criteria.length, 0);
