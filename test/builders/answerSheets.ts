import { goalNumeral, grantNames, groupNames, schemeOf, type Scheme } from '../../src/schemes';
import type { CellValue, SheetContent, WorkbookContent } from '../../src/workbook';

/** A workbook of the given sheets, nothing hidden, nothing odd; overrides for what a test is about. */
export const workbook = (
  ...sheets: readonly (Partial<SheetContent> & Pick<SheetContent, 'name' | 'grid'>)[]
): WorkbookContent => ({
  sheets: sheets.map((sheet) => ({
    visibility: 'visible',
    merges: [],
    hiddenRows: new Set<number>(),
    hiddenColumns: new Set<number>(),
    filtered: false,
    uncalculated: [],
    struckThrough: [],
    drawings: false,
    protected: false,
    ...sheet,
  })),
  names: [],
  manualCalculation: false,
  externalLinks: false,
});

export const schemeFor = (year: string): Scheme => {
  const result = schemeOf(year as 'R8');
  if (!result.ok) throw new Error(`no scheme ${year}`);
  return result.value;
};

export interface SheetOptions {
  readonly year: string;
  readonly municipality: string;
  readonly prefecture?: string;
  /** What each criterion's cell says. */
  readonly mark: (criterion: { readonly id: string; readonly points: number }) => CellValue;
  /** Printed sums by `推進|Ⅰ|体制・取組`-like keys; absent = no sum rows. */
  readonly sums?: {
    readonly groups: Readonly<Record<string, number>>;
    readonly goals: Readonly<Record<string, number>>;
    readonly grants: Readonly<Record<string, number>>;
    readonly total: number;
  };
}

/** Layout 1 of rules/design.md#layouts: the answer form with a title block and a column 回答. */
export const answerForm = (options: SheetOptions): readonly (readonly CellValue[])[] => {
  const scheme = schemeFor(options.year);
  const rows = scheme.indicators.flatMap((indicator) =>
    indicator.criteria.map((criterion): readonly CellValue[] => [
      grantNames[indicator.grant].short,
      goalNumeral(indicator.goal),
      groupNames[indicator.group].short,
      indicator.number,
      indicator.name,
      criterion.label,
      criterion.points,
      options.mark(criterion),
    ]),
  );
  return [
    [`令和${options.year.slice(1)}年度 評価指標 回答票`],
    ['市町村名', options.municipality, null, '都道府県', options.prefecture ?? null],
    [],
    ['交付金', '目標', '指標群', '番号', '指標', '枝番', '配点', '回答'],
    ...rows,
  ];
};

/**
 * Layout 2 of rules/design.md#layouts: the flat list with composite labels, goal Ⅳ once or under each grant, and sum
 * rows.
 */
export const flatList = (
  options: SheetOptions & { readonly goal4Twice?: boolean },
): readonly (readonly CellValue[])[] => {
  const scheme = schemeFor(options.year);
  const header = ['年度', '交付金', '目標', '目標名', '指標群', '指標', '列番号', '配点', options.municipality];
  const rows: CellValue[][] = [];
  const common = scheme.goals.filter(({ grant }) => grant === 'common');
  const own = (grant: 'promotion' | 'support') => scheme.goals.filter((goal) => goal.grant === grant);
  const under = (grant: 'promotion' | 'support') =>
    [...own(grant), ...common].map((goal) => ({ goal, shown: grantNames[grant].short }));
  const once = scheme.goals.map((goal) => ({ goal, shown: grantNames[goal.grant].short }));
  const goals = options.goal4Twice === true ? [...under('promotion'), ...under('support')] : once;
  for (const { goal, shown: grant } of goals) {
    const numeral = goalNumeral(goal.goal);
    for (const { group } of goal.groups) {
      for (const indicator of scheme.indicators.filter(
        (one) => one.goal === goal.goal && one.group === group && one.grant === goal.grant,
      )) {
        for (const criterion of indicator.criteria) {
          const label = [indicator.number, indicator.name, ...Array.from(criterion.label)].join(' / ');
          rows.push([
            options.year,
            grant,
            numeral,
            goal.name,
            groupNames[group].short,
            label,
            rows.length + 14,
            criterion.points,
            options.mark(criterion),
          ]);
        }
      }
      const key = `${goal.goal === 4 ? '共通' : grant}|${numeral}|${groupNames[group].short}`;
      const sum = options.sums?.groups[key];
      if (sum !== undefined)
        rows.push([options.year, grant, numeral, goal.name, groupNames[group].short, '計', null, null, sum]);
    }
    const sum = options.sums?.goals[`${grant === '共通' ? '推進' : grant}|${numeral}`];
    if (sum !== undefined) rows.push([options.year, grant, numeral, goal.name, '計', null, null, goal.maxPoints, sum]);
  }
  for (const [grant, sum] of Object.entries(options.sums?.grants ?? {}))
    rows.push([options.year, grant, '計', null, '計', null, null, 400, sum]);
  if (options.sums !== undefined)
    rows.push([options.year, '合計', null, null, null, null, null, 800, options.sums.total]);
  return [header, ...rows];
};
