import type { AllocationPlan } from '../allocation';
import {
  amongNeighbours,
  answersDecided,
  chosenColumns,
  chosenSheets,
  answeringTables,
  findingTables,
  heldWhereDoubtful,
  missingOfPrefectures,
  nationalSheetName,
  noAnswers,
  readAnswers,
  readingNationalTable,
  withoutAnswers,
  type AnsweringTables,
  type Answers,
  type AnswerTable,
  type Choice,
  type Decided,
  type Decision,
  type MarkMeanings,
  type NationalTable,
  type Reading,
  type ReadingOptions,
} from '../answers';
import { finished, type Steps } from '../kernel';
import { ok, problem, refuse, type Problem, type Result } from '../problems';
import { trustingNation } from '../rank';
import { schemeOf, type Scheme } from '../schemes';
import { settingsIn, type Settings } from '../settings';
import type { SheetContent, WorkbookContent } from '../workbook';
import { answersReading, nationReading, samplesIn, withoutOurSheets, type BookSheets } from './bookSheets';
import { bookDecisions, withDecisions, type BookDecisions } from './decisions';
import { earlierSheets, type EarlierSheets } from './earlierSheets';
import { answersResults, otherRules, workbookNotes, type TownAnswers } from './fromAnswers';
import { factsResults, tellsFacts } from './fromFacts';
import { nationResults } from './fromNation';
import { addingMoney, withMoney } from './money';
import { cellsTold, unreadSheets } from './notRead';
import { amongPeers, nationOnSheet, type NationBeside, type NationInHand } from './nationBeside';
import { firstKnown, precedence } from './precedence';
import type { AnswersResults, FactsResults, NationResults, SourceFile, WorkbookResults } from './results';
import { withYearsBeside } from './yearsBehind';

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
  /** What a person decided about doubtful cells, instead of what the sheet 判定 of the workbook says. */
  readonly decisions?: readonly Decision[];
  /** A national table to rank in, beside a workbook of answers; one for all workbooks of a run. */
  readonly national?: NationBeside;
}

/**
 * The stages in order: find the tables, settle the year, read, score, rank. Pure; refuses where nothing can be scored.
 * A workbook that is itself a national table is scored and ranked as a whole; one that holds the table beside the answers
 * of a municipality of it ranks these answers in it.
 */
export const evaluate = (content: WorkbookContent, options: EvaluationOptions = {}): Result<WorkbookResults> =>
  finished(evaluating(content, options));

/** {@link evaluate} in steps. */
export function* evaluating(content: WorkbookContent, options: EvaluationOptions): Steps<Result<WorkbookResults>> {
  const read = yield* readingBook(content, options);
  yield;
  return read.ok ? ok(yield* scoringBook(read.value)) : read;
}

/** What one workbook says. Answers are not scored yet: those of one municipality may lie in several workbooks. */
export type BookRead =
  | ({ readonly subject: 'answers' } & AnswersRead)
  | {
      readonly subject: 'whole';
      readonly results: NationResults | FactsResults;
      readonly decided: Decided;
    };

/** A workbook of answers as it was read. */
export interface AnswersRead {
  readonly answers: Answers;
  /** How the whole workbook was read. */
  readonly reading: Reading;
  readonly told: ReturnType<typeof settingsIn>;
  readonly decided: Decided;
  /** The national table the answers are ranked in. */
  readonly inHand: NationInHand | undefined;
  /** What is to be said of the workbook as a whole. */
  readonly notes: readonly Problem[];
  readonly source: SourceFile | undefined;
  readonly plan: AllocationPlan | undefined;
  /** Scores the sheets of earlier years beside the answers; undefined where only the answers were kept, as of a folder. */
  readonly earlier: (() => Steps<EarlierSheets>) | undefined;
}

/** The first stages of {@link evaluate}: everything before the scoring of answers. */
export const readBook = (content: WorkbookContent, options: EvaluationOptions = {}): Result<BookRead> =>
  finished(readingBook(content, options));

function* readingBook(content: WorkbookContent, options: EvaluationOptions): Steps<Result<BookRead>> {
  const read = yield* readingSheets(content, options);
  // Nothing to score may be found because the sheet that holds it was not read.
  return read.ok ? read : { ...read, problems: [...read.problems, ...unreadSheets(content.unread)] };
}

function* readingSheets(content: WorkbookContent, options: EvaluationOptions): Steps<Result<BookRead>> {
  if (options.scheme === undefined && options.year !== undefined) {
    const known = schemeOf(options.year);
    if (!known.ok) return known;
  }
  const theirs = withoutOurSheets(content);
  const decisions = bookDecisions(theirs, options.decisions);
  const chosen = chosenSheets(withoutSheets(theirs, decisions.sheets), options);
  if (!chosen.ok) return chosen;
  const foreign = chosen.value;
  const table = nationalSheetName(foreign);
  const sheets = {
    all: theirs.sheets.filter(({ name }) => !decisions.sheets.has(name)),
    chosen: foreign.sheets,
    national: table,
  };
  const whole = wholeWith(decisions);
  yield;
  if (table !== undefined) {
    const beside =
      options.national === undefined ? yield* readBeside(foreign, table, { sheets, decisions }, options) : undefined;
    return beside === undefined
      ? whole(yield* wholeTable(foreign, sheets, options))
      : ok({ subject: 'answers', ...beside });
  }
  const told = settingsIn(foreign, options.settings);
  const tables = yield* findingTables(foreign);
  if (tables.length === 0 && tellsFacts(told.settings)) {
    const facts = factsResults(told.settings, options);
    if (!facts.ok) return facts;
    const problems = [...facts.value.problems, ...told.problems];
    return whole(ok(withMoney({ ...facts.value, problems }, told.settings, options.plan)));
  }
  if (foreign.sheets.length === 0 && content.sheets.length > 0) {
    return refuse(problem('own-results', { found: options.fileName ?? 'このブック' }));
  }
  yield;
  const read = yield* readWorkbook(foreign, { tables, sheets, told, decisions }, options);
  return read.ok ? ok({ subject: 'answers', ...read.value }) : read;
}

const wholeWith =
  (decisions: BookDecisions) =>
  (results: Result<NationResults | FactsResults>): Result<BookRead> =>
    results.ok ? ok({ subject: 'whole', results: results.value, decided: withoutAnswers(decisions) }) : results;

const withoutSheets = (content: WorkbookContent, names: ReadonlySet<string>): WorkbookContent =>
  names.size === 0 ? content : { ...content, sheets: content.sheets.filter(({ name }) => !names.has(name)) };

/** What was found in a workbook before its answers are read. */
interface InBook extends Pick<AnswersRead, 'told'> {
  readonly tables: readonly AnswerTable[];
  readonly sheets: BookSheets;
  readonly decisions: BookDecisions;
}

function* readWorkbook(
  content: WorkbookContent,
  { tables, sheets, told, decisions }: InBook,
  options: EvaluationOptions,
): Steps<Result<AnswersRead>> {
  const aside = new Set([told.sheet, sheets.national]);
  const marks = { markMeanings: meaningsOf(options, told.settings) };
  const found = answersOf(content, tables, aside, { ...options, ...marks });
  if (!found.ok) return found;
  const { answering } = found.value;
  const { answers, decided } = answersDecided(found.value.answers, decisions);
  const { source, plan } = options;
  const reading = answersReading(sheets, answers, answering, told.sheet);
  const earlier = () =>
    earlierSheets(content, reading, answers.scheme.fiscalYear, (sheet, of) =>
      evaluating(sheet, { ...of, ...marks, decisions: [] }),
    );
  yield;
  const read = { answers, decided, reading, told, notes: workbookNotes(content), source, plan, earlier };
  if (options.national === undefined) return ok({ ...read, inHand: undefined });
  const peers = firstKnown(precedence.peers, { host: options.peers, settings: told.settings?.peers });
  const inHand = yield* options.national.rankedBy(answers.scheme, peers ?? []);
  return inHand.ok ? ok({ ...read, inHand: inHand.value }) : inHand;
}

/** The answers on the sheets beside `table`; undefined unless they are of a municipality in that table. */
function* readBeside(
  content: WorkbookContent,
  table: string,
  { sheets, decisions }: Pick<InBook, 'sheets' | 'decisions'>,
  options: EvaluationOptions,
): Steps<AnswersRead | undefined> {
  const others = { ...content, sheets: content.sheets.filter(({ name }) => name !== table) };
  const tables = yield* findingTables(others);
  if (tables.length === 0) return undefined;
  const sheet = content.sheets.find(({ name }) => name === table);
  if (sheet === undefined) return undefined;
  const national = nationOnSheet(sheet);
  const told = settingsIn(others, options.settings);
  const read = yield* readWorkbook(content, { tables, sheets, told, decisions }, { ...options, national });
  if (!read.ok) return undefined;
  const { answers, inHand } = read.value;
  const isOfTable = answers.municipalities.some(({ identity }) => inHand?.nation.rowOf(identity) !== undefined);
  return isOfTable ? read.value : undefined;
}

/** A workbook with more to be said of it. */
export const withNotes = (book: BookRead, notes: readonly Problem[]): BookRead => {
  if (book.subject === 'answers') return { ...book, notes: [...book.notes, ...notes] };
  const { results } = book;
  return { ...book, results: { ...results, problems: [...results.problems, ...notes] } };
};

/** Scores what was read of one workbook. */
export const scoreBook = (book: BookRead): WorkbookResults => finished(scoringBook(book));

function* scoringBook(book: BookRead): Steps<WorkbookResults> {
  if (book.subject === 'whole') return withDecisions(book.results, [book]);
  const towns = townsOf(book);
  const identities = amongNeighbours(towns.map(({ identity }) => identity));
  const results = townResults(
    book,
    towns.map((town, at) => ({ ...town, identity: identities[at] ?? town.identity })),
    [...bookProblems(book), ...missingOfPrefectures(identities)],
  );
  yield;
  const earlier = book.earlier === undefined ? [] : yield* book.earlier();
  yield;
  return withDecisions(withYearsBeside(results, earlier), [book]);
}

/** The municipalities a workbook answers for. */
export const townsOf = ({ answers, source }: AnswersRead): readonly TownAnswers[] =>
  answers.municipalities.map((municipality) => ({ ...municipality, sourceOf: () => source }));

/**
 * What is to be said of a workbook, whosever its answers are. Of a national table that several workbooks are ranked in it is
 * said with the first: `saidOf` holds those of which it was.
 */
export const bookProblems = (
  { answers, told, inHand, notes }: AnswersRead,
  saidOf: Set<readonly Problem[]> = new Set(),
): readonly Problem[] => {
  const ofTable = inHand === undefined || saidOf.has(inHand.nation.problems) ? [] : inHand.nation.problems;
  if (inHand !== undefined) saidOf.add(inHand.nation.problems);
  return [
    ...notes,
    ...otherRules(answers.scheme),
    ...answers.problems,
    ...ofTable,
    ...(inHand?.problems ?? []),
    ...told.problems,
  ];
};

/** Points, ranks and money of municipalities, with the rules, the settings and the national table of `book`. */
export const townResults = (
  { answers, reading, told, inHand, source, plan }: AnswersRead,
  towns: readonly TownAnswers[],
  said: readonly Problem[],
): AnswersResults => {
  const scored = answersResults(answers.scheme, towns, inHand?.nation, source === undefined ? [] : [source], [reading]);
  return withMoney({ ...scored, problems: [...said, ...scored.problems] }, told.settings, plan);
};

function* wholeTable(
  content: WorkbookContent,
  sheets: BookSheets,
  options: EvaluationOptions,
): Steps<Result<NationResults>> {
  const { municipality, prefecture } = options;
  const chosen = municipality ?? prefecture;
  if (chosen !== undefined) return refuse(problem('municipality-choice-in-nation', { found: chosen }));
  const table = yield* readingNationalTable(content, options);
  if (!table.ok) return table;
  const trusted = yield* trustingNation(table.value);
  if (!trusted.ok) return trusted;
  yield;
  const { nation, problems } = amongPeers(trusted.value, options.peers ?? []);
  const sheet = content.sheets.find(({ name }) => name === table.value.sheet);
  const notes: readonly Problem[] = [
    ...workbookNotes(content),
    ...cellsTold('covered-values', table.value.sheet, sheet?.coveredValues ?? []),
    ...cellsTold('unseen-values', table.value.sheet, sheet?.unseenValues ?? []),
    ...problems,
  ];
  const reading = nationReading(sheets, table.value, decidedBy(table.value, options));
  const results = yield* nationResults(nation, notes, options.source, reading);
  return ok(yield* addingMoney(results, undefined, options.plan));
}

const decidedBy = ({ problems }: NationalTable, { year, scheme }: EvaluationOptions): Reading['because'] => {
  if (year !== undefined || scheme !== undefined) return 'asked';
  return problems.some(({ name }) => name === 'nation-year-by-fit') ? 'fit' : 'written';
};

/** What ambiguous marks mean; the last word on a mark stands, so who comes first is written last. */
const meaningsOf = ({ markMeanings }: EvaluationOptions, settings: Settings | undefined): MarkMeanings => {
  const known = { host: markMeanings ?? noMeanings, settings: settings?.markMeanings ?? noMeanings };
  return new Map([...precedence.markMeaning].reverse().flatMap((source) => [...known[source]]));
};

const noMeanings: MarkMeanings = new Map();

/** Where codes may be explained, and totals printed. */
const sheetsWithoutTable = (
  sheets: readonly SheetContent[],
  tables: readonly AnswerTable[],
): readonly SheetContent[] => {
  const answering = new Set(tables.map(({ sheet }) => sheet.name));
  return sheets.filter(({ name }) => !answering.has(name));
};

const answersOf = (
  content: WorkbookContent,
  found: readonly AnswerTable[],
  aside: ReadonlySet<string | undefined>,
  options: EvaluationOptions,
): Result<{ readonly answers: Answers; readonly answering: AnsweringTables }> => {
  if (found.length === 0) return refuse(noAnswers(content.sheets, options.year ?? '対象'));
  const chosen = chosenColumns(found, options);
  if (!chosen.ok) return chosen;
  const year = options.scheme?.fiscalYear ?? options.year;
  const { sheet, scheme: own, fileName } = options;
  const answering = answeringTables(chosen.value, { sheet, own: samplesIn(content), year, scheme: own, fileName });
  if (!answering.ok) return answering;
  const scheme = options.scheme === undefined ? schemeOf(answering.value.year) : ok(options.scheme);
  if (!scheme.ok) return scheme;
  const read = readAnswers(scheme.value, answering.value.tables, {
    ...options,
    sheets: sheetsWithoutTable(content.sheets, found).filter(({ name }) => !aside.has(name)),
  });
  if (!read.ok) return read;
  const held = heldWhereDoubtful(read.value);
  const problems = [...answering.value.problems, ...held.problems];
  return ok({ answers: { ...held, problems }, answering: answering.value });
};
