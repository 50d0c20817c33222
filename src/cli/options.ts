import { parseArgs } from 'node:util';
import { headerText, readMarkMeaning, type ChosenColumn, type MarkMeanings } from '../answers';
import { readFiscalYear, type FiscalYear } from '../kernel';
import { ok, problem, refuse, type Result } from '../problems';
import { reportKinds, reports, type ReportKind } from '../report';
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
  if (out.value !== undefined && values.get('in-place') === true) return refuse(problem('in-place-and-out'));
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

/** `--help`: what can be called, with an example each. */
export const helpText = `使い方
  npm run score -- [ファイル…] [--year R8] [--national 全国集計.xlsx [--peers A市,B町]] [--settings 設定.json] [--plan 配分計画.json] [--out 結果.xlsx] [--json 結果.json|-] [--scheme 指標.json] [--sheet シート名] [--answers 列] [--mark '◎=○'] [--report ${reportKinds.join('|')}] [--in-place]
      回答のブック（.xlsx .xlsm .ods .csv）を採点し、得点表を表示して結果のブックを書きます。
      ファイルを省くと、付属の見本を採点します。入力ファイルは --in-place を付けたときだけ書き換え、そこに前に書いた報告書も更新します。
      例: npm run score -- 回答.xlsx --year R8
      フォルダーや複数のファイルを指定すると、まとめて採点して順位表を作ります。
      --settings 設定.json（または入力ブックのシート「設定」）の内示額・前年度・使途から、配分・前年度比較・使途のシートを作ります。
      設定・配分計画・--json の結果の形は assets/schemas/ に、見本は assets/samples/ にあります。
      --national 全国集計.xlsx を付けると、国の全国集計の中での順位と統計を出します。
      回答のシートや列が1つに決まらないときは、--sheet 案 --answers H（列の記号か見出し）で指定します。
      ◎ や 2 など決まっていない記号の意味は、--mark '◎=○,2=×' で指定します（シート「設定」の「記号の意味」より優先します）。
      --report ${reports.map(({ kind, words }) => `${kind}（${words}）`).join('、')}、all を付けると、報告書のシートも作ります。
      全国集計そのものを指定すると、全市町村の順位表と統計を作ります。
  npm run template -- --year R8 [--scheme 指標.json] [--municipality 市町村名] [--out 回答票.xlsx]
      ○×の選択肢が付いた回答票を作ります。登録のない年度は、--scheme にその年度のスキームファイルを指定します（--year は要りません）。

終了コード  0 採点した ／ 1 採点したが要確認あり ／ 2 採点できない（何も書いていない）

Usage: score a workbook of answers; exit 0 done, 1 scored with problems, 2 refused and nothing written.`;
