import type { AnswerCell, MunicipalityIdentity } from '../answers';
import type { Problem } from '../kernel';
import type { Allocation, MunicipalityGrants, UseOfGrant } from '../allocation';
import type { Settings } from '../settings';
import type { Nation, RankBand } from '../rank';
import type { Block, BlockPlace, NationalFigures, Origin, Scheme } from '../schemes';
import type { Award } from '../score';
import type { YearComparison, YearOutcome } from '../years';

/** Everything one run found out; sheets, terminal tables and JSON are views of it. */
export interface Results {
  readonly scheme: Scheme;
  readonly schemeHash: string;
  /** Published figures of the year; undefined when none are packaged. */
  readonly national: NationalFigures | undefined;
  /** The national table in hand, if one was given. */
  readonly nation: Nation | undefined;
  /** What was read: workbooks of answers, a national table as a whole, or only the facts of the sheet 設定. */
  readonly subject: 'answers' | 'nation' | 'facts';
  readonly municipalities: readonly MunicipalityResult[];
  /** What a person told beside the answers (sheet 設定 or --settings). */
  readonly settings: Settings | undefined;
  /** Shares of everybody, where a plan and the whole nation are in hand. */
  readonly allocation: Allocation | undefined;
  /** This year of the one municipality, from answers and settings together; undefined for several. */
  readonly thisYear: YearOutcome | undefined;
  /** Last year against this year, where last year was told. */
  readonly comparison: YearComparison | undefined;
  /** 使途, where programmes were told. */
  readonly use: UseOfGrant | undefined;
  readonly problems: readonly Problem[];
  /** Eight characters that are the same wherever the same answers are scored by the same rules and engine. */
  readonly checkCode: string;
  readonly engineVersion: string;
  /** The files that were read; empty when the results go into that very workbook. */
  readonly sources: readonly SourceFile[];
  /** Files of a batch that could not be scored. */
  readonly failures: readonly { readonly file: string; readonly problems: readonly Problem[] }[];
}

export interface SourceFile {
  readonly name: string;
  readonly sha256: string;
  /** Path of the source as links in the written workbook need it. */
  readonly link: string;
}

export interface MunicipalityResult {
  readonly identity: MunicipalityIdentity;
  readonly insured: number | null;
  /** Points per block of the scheme (`blocks`), open answers counted as 0. */
  readonly blocks: readonly BlockPoints[];
  readonly total: number;
  /** From open answers counted as 0 to all they could be. */
  readonly range: { readonly min: number; readonly max: number };
  readonly provisional: boolean;
  /** Every criterion with points and reason, worked out when asked for. */
  readonly awards: () => readonly Award[];
  /** The file it was read from; undefined when the results go into that very workbook. */
  readonly source: SourceFile | undefined;
  /** Its row in the national table in hand. */
  readonly nationRow: number | undefined;
  readonly cellOf: (index: number) => AnswerCell | undefined;
  /** Where the points of a block come from; a group without a grant is the sum of both grants. */
  readonly originOf: (block: BlockPlace) => Origin;
  /** 内示額, a share, or 試算; null where neither points nor persons allow one. */
  readonly grants: MunicipalityGrants | null;
  readonly rank: { readonly national: RankBand | null; readonly prefecture: RankBand | null };
}

export interface BlockPoints {
  readonly block: Block;
  readonly points: number;
  readonly most: number;
}
