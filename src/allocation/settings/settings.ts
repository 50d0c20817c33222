import type { MarkMeanings } from '../../answers';
import type { FiscalYear, Yen } from '../../kernel';
import type { Grant } from '../../schemes';
import type { MoneyGrant } from '../use/costCategories';
import type { Programme } from '../use/useOfGrant';
import type { SettingField } from './settingField';

/** What a person tells us beside the answers, from the sheet 設定 or a settings file; what was not told is undefined. */
export interface Settings {
  readonly insured: number | undefined;
  /** 内示額. */
  readonly notice: PerMoneyGrant;
  /** 所要見込額. */
  readonly required: Readonly<Record<Grant, Yen | undefined>>;
  readonly thisYear: YearFacts;
  readonly lastYear: LastYear;
  /** Who the papers speak of, where no answers say it. */
  readonly place: { readonly name: string | undefined; readonly prefecture: string | undefined };
  /** The nation's mean as a notice prints it; papers add rounded parts (R6: 422.36 for 422.3550). */
  readonly nation: { readonly mean: number | undefined };
  readonly prefecture: { readonly mean: number | undefined; readonly count: number | undefined };
  /** The place of the amount among the nation's, as told. */
  readonly amountRank: { readonly national: number | undefined; readonly withoutDesignated: number | undefined };
  readonly document: DocumentHead;
  /** 比較団体 by name; none where nobody chose. */
  readonly peers: readonly string[];
  readonly programmes: readonly Programme[];
  readonly markMeanings: MarkMeanings;
  /** The cell of each value that was read from a sheet; values of a settings file have none. Programmes carry their own. */
  readonly places: ReadonlyMap<SettingField['key'], SettingPlace>;
}

/** Where a told value stands in the workbook: the name of the sheet and the A1 address of the value. */
export interface SettingPlace {
  readonly sheet: string;
  readonly cell: string;
}

export type PerMoneyGrant = Readonly<Record<MoneyGrant, Yen | undefined>>;

/** Points and places of one year as a notice tells them. */
export interface YearFacts {
  readonly fiscalYear: FiscalYear | undefined;
  readonly points: Readonly<Record<Grant | 'total', number | undefined>>;
  /** By the total. */
  readonly nationalRank: number | undefined;
  readonly prefectureRank: number | undefined;
  readonly grantRanks: Readonly<
    Record<Grant, { readonly national: number | undefined; readonly prefecture: number | undefined }>
  >;
  /** The first of the prefecture. */
  readonly prefectureTop: string | undefined;
  /** The first of the nation, 「小松市（石川県）」. */
  readonly top: { readonly name: string | undefined; readonly points: number | undefined };
}

export interface LastYear extends YearFacts {
  readonly yen: PerMoneyGrant;
  /** 満点 of the total: 800, or 2,185 in R5. */
  readonly mostPoints: number | undefined;
}

/** The head of the council paper. */
export interface DocumentHead {
  readonly number: string | undefined;
  /** As written. */
  readonly date: string | undefined;
  readonly meeting: string | undefined;
  readonly department: string | undefined;
  /** 内示額, 交付金決定額, … */
  readonly amountWord: string | undefined;
}

/** Settings as read, with what could not be used and why. */
export interface SettingsReading<P> {
  readonly settings: Settings;
  readonly problems: readonly P[];
}
