import { amountAt, estimatorOf, packagedCalibration, preparePot, sizeClassOf, type Allocation } from '../allocation';
import { at, yen } from '../kernel';
import { noRanks, publishedStandpoint, ranksInTable, type MoneyView, type Rivals, type Standpoint } from '../outlook';
import { blockColumn, figureToStep, peersInTable, type Nation } from '../rank';
import { carriedOver, criterionIndexOf, differsFromPublished, type Grant } from '../schemes';
import { isOfTheNation } from './fromAnswers';
import type { MunicipalityResult, ScoredResults } from './results';
import { schemesBetween } from './schemesBetween';

/**
 * What a municipality of some results looks out from: its ranks and money by the same grounds as the results themselves.
 * Made once: what asks for it (a head, prices, a trial) asks of the same results.
 */
export const standpointOf = (results: ScoredResults, municipality: MunicipalityResult): Standpoint => {
  const ofResults = standpoints.get(results) ?? new WeakMap<MunicipalityResult, Standpoint>();
  const known = ofResults.get(municipality) ?? madeStandpoint(results, municipality);
  standpoints.set(results, ofResults.set(municipality, known));
  return known;
};

const standpoints = new WeakMap<ScoredResults, WeakMap<MunicipalityResult, Standpoint>>();

const madeStandpoint = (results: ScoredResults, municipality: MunicipalityResult): Standpoint => {
  const { scheme, national, nation } = results;
  const { identity, insured, nationRow: row, total } = municipality;
  const states = Uint8Array.from(municipality.awards(), ({ state }) => state);
  const published = publishedStandpoint(scheme, states, national, {
    prefecture: identity.prefecture,
    sizeClass: insured === null ? undefined : sizeClassOf(insured, packagedCalibration.sizeClasses),
  });
  if (!isOfTheNation(identity)) return { ...published, ranks: noRanks, rivals: () => undefined, peers: () => [] };
  const own = { ...published, money: moneyOf(results, municipality), lastYear: lastYearOf(results) };
  if (nation === undefined || row === undefined) return own;
  const { all } = criterionIndexOf(scheme);
  return {
    ...own,
    figureTo: (criterion) => figureToStep(nation, row, at(all, criterion)),
    ranks: ranksInTable(nation, row, national),
    rivals: () => (nation.complete ? rivalsInTable(nation, row) : published.rivals()),
    peers: () => {
      const known = peersInTable(nation, row, total);
      return known.length > 0 ? known : published.peers();
    },
  };
};

/** Last year's answers to the questions that this year asks again; a run with earlier years is of one municipality. */
const lastYearOf = ({ scheme, behind }: ScoredResults): Standpoint['lastYear'] => {
  const last = behind?.years.at(-2);
  if (last === undefined) return () => undefined;
  const earlier = last.results.scheme;
  const { byId } = criterionIndexOf(scheme);
  const awards = new Map(last.own.awards().map(({ criterion, state }) => [criterion.id, state] as const));
  const states = new Map(
    [...carriedOver(earlier, scheme, schemesBetween(earlier, scheme))].map(
      ([first, now]) => [byId.get(now)?.index, awards.get(first)] as const,
    ),
  );
  return (criterion) => states.get(criterion);
};

/** Everybody else of a whole table, those of the same points and size together. */
const rivalsInTable = ({ scores, table }: Nation, row: number): readonly Rivals[] => {
  const known = new Map<string, Rivals>();
  for (const [other, points] of blockColumn(scores, scores.compiled.totalBlock).entries()) {
    if (other === row) continue;
    const sizeClass = at(table.sizeClass, other) || null;
    const key = `${points} ${String(sizeClass)}`;
    known.set(key, { points, sizeClass, count: (known.get(key)?.count ?? 0) + 1 });
  }
  return [...known.values()];
};

/** Shares of the whole nation where they were worked out, else the estimate; none where the results estimate none. */
const moneyOf = (
  { scheme, money: { allocation } }: ScoredResults,
  { nationRow, insured }: MunicipalityResult,
): MoneyView | undefined => {
  if (allocation !== undefined && nationRow !== undefined) return sharedMoney(allocation, nationRow);
  if (insured === null || differsFromPublished(scheme)) return undefined;
  const estimator = estimatorOf(scheme.fiscalYear, insured);
  return estimator.ok ? { ...estimator.value, basis: 'estimate' } : undefined;
};

/** To the yen: what the pots give at other points, everybody else's denominator moved along. */
const sharedMoney = ({ plan, municipalities }: Allocation, row: number): MoneyView => {
  const entries = municipalities.map(({ entry }) => entry);
  const { key } = at(entries, row);
  const potOf = (grant: Grant) => {
    const pot = preparePot(plan, grant, entries);
    // The same pot and entries were shared out before.
    if (!pot.ok) throw new Error(`sharedMoney: ${pot.problems.map(({ code }) => code).join()}`);
    return pot.value;
  };
  const pots = { promotion: potOf('promotion'), support: potOf('support') };
  const yenAt = (grant: Grant, points: number) => {
    const amount = amountAt(pots[grant], key, points);
    if (!amount.ok) throw new Error(`sharedMoney: ${amount.problems.map(({ code }) => code).join()}`);
    return amount.value;
  };
  return {
    basis: 'share',
    amount: (grant, points) => {
      const amount = yenAt(grant, points[grant]);
      return { low: amount, high: amount };
    },
    gain: (grant, from, to) => {
      const gained = yen(yenAt(grant, to) - yenAt(grant, from));
      return { low: gained, high: gained };
    },
  };
};
