import { fiscalYearLabel, inGroups, inThousandYen, yen, type FiscalYear, type Yen } from '../kernel';
import { ok, problem, type Problem, type Result } from '../problems';
import { grantNames, maximaOf, type Grant } from '../schemes';
import { packagedCalibration, unknownYear, yearBasis, type EstimateRates, type YearBasis } from './calibration';
import { insuredProblems, sizeClassOf } from './entries';
import { municipalityGrants, type GrantAmount, type MunicipalityGrants } from './grants';

export interface EstimateRequest {
  readonly name: string;
  readonly year: FiscalYear;
  readonly points: Readonly<Record<Grant, number>>;
  /** 満点 of each grant in the year's scheme. */
  readonly maxPoints: Readonly<Record<Grant, number>>;
  /** 第1号被保険者数. */
  readonly insured: number;
}

export interface EstimatedGrants {
  readonly grants: MunicipalityGrants;
  /** What the reader must know, e.g. that the year's budget was assumed. */
  readonly problems: readonly Problem[];
}

/**
 * 試算 of one municipality's grants from its points and insured persons alone: amount and band per grant. Before any
 * cut by 所要見込額, without 成果指向型配分枠. Refuses missing or impossible persons and points, and unknown years.
 */
export const estimateGrants = ({
  name,
  year,
  points,
  maxPoints,
  insured,
}: EstimateRequest): Result<EstimatedGrants> => {
  const problems = [
    ...insuredProblems({ name, insured }),
    ...grants.flatMap((grant) => pointsProblems(name, points[grant], maxPoints[grant])),
  ];
  if (problems.length > 0) return { ok: false, problems };
  const basis = yearBasis(year);
  if (!basis.ok) return basis;
  const amount = (grant: Grant): GrantAmount => amountOf(grant, points[grant], insured, basis.value);
  return ok({
    grants: municipalityGrants(amount('promotion'), amount('support'), null),
    problems: basis.value.problems,
  });
};

/** 試算 of one municipality at any points: what its grants may be, and what a change of points may bring. */
export interface GrantEstimator {
  readonly amount: (grant: Grant, points: number) => Band;
  /** By the rate of a point alone: an add-on does not come with single points. Negative when points are lost. */
  readonly gain: (grant: Grant, from: number, to: number) => Pick<Band, 'low' | 'high'>;
}

/** The estimator of a year for so many 第1号被保険者; refuses as {@link estimateGrants}. */
export const estimatorOf = (year: FiscalYear, insured: number): Result<GrantEstimator> => {
  const problems = insuredProblems({ name: '', insured });
  if (problems.length > 0) return { ok: false, problems };
  const known = yearBasis(year);
  if (!known.ok) return known;
  const basis = estimateBasis(insured, known.value);
  return ok({
    amount: (grant, points) => estimateFromRates(grant, points, insured, basis),
    gain: (grant, from, to) => gainFromRates(grant, to - from, insured, basis),
  });
};

/** One grant alone, for the custom function GRANT; as {@link estimateGrants}. */
export const estimateGrant = (points: number, insured: number, year: FiscalYear, grant: Grant): Result<GrantAmount> => {
  const maxPoints = maximaOf(year);
  if (maxPoints === undefined) return unknownYear(year);
  const name = '指定の市町村';
  const both = estimateGrants({ name, year, points: { ...nothing, [grant]: points }, maxPoints, insured });
  return both.ok ? ok(both.value.grants[grant]) : both;
};

const grants: readonly Grant[] = ['promotion', 'support'];
const nothing: Readonly<Record<Grant, number>> = { promotion: 0, support: 0 };

const pointsProblems = (name: string, points: number, maxPoints: number): readonly Problem[] =>
  Number.isSafeInteger(points) && points >= 0 && points <= maxPoints
    ? []
    : [problem('points-impossible', { found: String(points), expected: `0～${maxPoints} の整数` }, { name })];

const estimateBasis = (insured: number, { scale, furtherDoubtPercent }: YearBasis): EstimateBasis => {
  const { rates, sizeClasses, nationalMeans } = packagedCalibration;
  return {
    rates,
    sizeClass: sizeClassOf(insured, sizeClasses),
    promotionPart: nationalMeans.promotion / (nationalMeans.promotion + nationalMeans.support),
    scale,
    furtherDoubtPercent,
  };
};

const amountOf = (grant: Grant, points: number, insured: number, basis: YearBasis): GrantAmount => {
  const rates = estimateBasis(insured, basis);
  const band = estimateFromRates(grant, points, insured, rates);
  return {
    ...band,
    basis: 'estimate',
    because: [
      `試算：${grantNames[grant].short} ${points} 点 × 第1号被保険者数 ${inGroups(insured)} 人 × 規模区分 ${rates.sizeClass} の単価（${fiscalYearLabel(packagedCalibration.fiscalYear)}の公表額から推定）`,
      `幅：${inThousandYen(band.low)}～${inThousandYen(band.high)}（追加配分・激変緩和の有無で動く。所要見込額による減額は含まない）`,
      ...basis.assumptions,
      '係数は公表されていない。内示額ではない',
    ],
  };
};

/** An amount with the band it most likely lies in; whole 千円. */
export interface Band {
  readonly yen: Yen;
  readonly low: Yen;
  readonly high: Yen;
}

export interface EstimateBasis {
  readonly rates: EstimateRates;
  readonly sizeClass: number;
  /** The part of all points that are promotion's in the nation; splits a rate for both into one for each. */
  readonly promotionPart: number;
  /** Scales rates to another year: pot ratio ÷ ratio of mean points. */
  readonly scale: Readonly<Record<Grant, number>>;
  /** Further percent of doubt on either side, for years the rates were not seen in. */
  readonly furtherDoubtPercent: number;
}

/** points × insured × rate, with the class's band; the add-on of a small municipality is a sum, not a percentage. */
export const estimateFromRates = (grant: Grant, points: number, insured: number, basis: EstimateBasis): Band => {
  const { rates } = basis;
  const ratio = rates.promotionToSupport;
  const row = classRate(basis);
  const exposure = points * insured * ratePart(grant, basis);
  const doubt = basis.furtherDoubtPercent / 100;
  const flat = points === 0 ? 0 : rates.flatAddOnYen * (grant === 'promotion' ? ratio / (1 + ratio) : 1 / (1 + ratio));
  const addOn = Math.max(flat, exposure * row.centre * row.addOnRatio);
  return {
    yen: nearestThousand(exposure * row.centre),
    low: floorThousand(exposure * row.low * (1 - doubt)),
    high: ceilThousand(exposure * row.high * (1 + doubt) + addOn),
  };
};

/** What points more or less may bring by the rate alone; whole yen. */
const gainFromRates = (
  grant: Grant,
  points: number,
  insured: number,
  basis: EstimateBasis,
): Pick<Band, 'low' | 'high'> => {
  const row = classRate(basis);
  const exposure = points * insured * ratePart(grant, basis);
  const doubt = basis.furtherDoubtPercent / 100;
  const [slow, fast] = [exposure * row.low * (1 - doubt), exposure * row.high * (1 + doubt)];
  return {
    low: yen(BigInt(Math.floor(Math.min(slow, fast)))),
    high: yen(BigInt(Math.ceil(Math.max(slow, fast)))),
  };
};

const classRate = ({ rates, sizeClass }: EstimateBasis): EstimateRates['classes'][number] => {
  const row = rates.classes.find((known) => known.sizeClass === sizeClass);
  if (row === undefined) throw new Error(`classRate: no rate for class ${sizeClass}`);
  return row;
};

/** A grant's part of the rate for both, carried to the year. */
const ratePart = (grant: Grant, { rates, promotionPart, scale }: EstimateBasis): number => {
  const ratio = rates.promotionToSupport;
  const supportPart = 1 / (ratio * promotionPart + 1 - promotionPart);
  return (grant === 'promotion' ? ratio * supportPart : supportPart) * scale[grant];
};

const thousand = 1000;
const inThousands = (amount: number): Yen => yen(BigInt(amount) * 1000n);
/** An estimate pretends to no more than 千円; these decide nothing that is paid. */
const nearestThousand = (amount: number): Yen => inThousands(Math.round(amount / thousand));
const floorThousand = (amount: number): Yen => inThousands(Math.max(0, Math.floor(amount / thousand) - 1));
const ceilThousand = (amount: number): Yen => inThousands(Math.ceil(amount / thousand));
