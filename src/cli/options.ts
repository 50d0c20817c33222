import { parseArgs } from 'node:util';
import { headerText, readMarkMeaning, type ChosenColumn, type MarkMeanings } from '../answers';
import { ok, problem, readFiscalYear, refuse, type FiscalYear, type Result } from '../kernel';
import { reportKinds, type ReportKind } from '../report';
import { scoredYears } from '../schemes';
import { parseA1 } from '../workbook';

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
  /** What ambiguous marks mean, for all files of the run. */
  readonly markMeanings: MarkMeanings;
  /** A user's own allocation plan. */
  readonly plan: string | undefined;
  /** The council papers and lists to add. */
  readonly report: ReportKind | undefined;
  readonly inPlace: boolean;
  readonly help: boolean;
}

export interface TemplateOptions {
  readonly year: FiscalYear | undefined;
  /** A user's own scheme instead of a packaged year. */
  readonly scheme: string | undefined;
  readonly municipality: string | undefined;
  readonly out: string | undefined;
  readonly help: boolean;
}

/** Reads the words after `npm run score --`; an unknown word is refused by name. */
export const readScoreOptions = (args: readonly string[]): Result<ScoreOptions> => {
  const parsed = parse(args, {
    year: { type: 'string' },
    out: { type: 'string' },
    json: { type: 'string' },
    scheme: { type: 'string' },
    national: { type: 'string' },
    settings: { type: 'string' },
    peers: { type: 'string' },
    plan: { type: 'string' },
    sheet: { type: 'string' },
    answers: { type: 'string' },
    mark: { type: 'string', multiple: true },
    report: { type: 'string' },
    'in-place': { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  });
  if (!parsed.ok) return parsed;
  const { values, positionals } = parsed.value;
  const year = yearOption(values.get('year'));
  if (!year.ok) return year;
  const report = reportOption(values.get('report'));
  if (!report.ok) return report;
  const out = outOption(values);
  if (!out.ok) return out;
  const marks = marksOption(textOption(values, 'mark'));
  if (!marks.ok) return marks;
  return ok({
    files: positionals,
    report: report.value,
    year: year.value,
    out: out.value,
    json: textOption(values, 'json'),
    scheme: textOption(values, 'scheme'),
    national: textOption(values, 'national'),
    settings: textOption(values, 'settings'),
    peers: listOption(textOption(values, 'peers')),
    plan: textOption(values, 'plan'),
    sheet: textOption(values, 'sheet'),
    column: columnOption(textOption(values, 'answers')),
    markMeanings: marks.value,
    inPlace: values.get('in-place') === true,
    help: values.get('help') === true,
  });
};

/** Reads the words after `npm run template --`. */
export const readTemplateOptions = (args: readonly string[]): Result<TemplateOptions> => {
  const parsed = parse(args, {
    year: { type: 'string' },
    scheme: { type: 'string' },
    municipality: { type: 'string' },
    out: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  });
  if (!parsed.ok) return parsed;
  const { values, positionals } = parsed.value;
  if (positionals.length > 0) return refuse(problem('unknown-option', { found: positionals.join(' ') }));
  const year = yearOption(values.get('year'));
  if (!year.ok) return year;
  const out = outOption(values);
  if (!out.ok) return out;
  return ok({
    year: year.value,
    scheme: textOption(values, 'scheme'),
    municipality: textOption(values, 'municipality'),
    out: out.value,
    help: values.get('help') === true,
  });
};

interface Parsed {
  readonly values: ReadonlyMap<string, string | boolean>;
  readonly positionals: readonly string[];
}

type OptionTypes = NonNullable<Parameters<typeof parseArgs>[0]>['options'];

const parse = (args: readonly string[], options: NonNullable<OptionTypes>): Result<Parsed> => {
  const { tokens } = parseArgs({ args: [...args], options, allowPositionals: true, strict: false, tokens: true });
  const values = new Map<string, string | boolean>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const known = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    const complete =
      known?.type === 'boolean' ? token.value === undefined : typeof token.value === 'string' && token.value !== '';
    if (known === undefined || !complete) return refuse(problem('unknown-option', { found: token.rawName }));
    const before = known.multiple === true ? values.get(token.name) : undefined;
    values.set(token.name, before === undefined ? (token.value ?? true) : `${String(before)},${token.value ?? ''}`);
  }
  return ok({ values, positionals });
};

const yearOption = (value: string | boolean | undefined): Result<FiscalYear | undefined> => {
  if (typeof value !== 'string') return ok(undefined);
  const year = readFiscalYear(value);
  return year === undefined
    ? refuse(problem('year-unreadable', { found: value, expected: scoredYears().join('、') }))
    : ok(year);
};

const reportOption = (value: string | boolean | undefined): Result<ReportKind | undefined> => {
  if (value === undefined) return ok(undefined);
  const kind = reportKinds.find((one) => one === value);
  return kind === undefined
    ? refuse(problem('report-unknown', { found: String(value), expected: reportKinds.join('・') }))
    : ok(kind);
};

/** Another ending would promise another format, and Excel refuses an .xlsx that is called .xlsm. */
const outOption = (values: Parsed['values']): Result<string | undefined> => {
  const out = textOption(values, 'out');
  return out === undefined || /\.xlsx$/i.test(out) ? ok(out) : refuse(problem('output-not-xlsx', { found: out }));
};

const textOption = (values: Parsed['values'], name: string): string | undefined => {
  const value = values.get(name);
  return typeof value === 'string' ? value : undefined;
};

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
const marksOption = (text: string | undefined): Result<MarkMeanings> => {
  const meanings = new Map<string, 'met' | 'unmet'>();
  for (const one of listOption(text)) {
    const meaning = readMarkMeaning(one);
    if (meaning === undefined) return refuse(problem('mark-option-unreadable', { found: one }));
    meanings.set(...meaning);
  }
  return ok(meanings);
};
