import type { ColumnUse } from '../../answers';
import { westernYear } from '../../kernel';
import type { Replaced } from '../../workbook';
import type { ja } from './ja';

type Texts = typeof ja;

/** A number with the separators of the language. */
const count = (value: number): string => value.toLocaleString('en-US');

/** "1 point", "2 points" */
const plural = (value: number, one: string, many = `${one}s`): string => `${count(value)} ${value === 1 ? one : many}`;

const between = (low: string, high: string): string => (low === high ? low : `${low} to ${high}`);

const yenText = (amount: bigint): string => {
  const [sign, size] = amount < 0n ? ['−', -amount] : ['', amount];
  if (size < 1000n) return `${sign}¥${count(Number(size))}`;
  return size < 1_000_000n
    ? `${sign}¥${count(Number(size / 1000n))}k`
    : `${sign}¥${count(Number(size / 10_000n) / 100)}m`;
};

/** To the yen. */
const exactYen = (amount: bigint): string => `¥${count(Number(amount))}`;

const signed = (value: bigint | number, size: string): string =>
  value > 0 ? `+${size}` : value < 0 ? `−${size.replace('−', '')}` : size;

/** "fiscal 2025", "八王子市 (fiscal 2025)", "八王子市, 川口市, 天草市 and 2 more" */
const lostText = ({ year, municipalities }: Replaced): string => {
  const label = year === undefined ? '' : `fiscal ${String(westernYear(year))}`;
  if (municipalities.length === 0) return label;
  const more = municipalities.length - mostNamed;
  const names = `${municipalities.slice(0, mostNamed).join(', ')}${more > 0 ? ` and ${count(more)} more` : ''}`;
  return label === '' ? names : `${names} (${label})`;
};
const mostNamed = 3;

/** Reading */
const columnRoles: Readonly<Record<ColumnUse['role'], string>> = {
  year: 'year',
  grant: 'grant',
  goal: 'goal',
  'goal-name': 'name of the goal',
  group: 'group',
  id: 'id of the criterion',
  question: 'number of the question',
  number: 'number of the indicator',
  indicator: 'indicator',
  branch: 'branch',
  'sub-branch': 'lower branch',
  points: 'points',
  'column-number': 'column number',
  answer: 'answers',
  'yes-of-pair': 'answers: yes',
  'no-of-pair': 'answers: no',
  department: 'answers of a section',
  first: 'first answers',
  corrected: 'corrected answers',
  confirmed: 'confirmed answers',
  'last-year': 'answers of another year',
  'points-earned': 'points earned',
  note: 'notes',
  figure: 'figures',
  unused: 'not used',
};

const layout: Texts['layout'] = {
  heading: 'How it was read',
  recognised: 'What was recognised',
  choices: 'Correct what is read',
  confidence: 'Confidence',
  levels: { high: 'high', medium: 'medium', low: 'low' },
  counts: (found, asked, unread) =>
    `Found the cells of ${count(found)} of ${plural(asked, 'criterion', 'criteria')}${unread > 0 ? `; ${plural(unread, 'answer')} undecided` : ''}`,
  severalMunicipalities: (first, all) => `${first} and others (${count(all)} in all)`,
  nation: (all) => `National table of ${plural(all, 'municipality', 'municipalities')}`,
  sheet: 'Sheet',
  allSheets: (all) => (all > 1 ? `Automatic (all ${count(all)} sheets with tables)` : 'Automatic'),
  column: 'Column of answers',
  allColumns: (found) => (found === '' ? 'Automatic' : `Automatic (${found})`),
  columnName: (letter, header) => `Column ${letter}: ${header}`,
  noHeader: '(no header)',
  year: 'Fiscal year',
  addYear: 'Add a year from a file',
  yearFound: (year) => (year === undefined ? 'Automatic' : `Automatic (${year})`),
  samples: 'Examples of the reading',
  sampleColumns: ['Criterion', 'Cell', 'Read as'],
  blank: '(blank)',
  readAs: { met: 'met', unmet: 'not met', unanswered: 'unanswered', held: 'undecided' },
  marks: 'What do these marks mean?',
  markQuestion: (mark, cells) => `"${mark}" in ${plural(cells, 'cell')}`,
  markAnswers: { met: 'met (○)', unmet: 'not met (×)', open: 'decide later' },
  changes: 'Headers that changed since last time',
  change: (place, before, now) => `${place}: "${before}" → "${now}"`,
  confirm: 'Score with this reading',
  confirmAndWrite: 'Write with this reading',
  again: 'Read again',
  remembered: 'When you write, this reading is kept in the workbook too and used next time.',
  refused: 'It cannot be scored like this',
  details: 'How it was read: sheets, rows, columns',
  because: {
    asked: 'It is the year that was asked for.',
    written: 'It is the year written in the workbook, and names, branches and points agree with it.',
    fit: 'The workbook names no year; names, branches and points fit this one best.',
  },
  sheetUses: {
    answers: 'answers were read',
    national: 'national table',
    example: 'an example, not read',
    old: 'an old version, not read',
    result: 'a copy of results, not read',
    'other-year': 'of another year, not used for this one',
    'not-chosen': 'not chosen, not read',
    settings: 'read as settings',
    'no-answers': 'no table of answers',
  },
  columnRole: (role) => columnRoles[role],
  rows: (used, unused) => `${plural(used, 'row')} used${unused === 0 ? '' : `, ${count(unused)} not used`}`,
  leftOut: (names) => `Not chosen, so not read: ${names}`,
  detailColumns: ['Column', 'Header', 'Read as'],
  differing: (answers) => ` (${plural(answers, 'answer')} ${answers === 1 ? 'differs' : 'differ'})`,
};

/** First screen */
const opening: Texts['opening'] = {
  heading: 'Scores the answers to the evaluation criteria',
  lines: [
    'Shows points, rank, expected grants and the answers to check.',
    'Results go to sheets of their own; your answers stay as they are.',
  ],
  found: (year, who, answers) => `Found the answers of ${who}, ${year} (${count(answers)})`,
  foundNation: (year, all) => `Found the national table of ${year} (${plural(all, 'municipality', 'municipalities')})`,
  foundSeveral: (year, first, all) => `Found the answers of ${first} and others, ${year} (${count(all)} in all)`,
  nothing: 'No answers to the criteria were found in this workbook',
  nothingHint: 'Open the workbook with the answers and the pane again, or add a blank form and fill in ○ and ×.',
  refused: 'Answers were found, but they cannot be scored like this',
  score: 'Score',
  choose: 'Choose year and sheet',
  again: 'Look again',
  form: 'Add a blank form',
  sample: 'Open the sample workbook',
  sampleShort: 'Sample',
  privacy: 'No data is sent anywhere.',
};

/** Result */
const result: Texts['result'] = {
  heading: 'Result',
  factsOnly: 'Only amounts or points of the sheet 設定 are filled in',
  factsHint: 'There are no answers to score. Papers can be made of these figures.',
  points: (least, most) => (least === most ? plural(least, 'point') : `${count(least)} to ${plural(most, 'point')}`),
  outOf: (max) => ` of ${count(max)}`,
  rate: (low, high) => `${between(low, high)}% of the points`,
  provisional: 'Provisional',
  national: 'National rank',
  prefecture: () => 'Rank in the prefecture',
  place: ({ low, high }) => between(count(low), count(high)),
  of: (all) => `of ${count(all)}`,
  unknown: '–',
  noRank: 'no national points known',
  noPrefecture: 'needs the national table',
  unknownPrefecture: 'prefecture not known',
  outside: { union: 'a union has no rank and no grant of its own', ward: 'a ward has no rank and no grant of its own' },
  noEstimate: 'nothing published to estimate by',
  onlyOne: 'shown for a workbook of one municipality',
  basis: {
    table: 'Rank from the national table',
    distribution: 'Rank from the published national distribution',
    'known-pairs': 'Band from published points and ranks (picture: areas are municipalities)',
    none: 'No published figures',
  },
  ranksEach: (promotion, support) => `National rank by grant: promotion ${promotion}, support ${support}`,
  money: 'Expected grants',
  inBrackets: (what, which) => `${what} (${which})`,
  colon: ': ',
  moneyKinds: { notice: 'as told', share: 'by the allocation plan', estimate: 'estimate' },
  yen: yenText,
  yenBand: (low, high) => between(yenText(low), yenText(high)),
  noMoney: 'insured persons not entered',
  sinceLastYear: 'Since last year',
  since: (points) => `Since last year (${points})`,
  noChange: 'last year not entered',
  changePoints: (points, most) =>
    points === most
      ? signed(points, plural(Math.abs(points), 'point'))
      : `${signed(points, count(Math.abs(points)))} to ${signed(most, plural(Math.abs(most), 'point'))}`,
  changeRank: (gained) =>
    gained === 0 ? 'same rank' : gained > 0 ? `${plural(gained, 'place')} up` : `${plural(-gained, 'place')} down`,
  changeYen: (amount) => signed(amount, yenText(amount)),
  distribution: 'National distribution of points',
  distributionWords: (who, points, mean, before) =>
    `${who} ${points}, national mean ${mean}${before === undefined ? '' : `, last year ${before}`}`,
  mean: (points) => `mean ${points}`,
  lastYear: (points) => `last year ${count(points)}`,
  goals: 'Points by goal',
  goalLegend: '● points (band: open)　│ national mean',
  goalLegendLastYear: '　○ last year',
  goal: (points, max, mean, lastYear) => {
    const beside = [
      ...(mean === undefined ? [] : [`national mean ${mean}`]),
      ...(lastYear === undefined
        ? []
        : [
            `last year ${between(count(lastYear.points), count(lastYear.most))}${lastYear.maxPoints === max ? '' : ` of ${count(lastYear.maxPoints)}`}`,
          ]),
    ];
    return `${points} of ${count(max)}${beside.length === 0 ? '' : ` (${beside.join(', ')})`}`;
  },
  grants: { promotion: 'Promotion ', support: 'Support ', common: 'Common ' },
  grantTotals: { promotion: 'Promotion grant, total', support: 'Support grant, total' },
  map: 'Map of the criteria',
  mapHint: '○ met, × not met, － unanswered, ？ undecided. A press leads to the cell.',
  states: { met: '○', unmet: '×', unanswered: 'unanswered', held: 'undecided' },
  tile: (name, branch, points, state) => `${name} ${branch}, ${plural(points, 'point')}, ${state}`,
  moneyHeading: 'Grants in detail',
  grantNames: { promotion: 'Promotion grant', support: 'Support grant' },
  scenario: { 'basic-only': 'basic part only', 'with-add-on': 'with the add-on' },
  seen: (seen, of) => ` (${count(seen)} of ${count(of)} of this size)`,
  charts: 'Charts',
  showCharts: 'Show the charts',
  chartTable: 'Table of the figures',
  chartCategory: 'Category',
  noOutcome: 'High or low points do not stand for high or low certification rates or costs.',
  checkCode: 'Check code',
  checkCodeHint: 'The same answers scored by the rules of the same year always give the same code.',
  table: {
    heading: (all) => plural(all, 'municipality', 'municipalities'),
    find: 'Find a municipality',
    columns: { rank: 'Rank', name: 'Name', points: 'Points', prefecture: 'Pref.', checks: 'Checks', yen: 'Grants' },
    inPrefecture: (place) => `Pref. ${place}`,
    noYen: 'Grants –',
    checks: (all) => `${count(all)} to check`,
    sorted: (column) => `Sort by ${column}`,
    none: 'No such municipality.',
    back: 'Back to the list',
    rows: (shown) => `${count(shown)} shown`,
  },
};

/** Check */
const check: Texts['check'] = {
  heading: 'Places to check',
  head: (open, points) => `${count(open)} left${points > 0 ? `, worth ${plural(points, 'point')}` : ''}`,
  none: 'Nothing needs to be checked.',
  sort: 'Sort',
  sorts: { stake: 'by effect', sheet: 'by sheet' },
  stake: (points) => `worth ${plural(points, 'point')}`,
  cell: (place, written) =>
    written === undefined ? place : written === '' ? `${place} blank` : `${place} "${written}"`,
  takeAs: (mark, place, cells) => (cells > 1 ? `Take all ${count(cells)} as ${mark}` : `Take ${place} as ${mark}`),
  allMet: 'All ○',
  allUnmet: 'All ×',
  accept: 'Reading is right',
  jump: 'Cell',
  jumpTo: (place) => `Go to ${place}`,
  more: 'More',
  towns: (names) => (names.length > 1 ? `${names[0] ?? ''} and ${count(names.length - 1)} more` : (names[0] ?? '')),
  fold: (what, cells) => `${what} in ${plural(cells, 'cell')}`,
  unfold: 'One by one',
  notices: (all) => `Notices: ${count(all)} (nothing to do)`,
  settled: (all) => `Decided: ${count(all)}`,
  judgements: { met: 'taken as ○', unmet: 'taken as ×', accepted: 'reading is right' },
  takeBack: 'Take back',
  rest: (all) => `Show the other ${count(all)}`,
};

/** Papers */
const papers: Texts['papers'] = {
  heading: 'Papers',
  results: 'Result sheets',
  resultsHint: 'Overview, points, indicators and the other result sheets are always made.',
  names: {
    summary: 'Overview',
    a: 'Grants and their use (paper A)',
    b: 'Points and ranks (paper B)',
    council: 'Paper for the care insurance council',
    analysis: 'Analysis by indicator',
    prefecture: 'List of municipalities',
    charts: 'Charts',
    trend: 'Trend',
    data: 'Data for publishing',
    plan: 'Plan of action',
    'criteria-list': 'List of all criteria',
    improvement: 'Improvement plan',
    peers: 'Side by side',
  },
  about: {
    summary: 'Points, ranks, grants, what moved, what to do next: one page, always made',
    a: 'For the council, A4 portrait',
    b: 'For the council, A4 landscape',
    council: 'Trend, goals, what most have, next year, A4 portrait',
    analysis: 'Indicators without full points, most effect first',
    prefecture: 'Points and ranks of the municipalities',
    charts: 'Rates by goal, last year, the nation',
    trend: 'Points, ranks and grants of several years',
    data: 'One value per cell, for publishing',
    plan: 'Points, rank, yen and share of every unmet criterion',
    'criteria-list': 'Every criterion, met or not, for publishing',
    improvement: 'Unmet criteria: why, what next, when, by whom; your texts stay with their criterion',
    peers: 'Points and ranks side by side, and the criteria that differ',
  },
  needs: {
    summary: 'Needs exactly one municipality.',
    a: 'Needs exactly one municipality.',
    b: 'Needs exactly one municipality.',
    council: 'Needs exactly one municipality.',
    analysis: 'Needs the answers of exactly one municipality.',
    prefecture: 'Needs several municipalities or a national table.',
    charts: 'Needs the answers of exactly one municipality.',
    trend: 'Needs the answers of earlier years.',
    data: 'Needs points of a municipality.',
    plan: 'Needs the answers of exactly one municipality.',
    'criteria-list': 'Needs the answers of exactly one municipality.',
    improvement: 'Needs the answers of exactly one municipality.',
    peers: 'Needs 2 to 10 municipalities, or a national table and 比較団体 in the settings.',
  },
  states: { missing: 'not made', fresh: 'up to date', old: 'out of date', edited: 'changed by hand' },
  enterMoney: 'Enter amounts',
  lacksNotice: 'amounts not entered',
  lacksUse: 'use not entered',
  choose: 'Papers to make as well',
  changes: (sheets, cells) => `What will change (${plural(sheets, 'sheet')}, ${plural(cells, 'cell')})`,
  noChanges: 'What will change (nothing)',
  total: (before, now) => `Total ${before} → ${now}`,
  first: (now) => `Total ${now}`,
  created: 'new sheet',
  cells: (range, cells) => `range ${range}, ${plural(cells, 'cell')}`,
  edited: (cells) => `Values were changed by hand${cells === '' ? '' : ` (${cells})`}`,
  overwrite: (sheets) =>
    `Values of ${sheets} were changed by hand since the last write. Writing replaces them; move what you want to keep out of the table.`,
  replaces: (lost, own, [first = '', ...others]) => {
    const sheets = `${first}${others.length === 0 ? ' holds' : ` and ${plural(others.length, 'more sheet')} hold`}`;
    const [municipality] = lost.municipalities;
    return municipality === undefined
      ? `${sheets} the result of ${lostText(lost)}. Writing replaces it; to keep a sheet, put its year into its name first (${first}${lost.year ?? ''}). `
      : `${sheets} the result of ${lostText(lost)}. Writing replaces it${own === undefined ? '' : ` with that of ${own}`}; to keep a sheet, put the municipality into its name first (${first}（${municipality}）). `;
  },
  replaced: (lost) => `replaces the result of ${lostText(lost)}`,
  noUndo: 'There is too much to change for Undo to work after the pane is closed. ',
  write: 'Write to the sheets',
  writeAnyway: 'Write all the same',
  overwriteAll: 'Write over them',
  onlyOurs: "Only the add-in's sheets are written.",
};

/** What if */
const plan: Texts['plan'] = {
  heading: 'What if',
  result: (before, now) => `${before} → ${now}`,
  chosen: (all) =>
    all === 0
      ? 'Choose criteria below: points, rank and grants move.'
      : `With ${count(all)} chosen. Nothing is written.`,
  list: 'Unmet criteria, by national share × points',
  points: (points) => `+${plural(points, 'point')}`,
  share: (percent) => `${percent}% of the nation have it`,
  yen: (low, high) => `about ${between(yenText(low), yenText(high))}`,
  gained: (low, high) => `+${between(yenText(low), yenText(high))}`,
  clear: 'Clear',
  goal: 'Goal',
  goalHint: '県内3位, 500点, ＋30点',
  seek: 'Find a plan',
  next: (points, rank) => `${plural(points, 'point')} more for national rank ${count(rank)}`,
  keep: 'Keep the plan on a sheet',
  one: 'Needs the answers of exactly one municipality.',
  none: 'No criterion is unmet.',
  slots: { a: 'Plan A', b: 'Plan B', sheet: 'Plan on the sheet' },
  store: (slot) => `Remember as ${slot}`,
  stored: (slot, points, place, chosen) =>
    `${slot}: ${points}${place === undefined ? '' : `, rank ${place}`} (${count(chosen)})`,
  more: (rest) => `Show the other ${count(rest)}`,
};

/** Amounts */
const money: Texts['money'] = {
  heading: 'Enter amounts',
  hint: 'Kept on the sheet 設定 of the workbook, which is added where there is none.',
  enter: 'Write to the sheet 設定',
  openSheet: 'Open the sheet 設定',
  goals: 'Last year’s points by goal',
  goalsHint: 'From last year’s notice; not needed where last year’s answers stand on a sheet of this workbook.',
  use: 'Use of the grants',
  useHint: 'What the grants are spent on, kept in the table 使途の表 of the sheet 設定 and printed in 資料A.',
  programme: (place) => `Programme ${count(place)}`,
  addProgramme: 'Add a programme',
  removeProgramme: (place) => `Remove programme ${count(place)}`,
  parts: { name: 'Name', grant: 'Grant', amount: 'Amount', category: 'Kind of cost' },
  noCategory: '(choose)',
  sum: (assigned, notice) =>
    notice === undefined
      ? `: ${exactYen(assigned)} in all (amount decided not entered)`
      : `: ${exactYen(assigned)} of ${exactYen(notice)}${
          assigned === notice
            ? ' (all of it)'
            : assigned < notice
              ? ` (${exactYen(notice - assigned)} not assigned)`
              : ` (${exactYen(assigned - notice)} too much)`
        }`,
  unreadProgrammes: (rows) => `${plural(rows, 'row')} without a name or an amount that can be read; not in the sums.`,
};

/** Functions */
const functions: Texts['functions'] = {
  heading: 'Insert a function',
  hint: 'Puts a function that calculates from the answers of this workbook into the selected cell; never where something stands.',
  choose: 'Function',
  names: {
    SCORE: 'Points',
    POINTRATE: 'Share of the maximum',
    MAXPOINTS: 'Maximum',
    NATIONALRANK: 'National rank',
    GRANT: 'Expected grant (estimate; fills four cells to the right)',
    EXPLAIN: 'Points and reason of each criterion (table)',
    CRITERIA: 'List of the criteria (table)',
  },
  part: 'Part',
  whole: 'Everything',
  formula: 'Formula',
  lacks: 'Needs the answers of one municipality on one sheet (and, for the grant, its insured persons).',
  elsewhere: 'A PC without the add-in does not calculate it; paste the value before you send the workbook.',
  insert: 'Put into the selected cell',
};

/** More */
const more: Texts['more'] = {
  heading: 'More',
  reading: 'Change the reading',
  source: 'Source of a figure',
  functions: 'Insert a function',
  money: 'Enter amounts',
  again: 'Score again',
  restore: 'Undo the write',
  openSheet: 'Open the score sheet',
};

/** Source */
const source: Texts['source'] = {
  heading: 'Where does this figure come from?',
  hint: 'Select a figure on a sheet that scoring wrote, then press the button.',
  ask: 'Show the source of the selected cell',
  kindLabel: 'Kind',
  kinds: {
    answers: 'scored from the answers',
    told: 'entered in the settings',
    published: 'published figure',
    table: 'from the national table',
    rules: 'rule of the year (maximum points …)',
    plan: 'allocation plan or estimate',
    computed: 'computed from the same sheet',
  },
  jump: 'Go to the original cell',
  noFigure: 'There is no figure to trace in this cell: it is a heading, blank, or yours to write.',
  notOurs: 'Scoring did not write this cell. Select a figure on a sheet that scoring wrote.',
  otherScoring: 'The present scoring makes no such sheet. It was written for another year or other answers.',
  differs: (found) =>
    `The cell says ${found === '' ? 'nothing' : `"${found}"`}, which is not what the present scoring gives. It was edited or is older. Writing puts the present value there.`,
};

/** English */
export const en: Texts = {
  title: 'Grant scoring',
  year: (year) => `FY${String(westernYear(year))} (${year})`,
  pages: { help: 'How to use', functions: 'Functions', trouble: 'When it does not work', workbench: 'Without Excel' },
  tabs: { result: 'Result', check: 'Check', papers: 'Papers', plan: 'What if' },
  tabList: 'Views',
  openCount: (open) => `${count(open)} to check`,
  // FY2024 (R6) is cut there to its first word: with the place it has to stand beside two states.
  header: (year, place) => [year.replace(/ .*/, ''), place].join(' ').trimEnd(),
  headerHint: 'Show how it was read',
  several: (all) => plural(all, 'municipality', 'municipalities'),
  standing: { fresh: 'up to date', changed: 'changed', unwritten: 'not written' },
  provisional: 'provisional',
  menu: 'More',
  back: 'Back',
  dismiss: 'Close',
  changed: 'Answers were changed after scoring.',
  rescore: 'Score again',
  layout,
  opening,
  result,
  check,
  papers,
  plan,
  source,
  money,
  functions,
  more,
  busy: {
    tasks: {
      read: 'Reading the workbook',
      preview: 'Working out what to write',
      write: 'Writing the sheets',
      restore: 'Undoing',
      sample: 'Opening the sample',
      form: 'Adding a blank form',
      settings: 'Writing the settings',
      source: 'Looking up the source',
      formula: 'Putting the function in',
      year: 'Adding the year',
    },
    stages: {
      look: 'look at the sheets',
      measure: 'measure the ranges',
      read: 'read the cells',
      score: 'score',
      prepare: 'prepare the write',
      write: 'write',
      undo: 'undo',
    },
    waiting: 'Waiting for Excel. If you are editing a cell, finish with Enter.',
    cancel: 'Cancel',
    cancelling: 'Cancelling…',
    progress: (percent) => `${String(percent)}%`,
  },
  notices: {
    'formula-inserted': (place) => `The function is in ${place}.`,
    'formula-taken-back': 'The function was taken out again.',
    written: (sheets) => `Written: ${sheets}`,
    restored: 'The sheets are as they were before the write.',
    rescored: (what) => `Scored again: ${what}.`,
    unchanged: 'The same result as last time; no sheet was changed.',
    'sample-opened': 'The sample workbook is open. Open the pane there.',
    'form-added': 'A blank form was added. Fill in ○ and × to score it.',
    'to-confirm': 'Nothing was written yet. Look at how it was read; if it is right, press Write with this reading.',
    'settings-written': 'Written to the sheet 設定.',
    'year-added':
      'The year of the file was added. Scoring and functions can use it until the pane is closed; Ctrl+Alt+F9 works formulas out again.',
  },
  fault: {
    where: 'Where',
    effect: 'Effect',
    cure: 'Fix',
    more: 'More',
    others: (all) => `and ${count(all)} more`,
    crashed: 'The pane could not be shown. The workbook was not changed.',
    reload: 'Open the pane again.',
  },
  restore: 'Undo',
  outside: {
    heading: 'Please open this inside Excel',
    text: 'This page is an Excel add-in; it does nothing in a browser alone.',
    hint: 'Where Excel is not at hand, the command line works without internet. Ask whoever distributes it.',
  },
};
