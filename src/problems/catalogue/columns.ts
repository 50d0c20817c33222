import type { ProblemText } from '../text';

/** Which columns hold the answers, and columns that contradict each other. */
export const columnTexts = {
  'answer-columns-differ': {
    code: 'E-280',
    severity: 'check',
    ja: {
      what: '回答の列{found}が{count}件（{cells}の行）で食い違っています',
      effect: '食い違う枝番は未確定（配点{points}点）として集計しています',
      cure: '採点する列を決めてください（コマンドラインは --answers "列の見出し"、画面は「回答の列」）',
    },
    en: {
      what: 'The columns of answers {found} differ in {count:place|places} (rows of {cells})',
      effect: 'These are undecided: criteria worth {points:point|points} are open',
      cure: 'Choose the column to be scored (--answers "HEADER", or the column in the pane)',
    },
  },
  'answer-corrected-beside': {
    code: 'E-298',
    severity: 'check',
    ja: {
      what: '{column}の列に、回答と違うことを書いたセルが{count}件あります：{found}',
      effect: 'どちらが正しいか判定できないため、その枝番は未確定（配点{points}点）として集計しています',
      cure: '書いてあるとおりなら回答を直してください。回答のままでよければ、その記入を消すか、回答の列を指定してください（コマンドラインは --answers "列の見出し"、画面は「回答の列」）',
    },
    en: {
      what: 'The column {column} says otherwise than the answer beside it in {count:cell|cells}: {found}',
      effect:
        'These criteria are undecided, since nobody can know which is right: criteria worth {points:point|points} are open',
      cure: 'Correct the answers, or, if they stand, remove these remarks or name the column of the answers (--answers "HEADER", or the column in the pane)',
    },
  },
  'departments-differ': {
    code: 'E-275',
    severity: 'check',
    ja: {
      what: '課ごとの回答の列{found}が{count}件（{cells}の行）で食い違っています',
      effect: '食い違う枝番は未確定（配点{points}点）として集計しています',
      cure: 'どの課の回答が正しいか確認し、もう一方のセルを空けるか揃えてください（列を1つに決めると、ほかの課の回答が使われなくなります）',
    },
    en: {
      what: 'The columns of the sections {found} differ in {count:place|places} (rows of {cells})',
      effect: 'These are undecided: criteria worth {points:point|points} are open',
      cure: 'See which section is right and clear or correct the cell of the other (to choose one column would leave the others out)',
    },
  },
  'both-marked': {
    code: 'E-281',
    severity: 'check',
    ja: {
      what: '「はい」と「いいえ」の列の両方に印のある枝番が{count}件あります',
      effect: '未確定（配点{points}点）として集計しています',
      cure: 'どちらか一方だけに印を付けてください',
    },
    en: {
      what: '{count:criterion is|criteria are} marked in both the yes and the no column',
      effect: 'Criteria worth {points:point|points} are open',
      cure: 'Leave one mark',
    },
  },
  'neither-chosen': {
    code: 'E-290',
    severity: 'check',
    ja: {
      what: '「はい」でも「いいえ」でもない列（「一部実施」など）に印のある枝番が{count}件あります',
      effect: '未確定（配点{points}点）として集計しています',
      cure: '「はい」か「いいえ」のどちらかの列に印を付けてください',
    },
    en: {
      what: '{count} criteria are marked in a column that is neither yes nor no',
      effect: 'Criteria worth {points:point|points} are open',
      cure: 'Mark the yes or the no column',
    },
  },
  'points-differ-somewhere': {
    code: 'E-282',
    severity: 'check',
    ja: {
      what: '{column}の列が{rows}件のうち{count}件で回答と合いません（この列では計{found}点、回答では計{expected}点）',
      effect: 'どちらが正しいか判定できないため、合わない枝番は未確定（配点{points}点）として集計しています',
      cure: '回答と点数のどちらが正しいか確認して、誤りのほうを直してください。回答の列を指定すれば、回答のとおりに採点します（コマンドラインは --answers "列の見出し"、画面は「回答の列」）',
    },
    en: {
      what: 'The column {column} disagrees with {count} of {rows:answer|answers} ({found:point|points} there, {expected} by the answers)',
      effect:
        'These criteria are undecided, since nobody can know which is right: criteria worth {points:point|points} are open',
      cure: 'Check which is right and correct the other; to score by the answers, name their column (--answers "HEADER", or the column in the pane)',
    },
  },
  'points-differ-often': {
    code: 'E-283',
    severity: 'check',
    ja: {
      what: '{column}の列が{rows}件のうち{count}件で回答と合いません（この列では計{found}点、回答では計{expected}点）',
      effect: 'どちらが今年度の回答か判定できないため、合わない枝番は未確定（配点{points}点）として集計しています',
      cure: '採点する列を決めてください（コマンドラインは --answers "列の見出し"、画面は「回答の列」）',
    },
    en: {
      what: 'The column {column} disagrees with {count} of {rows:answer|answers} ({found:point|points} there, {expected} by the answers)',
      effect: 'These criteria are undecided: criteria worth {points:point|points} are open',
      cure: 'Choose the column to be scored (--answers "HEADER", or the column in the pane)',
    },
  },
  'points-speak-against': {
    code: 'E-284',
    severity: 'stop',
    ja: {
      what: '{column}の列が{rows}件のうち{count}件で回答と合いません（この列では計{found}点、回答では計{expected}点）',
      effect: '回答の表ではなく点検や計画の一覧とみられるため、採点していません',
      cure: '回答票を指定するか、採点する列を決めてください（コマンドラインは --answers "列の見出し"、画面は「回答の列」）',
    },
    en: {
      what: 'The column {column} disagrees with {count} of {rows:answer|answers} ({found:point|points} there, {expected} by the answers)',
      effect: 'This looks like a plan rather than a form of answers; nothing was scored',
      cure: 'Give the form, or choose the column to be scored (--answers "HEADER", or the column in the pane)',
    },
  },
  'columns-not-used': {
    code: 'E-285',
    severity: 'info',
    ja: {
      what: '回答のように見える列が他に{count}列あり、採点には使っていません。かっこ内は採点した回答と違う件数です：{found}',
      effect: '',
      cure: '',
    },
    en: {
      what: '{count:further column looks|further columns look} like answers but did not count; in brackets, how many differ: {found}',
      effect: '',
      cure: '',
    },
  },
  'header-not-answers': {
    code: 'E-291',
    severity: 'check',
    ja: {
      what: '○×などのある列の見出し{found}は、今年度の回答を表す言葉ではありません',
      effect: '回答かどうか判定できないため、この列の枝番はすべて未確定（配点{points}点）として集計しています',
      cure: '回答の列なら見出しを「回答」にするか、列を指定してください（コマンドラインは --answers "列の見出し"、画面は「回答の列」）。ほかのシートなら --sheet で指定してください',
    },
    en: {
      what: "The header {found} over the marks is no word for this year's answers",
      effect: 'All criteria of the column are undecided: criteria worth {points:point|points} are open',
      cure: 'Head the column 回答, or name it (--answers "HEADER", or the column in the pane); for another sheet use --sheet',
    },
  },
  'ticks-beside-answers': {
    code: 'E-292',
    severity: 'check',
    ja: {
      what: '回答とみられる列が{count}列あります：{found}。印だけの列は、だれかが確認した印かもしれません',
      effect: 'どれが回答か判定できないため、枝番はすべて未確定（配点{points}点）として集計しています',
      cure: '採点する列を決めてください（コマンドラインは --answers "列の見出し"、画面は「回答の列」）',
    },
    en: {
      what: '{count:column|columns} may hold the answers: {found}; the one with nothing but ticks may only say that somebody looked',
      effect: 'All criteria are undecided: criteria worth {points:point|points} are open',
      cure: 'Choose the column to be scored (--answers "HEADER", or the column in the pane)',
    },
  },
  'zeros-only': {
    code: 'E-286',
    severity: 'stop',
    ja: {
      what: '{found}の列は{count}行すべてが0点で、ほかの枝番がありません。得点できなかった項目の一覧とみられます',
      effect: '採点していません',
      cure: 'すべての枝番のある回答票を指定してください',
    },
    en: {
      what: 'The column {found} has 0 points in every row ({count}), and the other criteria are missing: a list of what is lacking',
      effect: 'Nothing was scored',
      cure: 'Give the form with all criteria',
    },
  },
  'no-answer-column': {
    code: 'E-287',
    severity: 'stop',
    ja: {
      what: '指標の行はありますが、回答（○ × や点数）の列が見当たりません。見出しは{row}行目、ほかの列は {found}',
      effect: 'この表は採点していません',
      cure: '回答の列に見出し「回答」を付けるか、列を指定してください（コマンドラインは --answers H、画面は「回答の列」）',
    },
    en: {
      what: 'The rows are criteria, but no column holds answers (○ × or points); the header is in row {row}, the other columns are {found}',
      effect: 'This table was not scored',
      cure: 'Head the column 回答, or name it (--answers H, or the column in the pane)',
    },
  },
  'code-list-used': {
    code: 'E-288',
    severity: 'info',
    ja: { what: '回答の記号は、表の説明「{found}」のとおりに読みました', effect: '', cure: '' },
    en: { what: 'The codes were read as the table explains them: "{found}"', effect: '', cure: '' },
  },
  'mark-means-no': {
    code: 'E-295',
    severity: 'check',
    ja: {
      what: '「{found}」とあり、印が「満たしていない」を表すとみられます（{count}件）',
      effect: '印の意味を判定できないため、この列の回答を未確定（配点{points}点）として集計しています',
      cure: '満たすものに ○、満たさないものに × を付け直すか、印の意味を示してください（コマンドラインは --mark "{marks}"。「満たす」の印がなければ空欄を「満たす」と読みます。ふつうの意味なら --mark "{usual}"）',
    },
    en: {
      what: 'The sheet says "{found}", so that a mark seems to mean "not met" ({count:answer|answers})',
      effect: 'The answers of the column are undecided: criteria worth {points:point|points} are open',
      cure: 'Mark what is met with ○ and the rest with ×, or say what the marks mean (--mark "{marks}", and a blank is met where no mark says so; --mark "{usual}" for the usual meaning)',
    },
  },
  'codes-explained-unclearly': {
    code: 'E-296',
    severity: 'check',
    ja: {
      what: '回答は 0 と 1 ですが、その意味の説明「{found}」を確実には読み取れません（{count}件）',
      effect:
        '0 と 1 のどちらが「満たす」か判定できないため、この列の回答を未確定（配点{points}点）として集計しています',
      cure: 'コードの意味を示してください（コマンドラインは --mark "1=○,0=×" など）',
    },
    en: {
      what: 'The answers are 0 and 1, and what the workbook says of them cannot be read with certainty: "{found}" ({count:answer|answers})',
      effect: 'The answers of the column are undecided: criteria worth {points:point|points} are open',
      cure: 'Say what the codes mean (--mark "1=○,0=×")',
    },
  },
  'points-not-won': {
    code: 'E-442',
    severity: 'check',
    ja: {
      what: '「{found}」の列の数字は、得点できなかった点数とみられます（{count}件）',
      effect: '得点かどうか判定できないため、この列の回答を未確定（配点{points}点）として集計しています',
      cure: '○ × か、得点の列を作ってください。得点の列がほかにあれば、それを指定してください（コマンドラインは --answers H）',
    },
    en: {
      what: 'The numbers under "{found}" seem to be points that were not won ({count:answer|answers})',
      effect: 'The answers of the column are undecided: criteria worth {points:point|points} are open',
      cure: 'Make a column of ○ and ×, or of the points that were won; where there is one, name it (--answers H)',
    },
  },
  'dash-beside-last-year': {
    code: 'E-297',
    severity: 'check',
    ja: {
      what: '「－」が{count}件あり、どれも「{found}」の列には回答があります。「前年度と同じ」の意味かもしれません',
      effect: '「－」の枝番を未確定（配点{points}点）として集計しています',
      cure: '今年度の回答を ○ か × で入力してください。「－」がすべて「満たさない」なら × に置き換えてください',
    },
    en: {
      what: '{count:answer is|answers are} "－" where the column {found} has one; this may mean "as last year"',
      effect: 'These are undecided: criteria worth {points:point|points} are open',
      cure: "Enter this year's answers as ○ or ×",
    },
  },
  'undecided-boxes': {
    code: 'E-289',
    severity: 'check',
    ja: {
      what: '「{found}」は、選択肢のどれにも印がないか複数に印があるため判定できません（{count}か所）',
      effect: '未確定（配点{points}点）として集計しています',
      cure: '一つだけに印を付けるか、○ か × を入力してください',
    },
    en: {
      what: '"{found}" has no box ticked, or several ({count:cell|cells})',
      effect: 'Criteria worth {points:point|points} are open',
      cure: 'Tick one box, or enter ○ or ×',
    },
  },
} as const satisfies Record<string, ProblemText>;
