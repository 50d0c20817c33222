import { z } from 'zod';
import type { SettingField } from './field';
import { settingFields } from './fields';
import { nested } from './settings';

z.config({ ...z.locales.ja(), jitless: true });

/** `"40,676千円"`, or whole yen as a number. */
const Money = z.union([z.string().min(1).max(40), z.number()]);
const Text = z.string().max(200);
/** Wider than any field's own bounds: a value outside those is left out and said, the file is not refused. */
const Count = z.int().min(-1_000_000_000).max(1_000_000_000);

const ofKind = {
  money: Money,
  count: Count,
  decimal: z.number().min(0).max(10_000),
  text: Text,
  year: z.string().max(20),
  names: z.array(Text).max(200),
} as const satisfies Record<SettingField['kind'], z.ZodType>;

/** One field in the file; label, note and bounds stand beside it for people and editors. */
const valueSchema = (field: SettingField): z.ZodType => {
  const unit = field.unit === '' || field.kind === 'money' ? '' : `（${field.unit}）`;
  const bounds = 'least' in field ? { minimum: field.least, maximum: field.most } : {};
  return ofKind[field.kind].optional().meta({ title: `${field.label}${unit}`, description: field.note, ...bounds });
};

/** The shape of the settings file of `--settings`: the fields nested by their paths, and the two tables. */
export const settingsFileSchema = (fields: readonly SettingField[] = settingFields) =>
  z.strictObject({
    /** For editors only. */
    $schema: z.string().max(200).optional(),
    schema: z.literal('incentive-settings/1'),
    ...nested<z.ZodType>(
      fields.map((field) => [field.path, valueSchema(field)] as const),
      (inner) => z.strictObject(inner).optional(),
    ),
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
