import { z } from 'zod';
import { fiscalYearOf, type FiscalYear } from '../kernel';

// The pages run under a strict CSP: no eval probe. The faults of a user's file are told in Japanese.
z.config({ ...z.locales.ja(), jitless: true });

/** Text of a file, capped: a scheme file comes from outside and is shown to people. */
export const Text = z.string().min(1).max(500);

/** The short name of a document, used by sources. */
const DocumentId = z.string().min(1).max(40);

/** Schemes are data: no year is known to the schema. */
export const FiscalYearText = z
  .string()
  .regex(/^R([1-9]|[1-9]\d)$/)
  .transform((text): FiscalYear => fiscalYearOf(Number(text.slice(1)) + 2018));

/** Whole points; the widest scheme known (R5) has 2,185. */
export const Points = z.int().min(0).max(10_000);

export const GrantOrCommonName = z.enum(['promotion', 'support', 'common']);
export const GroupName = z.enum(['process', 'activity', 'outcome']);
export const GoalNumber = z.int().min(1).max(4);

/** Where a number was found, and how sure we are: `certain` (primary text or exact arithmetic), `likely`, `inferred`. */
export const Source = z.strictObject({
  document: DocumentId,
  place: Text,
  confidence: z.enum(['certain', 'likely', 'inferred']),
});

/** The documents a file cites. */
export const Documents = z
  .array(
    z.strictObject({
      id: DocumentId,
      title: Text,
      publisher: Text,
      url: z.url().max(500).optional(),
      note: z.string().max(2000).optional(),
    }),
  )
  .min(1)
  .max(50);
