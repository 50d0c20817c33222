import { headerText, readMarkMeaning, type ChosenColumn, type MarkMeanings } from '../answers';
import { readFiscalYear, type FiscalYear } from '../kernel';
import { readGoal, type Goal } from '../outlook';
import { ok, fileProblem, refuse, type Result } from '../problems';
import { reportKinds, type ReportKind } from '../report';
import { scoredYears } from '../schemes';
import { parseA1 } from '../workbook';
import { scoreOptionTable, templateOptionTable } from './optionTable';
import { readWords } from './words';

export interface ScoreOptions {
  readonly files: readonly string[];
  readonly year: FiscalYear | undefined;
  readonly out: string | undefined;
  readonly json: string | undefined;
  readonly scheme: string | undefined;
  /** The ministry's national table to rank in. */
  readonly national: string | undefined;
  /** Figures and choices of the municipality (notices, last year, programmes …) as a JSON file. */
  readonly settings: string | undefined;
  /** Municipalities to compare with in the national table. */
  readonly peers: readonly string[];
  /** The sheet whose answers are read, and the column of the answers; absent = found out. */
  readonly sheet: string | undefined;
  readonly column: ChosenColumn | undefined;
  /** Whose answers are read, as people write it; undefined = whoever is there. */
  readonly municipality: string | undefined;
  readonly prefecture: string | undefined;
  /** A file with choices made before, and where to keep those of this run. */
  readonly mapping: string | undefined;
  readonly saveMapping: string | undefined;
  /** What ambiguous marks mean, for all files of the run. */
  readonly markMeanings: MarkMeanings;
  /** A user's own allocation plan. */
  readonly plan: string | undefined;
  /** The council papers and lists to add. */
  readonly reports: readonly ReportKind[];
  /** Workbooks of earlier years of the same municipality. */
  readonly before: readonly string[];
  /** What to look out for; undefined = nobody asked. */
  readonly outlook: { readonly goal: Goal | undefined; readonly scenario: string | undefined } | undefined;
  readonly inPlace: boolean;
  /** Nothing is scored then. */
  readonly shows: 'help' | 'version' | undefined;
}

export interface TemplateOptions {
  readonly year: FiscalYear | undefined;
  /** A user's own scheme instead of a packaged year. */
  readonly scheme: string | undefined;
  readonly municipality: string | undefined;
  readonly out: string | undefined;
  readonly shows: 'help' | undefined;
}

/** Reads the words after `npm run score --`; what is not understood is refused by name. */
export const readScoreOptions = (args: readonly string[]): Result<ScoreOptions> => {
  const words = readWords(args, scoreOptionTable);
  if (!words.ok) return words;
  const { has, text, texts, others } = words.value;
  const year = yearOption(text('year'));
  if (!year.ok) return year;
  const asked = reportsOption(texts('report'));
  if (!asked.ok) return asked;
  const out = outOption(text('out'));
  if (!out.ok) return out;
  if (out.value !== undefined && has('in-place')) return refuse(fileProblem('in-place-and-out'));
  const marks = marksOption(texts('mark'));
  if (!marks.ok) return marks;
  const language = languageOption(text('lang'));
  if (!language.ok) return language;
  const goal = goalOption(text('goal'));
  if (!goal.ok) return goal;
  return ok({
    files: others,
    reports: asked.value,
    year: year.value,
    out: out.value,
    json: text('json'),
    scheme: text('scheme'),
    national: text('national'),
    settings: text('settings'),
    peers: listOption(text('peers')),
    plan: text('plan'),
    sheet: text('sheet'),
    column: columnOption(text('answers')),
    municipality: text('municipality'),
    prefecture: text('prefecture'),
    mapping: text('mapping'),
    saveMapping: text('save-mapping'),
    markMeanings: marks.value,
    before: listOption(text('before')),
    outlook:
      has('outlook') || goal.value !== undefined || text('scenario') !== undefined
        ? { goal: goal.value, scenario: text('scenario') }
        : undefined,
    inPlace: has('in-place'),
    shows: has('help') || others[0] === 'help' ? 'help' : has('version') ? 'version' : undefined,
  });
};

/** Reads the words after `npm run template --`. */
export const readTemplateOptions = (args: readonly string[]): Result<TemplateOptions> => {
  const words = readWords(args, templateOptionTable);
  if (!words.ok) return words;
  const { has, text, others } = words.value;
  const shows = has('help') || others[0] === 'help' ? 'help' : undefined;
  if (shows === undefined && others.length > 0)
    return refuse(fileProblem('word-unexpected', { found: others.join(' ') }));
  const year = yearOption(text('year'));
  if (!year.ok) return year;
  const out = outOption(text('out'));
  if (!out.ok) return out;
  const language = languageOption(text('lang'));
  if (!language.ok) return language;
  return ok({ year: year.value, scheme: text('scheme'), municipality: text('municipality'), out: out.value, shows });
};

const yearOption = (value: string | undefined): Result<FiscalYear | undefined> => {
  if (value === undefined) return ok(undefined);
  const year = readFiscalYear(value);
  return year === undefined
    ? refuse(fileProblem('year-unreadable', { found: value, expected: scoredYears().join('、') }))
    : ok(year);
};

/** `--report a --report b` and `--report a,b` mean both. */
const reportsOption = (values: readonly string[]): Result<readonly ReportKind[]> => {
  const found: ReportKind[] = [];
  for (const word of values.flatMap(listOption)) {
    const kind = reportKinds.find((one) => one === word);
    if (kind === undefined)
      return refuse(fileProblem('report-unknown', { found: word, expected: reportKinds.join('・') }));
    found.push(kind);
  }
  return ok(found);
};

/** Another ending would promise another format, and Excel refuses an .xlsx that is called .xlsm. */
const outOption = (out: string | undefined): Result<string | undefined> =>
  out === undefined || /\.xlsx$/i.test(out) ? ok(out) : refuse(fileProblem('output-not-xlsx', { found: out }));

/** Which language is spoken is settled before the options are read, so that their problems are told in it, too. */
const languageOption = (value = 'ja'): Result<undefined> =>
  value === 'ja' || value === 'en' ? ok(undefined) : refuse(fileProblem('language-unknown', { found: value }));

const goalOption = (text: string | undefined): Result<Goal | undefined> =>
  text === undefined ? ok(undefined) : readGoal(text);

const listOption = (text: string | undefined): readonly string[] =>
  (text ?? '')
    .split(/[,、，]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** H, or the header 回答 of the column. */
const columnOption = (text: string | undefined): ChosenColumn | undefined => {
  if (text === undefined) return undefined;
  const place = /^[a-z]{1,3}$/i.test(text) ? parseA1(`${text.toUpperCase()}1`) : undefined;
  return place === undefined ? { header: headerText(text) } : { index: place.left };
};

/** 2=×,◎=○ */
const marksOption = (values: readonly string[]): Result<MarkMeanings> => {
  const meanings = new Map<string, 'met' | 'unmet'>();
  for (const one of values.flatMap(listOption)) {
    const meaning = readMarkMeaning(one);
    if (meaning === undefined) return refuse(fileProblem('mark-option-unreadable', { found: one }));
    meanings.set(...meaning);
  }
  return ok(meanings);
};
