import { fiscalYearLabel } from '../../kernel';
import type { Results, YearOfMunicipality } from '../../evaluation';
import { wholeOf } from '../../schemes';
import { cellKeys, changeSteps } from '../cellKeys';
import { computed } from '../origins';
import { knownSum, sumControls, termIn, type Control, type Term } from './controls';
import { scoreTerm } from './pointsControls';
import { call, downFrom, sumOfCells, type PrintedCell, type PrintedCells } from './printedCells';

/** 推移 and 前年度からの変化: sums of a year, distances from the mean, and the way from last year's total to this year's. */
export const yearsControls = ({ behind }: Results, printed: PrintedCells): readonly Control[] =>
  behind === undefined
    ? []
    : [
        ...behind.years.flatMap((year) => yearControls(year, printed)),
        ...totalControls(behind.years.at(-1), printed),
        ...changeControls(printed),
      ];

const inTrend = (printed: PrintedCells, { results }: YearOfMunicipality, what: Parameters<typeof cellKeys.trend>[1]) =>
  termIn(printed.findAll('trend', cellKeys.trend(results.scheme.fiscalYear, what))[0]);

const yearControls = (year: YearOfMunicipality, printed: PrintedCells): readonly Control[] => {
  const of = (what: Parameters<typeof cellKeys.trend>[1]) => inTrend(printed, year, what);
  const label = `推移の${fiscalYearLabel(year.results.scheme.fiscalYear)}`;
  const [total, mean, distance] = [of('total'), of('mean'), of('distance')];
  return [
    ...knownSum(`${label}の総得点 ＝ 推進＋支援`, [of('promotion'), of('support')], total),
    ...(total === undefined || mean === undefined || distance === undefined
      ? []
      : [
          {
            label: `${label}の全国平均との差 ＝ 総得点－全国平均`,
            operation: 'difference' as const,
            terms: [total, mean],
            printed: distance,
            style: 'signed-decimal1' as const,
            termStyle: 'decimal1' as const,
          },
        ]),
  ];
};

/** The last year of 推移 is the one that the workbook is about. */
const totalControls = (year: YearOfMunicipality | undefined, printed: PrintedCells): readonly Control[] =>
  year === undefined
    ? []
    : knownSum(
        '推移の今年度の総得点 ＝ 得点',
        [scoreTerm({ printed, at: 0 }, wholeOf(null))],
        inTrend(printed, year, 'total'),
      );

/** 前年度からの変化: last year's total and what changed make this year's; each kind of change is the sum of its criteria. */
const changeControls = (printed: PrintedCells): readonly Control[] => {
  const step = (name: Parameters<typeof cellKeys.step>[0]) => termIn(printed.find('yearChange', cellKeys.step(name)));
  const [before, now] = [step('before'), step('now')];
  const changes = changeSteps.map((kind) => step(kind));
  const known = [before, ...changes].filter((term) => term !== undefined);
  if (before === undefined || now === undefined || known.length <= changes.length) return [];
  return [
    ...sumControls('今年度の総得点 ＝ 前年度＋増減', known, now, 'integer'),
    ...changeSteps.flatMap((kind, at) =>
      kindControl(kind, printed, changes[at], printed.find('yearChange', cellKeys.changed(kind, 'first'))),
    ),
  ];
};

const kindControl = (
  kind: (typeof changeSteps)[number],
  printed: PrintedCells,
  sum: Term | undefined,
  first: PrintedCell | undefined,
): readonly Control[] => {
  const last = printed.find('yearChange', cellKeys.changed(kind, 'last'));
  if (first === undefined || last === undefined || sum === undefined) return [];
  const count = last.place.area.top - first.place.area.top + 1;
  const rows: Term = {
    value: sumOfCells(printed.below(first, count)),
    source: computed('下の表の「総得点への影響」の計'),
    formula: call('SUM', downFrom(first.place, count)),
  };
  return [
    {
      label: `前年度からの変化の${kindNames[kind]} ＝ 枝番の計`,
      operation: 'sum',
      terms: [rows],
      printed: sum,
      style: 'signed-integer',
      termStyle: 'signed-integer',
    },
  ];
};

const kindNames: Readonly<Record<(typeof changeSteps)[number], string>> = {
  gained: '新たに満たした分',
  lost: '満たさなくなった分',
  're-pointed': '配点の変わった分',
  added: '新しい枝番',
  dropped: 'なくなった枝番',
};
