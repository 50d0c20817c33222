import type { Yen } from '../../kernel';
import type { Grant } from '../../schemes';

/** One municipality as the allocation sees it. */
export interface AllocationEntry {
  /** Municipality code, or another key that is unique in the table; decides ties. */
  readonly key: string;
  readonly name: string;
  /** Whole points per grant, goal Ⅳ counted in both. */
  readonly points: Readonly<Record<Grant, number>>;
  /** 第1号被保険者数. */
  readonly insured: number;
  /** 所要見込額: nothing above it is paid where the plan says so. */
  readonly requiredYen?: GrantYen;
  /** Last year's ordinary amount, for 激変緩和. */
  readonly lastYearYen?: GrantYen;
  /** Ids of the frames of the plan the municipality was selected for, e.g. `outcomeOriented`. */
  readonly frames?: readonly string[];
}

/** Amounts per grant, where they are known. */
export type GrantYen = Partial<Readonly<Record<Grant, Yen>>>;
