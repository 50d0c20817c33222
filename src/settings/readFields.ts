import { readNumber, type MarkMeanings } from '../answers';
import { foldText, readFiscalYear } from '../kernel';
import { problem, type Problem } from '../problems';
import { spokenText, type CellValue } from '../workbook';
import type { NumberField, SettingField } from './field';
import { settingFields } from './fields';
import { readMoney, type MoneyPlace } from './readMoney';
import {
  nested,
  type Programme,
  type SettingPlace,
  type Settings,
  type SettingsReading,
  type ToldValues,
} from './settings';

/** One filled-in field: its value, the unit beside it, and where it stands. */
export interface FilledField {
  readonly field: SettingField;
  readonly value: CellValue;
  readonly unit: CellValue;
  readonly place: MoneyPlace;
}

/** What was told beside the fields. */
interface ToldTables {
  readonly programmes: readonly Programme[];
  readonly markMeanings: MarkMeanings;
}

/** Turns filled-in fields (of the sheet or of a file) into settings; what cannot be read is left out and said. */
export const settingsOf = (
  filled: readonly FilledField[],
  { programmes, markMeanings }: ToldTables,
  fields: readonly SettingField[] = settingFields,
): SettingsReading => {
  const told = new Map<string, Told>();
  const places = new Map<string, SettingPlace>();
  const problems: Problem[] = [];
  for (const one of filled) {
    const read = readField(one);
    if (read === undefined) continue;
    if ('problem' in read) {
      problems.push(read.problem);
      continue;
    }
    const { path } = one.field;
    const { sheet, cell } = one.place;
    told.set(path, read.told);
    if (sheet !== undefined && cell !== undefined) places.set(path, { sheet, cell });
  }
  const leaves = fields.map(({ path, kind }) => [path, told.get(path) ?? (kind === 'names' ? [] : undefined)] as const);
  return { settings: { ...nestedAsTyped(leaves), programmes, markMeanings, places }, problems };
};

type Told = NonNullable<ToldValues[keyof ToldValues]>;
type Fields = Omit<Settings, keyof ToldTables | 'places'>;

/** The one place where the paths of the fields, read at run time, are taken for the type that follows from them. */
const nestedAsTyped = (leaves: readonly (readonly [path: string, leaf: unknown])[]): Fields =>
  nested(leaves, (inner) => inner) as Fields;

type FieldReading = { readonly told: Told } | { readonly problem: Problem } | undefined;

/** The value of a field as its kind wants it, why it cannot be used, or undefined where nothing was filled in. */
const readField = ({ field, value, unit, place }: FilledField): FieldReading => {
  if (value === null || value === '') return undefined;
  switch (field.kind) {
    case 'money': {
      const read = readMoney(value, unit, place);
      if (read.kind === 'blank') return undefined;
      return read.kind === 'amount' ? { told: read.yen } : read;
    }
    case 'count':
      return readCount(field, value, place);
    case 'decimal': {
      const read = readNumber(value);
      const fits =
        read.kind === 'number' &&
        (read.unit === undefined || read.unit === field.unit) &&
        read.value >= field.least &&
        read.value <= field.most;
      return fits ? { told: read.value } : unreadable(value, place, '「425.19」のような点数');
    }
    case 'year': {
      const told = readFiscalYear(value);
      return told === undefined ? unreadable(value, place, '「R6」「令和6年度」のような年度') : { told };
    }
    case 'text':
      return { told: spokenText(value) };
    case 'names':
      return { told: namesIn(spokenText(value)) };
  }
};

/** 会津若松市、郡山市: however the names are set apart; 福島県 会津若松市 stays together. */
const namesIn = (written: string): readonly string[] =>
  written
    .split(/[、，,・;；／/\n]+|(?<=[市町村区])\s+/)
    .map(foldText)
    .filter((name) => name !== '');

/** 「第312位」 is a rank as well. */
const ordinal = /^\s*第(?=.*位\s*$)/;

const readCount = (field: NumberField<'count'>, value: CellValue, place: MoneyPlace): FieldReading => {
  const read = readNumber(field.unit === '位' && typeof value === 'string' ? value.replace(ordinal, '') : value);
  if (read.kind === 'blank' || read.kind === 'not-applicable') return undefined;
  const { sheet, cell } = place;
  const expected = `${field.least.toLocaleString('en-US')}～${field.most.toLocaleString('en-US')} の整数`;
  if (read.kind === 'doubtful' || (read.unit !== undefined && read.unit !== field.unit)) {
    return unreadable(value, place, expected);
  }
  const isInsured = field.path === 'insured';
  if (isInsured && read.value === 0) return { problem: problem('insured-missing', { sheet, cell }, { name: '設定' }) };
  if (Number.isInteger(read.value) && read.value >= field.least && read.value <= field.most)
    return { told: read.value };
  return isInsured
    ? { problem: problem('insured-impossible', { sheet, cell, found: String(value), expected }, { name: '設定' }) }
    : unreadable(value, place, expected);
};

const unreadable = (value: CellValue, { sheet, cell, label }: MoneyPlace, expected: string): FieldReading => ({
  problem: problem('settings-unreadable', { sheet, cell, found: String(value), expected }, { label }),
});
