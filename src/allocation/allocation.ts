import { inYen, yen, type Yen } from '../kernel';
import type { Grant } from '../schemes';
import type { AllocationEntry } from './entries';
import type { AllocationPlan } from './plan';
import { roundings, type RoundingName } from './rounding';

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

/** One amount and why it is what it is, worked out when somebody asks; `explainAllotment` says it in words. */
export interface Allotment {
  readonly yen: Yen;
  readonly because: () => {
    readonly points: number;
    readonly insured: number;
    readonly coefficientTenThousandths: number;
    readonly weight: bigint;
    readonly totalWeight: bigint;
    /** The amount shared out in proportion to the weights. */
    readonly sharedYen: Yen;
    readonly draftYen: Yen;
    readonly limited: 'raised' | 'capped' | undefined;
    readonly requiredYen: Yen | undefined;
    readonly additionalYen: Yen;
    /** The pass of the water-filling in which the draft was settled. */
    readonly pass: number;
    readonly rounding: RoundingName;
  };
}

/** An amount's reasons as one Japanese sentence per step, for the 配分 sheet: share, coefficient, limits, passes, rounding. */
export const explainAllotment = ({ yen: amount, because: reasons }: Allotment): readonly string[] => {
  const because = reasons();
  return [
    `得点 ${because.points} × 第1号被保険者数 ${because.insured.toLocaleString('en-US')} × 係数 ${coefficientText(because.coefficientTenThousandths)} の、全市町村の合計に占める割合 ${percentText(because.weight, because.totalWeight)} を ${inYen(because.sharedYen)} に掛けた額`,
    ...(because.limited === 'raised' ? ['激変緩和の下限まで引き上げ'] : []),
    ...(because.limited === 'capped' ? ['上限（倍率）で止め、超えた分は他の市町村に再配分'] : []),
    ...(because.pass > 0 ? [`再配分 ${because.pass} 回目で確定`] : []),
    ...(because.requiredYen !== undefined && because.requiredYen < because.draftYen
      ? [
          `交付見込額（案）${inYen(because.draftYen)} を所要見込額 ${inYen(because.requiredYen)} まで減額（△${inYen(yen(because.draftYen - because.requiredYen))}）`,
        ]
      : []),
    ...(because.additionalYen > 0n ? [`追加交付額 ${inYen(because.additionalYen)}`] : []),
    `${roundings[because.rounding].words}：${inYen(amount)}`,
  ];
};

const coefficientText = (tenThousandths: number): string => (tenThousandths / 10_000).toFixed(4).replace(/0{1,2}$/, '');

/** Four decimals of a percentage, cut from the exact ratio. */
const percentText = (part: bigint, whole: bigint): string => {
  const millionths = (part * 1_000_000n) / whole;
  return `${millionths / 10_000n}.${String(millionths % 10_000n).padStart(4, '0')}％`;
};
