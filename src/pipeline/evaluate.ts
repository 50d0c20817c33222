import {
  answerState,
  criterionIndexOf,
  decideYear,
  findTables,
  isComputed,
  isNationalTable,
  readAnswers,
  readNationalTable,
  type Answers,
  type MunicipalityAnswers,
  type ReadingOptions,
} from '../answers';
import type { AllocationPlan, Settings } from '../allocation';
import { engineVersion, ok, problem, refuse, type FiscalYear, type Problem, type Result } from '../kernel';
import { nationOf, placeInNation, rankBandOfRange, type Nation } from '../rank';
import type { BlockPoints, MunicipalityResult, Results, SourceFile } from '../report';
import { nationalOf, schemeHash, schemeOf, type Scheme } from '../schemes';
import { checkAnswers, compileScheme, explainScore, pointsOf, scoreTable } from '../score';
import type { WorkbookContent } from '../workbook';
import { checkCode } from './checkCode';
import { factsResults, tellsFacts } from './factsResults';
import { withMoney } from './moneyOf';
import { nationResults } from './nationResults';
import { noMoney } from './noMoney';
import { onceAsked } from './onceAsked';
import { settingsOf } from './settingsOf';
import { withoutOurSheets } from './withoutOurSheets';

export interface EvaluationOptions extends ReadingOptions {
  /** The year asked for; a workbook of another year is refused. */
  readonly year?: FiscalYear;
  /** A user's own scheme instead of the packaged one of its year. */
  readonly scheme?: Scheme;
  readonly source?: SourceFile;
  /** The settings of `--settings`; the sheet 設定 of the workbook comes first. */
  readonly settings?: Settings;
  /** A user's own allocation plan instead of the packaged one. */
  readonly plan?: AllocationPlan;
  /** A national table to rank in, beside a workbook of answers. */
  readonly national?: { readonly content: WorkbookContent; readonly fileName: string };
}

/**
 * The stages in order: find the tables, settle the year, read, score, rank. Pure; refuses where nothing can be scored.
 * A workbook that is itself a national table is scored and ranked as a whole.
 */
export const evaluate = (content: WorkbookContent, options: EvaluationOptions = {}): Result<Results> => {
  if (options.scheme === undefined && options.year !== undefined) {
    const known = schemeOf(options.year);
    if (!known.ok) return known;
  }
  const foreign = withoutOurSheets(content);
  if (isNationalTable(foreign)) {
    const table = readNationalTable(foreign, options);
    if (!table.ok) return table;
    const results = nationResults(nationOf(table.value), workbookNotes(content), options.source);
    return ok(withMoney(results, undefined, options.plan));
  }
  const { settings, problems } = settingsOf(foreign, options.settings);
  if (tellsFacts(settings) && findTables(foreign).length === 0) {
    const facts = factsResults(settings, options);
    return facts.ok ? ok(withMoney({ ...facts.value, problems }, settings, options.plan)) : facts;
  }
  const answers = answersOf(foreign, withMeanings(options, settings));
  if (!answers.ok) return answers;
  const nation = nationFor(answers.value.scheme, options);
  if (!nation.ok) return nation;
  const results = resultsOf(answers.value, content, nation.value, options.source);
  return ok(withMoney({ ...results, problems: [...results.problems, ...problems] }, settings, options.plan));
};

/** What a person said ambiguous marks mean; the host's own word comes first. */
const withMeanings = (options: EvaluationOptions, settings: Settings | undefined): EvaluationOptions =>
  settings === undefined
    ? options
    : { ...options, markMeanings: new Map([...settings.markMeanings, ...(options.markMeanings ?? [])]) };

const answersOf = (content: WorkbookContent, options: EvaluationOptions): Result<Answers> => {
  const tables = findTables(content);
  if (tables.length === 0) return refuse(problem('no-answers', {}, { year: options.year ?? '' }));
  const year = decideYear(tables, options.scheme?.fiscalYear ?? options.year, options.fileName);
  if (!year.ok) return year;
  const scheme = options.scheme === undefined ? schemeOf(year.value) : ok(options.scheme);
  return scheme.ok ? readAnswers(scheme.value, tables, options) : scheme;
};

/** The national table beside the answers must be of the same year; another year is refused by the reader. */
const nationFor = (scheme: Scheme, { national }: EvaluationOptions): Result<Nation | undefined> => {
  if (national === undefined) return ok(undefined);
  const table = readNationalTable(national.content, { scheme, year: scheme.fiscalYear, fileName: national.fileName });
  return table.ok ? ok(nationOf(table.value)) : table;
};

const resultsOf = (
  answers: Answers,
  content: WorkbookContent,
  nation: Nation | undefined,
  source: SourceFile | undefined,
): Results => {
  const { scheme } = answers;
  const municipalities = answers.municipalities.map((municipality) => resultOf(scheme, nation, municipality, source));
  return {
    scheme,
    schemeHash: schemeHash(scheme),
    national: nationalOf(scheme.fiscalYear),
    nation,
    subject: 'answers',
    municipalities,
    problems: [
      ...workbookNotes(content),
      ...answers.problems,
      ...answers.municipalities.flatMap((municipality) => checkAnswers(scheme, municipality)),
      ...(nation?.problems ?? []),
      ...(nation === undefined ? [] : absentFrom(nation, municipalities)),
    ],
    checkCode: checkCode(scheme, answers.municipalities),
    engineVersion,
    sources: source === undefined ? [] : [source],
    failures: [],
    ...noMoney,
  };
};

const absentFrom = (nation: Nation, municipalities: readonly MunicipalityResult[]): readonly Problem[] =>
  municipalities
    .filter(({ nationRow }) => nationRow === undefined)
    .map(({ identity }) => problem('nation-municipality-absent', { sheet: nation.table.sheet, found: identity.name }));

const workbookNotes = ({ manualCalculation, externalLinks }: WorkbookContent): readonly Problem[] => [
  ...(manualCalculation ? [problem('manual-calculation')] : []),
  ...(externalLinks ? [problem('external-links')] : []),
];

const resultOf = (
  scheme: Scheme,
  nation: Nation | undefined,
  { identity, insured, states, cellOf }: MunicipalityAnswers,
  source: SourceFile | undefined,
): MunicipalityResult => {
  const { blocks: schemeBlocks, totalBlock } = compileScheme(scheme);
  const least = scoreTable(scheme, states, 1, 'as-unmet');
  const most = scoreTable(scheme, states, 1, 'as-met');
  const blocks = schemeBlocks.map((block, at): BlockPoints => ({
    block,
    points: pointsOf(least, 0, at),
    most: pointsOf(most, 0, at),
  }));
  const range = { min: pointsOf(least, 0, totalBlock), max: pointsOf(most, 0, totalBlock) };
  const place = nation === undefined ? undefined : placeInNation(nation, identity, range.min, range.max);
  const published = rankBandOfRange(nationalOf(scheme.fiscalYear), range.min, range.max);
  return {
    identity,
    insured: insured ?? insuredIn(nation, place?.row),
    blocks,
    total: range.min,
    range,
    provisional: hasOpenAnswers(scheme, states),
    awards: onceAsked(() => explainScore(scheme, states)),
    cellOf,
    source,
    nationRow: place?.row,
    grants: null,
    rank: { national: place?.national ?? published, prefecture: place?.prefecture ?? null },
  };
};

const insuredIn = (nation: Nation | undefined, row: number | undefined): number | null => {
  const persons = row === undefined ? NaN : (nation?.table.insured[row] ?? NaN);
  return Number.isNaN(persons) ? null : persons;
};

/** True when a cell that is asked for was left empty or could not be read (design §5). */
const hasOpenAnswers = (scheme: Scheme, states: Uint8Array): boolean =>
  criterionIndexOf(scheme).all.some(
    ({ index, indicator }) =>
      (states[index] === answerState.unanswered || states[index] === answerState.held) && !isComputed(indicator),
  );
