import { z } from 'zod';
import { ok, problem, type Problem, type Result } from '../problems';
import { readShaped } from '../schemes';
import type { CellValue } from '../workbook';
import type { SettingField } from './field';
import { settingFields } from './fields';
import { settingsOf, type FilledField } from './readFields';
import { readMoney, type MoneyPlace, type MoneyReading } from './readMoney';
import { nested, type SettingsReading } from './settings';

/**
 * Reads the file of `--settings`, given as parsed JSON. A wrong shape is refused as a whole; a value that cannot be used
 * (impossible amount, unit missing) is left out and said. Texts are read as on the sheet 設定; an amount that is a number
 * counts in whole yen, and is asked about where it could be thousands.
 */
export const readSettingsFile = (
  data: unknown,
  fields: readonly SettingField[] = settingFields,
): Result<SettingsReading> => {
  const shaped = readShaped(settingsFileSchema(fields), data, 'settings-shape');
  if (!shaped.ok) return shaped;
  const file = shaped.value;
  const programmes = (file.programmes ?? []).map(({ name, grant, category, amount }) => {
    const read = readAmount(amount, { label: `充当先事業「${name}」` });
    return { read, programme: { name, grant, category: category ?? '' } };
  });
  const tables = {
    programmes: programmes.flatMap(({ read, programme }) =>
      read.kind === 'amount' ? [{ ...programme, amountYen: read.yen }] : [],
    ),
    markMeanings: new Map(Object.entries(file.markMeanings ?? {})),
  };
  const filled = filledIn(file, fields);
  const bare = filled.flatMap((one) => (one.field.kind === 'money' ? (bareAmount(one.value, one.place) ?? []) : []));
  const asked = new Set(bare.map(({ facts }) => facts['label']));
  const usable = filled.filter(({ place }) => !asked.has(place.label));
  const { settings, problems } = settingsOf(usable, tables, fields);
  return ok({
    settings,
    problems: [
      ...bare,
      ...problems,
      ...programmes.flatMap(({ read }) => (read.kind === 'problem' ? [read.problem] : [])),
    ],
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

const readAmount = (amount: string | number, place: MoneyPlace): MoneyReading => {
  const bare = bareAmount(amount, place);
  return bare === undefined ? readMoney(amount, inYen(amount), place) : { kind: 'problem', problem: bare };
};

/**
 * Below, a number may be meant in thousands: both grants of the whole nation are 30,000,000 thousand yen, and no municipality has
 * a thirtieth of them.
 */
const certainlyYen = 1_000_000;

/** Asks about an amount without a unit that could be thousands of yen; 0 is 0 in any unit. */
const bareAmount = (value: CellValue, { label }: MoneyPlace): Problem | undefined =>
  typeof value === 'number' && value > 0 && value < certainlyYen
    ? problem('settings-bare-amount', { found: String(value) }, { label })
    : undefined;

/** `"40,676千円"`, or whole yen as a number, from a million. */
const Money = z.union(
  [z.string().min(1).max(40), z.number()],
  '"40,676千円" のような文字列か、円の数を入力してください',
);
const Text = z.string().max(200);
/** As on the sheet: "312位". */
const Written = z.string().max(40);
/** Wider than any field's own bounds: a value outside those is left out and said, the file is not refused. */
const Count = z.union(
  [z.number().min(-1_000_000_000).max(1_000_000_000), Written],
  '整数か、単位を付けた文字列（"312位" など）を入力してください',
);

const ofKind = {
  money: Money,
  count: Count,
  decimal: z.union([z.number().min(0).max(10_000), Written], '0～10,000の数を入力してください'),
  text: Text,
  year: z.string().max(20),
  names: z.array(Text).max(200),
} as const satisfies Record<SettingField['kind'], z.ZodType>;

/** One field in the file; label, note and bounds stand beside it for people and editors. */
const valueSchema = (field: SettingField): z.ZodType => {
  const unit = field.unit === '' || field.kind === 'money' ? '' : `（${field.unit}）`;
  // Told to others in the branch of the numbers, where every program looks for them; a text is read as on the sheet.
  const bounds =
    'least' in field
      ? {
          anyOf: [
            { type: field.kind === 'count' ? 'integer' : 'number', minimum: field.least, maximum: field.most },
            { type: 'string', maxLength: 40 },
          ],
        }
      : {};
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
