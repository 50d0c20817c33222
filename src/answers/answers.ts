import type { Problem } from '../kernel';
import type { Scheme } from '../schemes';
import type { MunicipalityIdentity } from './municipality';
import type { PrintedSum } from './tables/readColumn';

/** Everything one workbook (or table) answered, for one fiscal year. */
export interface Answers {
  readonly scheme: Scheme;
  readonly municipalities: readonly MunicipalityAnswers[];
  readonly problems: readonly Problem[];
}

/** The answers of one municipality, criterion by criterion in the order of the scheme. */
export interface MunicipalityAnswers {
  readonly identity: MunicipalityIdentity;
  /** 第1号被保険者数, where the workbook says so. */
  readonly insured: number | null;
  /** One `answerState` code per criterion. */
  readonly states: Uint8Array;
  /** Where criterion `index` was read; undefined when no row or column holds it. */
  readonly cellOf: (index: number) => AnswerCell | undefined;
  /** Sums printed beside the answers, to be compared with ours. */
  readonly sums: readonly PrintedSum[];
}

export interface AnswerCell {
  readonly sheet: string;
  readonly cell: string;
}
