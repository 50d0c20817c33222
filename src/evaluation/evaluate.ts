import {
  chosenColumns,
  chosenSheets,
  decideYear,
  findTables,
  nationalSheetName,
  readAnswers,
  readNationalTable,
  type Answers,
  type Choice,
  type ReadingOptions,
} from '../answers';
import type { AllocationPlan } from '../allocation';
import { ok, problem, refuse, type Problem, type Result } from '../kernel';
import { nationOf, type Nation } from '../rank';
import { municipalitiesOf, type SourceFile, type WorkbookResults } from './results';
import { schemeOf, type Scheme } from '../schemes';
import { settingsIn, type Settings } from '../settings';
import type { WorkbookContent } from '../workbook';
import { answersResults } from './fromAnswers';
import { factsResults, tellsFacts } from './fromFacts';
import { withMoney } from './money';
import { nationResults } from './fromNation';
import { peersIn } from './peersIn';
import { withoutOurSheets } from './withoutOurSheets';
import { workbookNotes } from './workbookNotes';

export interface EvaluationOptions extends ReadingOptions, Choice {
  /** A user's own scheme instead of the packaged one of its year. */
  readonly scheme?: Scheme;
  readonly source?: SourceFile;
  /** The settings of `--settings`; the sheet 設定 of the workbook comes first. */
  readonly settings?: Settings;
  /** A user's own allocation plan instead of the packaged one. */
  readonly plan?: AllocationPlan;
  /** Names of the municipalities to compare with, e.g. 会津若松市; they come before those of the sheet 設定. */
  readonly peers?: readonly string[];
  /** A national table to rank in, beside a workbook of answers. */
  readonly national?: { readonly content: WorkbookContent; readonly fileName: string };
}

/**
 * The stages in order: find the tables, settle the year, read, score, rank. Pure; refuses where nothing can be scored.
 * A workbook that is itself a national table is scored and ranked as a whole; one that holds the table beside the answers
 * of a municipality of it ranks these answers in it.
 */
export const evaluate = (content: WorkbookContent, options: EvaluationOptions = {}): Result<WorkbookResults> => {
  if (options.scheme === undefined && options.year !== undefined) {
    const known = schemeOf(options.year);
    if (!known.ok) return known;
  }
  const chosen = chosenSheets(withoutOurSheets(content), options);
  if (!chosen.ok) return chosen;
  const foreign = chosen.value;
  const table = nationalSheetName(foreign);
  if (table !== undefined) return besideTable(foreign, table, options) ?? wholeTable(foreign, content, options);
  const { settings, problems } = settingsIn(foreign, options.settings);
  if (tellsFacts(settings) && findTables(foreign).length === 0) {
    const facts = factsResults(settings, options);
    return facts.ok ? ok(withMoney({ ...facts.value, problems }, settings, options.plan)) : facts;
  }
  const answers = answersOf(foreign, withMeanings(options, settings));
  if (!answers.ok) return answers;
  const nation = nationFor(answers.value.scheme, { ...options, peers: options.peers ?? settings?.peers ?? [] });
  if (!nation.ok) return nation;
  const results = answersResults(answers.value, content, nation.value.nation, options.source);
  const all = [...results.problems, ...nation.value.problems, ...problems];
  return ok(withMoney({ ...results, problems: all }, settings, options.plan));
};

/** The answers on the other sheets, ranked in the table; undefined unless they are of a municipality in the table. */
const besideTable = (
  content: WorkbookContent,
  table: string,
  options: EvaluationOptions,
): Result<WorkbookResults> | undefined => {
  const answers = { ...content, sheets: content.sheets.filter(({ name }) => name !== table) };
  if (options.national !== undefined || findTables(answers).length === 0) return undefined;
  const national = {
    content: { ...content, sheets: content.sheets.filter(({ name }) => name === table) },
    fileName: '',
  };
  const results = evaluate(answers, { ...options, national });
  const placed = results.ok && municipalitiesOf(results.value).some(({ nationRow }) => nationRow !== undefined);
  return placed ? results : undefined;
};

const wholeTable = (
  foreign: WorkbookContent,
  content: WorkbookContent,
  options: EvaluationOptions,
): Result<WorkbookResults> => {
  const table = readNationalTable(foreign, options);
  if (!table.ok) return table;
  const peers = peersIn(table.value, options.peers ?? []);
  const notes = [...workbookNotes(content), ...peers.problems];
  const results = nationResults(nationOf(table.value, peersOrNone(peers.rows)), notes, options.source);
  return ok(withMoney(results, undefined, options.plan));
};

/** What a person said ambiguous marks mean; the host's own word comes first. */
const withMeanings = (options: EvaluationOptions, settings: Settings | undefined): EvaluationOptions =>
  settings === undefined
    ? options
    : { ...options, markMeanings: new Map([...settings.markMeanings, ...(options.markMeanings ?? [])]) };

const answersOf = (content: WorkbookContent, options: EvaluationOptions): Result<Answers> => {
  const found = findTables(content);
  if (found.length === 0) return refuse(problem('no-answers', {}, { year: options.year ?? '対象' }));
  const chosen = chosenColumns(found, options);
  if (!chosen.ok) return chosen;
  const tables = chosen.value;
  const year = decideYear(tables, options.scheme?.fiscalYear ?? options.year, options.fileName);
  if (!year.ok) return year;
  const scheme = options.scheme === undefined ? schemeOf(year.value) : ok(options.scheme);
  return scheme.ok ? readAnswers(scheme.value, tables, options) : scheme;
};

/** The national table beside the answers must be of the same year; another year is refused by the reader. */
const nationFor = (scheme: Scheme, { national, peers: names }: EvaluationOptions): Result<NationInHand> => {
  if (national === undefined) return ok({ nation: undefined, problems: [] });
  const table = readNationalTable(national.content, { scheme, year: scheme.fiscalYear, fileName: national.fileName });
  if (!table.ok) return table;
  const peers = peersIn(table.value, names ?? []);
  return ok({ nation: nationOf(table.value, peersOrNone(peers.rows)), problems: peers.problems });
};

interface NationInHand {
  readonly nation: Nation | undefined;
  readonly problems: readonly Problem[];
}

/** No peers chosen = no such scope. */
const peersOrNone = (rows: readonly number[]): readonly number[] | undefined => (rows.length > 0 ? rows : undefined);
