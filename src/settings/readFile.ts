import { ok, problem, type Problem, type Result } from '../kernel';
import { withinCaps } from '../schemes';
import type { SettingField } from './field';
import { settingFields } from './fields';
import { settingsFileSchema } from './fileSchema';
import { settingsOf, type FilledField } from './readFields';
import { readMoney } from './readMoney';
import type { SettingsReading } from './settings';

/** More faults than this do not help. */
const shownFaults = 20;

/**
 * Reads the file of `--settings`, given as parsed JSON. A wrong shape is refused as a whole; a value that cannot be used
 * (impossible amount, unit missing in a text) is left out and said. Numbers are whole yen, texts carry their unit.
 */
export const readSettingsFile = (
  data: unknown,
  fields: readonly SettingField[] = settingFields,
): Result<SettingsReading> => {
  const breach = withinCaps(data);
  if (breach !== undefined) return refuseAll([shapeProblem(breach.place, breach.message)]);
  const parsed = settingsFileSchema(fields).safeParse(data);
  if (!parsed.success) {
    const shown = parsed.error.issues.slice(0, shownFaults);
    return refuseAll(shown.map(({ path, message }) => shapeProblem(path.map(String).join('.'), message)));
  }
  const programmes = (parsed.data.programmes ?? []).map(({ name, grant, category, amount }) => {
    const read = readMoney(amount, inYen(amount), { label: `充当先事業「${name}」` });
    return { read, programme: { name, grant, category: category ?? '' } };
  });
  const tables = {
    programmes: programmes.flatMap(({ read, programme }) =>
      read.kind === 'amount' ? [{ ...programme, amountYen: read.yen }] : [],
    ),
    markMeanings: new Map(Object.entries(parsed.data.markMeanings ?? {})),
  };
  const { settings, problems } = settingsOf(filledIn(parsed.data, fields), tables, fields);
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

const shapeProblem = (place: string, message: string): Problem =>
  problem('settings-shape', { found: place === '' ? '（全体）' : place }, { message });

const refuseAll = (problems: readonly Problem[]): Result<never> => ({ ok: false, problems });
