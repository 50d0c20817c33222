import type { Allocation, AllocationPlan, MunicipalityGrants, UseOfGrant } from '../allocation';
import type { AnswerCell, BesideTexts, CriteriaCoverage, MunicipalityIdentity, Reading } from '../answers';
import type { Bridge, BridgeRanges, Outlook } from '../outlook';
import type { Problem } from '../problems';
import type { Nation, RankBand } from '../rank';
import type { Block, BlockPlace, NationalFigures, Origin, Scheme } from '../schemes';
import type { Award } from '../score';
import type { DecisionsOutcome } from './decisions';
import type { Settings } from '../settings';
import type { YearComparison, YearOutcome } from '../years';

/**
 * Everything one run found out; sheets, terminal tables and JSON are views of it. `subject` says what was read: the answers
 * of a workbook, many such workbooks, a national table as a whole, or only the facts of the sheet 設定. What only one of
 * them has stands only there.
 */
export type Results = AnswersResults | BatchResults | NationResults | FactsResults;

/** What one workbook comes to. */
export type WorkbookResults = AnswersResults | NationResults | FactsResults;

/** Results with points: of one municipality or more. */
export type ScoredResults = AnswersResults | BatchResults | NationResults;

/** What every run says of itself, whatever it read. */
interface Run {
  readonly scheme: Scheme;
  readonly schemeHash: string;
  /** Published figures of the year; undefined when none are packaged. */
  readonly national: NationalFigures | undefined;
  readonly problems: readonly Problem[];
  /** Eight characters that are the same wherever the same answers are scored by the same rules and engine. */
  readonly checkCode: string;
  readonly engineVersion: string;
  /** The files that were read; empty when the results go into that very workbook. */
  readonly sources: readonly SourceFile[];
  /** How each workbook was read; none where only facts were told. */
  readonly reading: readonly Reading[];
  /** What each municipality can do next, in their order; undefined where nobody asked, or there are no answers. */
  readonly outlooks?: readonly Outlook[];
  /** What became of decisions about doubtful cells (判定); undefined where there is none. */
  readonly decisions?: DecisionsOutcome;
  /** The municipality's earlier years, where their workbooks were given. */
  readonly behind?: YearsBehind;
}

/** A run before its money is worked out. */
export type Scored = ScoredAnswers | ScoredNation | ToldFacts;

/** The answers of one workbook, scored and ranked. */
export interface ScoredAnswers extends Run {
  readonly subject: 'answers';
  readonly municipalities: readonly ScoredMunicipality[];
  /** The national table they are ranked in, where one is in hand. */
  readonly nation: Nation | undefined;
}

/** A national table as a whole: one municipality a row, in its order. */
export interface ScoredNation extends Run {
  readonly subject: 'nation';
  readonly municipalities: readonly ScoredMunicipality[];
  readonly nation: Nation;
}

/** No answers at all, but points or amounts that a person told. */
export interface ToldFacts extends Run {
  readonly subject: 'facts';
}

export interface AnswersResults extends Omit<ScoredAnswers, 'municipalities'> {
  readonly municipalities: readonly MunicipalityResult[];
  readonly money: Money;
}

export interface NationResults extends Omit<ScoredNation, 'municipalities'> {
  readonly municipalities: readonly MunicipalityResult[];
  readonly money: Money;
}

export interface FactsResults extends ToldFacts {
  readonly money: Money & { readonly own: OwnMoney };
}

/** Many workbooks put together. */
export interface BatchResults extends Run {
  readonly subject: 'batch';
  readonly municipalities: readonly MunicipalityResult[];
  /** The national table all of them are ranked in. */
  readonly nation: Nation | undefined;
  /** What one workbook tells of itself speaks for that one alone: a batch has no settings and no years to compare. */
  readonly money: Money & { readonly settings: undefined; readonly own: undefined };
  /** The files that could not be scored, and why. */
  readonly failures: readonly { readonly file: string; readonly problems: readonly Problem[] }[];
}

/** One year of a municipality, scored by the rules of that year. */
export interface YearOfMunicipality {
  readonly results: AnswersResults;
  readonly own: MunicipalityResult;
}

/** The years before the one that is scored, and the way from the last of them to it. */
export interface YearsBehind {
  /** Oldest first; the year that is scored comes last. */
  readonly years: readonly YearOfMunicipality[];
  /** From each year to the next: one fewer than there are years. */
  readonly bridges: readonly YearBridge[];
  /** Last year's rank, that of last year's points among this year's, and this year's: what the others did, and what we did. */
  readonly ranks: Readonly<Record<'before' | 'constant' | 'now', RankBand | null>>;
}

/** The way from one year to the next. */
export interface YearBridge {
  /** Open answers count as nothing in both years. */
  readonly bridge: Bridge;
  /** The least and the most that open answers leave of it; undefined where none is open. */
  readonly ends: Readonly<Record<'worst' | 'best', Bridge>> | undefined;
  /** Of every figure by itself; undefined where none is open. */
  readonly ranges: BridgeRanges | undefined;
}

/** The money of a run beside the grants of each municipality. */
export interface Money {
  /** What a person told beside the answers (sheet 設定 or --settings). */
  readonly settings: Settings | undefined;
  /** A user's own plan, else the packaged one; undefined for a year whose budget is not known. */
  readonly plan: AllocationPlan | undefined;
  /** Shares of everybody, where a plan with coefficients and the whole nation are in hand. */
  readonly allocation: Allocation | undefined;
  /** Of the one municipality, from answers and settings together; undefined for several. */
  readonly own: OwnMoney | undefined;
}

/** What a paper for the council of one municipality says of money and years. */
export interface OwnMoney {
  /** Those of the municipality with answers; without any, what notices and told points come to. */
  readonly grants: MunicipalityGrants | null;
  readonly thisYear: YearOutcome;
  /** Last year against this year, where last year was told. */
  readonly comparison: YearComparison | undefined;
  /** 使途, where programmes were told. */
  readonly use: UseOfGrant | undefined;
}

export interface SourceFile {
  readonly name: string;
  readonly sha256: string;
  /** Path of the source as links in the written workbook need it. */
  readonly link: string;
}

export interface ScoredMunicipality {
  readonly identity: MunicipalityIdentity;
  /** 第1号被保険者数 as the workbook of answers and the national table tell it; undefined = not there. */
  readonly insured: { readonly workbook: number | undefined; readonly table: number | undefined };
  /** Points per block of the scheme (`blocks`), open answers counted as 0. */
  readonly blocks: readonly BlockPoints[];
  readonly total: number;
  /** From open answers counted as 0 to all they could be. */
  readonly range: { readonly least: number; readonly most: number };
  readonly provisional: boolean;
  /** How many criteria have a row or a column; the others count as open. */
  readonly coverage: CriteriaCoverage;
  /** Every criterion with points and reason, worked out each time: those of 1,741 municipalities are too many to keep. */
  readonly awards: () => readonly Award[];
  /** The file criterion `index` was read from; undefined when the results go into that very workbook. */
  readonly sourceOf: (index: number) => SourceFile | undefined;
  /** Its row in the national table in hand. */
  readonly nationRow: number | undefined;
  readonly cellOf: (index: number) => AnswerCell | undefined;
  /** What the form says of criterion `index` beside its answer; undefined where no one form is in hand. */
  readonly besideOf?: ((index: number) => BesideTexts) | undefined;
  /** What a person decided criterion `index` to be (判定). */
  readonly decidedOf?: ((index: number) => 'met' | 'unmet' | undefined) | undefined;
  /** Where the points of a block come from; a group without a grant is the sum of both grants. */
  readonly originOf: (block: BlockPlace) => Origin;
  readonly rank: { readonly national: RankBand | null; readonly prefecture: RankBand | null };
}

export interface MunicipalityResult extends Omit<ScoredMunicipality, 'insured'> {
  /** 第1号被保険者数; null where nobody tells it. */
  readonly insured: number | null;
  /** 内示額, a share, or 試算; null where neither points nor persons allow one. */
  readonly grants: MunicipalityGrants | null;
}

export interface BlockPoints {
  readonly block: Block;
  readonly points: number;
  readonly most: number;
}

/** The municipalities that were scored; none where only facts were told. */
export const municipalitiesOf = (results: Results): readonly MunicipalityResult[] =>
  results.subject === 'facts' ? [] : results.municipalities;

/** The one municipality results speak of; undefined where they speak of several, or of facts alone. */
export const onlyMunicipality = (results: Results): MunicipalityResult | undefined => {
  const [only, ...others] = municipalitiesOf(results);
  return others.length === 0 ? only : undefined;
};

/** The files of a batch that could not be scored; one workbook that cannot be is refused instead. */
export const failuresOf = (results: Results): BatchResults['failures'] =>
  results.subject === 'batch' ? results.failures : [];

/** The national table in hand; undefined where none was given. */
export const nationIn = (results: Results): Nation | undefined =>
  results.subject === 'facts' ? undefined : results.nation;
