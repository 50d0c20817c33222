import { z } from 'zod';
import data from './carriedOver.json';
import type { Scheme } from './schema';
import { FiscalYearText, Text } from './schemaParts';

const Change = z.strictObject({
  from: FiscalYearText,
  to: FiscalYearText,
  fromIndicator: z.string(),
  toIndicator: z.string(),
  /** Pairs known to be the same question, earlier id first. */
  criteria: z.array(z.tuple([z.string(), z.string()])),
  confidence: z.enum(['certain', 'likely', 'inferred']),
  note: Text,
});

const { changes } = z
  .strictObject({ schema: z.literal('incentive-carried-over/1'), about: Text, changes: z.array(Change) })
  .parse(data);

/** Indicators whose criteria or points changed between two years, with the pairs of criteria known to be the same. */
export const carriedOverChanges = (from: Scheme, to: Scheme): readonly z.infer<typeof Change>[] =>
  changes.filter((change) => change.from === from.fiscalYear && change.to === to.fiscalYear);
