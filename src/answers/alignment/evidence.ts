import { criterionIndexOf, isCommon, soleGroupOf, type Indicator, type Scheme } from '../../schemes';
import type { HeadingPlace } from '../places';
import type { RowLabels } from '../tables/carriedLabels';
import { criterionOfRow, wayOfBranches } from './branches';
import { nameReaderOf, type NameFit } from './indicatorNames';
import type { IndicatorRun } from './indicatorRuns';
import { numberingOf, type NumberOf } from './numbering';

/**
 * What each piece of evidence weighs. A name is an indicator's own; a number counts in its group; what a heading says is
 * less than what the row says; a branch or points that an indicator lacks speak against it.
 */
const weights = {
  name: 12,
  likeName: 8,
  otherName: -12,
  unknownName: -1,
  number: 4,
  otherNumber: -4,
  grant: 3,
  otherGrant: -6,
  sameGoal: 5,
  otherGoal: -8,
  group: 3,
  otherGroup: -5,
  heading: 1,
  otherHeading: -1,
  branch: 1,
  noBranch: -3,
  otherPoints: -1,
} as const;
/** Most branches that are counted for or against. */
const mostBranches = 3;

/** What the runs of one table are weighed by. */
export interface Evidence {
  readonly heading: HeadingPlace;
  readonly numberOf: NumberOf;
  readonly readName: (name: string) => NameFit;
  readonly indicators: readonly Indicator[];
  /** Of each indicator: true where its goal has one group only, so that the group says nothing. */
  readonly soleGroup: readonly boolean[];
}

export const evidenceOf = (scheme: Scheme, runs: readonly IndicatorRun[], heading: HeadingPlace): Evidence => {
  const { indicators, soleGroup } = indicatorsOf(scheme);
  return { heading, numberOf: numberingOf(scheme, runs), readName: nameReaderOf(scheme), indicators, soleGroup };
};

const made = new WeakMap<Scheme, Pick<Evidence, 'indicators' | 'soleGroup'>>();

const indicatorsOf = (scheme: Scheme): Pick<Evidence, 'indicators' | 'soleGroup'> => {
  const known = made.get(scheme);
  if (known !== undefined) return known;
  const indicators = [...criterionIndexOf(scheme).indicatorById.values()];
  const soleGroup = indicators.map(({ goal, grant }) => soleGroupOf(scheme, goal, grant) !== undefined);
  const all = { indicators, soleGroup };
  made.set(scheme, all);
  return all;
};

/** The first of the indicators that fit a run best. */
export interface Best {
  readonly indicator: Indicator;
  readonly weight: number;
  /** No other weighs more than `weight` less the lead that was asked for. */
  readonly leads: boolean;
}

/** What fits a run best, and whether it leads by so much; branches are looked at only where they can matter to that. */
export const bestOf = (evidence: Evidence, run: IndicatorRun, lead: number): Best | undefined => {
  const { indicators } = evidence;
  const said = labelWeights(evidence, run.labels);
  let first = 0;
  for (let at = 1; at < said.length; at += 1) if ((said[at] ?? 0) > (said[first] ?? 0)) first = at;
  const likely = indicators[first];
  if (likely === undefined) return undefined;
  const likeliest = first;
  let [indicator, weight, second] = [likely, (said[first] ?? 0) + branchWeight(run, likely), -Infinity];
  for (let at = 0; at < said.length; at += 1) {
    const most = (said[at] ?? 0) + mostBranches * weights.branch;
    const other = indicators[at];
    if (at === likeliest || other === undefined || most < second || most <= weight - lead) continue;
    const its = (said[at] ?? 0) + branchWeight(run, other);
    if (its > weight || (its === weight && at < first)) {
      second = weight;
      weight = its;
      first = at;
      indicator = other;
    } else if (its > second) second = its;
  }
  return { indicator, weight, leads: weight - (indicators.length > 1 ? second : 0) >= lead };
};

/** What a run says for an indicator: its labels, and what its branches add. */
export const weightOf = (evidence: Evidence, run: IndicatorRun, indicator: Indicator): number =>
  (labelWeights(evidence, run.labels)[evidence.indicators.indexOf(indicator)] ?? 0) + branchWeight(run, indicator);

/** What labels say for each indicator. */
const labelWeights = (evidence: Evidence, { grant, goal, group, number, name }: RowLabels): readonly number[] => {
  const { indicators, heading, numberOf, soleGroup } = evidence;
  const fit = name === undefined ? undefined : evidence.readName(name);
  const found: number[] = [];
  for (const [at, indicator] of indicators.entries()) {
    found.push(
      nameWeight(fit, indicator) +
        told(number, numberOf(indicator), weights.number, weights.otherNumber) +
        grantWeight(grant, heading.grant, indicator) +
        placeWeight(goal, heading.goal, indicator.goal, weights.sameGoal, weights.otherGoal) +
        (soleGroup[at] === true
          ? 0
          : placeWeight(group, heading.group, indicator.group, weights.group, weights.otherGroup)),
    );
  }
  return found;
};

const nameWeight = (fit: NameFit | undefined, { id }: Indicator): number => {
  if (fit === undefined) return 0;
  if (fit.indicator === undefined) return weights.unknownName;
  if (fit.indicator.id !== id) return fit.exact ? weights.otherName : weights.unknownName;
  return fit.exact ? weights.name : weights.likeName;
};

const told = <Value>(said: Value | undefined, is: Value | undefined, same: number, other: number): number =>
  said === undefined || is === undefined ? 0 : said === is ? same : other;

const placeWeight = <Value>(
  said: Value | undefined,
  heading: Value | undefined,
  is: Value,
  same: number,
  other: number,
): number =>
  said === undefined ? told(heading, is, weights.heading, weights.otherHeading) : told(said, is, same, other);

/** A common goal's indicators may stand under either grant; what is 共通 is of no single grant. */
const grantWeight = (said: RowLabels['grant'], heading: HeadingPlace['grant'], indicator: Indicator): number => {
  if (!isCommon(indicator)) return placeWeight(said, heading, indicator.grant, weights.grant, weights.otherGrant);
  return said === undefined ? (heading === undefined ? 0 : weights.heading) : weights.grant;
};

const branchWeight = ({ rows }: IndicatorRun, indicator: Indicator): number => {
  const way = wayOfBranches(rows, indicator);
  let [fits, lacks, otherPoints] = [0, 0, 0];
  for (const [at, row] of rows.entries()) {
    const criterion = criterionOfRow(way, indicator, row, at);
    if (criterion === undefined) lacks += 1;
    else {
      fits += 1;
      if (row.points !== undefined && row.points !== criterion.points) otherPoints += 1;
    }
  }
  return (
    Math.min(fits, mostBranches) * weights.branch +
    Math.min(lacks, mostBranches) * weights.noBranch +
    Math.min(otherPoints, mostBranches) * weights.otherPoints
  );
};
