import { withOpenMet, type MunicipalityIdentity } from '../answers';
import { at, foldLabel, westernYear } from '../kernel';
import { bridgeBetween, bridgeRanges, type AnsweredYear } from '../outlook';
import { outlookProblem, type Problem } from '../problems';
import { lastYearTwice } from './lastYearTwice';
import type { EarlierSheets } from './earlierSheets';
import {
  onlyMunicipality,
  type AnswersResults,
  type Results,
  type YearBridge,
  type YearOfMunicipality,
  type YearsBehind,
} from './results';
import { schemesBetween } from './schemesBetween';
import { standpointOf } from './standpoint';

/**
 * The results with what earlier workbooks of the same municipality came to. Left out by name: another municipality, a year that
 * is not before, one that is there already, and what has no answers.
 */
export const withYearsBehind = (results: Results, earlier: readonly (readonly [file: string, Results])[]): Results => {
  const own = onlyMunicipality(results);
  if (earlier.length === 0 || results.subject !== 'answers' || own === undefined) {
    const said = earlier.length === 0 ? [] : [outlookProblem('earlier-needs-one')];
    return { ...results, problems: [...results.problems, ...said] };
  }
  // What stands in the workbook itself gives way to what was named.
  const years = new Map<number, YearOfMunicipality>();
  const problems: Problem[] = [];
  for (const [file, told] of earlier) {
    const fault = faultOf({ results, own }, told, years);
    const town = onlyMunicipality(told);
    if (fault !== undefined) problems.push(outlookProblem(fault, { found: file, expected: own.identity.name }));
    else if (told.subject === 'answers' && town !== undefined)
      years.set(westernYear(told.scheme.fiscalYear), { results: told, own: town });
  }
  for (const year of results.behind?.years.slice(0, -1) ?? []) {
    const at = westernYear(year.results.scheme.fiscalYear);
    if (!years.has(at)) years.set(at, year);
  }
  const sorted = [...years].toSorted(([one], [other]) => one - other).map(([, year]) => year);
  const last = sorted.at(-1);
  const said = { ...results, problems: [...results.problems, ...problems, ...lastYearTwice(results, sorted)] };
  return last === undefined
    ? said
    : { ...said, behind: behindOf([...sorted, { results, own }], last, { results, own }) };
};

/** The same of sheets that stand in the workbook without anybody having named them: what does not fit is passed over. */
export const withYearsBeside = (results: AnswersResults, beside: EarlierSheets): AnswersResults => {
  const own = onlyMunicipality(results);
  if (own === undefined) return results;
  const fitting = beside.filter(([, told]) => faultOf({ results, own }, told, new Map()) === undefined);
  const found = fitting.length === 0 ? results : withYearsBehind(results, fitting);
  return found.subject === 'answers' ? found : results;
};

/** The year just before, where its answers are in hand. */
export const lastYearKept = ({ scheme, behind }: Results): YearOfMunicipality | undefined => {
  const last = behind?.years.at(-2);
  const isJustBefore = last && westernYear(last.results.scheme.fiscalYear) + 1 === westernYear(scheme.fiscalYear);
  return isJustBefore === true ? last : undefined;
};

const faultOf = (
  { results, own }: YearOfMunicipality,
  told: Results,
  known: ReadonlyMap<number, YearOfMunicipality>,
): 'earlier-no-answers' | 'earlier-other-municipality' | 'earlier-not-before' | 'earlier-twice' | undefined => {
  const town = onlyMunicipality(told);
  if (told.subject !== 'answers' || town === undefined) return 'earlier-no-answers';
  if (!isSame(town.identity, own.identity)) return 'earlier-other-municipality';
  const year = westernYear(told.scheme.fiscalYear);
  if (year >= westernYear(results.scheme.fiscalYear)) return 'earlier-not-before';
  return known.has(year) ? 'earlier-twice' : undefined;
};

const isSame = (one: MunicipalityIdentity, other: MunicipalityIdentity): boolean =>
  one.code !== undefined && other.code !== undefined
    ? one.code === other.code
    : foldLabel(one.name) === foldLabel(other.name);

const behindOf = (
  years: readonly YearOfMunicipality[],
  last: YearOfMunicipality,
  now: YearOfMunicipality,
): YearsBehind => {
  const { least, most } = last.own.range;
  return {
    years,
    bridges: years.slice(1).map((year, place) => bridgeFrom(at(years, place), year)),
    ranks: {
      before: last.own.rank.national,
      constant: standpointOf(now.results, now.own).ranks.national({ least, most }),
      now: now.own.rank.national,
    },
  };
};

const bridgeFrom = (before: YearOfMunicipality, now: YearOfMunicipality): YearBridge => {
  const between = schemesBetween(before.results.scheme, now.results.scheme);
  const [first, last] = [answersOf(before), answersOf(now)];
  const isOpen = before.own.provisional || now.own.provisional;
  return {
    bridge: bridgeBetween(first, last, between),
    ends: isOpen
      ? {
          worst: bridgeBetween(atMost(first), last, between),
          best: bridgeBetween(first, atMost(last), between),
        }
      : undefined,
    ranges: isOpen ? bridgeRanges(first, last, between) : undefined,
  };
};

const answersOf = ({ results: { scheme }, own }: YearOfMunicipality): AnsweredYear => ({
  scheme,
  states: Uint8Array.from(own.awards(), ({ state }) => state),
});

const atMost = ({ scheme, states }: AnsweredYear): AnsweredYear => ({ scheme, states: withOpenMet(states) });
