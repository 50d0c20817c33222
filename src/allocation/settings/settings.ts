import type { MarkMeanings } from '../../answers';
import type { FiscalYear, Yen } from '../../kernel';
import type { Grant } from '../../schemes';
import type { MoneyGrant } from '../use/costCategories';
import type { Programme } from '../use/useOfGrant';

/** What a person tells us beside the answers, from the sheet 設定 or a settings file; what was not told is undefined. */
export interface Settings {
  readonly insured: number | undefined;
  /** 内示額. */
  readonly notice: PerMoneyGrant;
  /** 所要見込額. */
  readonly required: Readonly<Record<Grant, Yen | undefined>>;
  readonly lastYear: LastYear;
  readonly document: DocumentHead;
  readonly programmes: readonly Programme[];
  readonly markMeanings: MarkMeanings;
}

export type PerMoneyGrant = Readonly<Record<MoneyGrant, Yen | undefined>>;

export interface LastYear {
  readonly fiscalYear: FiscalYear | undefined;
  readonly yen: PerMoneyGrant;
  readonly points: Readonly<Record<Grant | 'total', number | undefined>>;
  /** 満点 of the total: 800, or 2,185 in R5. */
  readonly mostPoints: number | undefined;
  readonly nationalRank: number | undefined;
  readonly prefectureRank: number | undefined;
}

/** The head of the council paper. */
export interface DocumentHead {
  readonly number: string | undefined;
  readonly meeting: string | undefined;
  readonly department: string | undefined;
}

/** Settings as read, with what could not be used and why. */
export interface SettingsReading<P> {
  readonly settings: Settings;
  readonly problems: readonly P[];
}
