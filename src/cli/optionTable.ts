import { reports } from '../report';

/** An option of a command: how it is written, and what the help says of it. */
export interface CommandOption {
  /** What stands behind it, as an example; absent for an option that stands alone. */
  readonly example?: string;
  /** It may be given more than once. */
  readonly repeated?: true;
  readonly short?: string;
  readonly ja: string;
  readonly en: string;
}

export type OptionTable = Readonly<Record<string, CommandOption>>;

const help = { short: 'h', ja: 'この使い方を表示します', en: 'shows this help' } as const;
const lang = { example: 'en', ja: '表示の言葉（ja か en）', en: 'language on the terminal (ja or en)' } as const;
const kinds = reports.map(({ kind, words }) => `${kind}（${words}）`).join('、');

/** The options of `npm run score`, in the order of the help. */
export const scoreOptionTable = {
  year: {
    example: 'R8',
    ja: '採点する年度。ブックに年度がないときに指定します',
    en: 'the year to score, where the workbook does not say it',
  },
  sheet: { example: '回答', ja: '回答を読むシートの名前', en: 'name of the sheet with the answers' },
  answers: {
    example: 'H',
    ja: '回答の列（列の記号か見出し）',
    en: 'column of the answers, by its letter or its header',
  },
  municipality: {
    example: '小野町',
    ja: 'どの市町村の回答か。ブックに複数あれば選び、名前がなければ補います',
    en: 'whose answers: picks one of several, or names the one that bears no name',
  },
  prefecture: {
    example: '福島県',
    ja: '同じ名前の市町村がほかの都道府県にもあるとき、どの都道府県か',
    en: 'its prefecture, where others bear the same name',
  },
  mark: {
    example: "'◎=○,2=×'",
    repeated: true,
    ja: '決まっていない記号の意味（シート「設定」の「記号の意味」より優先します）',
    en: 'what other marks mean (comes before the sheet 設定)',
  },
  mapping: {
    example: '対応.json',
    ja: '前に決めた読み取り方（--save-mapping のファイルか、パネルで決めて保存したブック）。ほかの指定が優先します',
    en: 'choices made before: a file of --save-mapping, or a workbook saved after choosing in the pane; other options win',
  },
  'save-mapping': {
    example: '対応.json',
    ja: 'この実行の読み取り方（シート・列・年度・市町村・記号の意味）を書き残します',
    en: 'keeps the choices of this run: sheet, column, year, municipality, marks',
  },
  report: {
    example: 'a',
    repeated: true,
    ja: `報告書のシートも作ります。${kinds}、all（全部）。a,b のように並べられます。data と名指しすると、公開用の CSV も書きます`,
    en: `adds reports: ${reports.map(({ kind }) => kind).join(', ')} or all; a,b makes both; data by name also writes CSV files for publication`,
  },
  national: {
    example: '全国集計.xlsx',
    ja: '国の全国集計。その中での順位と統計を出します',
    en: 'the national table to rank in',
  },
  peers: {
    example: '会津若松市,郡山市',
    ja: '全国集計の中で比べる団体',
    en: 'municipalities to compare with in the national table',
  },
  settings: {
    example: '設定.json',
    ja: '内示額・前年度・使途など（シート「設定」でも同じ）',
    en: 'amounts, last year and use of the grant (or on the sheet 設定)',
  },
  plan: { example: '配分計画.json', ja: '次年度などの配分計画', en: 'an allocation plan of your own' },
  scheme: {
    example: '指標.json',
    ja: '登録のない年度の評価指標（スキームファイル）',
    en: 'a scheme file, for a year that is not packaged',
  },
  before: {
    example: 'R7.xlsx,R6.xlsx',
    ja: '前の年度の回答（同じ市町村）。シート「前年度からの変化」「推移」を作ります',
    en: 'answers of earlier years of the same municipality: sheets 前年度からの変化 and 推移',
  },
  outlook: {
    ja: '次に取り組むこと：満たしていない枝番ごとの加点・順位・交付額と全国の該当率（シート「取組案」と JSON）',
    en: 'what to do next: points, rank, yen and share of every unmet criterion (sheet 取組案 and JSON)',
  },
  goal: {
    example: "'県内3位'",
    ja: '目標に届く、最も手間の少ない取組案。500点、推進250点、＋30点、全国100位、支援で全国200位、＋1,000千円',
    en: 'the least work that reaches a goal: 500点, 推進250点, ＋30点, 全国100位, 支援で全国200位, ＋1,000千円',
  },
  scenario: {
    example: '案.json',
    ja: '試したい取組案と、枝番ごとの手間・除く枝番（assets/schemas/scenario.schema.json の形）',
    en: 'plans to try, effort of criteria and those left out (see assets/schemas/scenario.schema.json)',
  },
  out: {
    example: '結果.xlsx',
    ja: '結果のブック。省くと out/ に書きます',
    en: 'the results workbook; in out/ when left out',
  },
  json: {
    example: '結果.json',
    ja: '結果を JSON でも書きます（- なら画面へ）',
    en: 'the results as JSON too (- for the terminal)',
  },
  'in-place': {
    ja: '結果を入力ブックの中に書き、前に書いた報告書も更新します',
    en: 'writes into the input workbook and refreshes the reports in it',
  },
  lang,
  help,
  version: { ja: '版を表示します', en: 'shows the version' },
} as const satisfies OptionTable;

/** The options of `npm run template`. */
export const templateOptionTable = {
  year: { example: 'R8', ja: '回答票の年度', en: 'year of the form' },
  municipality: { example: '北塩原村', ja: '回答票に印字する市町村名', en: 'name printed on the form' },
  scheme: {
    example: '指標.json',
    ja: '登録のない年度の評価指標（--year は要りません）',
    en: 'a scheme file, for a year that is not packaged (without --year)',
  },
  out: {
    example: '回答票.xlsx',
    ja: '書く場所。省くと out/ に書きます',
    en: 'where to write; in out/ when left out',
  },
  lang,
  help,
} as const satisfies OptionTable;
