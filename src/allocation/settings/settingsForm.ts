import { foldText, problem, readFiscalYear, type FiscalYear, type Problem, type Yen } from '../../kernel';
import { readNumber, type MarkMeanings } from '../../answers';
import type { CellValue } from '../../workbook';
import type { Programme } from '../use/useOfGrant';
import { readMoney, type MoneyPlace } from './readMoney';
import type { CountKey, DecimalKey, MoneyKey, SettingField, TextKey, YearKey } from './settingField';
import type { Settings, SettingPlace, YearFacts } from './settings';
import { writtenText } from './writtenText';

/** One filled-in field: its value, the unit beside it, and where it stands. */
export interface FilledField {
  readonly field: SettingField;
  readonly value: CellValue;
  readonly unit: CellValue;
  readonly place: MoneyPlace;
}

/** Turns filled-in fields (of the sheet or of a file) into settings; what cannot be read is left out and said. */
export const settingsOf = (
  filled: readonly FilledField[],
  programmes: readonly Programme[],
  markMeanings: MarkMeanings,
): { readonly settings: Settings; readonly problems: readonly Problem[] } => {
  const money = new Map<MoneyKey, Yen>();
  const counts = new Map<CountKey, number>();
  const texts = new Map<TextKey, string>();
  const years = new Map<YearKey, FiscalYear>();
  const means = new Map<DecimalKey, number>();
  const problems: Problem[] = [];
  for (const { field, value, unit, place } of filled) {
    if (value === null || value === '') continue;
    if (field.kind === 'money') {
      const read = readMoney(value, unit, place);
      if (read.kind === 'amount') money.set(field.key, read.yen);
      if (read.kind === 'problem') problems.push(read.problem);
    } else if (field.kind === 'count') {
      const read = readCount(field, value, place);
      if (typeof read === 'number') counts.set(field.key, read);
      else if (read !== undefined) problems.push(read);
    } else if (field.kind === 'year') {
      const read = readFiscalYear(value);
      if (read === undefined) problems.push(unreadable(value, place, '「R6」「令和6年度」のような年度'));
      else years.set(field.key, read);
    } else if (field.kind === 'decimal') {
      const read = readNumber(value);
      const fits = read.kind === 'number' && read.value >= field.least && read.value <= field.most;
      if (fits) means.set(field.key, read.value);
      else problems.push(unreadable(value, place, '「425.19」のような点数'));
    } else {
      texts.set(field.key, writtenText(value));
    }
  }
  const perGrant = (part: 'notice' | 'lastYear'): Settings['notice'] => ({
    promotion: money.get(`${part}.promotion`),
    outcomeOriented: money.get(`${part}.outcomeOriented`),
    support: money.get(`${part}.support`),
  });
  const yearFacts = (part: 'thisYear' | 'lastYear'): YearFacts => ({
    fiscalYear: years.get(`${part}.fiscalYear`),
    points: {
      promotion: counts.get(`${part}.points.promotion`),
      support: counts.get(`${part}.points.support`),
      total: counts.get(`${part}.points.total`),
    },
    nationalRank: counts.get(`${part}.nationalRank`),
    prefectureRank: counts.get(`${part}.prefectureRank`),
    grantRanks: { promotion: ranksOf(part, 'promotion'), support: ranksOf(part, 'support') },
    prefectureTop: texts.get(`${part}.prefectureTop`),
    top: { name: texts.get(`${part}.top.name`), points: counts.get(`${part}.top.points`) },
  });
  const ranksOf = (part: 'thisYear' | 'lastYear', grant: 'promotion' | 'support') => ({
    national: counts.get(`${part}.nationalRank.${grant}`),
    prefecture: counts.get(`${part}.prefectureRank.${grant}`),
  });
  return {
    settings: {
      insured: counts.get('insured'),
      notice: perGrant('notice'),
      required: { promotion: money.get('required.promotion'), support: money.get('required.support') },
      thisYear: yearFacts('thisYear'),
      lastYear: { ...yearFacts('lastYear'), yen: perGrant('lastYear'), mostPoints: counts.get('lastYear.mostPoints') },
      place: { name: texts.get('place.name'), prefecture: texts.get('place.prefecture') },
      nation: { mean: means.get('nation.mean') },
      prefecture: { mean: means.get('prefecture.mean'), count: counts.get('prefecture.count') },
      amountRank: {
        national: counts.get('amountRank.national'),
        withoutDesignated: counts.get('amountRank.withoutDesignated'),
      },
      document: {
        number: texts.get('document.number'),
        date: texts.get('document.date'),
        meeting: texts.get('document.meeting'),
        department: texts.get('document.department'),
        amountWord: texts.get('document.amountWord'),
      },
      peers: namesIn(texts.get('peers')),
      programmes,
      markMeanings,
      places: placesOf(filled, [money, counts, texts, years, means]),
    },
    problems,
  };
};

/** 会津若松市、郡山市: however the names are set apart; 福島県 会津若松市 stays together. */
const namesIn = (written: string | undefined): readonly string[] =>
  (written ?? '')
    .split(/[、，,・;；／/\n]+|(?<=[市町村区])\s+/)
    .map(foldText)
    .filter((name) => name !== '');

/** The cells of the values that could be used. */
const placesOf = (
  filled: readonly FilledField[],
  used: readonly ReadonlyMap<SettingField['key'], unknown>[],
): Settings['places'] =>
  new Map(
    filled.flatMap(
      ({ field: { key }, place: { sheet, cell } }): readonly (readonly [SettingField['key'], SettingPlace])[] =>
        sheet !== undefined && cell !== undefined && used.some((values) => values.has(key))
          ? [[key, { sheet, cell }]]
          : [],
    ),
  );

const readCount = (
  field: SettingField & { readonly kind: 'count' },
  value: CellValue,
  place: MoneyPlace,
): number | Problem | undefined => {
  const read = readNumber(value);
  if (read.kind === 'blank' || read.kind === 'not-applicable') return undefined;
  const { sheet, cell } = place;
  const expected = `${field.least.toLocaleString('en-US')}～${field.most.toLocaleString('en-US')} の整数`;
  if (read.kind === 'doubtful' || (read.unit !== undefined && read.unit !== field.unit)) {
    return unreadable(value, place, expected);
  }
  if (field.key === 'insured' && read.value === 0) return problem('insured-missing', { sheet, cell }, { name: '設定' });
  if (Number.isInteger(read.value) && read.value >= field.least && read.value <= field.most) return read.value;
  return field.key === 'insured'
    ? problem('insured-impossible', { sheet, cell, found: String(value), expected }, { name: '設定' })
    : unreadable(value, place, expected);
};

const unreadable = (value: CellValue, { sheet, cell, label }: MoneyPlace, expected: string): Problem =>
  problem('settings-unreadable', { sheet, cell, found: String(value), expected }, { label });
