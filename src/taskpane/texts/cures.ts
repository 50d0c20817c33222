import { partsOf, type Language, type Problem, type ProblemName, type ProblemParts, type Worded } from '../../problems';

/*
 * What to do in the pane, where the catalogue's cure speaks of the command line. Who sits before Excel has no terminal; the
 * choice meant is one of the pane's own.
 */

const column: Worded = {
  ja: '［⋯］の「読み取りの変更」で、回答の列を選択してください',
  en: 'Choose the column of the answers under More, Change the reading',
};
/** Where it refuses the workbook, the pane's first button leads there. */
const refusedYear: Worded = {
  ja: '［年度・シートを選ぶ］で、年度を選択してください',
  en: 'Press Choose year and sheet, and choose the year',
};
const year: Worded = {
  ja: '［⋯］の「読み取りの変更」で、年度を選択してください',
  en: 'Choose the year under More, Change the reading',
};
const sheet: Worded = {
  ja: '［⋯］の「読み取りの変更」で、回答のシートを選択してください',
  en: 'Choose the sheet with the answers under More, Change the reading',
};
const marks: Worded = {
  ja: '［○］［×］で決めるか、［⋯］の「読み取りの変更」で記号の扱いを決めてください',
  en: 'Decide with ○ or ×, or say what the mark means under More, Change the reading',
};
const whose: Worded = {
  ja: '回答票の市町村名・都道府県・団体コードを入力してください',
  en: 'Enter name, prefecture or code of the municipality into the form',
};

const cures: ReadonlyMap<ProblemName, Worded> = new Map<ProblemName, Worded>([
  ['answer-columns-differ', column],
  ['points-differ-often', column],
  ['points-speak-against', column],
  ['header-not-answers', column],
  ['ticks-beside-answers', column],
  ['no-answer-column', column],
  [
    'answer-corrected-beside',
    {
      ja: '書いてあるとおりなら回答を直してください。回答のままでよければ、その記入を消すか、［⋯］の「読み取りの変更」で回答の列を選択してください',
      en: 'Correct the answers, or, if they stand, remove the remarks or choose the column of the answers under More',
    },
  ],
  [
    'points-differ-somewhere',
    {
      ja: '回答と点数のどちらが正しいか確認して、誤りのほうを直してください。［⋯］の「読み取りの変更」で回答の列を選択すれば、回答のとおりに採点します',
      en: 'Check which is right and correct the other; to score by the answers, choose their column under More',
    },
  ],
  [
    'points-not-won',
    {
      ja: '○ × か、取れた点数（得点）の列を作ってください。得点の列がほかにあれば、［⋯］の「読み取りの変更」で選択してください',
      en: 'Make a column of ○ and ×, or of the points that were won; where there is one, choose it under More',
    },
  ],
  ['mark-means-no', marks],
  ['codes-explained-unclearly', marks],
  ['ask-mark', marks],
  ['unreadable-mark', marks],
  ['no-yes-anywhere', { ja: '回答の列と記号の扱いを確認してください', en: 'Check the column and what the marks mean' }],
  ['municipality-shared-name', whose],
  ['municipality-nameless', whose],
  [
    'no-answers',
    {
      ja: '見出し行（交付金・目標・指標群・枝番・配点・回答など）のある回答表を用意してください。［白紙の回答票を追加］でも作成できます',
      en: 'Use a table with a header row (grant, goal, group, branch, points, answer), or add a blank form',
    },
  ],
  ['year-missing', refusedYear],
  ['year-ambiguous', refusedYear],
  ['year-contradicts', refusedYear],
  ['year-by-fit', year],
  ['sheets-of-other-years', year],
  [
    'year-fits-another',
    {
      ja: '{expected}の回答なら表題の年度を直すか「読み取りの変更」で年度を選択し、{found}の回答なら指標の名前・枝番・配点を{found}のものに直してください',
      en: 'If {expected} is right, correct the title or choose the year under More; if {found} is, mend names, branches and points',
    },
  ],
  [
    'year-fits-none',
    {
      ja: '指標の番号・枝番・配点を{found}のものに直してください。合わない行を未確定としたまま採点するには、「読み取りの変更」で年度を選択します',
      en: 'Mend numbers, branches and points; to score it with the rows that do not match left open, choose the year under More',
    },
  ],
  ['year-fits-another-beside', sheet],
  ['only-examples', sheet],
  ['example-sheets', sheet],
  ['old-sheets', sheet],
  [
    'unknown-year',
    {
      ja: '年度を確認するか、「読み取りの変更」の「ファイルから年度を追加」でその年度のスキームファイルを指定してください',
      en: 'Check the year, or add it from a file under More, Change the reading',
    },
  ],
  [
    'scheme-not-published',
    {
      ja: '公表値と比べるときは、パネルを閉じて開き直してください',
      en: 'To compare with published figures, close and reopen the pane',
    },
  ],
  [
    'report-needs-peers',
    {
      ja: '2～10市町村の回答か、全国集計表と「設定」の比較団体があるときに作成できます',
      en: 'It needs 2 to 10 municipalities, or a national table and 比較団体 in the settings',
    },
  ],
  [
    'report-needs-several',
    {
      ja: '複数の市町村の回答か、全国集計表があるときに作成できます',
      en: 'It needs several municipalities or a national table',
    },
  ],
  ['reports-left-out', { ja: '「資料」で、足りないものを確認してください', en: 'See under Papers what it needs' }],
]);

/** What, where, effect and cure as the pane says them. */
export const paneParts = (problem: Problem, language: Language): ProblemParts => {
  const cure = cures.get(problem.name);
  if (cure === undefined) return partsOf(problem, language);
  const { text } = problem;
  return partsOf({ ...problem, text: { ...text, [language]: { ...text[language], cure: cure[language] } } }, language);
};

/** Where, effect and cure under their names; a part that says nothing is left out. */
export const namedParts = (
  { where, effect, cure }: ProblemParts,
  names: Readonly<Record<'where' | 'effect' | 'cure', string>>,
): readonly (readonly [name: string, text: string])[] =>
  (
    [
      [names.where, where],
      [names.effect, effect],
      [names.cure, cure],
    ] as const
  ).filter(([, text]) => text !== '');
