import { z } from 'zod';
import { foldLabel } from '../../kernel';
import type { MoneyGrant } from '../../settings';
import data from './costCategories.json';

z.config({ ...z.locales.ja(), jitless: true });

const Rule = z.strictObject({
  source: z.strictObject({
    document: z.string(),
    place: z.string(),
    confidence: z.enum(['certain', 'likely', 'inferred']),
  }),
  categories: z.array(z.strictObject({ name: z.string().min(1), aliases: z.array(z.string().min(1)) })).min(1),
});

const CostCategories = z.strictObject({
  schema: z.literal('incentive-cost-categories/1'),
  documents: z.array(z.strictObject({ id: z.string(), title: z.string(), publisher: z.string() })).min(1),
  grants: z.strictObject({
    promotion: z.union([z.literal('unspecified'), Rule]),
    support: z.union([z.literal('unspecified'), Rule]),
    outcomeOriented: z.union([z.literal('unspecified'), Rule]),
  }),
});

const rules = CostCategories.parse(data).grants;

/** The names of the costs a grant may pay (対象経費), as printed; undefined where no document says so. */
export const eligibleCategories = (grant: MoneyGrant): readonly string[] | undefined => {
  const rule = rules[grant];
  return rule === 'unspecified' ? undefined : rule.categories.map(({ name }) => name);
};

/** The eligible category a label means, or undefined; spaces, dots and width do not matter. */
export const categoryOf = (grant: MoneyGrant, label: string): string | undefined => {
  const rule = rules[grant];
  if (rule === 'unspecified') return undefined;
  const folded = foldCategory(label);
  return rule.categories.find(({ name, aliases }) => [name, ...aliases].some((known) => foldCategory(known) === folded))
    ?.name;
};

const foldCategory = (label: string): string => foldLabel(label).replace(/[・･、,/／]/g, '');
