import {
  isOpenState,
  criteriaCoverage,
  doubtsOf,
  type MunicipalityAnswers,
  type MunicipalityIdentity,
  type Reading,
} from '../answers';
import { engineVersion, fiscalYearLabel } from '../kernel';
import { problem, type Problem } from '../problems';
import { insuredOf, placeInNation, rankBandOfRange, type Nation } from '../rank';
import {
  criterionIndexOf,
  differsFromPublished,
  isComputed,
  nationalUnder,
  schemeHash,
  type NationalFigures,
  type Scheme,
} from '../schemes';
import { checkAnswers, compileScheme, explainScore, pointsOf, scoreRange, type ScoreRange } from '../score';
import type { WorkbookContent } from '../workbook';
import { checkCode } from './checkCode';
import { answersTwice } from './factsTwice';
import { cellsTold, unreadSheets } from './notRead';
import { type BlockPoints, type ScoredAnswers, type ScoredMunicipality, type SourceFile } from './results';
import { scoredOrigin } from './scoredOrigin';

/** The answers of one municipality, of one workbook or of several. */
export interface TownAnswers extends MunicipalityAnswers {
  readonly sourceOf: ScoredMunicipality['sourceOf'];
}

/** Scores, ranks and checks the answers of municipalities, in the national table where one is in hand. */
export const answersResults = (
  scheme: Scheme,
  towns: readonly TownAnswers[],
  nation: Nation | undefined,
  sources: readonly SourceFile[],
  reading: readonly Reading[],
): ScoredAnswers => {
  const national = nationalUnder(scheme);
  const scored = towns.map((town) => ({ town, range: scoreRange(scheme, town.states) }));
  const municipalities = scored.map(({ town, range }) => resultOf({ scheme, national, nation }, town, range));
  return {
    scheme,
    schemeHash: schemeHash(scheme),
    national,
    nation,
    subject: 'answers',
    municipalities,
    problems: [
      ...scored.flatMap(({ town, range }) => [...doubtsOf(scheme, town), ...checkAnswers(scheme, town, range)]),
      ...(nation === undefined ? [] : absentFrom(nation, municipalities)),
      ...(nation === undefined ? [] : municipalities.flatMap((one) => answersTwice(nation, one))),
    ],
    checkCode: checkCode(scheme, towns),
    engineVersion,
    sources,
    reading,
  };
};

const absentFrom = (nation: Nation, municipalities: readonly ScoredMunicipality[]): readonly Problem[] =>
  municipalities
    .filter(({ identity, nationRow }) => nationRow === undefined && isOfTheNation(identity))
    .map(({ identity }) => problem('nation-municipality-absent', { sheet: nation.table.sheet, found: identity.name }));

/** What the answers of all municipalities are scored and ranked by. */
interface Measure {
  readonly scheme: Scheme;
  readonly national: NationalFigures | undefined;
  readonly nation: Nation | undefined;
}

const resultOf = (
  { scheme, national, nation }: Measure,
  { identity, insured, states, isFound, cellOf, sourceOf, besideOf, decidedOf }: TownAnswers,
  { least, most }: ScoreRange,
): ScoredMunicipality => {
  const { blocks: schemeBlocks, totalBlock } = compileScheme(scheme);
  const blocks = schemeBlocks.map((block, at): BlockPoints => ({
    block,
    points: pointsOf(least, 0, at),
    most: pointsOf(most, 0, at),
  }));
  const range = { least: pointsOf(least, 0, totalBlock), most: pointsOf(most, 0, totalBlock) };
  const ranked = isOfTheNation(identity);
  const place = nation && ranked ? placeInNation(nation, identity, range.least, range.most) : undefined;
  const published = ranked ? rankBandOfRange(national, range.least, range.most) : null;
  return {
    identity,
    insured: { workbook: insured ?? undefined, table: nation && place && insuredOf(nation.table, place.row) },
    blocks,
    total: range.least,
    range,
    provisional: hasOpenAnswers(scheme, states),
    coverage: criteriaCoverage(scheme, isFound),
    awards: () => explainScore(scheme, states),
    cellOf,
    besideOf,
    decidedOf,
    originOf: (block) => scoredOrigin(scheme, block, cellOf),
    sourceOf,
    nationRow: place?.row,
    rank: { national: place?.national ?? published, prefecture: place?.prefecture ?? null },
  };
};

/**
 * A union and a ward are none of the 1,741: they have points, but no rank and no amount; E-256 and E-247 say why
 * (rules/grants.md#municipalities-and-insurers).
 */
export const isOfTheNation = ({ kind }: MunicipalityIdentity): boolean => kind !== 'union' && kind !== 'ward';

/** True when a cell that is asked for was left empty or could not be read (rules/design.md#blanks-and-numbers). */
const hasOpenAnswers = (scheme: Scheme, states: Uint8Array): boolean =>
  criterionIndexOf(scheme).all.some(({ index, indicator }) => isOpenState(states[index]) && !isComputed(indicator));

/** Figures of the year are published, but not of these rules: left out, and said. */
export const otherRules = (scheme: Scheme): readonly Problem[] =>
  differsFromPublished(scheme) ? [problem('scheme-not-published', { found: fiscalYearLabel(scheme.fiscalYear) })] : [];

/** What a person should know of the workbook as a whole. */
export const workbookNotes = ({
  manualCalculation,
  recalculationDue,
  externalLinks,
  sheets,
  unread,
}: WorkbookContent): readonly Problem[] => [
  ...unreadSheets(unread),
  ...sheets.flatMap(({ name, doubled = [] }) => cellsTold('doubled-cells', name, doubled)),
  ...sheets.flatMap(({ name, openQuote: open }) =>
    open === undefined ? [] : [problem('quote-not-closed', { sheet: name, cell: open.cell }, { line: open.line })],
  ),
  ...(manualCalculation ? [problem('manual-calculation')] : []),
  ...(recalculationDue === true && !manualCalculation ? [problem('recalculation-due')] : []),
  ...(externalLinks ? [problem('external-links')] : []),
];
