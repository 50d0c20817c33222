import { z } from 'zod';
import { ok, type Result } from '../problems';
import { readShaped } from '../schemes';
import type { SettingField } from './field';
import { settingFields } from './fields';
import { settingsOf, type FilledField } from './readFields';
import { readMoney } from './readMoney';
import { nested, type SettingsReading } from './settings';

/**
 * Reads the file of `--settings`, given as parsed JSON. A wrong shape is refused as a whole; a value that cannot be used
 * (impossible amount, unit missing in a text) is left out and said. Numbers are whole yen, texts carry their unit.
 */
export const readSettingsFile = (
  data: unknown,
  fields: readonly SettingField[] = settingFields,
): Result<SettingsReading> => {
  const shaped = readShaped(settingsFileSchema(fields), data, 'settings-shape');
  if (!shaped.ok) return shaped;
  const file = shaped.value;
  const programmes = (file.programmes ?? []).map(({ name, grant, category, amount }) => {
    const read = readMoney(amount, inYen(amount), { label: `充当先事業「${name}」` });
    return { read, programme: { name, grant, category: category ?? '' } };
  });
  const tables = {
    programmes: programmes.flatMap(({ read, programme }) =>
      read.kind === 'amount' ? [{ ...programme, amountYen: read.yen }] : [],
    ),
    markMeanings: new Map(Object.entries(file.markMeanings ?? {})),
  };
  const { settings, problems } = settingsOf(filledIn(file, fields), tables, fields);
  return ok({
    settings,
    problems: [...problems, ...programmes.flatMap(({ read }) => (read.kind === 'problem' ? [read.problem] : []))],
  });
};

/** The values of a settings file as fields of the form, in the order of the form. */
const filledIn = (data: unknown, fields: readonly SettingField[]): readonly FilledField[] =>
  fields.flatMap((field) => {
    const written = field.path.split('.').reduce<unknown>(under, data);
    const value = Array.isArray(written) ? written.join('、') : written;
    if (typeof value !== 'string' && typeof value !== 'number') return [];
    return [{ field, value, unit: field.kind === 'money' ? inYen(value) : null, place: { label: field.label } }];
  });

const under = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(key) : undefined;

/** An amount that is a number counts in yen; a text carries its unit. */
const inYen = (amount: string | number): string | null => (typeof amount === 'number' ? '円' : null);

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
