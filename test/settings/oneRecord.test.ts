import fc from 'fast-check';
import { z } from 'zod';
import type { FiscalYear } from '../../src/kernel';
import { settingsForm } from '../../src/report';
import {
  readSettingsFile,
  readSettingsSheet,
  settingFields,
  settingsFileSchema,
  type SettingField,
} from '../../src/settings';
import type { CellValue, Grid } from '../../src/workbook';

/** A setting nobody has: if one record is enough, it is in the form, the sheet, the file and the schema. */
const madeUp = {
  path: 'nextYear.hope.days',
  kind: 'count',
  label: '来年度の見込み日数',
  aliases: ['見込日数'],
  unit: '日',
  least: 1,
  most: 366,
  note: '作り物の項目です',
} as const satisfies SettingField;
const fields: readonly SettingField[] = [...settingFields, madeUp];

const at = (value: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((inner, key) => (inner as Readonly<Record<string, unknown>> | undefined)?.[key], value);

const inFile = (values: ReadonlyMap<string, unknown>): unknown => {
  const root: Record<string, unknown> = { schema: 'incentive-settings/1' };
  for (const [path, value] of values) {
    const keys = path.split('.');
    let inner = root;
    for (const key of keys.slice(0, -1)) inner = (inner[key] ??= {}) as Record<string, unknown>;
    inner[keys.at(-1)!] = value;
  }
  return root;
};

/** The blank form with the values in the column beside the labels. */
const inForm = (values: ReadonlyMap<string, CellValue>): Grid =>
  settingsForm(fields).rows.map((row) => {
    const field = fields.find(({ label }) => label === row[0]?.value);
    const value = field && values.get(field.path);
    return row.map((cell, column) => (column === 1 && value !== undefined ? value : cell.value));
  });

/** A value a person may write into a field: what stands in the cell, what in the file, and what it means. */
const written = (field: SettingField): fc.Arbitrary<{ cell: CellValue; file: unknown; means: unknown }> => {
  switch (field.kind) {
    case 'money':
      return (
        fc
          .integer({ min: 0, max: 1_000_000_000 })
          // A number below a million would be asked about.
          .map((n) => ({ cell: n, file: n < 1000 ? `${n}千円` : n * 1000, means: BigInt(n) * 1000n }))
      );
    case 'count':
      return fc.integer({ min: field.least, max: field.most }).map((n) => ({ cell: n, file: n, means: n }));
    case 'decimal':
      return fc
        .integer({ min: field.least * 100, max: field.most * 100 })
        .map((n) => ({ cell: n / 100, file: n / 100, means: n / 100 }));
    case 'year':
      return fc.integer({ min: 1, max: 40 }).map((n): { cell: string; file: string; means: FiscalYear } => {
        return { cell: `令和${n}年度`, file: `R${n}`, means: `R${n}` };
      });
    case 'text':
      return fc.stringMatching(/^[一-龠0-9]{1,20}$/).map((text) => ({ cell: text, file: text, means: text }));
    case 'names':
      return fc
        .array(fc.stringMatching(/^[一-龠]{1,8}町$/), { minLength: 1, maxLength: 5 })
        .map((names) => ({ cell: names.join('、'), file: names, means: names }));
  }
};
/** Any of the fields, filled in; each is absent about half the time. */
const anyValues = fc
  .record(Object.fromEntries(fields.map((field) => [field.path, written(field)])), { requiredKeys: [] })
  .map((values) => fields.flatMap((field) => (values[field.path] ? [{ field, value: values[field.path]! }] : [])));

/** Every field's value, told or not. */
const valuesIn = (settings: unknown) => fields.map(({ path }) => [path, at(settings, path)]);
const meant = (values: readonly { readonly field: SettingField; readonly value: { readonly means: unknown } }[]) => {
  const told = new Map(values.map(({ field, value }) => [field.path, value.means]));
  return fields.map(({ path, kind }) => [path, told.get(path) ?? (kind === 'names' ? [] : undefined)]);
};

describe('a setting is one record', () => {
  test('what is written into the form is read from the sheet, with its cell, and nothing else is set', () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const sheet = inForm(new Map(values.map(({ field, value }) => [field.path, value.cell])));
        const { settings, problems } = readSettingsSheet('設定', sheet, fields);
        expect(problems).toEqual([]);
        expect([...settings.places.keys()].sort()).toEqual(values.map(({ field }) => field.path).sort());
        expect(valuesIn(settings)).toEqual(meant(values));
      }),
      { numRuns: 30 },
    );
  });

  test('what is written into the file is read from it, and nothing else is set', () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const read = readSettingsFile(
          inFile(new Map(values.map(({ field, value }) => [field.path, value.file]))),
          fields,
        );
        if (!read.ok) throw new Error(JSON.stringify(read.problems));
        expect(read.value.problems).toEqual([]);
        expect(read.value.settings.places.size).toBe(0);
        expect(valuesIn(read.value.settings)).toEqual(meant(values));
      }),
      { numRuns: 30 },
    );
  });

  test('a path the records do not have is refused by the file', () => {
    const read = readSettingsFile(inFile(new Map([[madeUp.path, 3]])));
    expect(read.ok ? [] : read.problems.map(({ code }) => code)).toEqual(['E-561']);
  });

  test('no two records share a place or a label, and no place lies inside another', () => {
    const paths = settingFields.map(({ path }) => path);
    const labels = settingFields.flatMap(({ label, aliases }) => [label, ...aliases]);
    expect(paths.filter((path) => paths.some((other) => other.startsWith(`${path}.`)))).toEqual([]);
    expect(new Set(paths).size).toBe(paths.length);
    expect(new Set(labels).size).toBe(labels.length);
  });

  test('the JSON Schema names every record by its label, with its bounds', () => {
    const schema = z.toJSONSchema(settingsFileSchema(fields), { io: 'input' });
    for (const field of fields) {
      const described = at(schema, `properties.${field.path.split('.').join('.properties.')}`);
      expect(described).toMatchObject({ title: expect.stringContaining(field.label), description: field.note });
      if ('least' in field)
        expect(described).toMatchObject({
          anyOf: [{ minimum: field.least, maximum: field.most }, { type: 'string' }],
        });
    }
  });
});
