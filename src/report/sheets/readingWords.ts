import type { ColumnUse, Reading, SheetUse } from '../../answers';

/** What decided the year, as a sentence. */
export const becauseWords: Readonly<Record<Reading['because'], string>> = {
  asked: '指定された年度です。',
  written: 'ブックに書かれた年度で、評価指標の名前・枝番・配点と合うことを確かめました。',
  fit: 'ブックに年度がないため、評価指標の名前・枝番・配点が最もよく合う年度としました。',
};

/** What a sheet was taken for. */
export const sheetWords: Readonly<Record<SheetUse, string>> = {
  answers: '回答を読みました',
  national: '全国集計表',
  example: '記入例（読みません）',
  old: '旧版・前年度・参考・案（読みません）',
  result: '採点の結果の写し（読みません）',
  'other-year': 'ほかの年度（今年度の採点には使いません）',
  'not-chosen': '選ばれなかったシート（読みません）',
  settings: '設定として読みました',
  'no-answers': '回答の表がありません',
};

const labels = 'どの枝番の行かを見分けるのに使いました';
const answers = '回答として読みました';
const notUsed = '使っていません';

/** What a column was taken for, and what was made of it. */
const columnUses: Readonly<Record<ColumnUse['role'], readonly [word: string, usage: string]>> = {
  year: ['年度', '評価年度を確かめるのに使いました'],
  grant: ['交付金', labels],
  goal: ['目標', labels],
  'goal-name': ['目標名', labels],
  group: ['指標群', labels],
  id: ['枝番の ID', labels],
  question: ['設問番号', labels],
  number: ['指標番号', labels],
  indicator: ['指標', labels],
  branch: ['枝番', labels],
  'sub-branch': ['枝番の小番号', labels],
  points: ['配点', '評価指標の配点と合うか確かめました'],
  'column-number': ['列番号', notUsed],
  answer: ['回答', answers],
  'yes-of-pair': ['該当の欄', `${answers}（印があれば該当）`],
  'no-of-pair': ['非該当の欄', `${answers}（印があれば非該当）`],
  department: ['課ごとの回答', `${answers}（行ごとに、書いてある課の列から）`],
  first: ['当初の回答', `${answers}（ほかの版の列と合わせて）`],
  corrected: ['修正後の回答', `${answers}（ほかの版の列と合わせて）`],
  confirmed: ['確認後の回答', `${answers}（ほかの版の列と合わせて）`],
  'last-year': ['ほかの年度の回答', notUsed],
  'points-earned': ['得点', '回答と合うか確かめました'],
  note: ['備考', notUsed],
  figure: ['数値', notUsed],
  unused: ['使わなかった列', notUsed],
};

/** What a column was taken for. */
export const columnWord = (role: ColumnUse['role']): string => columnUses[role][0];

/** What was made of a column; of whom its answers are, where its header says so. */
export const usageOf = ({ role, municipality }: ColumnUse): string => {
  const [, usage] = columnUses[role];
  return municipality !== undefined && usage.startsWith(answers) ? `${municipality}の${usage}` : usage;
};
