/**
 * One setting, written once. The row of the form and of the sheet 設定 (項目, 値, 単位, 説明), the place in the settings file,
 * its schema and the type `Settings` all follow from it.
 */
export type SettingField<P extends string = string> =
  | MoneyField<P>
  | NumberField<'count', P>
  | NumberField<'decimal', P>
  | PlainField<'text', P>
  | PlainField<'year', P>
  | PlainField<'names', P>;

interface Row<P extends string> {
  /** Where the value stands in the settings file and in `Settings`: `lastYear.yen.promotion`. */
  readonly path: P;
  /** 項目, as the form prints it; rows are found again by it. */
  readonly label: string;
  /** Other words for the same row. */
  readonly aliases: readonly string[];
  /** Written into the unit column of a new form; a person may change it. Empty where there is none. */
  readonly unit: string;
  readonly note: string;
}

/** An amount; the unit offered is 千円. */
interface MoneyField<P extends string> extends Row<P> {
  readonly kind: 'money';
}

/** A whole number (`count`) or a figure with decimals as published (`decimal`), from `least` to `most`. */
export interface NumberField<K extends 'count' | 'decimal', P extends string = string> extends Row<P> {
  readonly kind: K;
  readonly least: number;
  readonly most: number;
}

/** A text as written, a fiscal year in any spelling, or several names («会津若松市、郡山市»). */
interface PlainField<K extends 'text' | 'year' | 'names', P extends string> extends Row<P> {
  readonly kind: K;
}

type Named = readonly string[];

/** A row for an amount. */
export const money = <P extends string>(path: P, label: string, note: string, ...aliases: Named): MoneyField<P> => ({
  path,
  kind: 'money',
  label,
  aliases,
  unit: '千円',
  note,
});

/** A row for a whole number within bounds. */
export const count = <P extends string>(
  path: P,
  label: string,
  unit: string,
  [least, most]: readonly [number, number],
  note: string,
  ...aliases: Named
): NumberField<'count', P> => ({ path, kind: 'count', label, aliases, unit, least, most, note });

/** A row for a mean of points, decimals and all. */
export const mean = <P extends string>(
  path: P,
  label: string,
  note: string,
  ...aliases: Named
): NumberField<'decimal', P> => ({ path, kind: 'decimal', label, aliases, unit: '点', least: 0, most: 10_000, note });

const plain =
  <K extends 'text' | 'year' | 'names'>(kind: K) =>
  <P extends string>(path: P, label: string, note: string, ...aliases: Named): PlainField<K, P> => ({
    path,
    kind,
    label,
    aliases,
    unit: '',
    note,
  });

/** A row for a text. */
export const text = plain('text');
/** A row for a fiscal year. */
export const year = plain('year');
/** A row for names of municipalities. */
export const names = plain('names');
