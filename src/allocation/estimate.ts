import { fiscalYearLabel, inGroups, inThousandYen, rangeInWords, type FiscalYear } from '../kernel';
import { ok, problem, type Problem, type Result } from '../problems';
import { grantNames, maximaOf, type Grant } from '../schemes';
import {
  estimateFromRates,
  figureOf,
  gainFromRates,
  type Band,
  type EstimateBasis,
  type EstimatePoints,
  type YenRange,
} from './bands';
import { packagedCalibration, unknownYear, yearBasis, type SeenShare, type YearBasis } from './calibration';
import { insuredProblems, sizeClassOf } from './entries';
import {
  municipalityGrants,
  scenarioWords,
  type GrantAmount,
  type GrantScenario,
  type MunicipalityGrants,
} from './grants';

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
  const total = points.promotion + points.support;
  const amount = (grant: Grant): GrantAmount => amountOf(grant, { own: points[grant], total }, insured, basis.value);
  return ok({
    grants: municipalityGrants(amount('promotion'), amount('support'), null),
    problems: basis.value.problems,
  });
};

/** 試算 of one municipality at any points: what its grants may be, and what a change of points may bring. */
export interface GrantEstimator {
  /** Of one grant; the points of the other count, since both together decide how large an add-on may be. */
  readonly amount: (grant: Grant, points: Readonly<Record<Grant, number>>) => YenRange;
  /** By the rate of a point alone: an add-on does not come with single points. Negative when points are lost. */
  readonly gain: (grant: Grant, from: number, to: number) => YenRange;
}

/** The estimator of a year for so many 第1号被保険者; refuses as {@link estimateGrants}. */
export const estimatorOf = (year: FiscalYear, insured: number): Result<GrantEstimator> => {
  const problems = insuredProblems({ name: '', insured });
  if (problems.length > 0) return { ok: false, problems };
  const known = yearBasis(year);
  if (!known.ok) return known;
  const basis = estimateBasis(insured, known.value);
  return ok({
    amount: (grant, points) =>
      estimateFromRates(grant, { own: points[grant], total: points.promotion + points.support }, insured, basis),
    gain: (grant, from, to) => gainFromRates(grant, to - from, insured, basis),
  });
};

/**
 * One grant alone, for the custom function GRANT; as {@link estimateGrants}. The other grant's points are not told: the
 * add-on is the largest that any of them would allow.
 */
export const estimateGrant = (points: number, insured: number, year: FiscalYear, grant: Grant): Result<GrantAmount> => {
  const maxPoints = maximaOf(year);
  if (maxPoints === undefined) return unknownYear(year);
  const name = '指定の市町村';
  const problems = [...insuredProblems({ name, insured }), ...pointsProblems(name, points, maxPoints[grant])];
  if (problems.length > 0) return { ok: false, problems };
  const basis = yearBasis(year);
  if (!basis.ok) return basis;
  const other = grant === 'promotion' ? 'support' : 'promotion';
  return ok(amountOf(grant, { own: points, total: points + maxPoints[other] }, insured, basis.value));
};

const grants: readonly Grant[] = ['promotion', 'support'];

const pointsProblems = (name: string, points: number, maxPoints: number): readonly Problem[] =>
  Number.isSafeInteger(points) && points >= 0 && points <= maxPoints
    ? []
    : [problem('points-impossible', { found: String(points), expected: `0～${maxPoints} の整数` }, { name })];

const estimateBasis = (insured: number, { scale, furtherDoubtPercent }: YearBasis): EstimateBasis => {
  const { rates, sizeClasses } = packagedCalibration;
  return { rates, sizeClass: sizeClassOf(insured, sizeClasses), scale, furtherDoubtPercent };
};

const amountOf = (grant: Grant, points: EstimatePoints, insured: number, year: YearBasis): GrantAmount => {
  const basis = estimateBasis(insured, year);
  const band = estimateFromRates(grant, points, insured, basis);
  const scenarios = scenariosOf(band, points, basis);
  const figure = figureOf(band);
  return {
    yen: figure,
    low: band.low,
    high: band.high,
    scenarios,
    basis: 'estimate',
    because: [
      `試算：${grantNames[grant].short}${points.own}点 × 第1号被保険者数${inGroups(insured)}人 × 規模区分${basis.sizeClass}の単価（${calibrated}の公表額から推定）`,
      `幅：${scenarios.map((one) => `${scenarioWords[one.kind]} ${rangeWords(one)}`).join('、')}`,
      seenWords(points, basis),
      ...(figure === null ? ['上限が下限の3倍を超えるため、1つの額は示さない'] : []),
      ...year.assumptions,
      '係数は公表されていない。内示額ではない',
    ],
  };
};

const calibrated = fiscalYearLabel(packagedCalibration.fiscalYear);

const scenariosOf = (
  { basicOnly, withAddOn }: Band,
  points: EstimatePoints,
  basis: EstimateBasis,
): readonly GrantScenario[] => {
  const seen = seenShares(points, basis);
  return [
    { kind: 'basic-only', ...basicOnly, seen: { sizeClass: others(seen.sizeClass), points: others(seen.points) } },
    { kind: 'with-add-on', ...withAddOn, seen },
  ];
};

/** How many published amounts show an add-on. */
const seenShares = ({ total }: EstimatePoints, { rates, sizeClass }: EstimateBasis): GrantScenario['seen'] => {
  const { classes, below, from } = packagedCalibration.seen;
  const ofClass = classes.find((one) => one.sizeClass === sizeClass);
  if (ofClass === undefined) throw new Error(`seenShares: no class ${sizeClass}`);
  const { count, of } = ofClass;
  return { sizeClass: { count, of }, points: total >= rates.addOn.fromPoints ? from : below };
};

const others = ({ count, of }: SeenShare): SeenShare => ({ count: of - count, of });

const seenWords = (points: EstimatePoints, basis: EstimateBasis): string => {
  const { sizeClass, points: atPoints } = seenShares(points, basis);
  const { fromPoints } = basis.rates.addOn;
  const side = points.total >= fromPoints ? '以上' : '未満';
  return `追加配分を受けたとみられる団体（${calibrated}の公表額）：規模区分${basis.sizeClass}では${shareWords(sizeClass)}、両交付金の計が${fromPoints}点${side}では${shareWords(atPoints)}`;
};

/** 「9件中5件」. */
export const shareWords = ({ count, of }: SeenShare): string => `${of}件中${count}件`;

const rangeWords = ({ low, high }: YenRange): string => rangeInWords(inThousandYen(low), inThousandYen(high));
