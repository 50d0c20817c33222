import { z } from 'zod';
import { foldLabel, type FiscalYear } from '../../kernel';
import { yearOf } from '../../schemes';
import type { MoneyGrant } from '../../settings';

z.config({ ...z.locales.ja(), jitless: true });

const Rule = z.strictObject({
  source: z.strictObject({
    document: z.string(),
    place: z.string(),
    confidence: z.enum(['certain', 'likely', 'inferred']),
  }),
  categories: z.array(z.strictObject({ name: z.string().min(1), aliases: z.array(z.string().min(1)) })).min(1),
});

const schema = z.literal('incentive-cost-categories/1');
const Grants = z.strictObject({
  promotion: z.union([z.literal('unspecified'), Rule]),
  support: z.union([z.literal('unspecified'), Rule]),
  outcomeOriented: z.union([z.literal('unspecified'), Rule]),
});

/** costs.json of a year: its categories with their documents, or the year whose document it is taken to follow, and why. */
const CostCategories = z.union([
  z.strictObject({
    schema,
    documents: z.array(z.strictObject({ id: z.string(), title: z.string(), publisher: z.string() })).min(1),
    grants: Grants,
  }),
  z.strictObject({
    schema,
    sameAs: z.templateLiteral(['R', z.int().min(1).max(99)]),
    note: z.string().min(1),
  }),
]);

const read = new Map<FiscalYear, z.output<typeof Grants> | undefined>();

/** The rules of a year; undefined where no document of it is known, nor said to be followed. */
const rulesOf = (year: FiscalYear): z.output<typeof Grants> | undefined => {
  if (read.has(year)) return read.get(year);
  const data = yearOf(year).costs;
  const file = data === undefined ? undefined : CostCategories.parse(data);
  const rules = file === undefined ? undefined : 'sameAs' in file ? rulesOf(file.sameAs) : file.grants;
  read.set(year, rules);
  return rules;
};

const ruleOf = (year: FiscalYear, grant: MoneyGrant): z.output<typeof Rule> | undefined => {
  const rule = rulesOf(year)?.[grant];
  return rule === 'unspecified' ? undefined : rule;
};

/** The names of the costs a grant may pay (対象経費) in a year, as printed; undefined where no document says so. */
export const eligibleCategories = (year: FiscalYear, grant: MoneyGrant): readonly string[] | undefined =>
  ruleOf(year, grant)?.categories.map(({ name }) => name);

/** The eligible category a label means, or undefined; spaces, dots and width do not matter. */
export const categoryOf = (year: FiscalYear, grant: MoneyGrant, label: string): string | undefined => {
  const folded = foldCategory(label);
  return ruleOf(year, grant)?.categories.find(({ name, aliases }) =>
    [name, ...aliases].some((known) => foldCategory(known) === folded),
  )?.name;
};

const foldCategory = (label: string): string => foldLabel(label).replace(/[・･、,/／]/g, '');
