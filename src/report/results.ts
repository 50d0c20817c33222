import type { AnswerCell, MunicipalityIdentity } from '../answers';
import type { Problem } from '../kernel';
import type { RankBand } from '../rank';
import type { NationalFigures, Scheme } from '../schemes';
import type { Award, Block } from '../score';

/** Everything one run found out; sheets, terminal tables and JSON are views of it. */
export interface Results {
  readonly scheme: Scheme;
  readonly schemeHash: string;
  readonly national: NationalFigures | undefined;
  readonly municipalities: readonly MunicipalityResult[];
  readonly problems: readonly Problem[];
  /** Eight characters that are the same wherever the same answers are scored by the same rules and engine. */
  readonly checkCode: string;
  readonly engineVersion: string;
  /** The file that was read; undefined when the results go into that very workbook. */
  readonly source: SourceFile | undefined;
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
  readonly cellOf: (index: number) => AnswerCell | undefined;
  readonly rank: { readonly national: RankBand | null; readonly prefecture: RankBand | null };
}

export interface BlockPoints {
  readonly block: Block;
  readonly points: number;
  readonly most: number;
}
