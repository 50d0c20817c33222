/** `thisYear.…` are told only where no answers give them, or where they are official (ranks). */
type YearName = 'thisYear' | 'lastYear';
type GrantName = 'promotion' | 'support';

export type MoneyKey =
  | 'notice.promotion'
  | 'notice.outcomeOriented'
  | 'notice.support'
  | 'required.promotion'
  | 'required.support'
  | 'lastYear.promotion'
  | 'lastYear.outcomeOriented'
  | 'lastYear.support';
export type CountKey =
  | 'insured'
  | 'lastYear.mostPoints'
  | 'prefecture.count'
  | 'amountRank.national'
  | 'amountRank.withoutDesignated'
  | `${YearName}.points.${GrantName | 'total'}`
  | `${YearName}.${'nationalRank' | 'prefectureRank'}`
  | `${YearName}.${'nationalRank' | 'prefectureRank'}.${GrantName}`
  | `${YearName}.top.points`;
export type TextKey =
  | 'document.number'
  | 'document.date'
  | 'document.meeting'
  | 'document.department'
  | 'document.amountWord'
  | 'place.name'
  | 'place.prefecture'
  | 'peers'
  | `${YearName}.prefectureTop`
  | `${YearName}.top.name`;
/** Figures with decimals, as published. */
export type DecimalKey = 'nation.mean' | 'prefecture.mean';
export type YearKey = `${YearName}.fiscalYear`;

/** One row of the form 設定: 項目, 値, 単位, 説明. */
export type SettingField = {
  readonly label: string;
  readonly aliases: readonly string[];
  /** Written into the unit column of a new form; a person may change it. */
  readonly unit: string;
  readonly note: string;
} & (
  | { readonly kind: 'money'; readonly key: MoneyKey }
  | { readonly kind: 'count'; readonly key: CountKey; readonly least: number; readonly most: number }
  /** A figure with decimals, e.g. a mean. */
  | { readonly kind: 'decimal'; readonly key: DecimalKey; readonly least: number; readonly most: number }
  | { readonly kind: 'text'; readonly key: TextKey }
  | { readonly kind: 'year'; readonly key: YearKey }
);

type Named = readonly string[];

/** A row for an amount; the unit offered is 千円. */
export const money = (key: MoneyKey, label: string, note: string, ...aliases: Named): SettingField => ({
  kind: 'money',
  key,
  label,
  aliases,
  unit: '千円',
  note,
});

/** A row for a whole number within bounds. */
export const count = (
  key: CountKey,
  label: string,
  unit: string,
  [least, most]: readonly [number, number],
  note: string,
  ...aliases: Named
): SettingField => ({ kind: 'count', key, label, aliases, unit, least, most, note });

/** A row for a mean, decimals and all. */
export const mean = (key: DecimalKey, label: string, note: string, ...aliases: Named): SettingField => ({
  kind: 'decimal',
  key,
  label,
  aliases,
  unit: '点',
  least: 0,
  most: 10_000,
  note,
});

/** A row for a text. */
export const text = (key: TextKey, label: string, note: string, ...aliases: Named): SettingField => ({
  kind: 'text',
  key,
  label,
  aliases,
  unit: '',
  note,
});

/** A row for a fiscal year. */
export const year = (key: YearKey, label: string, note: string, ...aliases: Named): SettingField => ({
  kind: 'year',
  key,
  label,
  aliases,
  unit: '',
  note,
});
