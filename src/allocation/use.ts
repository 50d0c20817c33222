import { foldLabel, inThousandYen, inYen, sumYen, yen, type FiscalYear, type Yen } from '../kernel';
import { problem, type Problem } from '../problems';
import { grantNames, proven, yearOf } from '../schemes';
import type { MoneyGrant, Programme } from '../settings';
import type { CostCategories, CostGrants } from './plan';

export interface UseRow {
  /** As told; undefined for the row that completes the table to the notice, negative when more is assigned than was notified. */
  readonly programme: Programme | undefined;
  readonly name: string;
  /** The official category where the label is known, else as written. */
  readonly category: string;
  readonly amountYen: Yen;
}

export interface UseTable {
  readonly grant: MoneyGrant;
  readonly noticeYen: Yen | undefined;
  /** Rows in the order given; they add up to `totalYen`, which is the notice where there is one. */
  readonly rows: readonly UseRow[];
  readonly assignedYen: Yen;
  readonly totalYen: Yen;
}

export interface UseOfGrant {
  readonly tables: readonly UseTable[];
  readonly totalYen: Yen;
  readonly problems: readonly Problem[];
}

const grants: readonly MoneyGrant[] = ['promotion', 'outcomeOriented', 'support'];

/** The full name a grant or frame is printed with. */
export const moneyGrantName = (grant: MoneyGrant): string =>
  grant === 'outcomeOriented' ? '成果指向型配分枠' : grantNames[grant].full;

/**
 * Sets the programmes of a year against the notices (使途). Excess, remainder, categories no document allows and programmes without
 * a notice are problems; the tables add up to the notices all the same, by a row 未充当.
 */
export const useOfGrant = (
  year: FiscalYear,
  notices: Readonly<Partial<Record<MoneyGrant, Yen | undefined>>>,
  programmes: readonly Programme[],
): UseOfGrant => {
  const tables = grants
    .filter((grant) => notices[grant] !== undefined || programmes.some((programme) => programme.grant === grant))
    .map((grant) =>
      tableOf(
        year,
        grant,
        notices[grant],
        programmes.filter((programme) => programme.grant === grant),
      ),
    );
  return {
    tables,
    totalYen: sumYen(tables.map(({ totalYen }) => totalYen)),
    problems: [
      ...tables.flatMap(balanceProblems),
      ...programmes.flatMap((programme) => programmeProblems(year, programme)),
      ...tables
        .filter(
          ({ grant, rows }) =>
            eligibleCategories(year, grant) === undefined && rows.some(({ programme }) => programme !== undefined),
        )
        .map(({ grant }) => problem('use-rule-unknown', {}, { name: moneyGrantName(grant) })),
    ],
  };
};

const tableOf = (
  year: FiscalYear,
  grant: MoneyGrant,
  noticeYen: Yen | undefined,
  programmes: readonly Programme[],
): UseTable => {
  const assigned = sumYen(programmes.map(({ amountYen }) => amountYen));
  const rest = noticeYen === undefined ? 0n : noticeYen - assigned;
  return {
    grant,
    noticeYen,
    rows: [
      ...programmes.map((programme): UseRow => ({
        programme,
        name: programme.name,
        category: categoryOf(year, grant, programme.category) ?? programme.category,
        amountYen: programme.amountYen,
      })),
      ...(rest === 0n
        ? []
        : [
            {
              programme: undefined,
              name: rest > 0n ? '未充当' : '充当超過',
              category: '',
              amountYen: yen(rest),
            },
          ]),
    ],
    assignedYen: assigned,
    totalYen: noticeYen ?? assigned,
  };
};

const balanceProblems = ({ grant, noticeYen, assignedYen }: UseTable): readonly Problem[] => {
  const name = moneyGrantName(grant);
  if (noticeYen === undefined) return [problem('use-without-notice', {}, { name })];
  if (assignedYen === noticeYen) return [];
  const difference = yen(assignedYen > noticeYen ? assignedYen - noticeYen : noticeYen - assignedYen);
  const print = [assignedYen, noticeYen, difference].every((amount) => amount % 1000n === 0n) ? inThousandYen : inYen;
  return [
    problem(
      assignedYen > noticeYen ? 'use-over' : 'use-under',
      { found: print(assignedYen), expected: print(noticeYen) },
      { name, difference: print(difference) },
    ),
  ];
};

const programmeProblems = (year: FiscalYear, programme: Programme): readonly Problem[] => {
  const { grant, category, name, amountYen, sheet, cell } = programme;
  const eligible = eligibleCategories(year, grant);
  const facts = { programme: name, name: moneyGrantName(grant) };
  const negative =
    amountYen < 0n
      ? [problem('amount-impossible', { sheet, cell, found: inYen(amountYen) }, { label: `「${name}」` })]
      : [];
  if (eligible === undefined) return negative;
  const expected = eligible.join('、');
  if (category.trim() === '') return [...negative, problem('use-category-missing', { sheet, cell, expected }, facts)];
  return categoryOf(year, grant, category) === undefined
    ? [...negative, problem('use-ineligible', { sheet, cell, found: category, expected }, facts)]
    : negative;
};

/** The rules of a year; undefined where no document of it is known, nor said to be followed. */
const rulesOf = (year: FiscalYear): CostGrants | undefined => {
  const data = yearOf(year).costs;
  if (data === undefined) return undefined;
  const file = proven<CostCategories>(data, 'incentive-cost-categories/1');
  return 'sameAs' in file ? rulesOf(file.sameAs) : file.grants;
};

const ruleOf = (year: FiscalYear, grant: MoneyGrant): Exclude<CostGrants[MoneyGrant], 'unspecified'> | undefined => {
  const rule = rulesOf(year)?.[grant];
  return rule === 'unspecified' ? undefined : rule;
};

/** The names of the costs a grant may pay (対象経費) in a year, as printed; undefined where no document says so. */
export const eligibleCategories = (year: FiscalYear, grant: MoneyGrant): readonly string[] | undefined =>
  ruleOf(year, grant)?.categories.map(({ name }) => name);

/** The eligible category a label means, or undefined; spaces, dots and width do not matter. */
const categoryOf = (year: FiscalYear, grant: MoneyGrant, label: string): string | undefined => {
  const folded = foldCategory(label);
  return ruleOf(year, grant)?.categories.find(({ name, aliases }) =>
    [name, ...aliases].some((known) => foldCategory(known) === folded),
  )?.name;
};

const foldCategory = (label: string): string => foldLabel(label).replace(/[・･、,/／]/g, '');
