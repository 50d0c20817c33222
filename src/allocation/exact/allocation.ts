import type { Yen } from '../../kernel';
import type { Grant } from '../../schemes';
import type { AllocationPlan } from '../plans/planSchema';
import type { AllocationEntry } from './allocationEntry';
import type { RoundingName } from './rounding';
import type { Limited } from './shareBetween';

/** What a plan and a national table give to every municipality. */
export interface Allocation {
  readonly plan: AllocationPlan;
  /** The weakest confidence among the figures used: an `inferred` share must be printed as such. */
  readonly confidence: 'certain' | 'likely' | 'inferred';
  readonly grants: Readonly<Record<Grant, GrantAllocation>>;
  /** In the order of the entries given. */
  readonly municipalities: readonly MunicipalityAllocation[];
}

/** amounts + frames + reserved + unallocated = pot, to the yen. */
export interface GrantAllocation {
  readonly potYen: Yen;
  /** Paid to the selected municipalities from this pot before the rest is shared. */
  readonly framesYen: Yen;
  /** Kept for places of a flat frame that no entry claims. */
  readonly reservedYen: Yen;
  readonly ordinaryYen: Yen;
  readonly unallocatedYen: Yen;
  readonly redistributionPasses: number;
}

export interface MunicipalityAllocation {
  readonly entry: AllocationEntry;
  readonly sizeClass: number;
  readonly promotion: Allotment;
  readonly support: Allotment;
  readonly frames: readonly { readonly id: string; readonly name: string; readonly yen: Yen }[];
  readonly totalYen: Yen;
}

/** One amount and why it is what it is; `explainAllotment` says it in words. */
export interface Allotment {
  readonly yen: Yen;
  readonly because: {
    readonly points: number;
    readonly insured: number;
    readonly coefficientTenThousandths: number;
    readonly weight: bigint;
    readonly totalWeight: bigint;
    /** The amount shared out in proportion to the weights. */
    readonly sharedYen: Yen;
    readonly draftYen: Yen;
    readonly limited: Limited;
    readonly requiredYen: Yen | undefined;
    readonly additionalYen: Yen;
    /** The pass of the water-filling in which the draft was settled. */
    readonly pass: number;
    readonly rounding: RoundingName;
  };
}
