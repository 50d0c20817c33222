import { ok, problem, type FiscalYear, type Problem, type Result } from '../../kernel';
import { grantNames, type Grant } from '../../schemes';
import { insuredProblems } from '../exact/checkEntries';
import { sizeClassOf } from '../exact/sizeClass';
import { municipalityGrants, type GrantAmount, type MunicipalityGrants } from '../municipalityGrants';
import { inThousandYen } from '../printYen';
import { estimateFromRates } from './estimateFromRates';
import { packagedCalibration } from './packagedCalibration';
import { yearBasis, type YearBasis } from './yearBasis';

export interface EstimateRequest {
  readonly name: string;
  readonly year: FiscalYear;
  readonly points: Readonly<Record<Grant, number>>;
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
export const estimateGrants = ({ name, year, points, insured }: EstimateRequest): Result<EstimatedGrants> => {
  const problems = [
    ...insuredProblems({ name, insured }),
    ...Object.values(points).flatMap((value) => pointsProblems(name, value)),
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

/** One grant alone, for the custom function GRANT; as {@link estimateGrants}. */
export const estimateGrant = (points: number, insured: number, year: FiscalYear, grant: Grant): Result<GrantAmount> => {
  const both = estimateGrants({ name: '指定の市町村', year, points: { promotion: points, support: points }, insured });
  return both.ok ? ok(both.value.grants[grant]) : both;
};

const mostPoints = 400;

const pointsProblems = (name: string, points: number): readonly Problem[] =>
  Number.isSafeInteger(points) && points >= 0 && points <= mostPoints
    ? []
    : [problem('points-impossible', { found: String(points), expected: `0～${mostPoints} の整数` }, { name })];

const amountOf = (grant: Grant, points: number, insured: number, basis: YearBasis): GrantAmount => {
  const { rates, sizeClasses, nationalMeans } = packagedCalibration;
  const sizeClass = sizeClassOf(insured, sizeClasses);
  const band = estimateFromRates(grant, points, insured, {
    rates,
    sizeClass,
    promotionPart: nationalMeans.promotion / (nationalMeans.promotion + nationalMeans.support),
    scale: basis.scale,
    furtherDoubtPercent: basis.furtherDoubtPercent,
  });
  return {
    ...band,
    basis: 'estimate',
    because: [
      `試算：${grantNames[grant].short} ${points} 点 × 第1号被保険者数 ${insured.toLocaleString('en-US')} 人 × 規模区分 ${sizeClass} の単価（令和6年度の公表額から推定）`,
      `幅：${inThousandYen(band.low)}～${inThousandYen(band.high)}（追加配分・激変緩和の有無で動く。所要見込額による減額は含まない）`,
      ...basis.assumptions,
      '係数は公表されていない。内示額ではない',
    ],
  };
};
