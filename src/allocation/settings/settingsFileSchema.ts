import { z } from 'zod';

z.config({ ...z.locales.ja(), jitless: true });

/** `"40,676千円"`, or whole yen as a number. */
const Money = z.union([z.string().min(1).max(40), z.number()]);
const Text = z.string().max(200);
const Count = z.int().min(-1_000_000_000).max(1_000_000_000);
const PerGrant = z.strictObject({ promotion: Money.optional(), support: Money.optional() });
const PerMoneyGrant = z.strictObject({
  promotion: Money.optional(),
  outcomeOriented: Money.optional(),
  support: Money.optional(),
});

const GrantRank = z.strictObject({ national: Count.optional(), prefecture: Count.optional() });
const yearFacts = {
  fiscalYear: z.string().max(20).optional(),
  points: z
    .strictObject({ promotion: Count.optional(), support: Count.optional(), total: Count.optional() })
    .optional(),
  nationalRank: Count.optional(),
  prefectureRank: Count.optional(),
  grantRanks: z.strictObject({ promotion: GrantRank.optional(), support: GrantRank.optional() }).optional(),
  prefectureTop: Text.optional(),
  top: z.strictObject({ name: Text.optional(), points: Count.optional() }).optional(),
};

/** The settings file of `--settings`. */
export const SettingsFile = z.strictObject({
  schema: z.literal('incentive-settings/1'),
  insured: Count.optional(),
  notice: PerMoneyGrant.optional(),
  required: PerGrant.optional(),
  thisYear: z.strictObject(yearFacts).optional(),
  lastYear: z.strictObject({ ...yearFacts, yen: PerMoneyGrant.optional(), mostPoints: Count.optional() }).optional(),
  place: z.strictObject({ name: Text.optional(), prefecture: Text.optional() }).optional(),
  nation: z.strictObject({ mean: z.number().min(0).max(10_000).optional() }).optional(),
  prefecture: z.strictObject({ mean: z.number().min(0).max(10_000).optional(), count: Count.optional() }).optional(),
  amountRank: z.strictObject({ national: Count.optional(), withoutDesignated: Count.optional() }).optional(),
  document: z
    .strictObject({
      number: Text.optional(),
      date: Text.optional(),
      meeting: Text.optional(),
      department: Text.optional(),
      amountWord: Text.optional(),
    })
    .optional(),
  /** 比較団体 by name. */
  peers: z.array(Text).max(200).optional(),
  programmes: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(200),
        grant: z.enum(['promotion', 'outcomeOriented', 'support']),
        category: Text.optional(),
        amount: Money,
      }),
    )
    .max(500)
    .optional(),
  markMeanings: z.record(z.string().min(1).max(20), z.enum(['met', 'unmet'])).optional(),
});

export type SettingsFileData = z.output<typeof SettingsFile>;
