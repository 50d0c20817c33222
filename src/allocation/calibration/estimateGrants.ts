import { fiscalYearLabel, ok, problem, type FiscalYear, type Problem, type Result } from '../../kernel';
import { grantNames, maximaOf, type Grant } from '../../schemes';
import { insuredProblems } from '../exact/checkEntries';
import { sizeClassOf } from '../exact/sizeClass';
import { municipalityGrants, type GrantAmount, type MunicipalityGrants } from '../municipalityGrants';
import { inThousandYen } from '../printYen';
import { estimateFromRates } from './estimateFromRates';
import { packagedCalibration } from './packagedCalibration';
import { unknownYear, yearBasis, type YearBasis } from './yearBasis';

export interface EstimateRequest {
  readonly name: string;
  readonly year: FiscalYear;
  readonly points: Readonly<Record<Grant, number>>;
  /** 満点 of each grant in the year's scheme. */
  readonly most: Readonly<Record<Grant, number>>;
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
export const estimateGrants = ({ name, year, points, most, insured }: EstimateRequest): Result<EstimatedGrants> => {
  const problems = [
    ...insuredProblems({ name, insured }),
    ...grants.flatMap((grant) => pointsProblems(name, points[grant], most[grant])),
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
  const most = maximaOf(year);
  if (most === undefined) return unknownYear(year);
  const name = '指定の市町村';
  const both = estimateGrants({ name, year, points: { ...nothing, [grant]: points }, most, insured });
  return both.ok ? ok(both.value.grants[grant]) : both;
};

const grants: readonly Grant[] = ['promotion', 'support'];
const nothing: Readonly<Record<Grant, number>> = { promotion: 0, support: 0 };

const pointsProblems = (name: string, points: number, most: number): readonly Problem[] =>
  Number.isSafeInteger(points) && points >= 0 && points <= most
    ? []
    : [problem('points-impossible', { found: String(points), expected: `0～${most} の整数` }, { name })];

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
      `試算：${grantNames[grant].short} ${points} 点 × 第1号被保険者数 ${insured.toLocaleString('en-US')} 人 × 規模区分 ${sizeClass} の単価（${fiscalYearLabel(packagedCalibration.fiscalYear)}の公表額から推定）`,
      `幅：${inThousandYen(band.low)}～${inThousandYen(band.high)}（追加配分・激変緩和の有無で動く。所要見込額による減額は含まない）`,
      ...basis.assumptions,
      '係数は公表されていない。内示額ではない',
    ],
  };
};
