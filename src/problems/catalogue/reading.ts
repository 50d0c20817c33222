import type { ProblemText } from '../text';

/** Cells and tables that cannot be understood. */
export const readingTexts = {
  'no-answers': {
    code: 'E-201',
    severity: 'stop',
    ja: {
      what: '{year}年度の枝番（ア、イ①など）の回答が並ぶ表が見つかりません。見たところ：{found}。足りないもの：{expected}',
      effect: '採点していません',
      cure: '見出し行（交付金・目標・指標群・枝番・配点・回答など）のある回答表を用意してください（コマンドラインの npm run template で回答票を作れます）',
    },
    en: {
      what: 'No table of answers for fiscal year {year} was found (seen: {found}; missing: {expected})',
      effect: 'Nothing was scored',
      cure: 'Use a table with a header row (grant, goal, group, branch, points, answer); on the command line npm run template writes a form',
    },
  },
  'chosen-sheet-missing': {
    code: 'E-258',
    severity: 'stop',
    ja: {
      what: 'シート「{found}」がありません',
      effect: '採点していません',
      cure: 'シート名を確認してください（あるのは {expected}）',
    },
    en: { what: 'There is no sheet "{found}"', effect: 'Nothing was scored', cure: 'Name one of {expected}' },
  },
  'chosen-column-missing': {
    code: 'E-259',
    severity: 'stop',
    ja: {
      what: '回答の列「{found}」がないか、1つに決まりません',
      effect: '採点していません',
      cure: '列の記号か見出しを確認してください（選べるのは {expected}）',
    },
    en: {
      what: 'There is no column of answers "{found}", or more than one',
      effect: 'Nothing was scored',
      cure: 'Give the letter or the header of one of {expected}',
    },
  },
  'year-missing': {
    code: 'E-202',
    severity: 'stop',
    ja: {
      what: '評価の年度がどこにも書かれていません',
      effect: '採点していません',
      cure: '表題に「令和7年度」のように書くか、--year R7 のように指定してください',
    },
    en: {
      what: 'The workbook names no fiscal year',
      effect: 'Nothing was scored',
      cure: 'Write it into the title or pass --year R7',
    },
  },
  'year-ambiguous': {
    code: 'E-203',
    severity: 'stop',
    ja: {
      what: '複数の年度（{found}）が書かれています',
      effect: 'どの年度か判定できないため採点していません',
      cure: '--year で年度を一つ指定してください',
    },
    en: {
      what: 'The workbook names several fiscal years ({found})',
      effect: 'Nothing was scored',
      cure: 'Choose one with --year',
    },
  },
  'year-contradicts': {
    code: 'E-204',
    severity: 'stop',
    ja: {
      what: 'ブックは{found}、指定は{expected}で、年度が食い違っています',
      effect: '別の年度の指標では採点しません',
      cure: 'ブックの年度か --year の指定を直してください',
    },
    en: {
      what: 'The workbook is of {found}, but {expected} was asked for',
      effect: 'Nothing was scored with another year’s rules',
      cure: 'Correct the workbook or --year',
    },
  },
  'year-fits-another': {
    code: 'E-260',
    severity: 'stop',
    ja: {
      what: 'このシートには{found}とありますが、指標の名前・枝番・配点は{expected}のものです',
      effect: 'どちらの年度か判定できないため採点していません',
      cure: '{expected}の回答なら表題の年度を直すか --year {option} を指定し、{found}の回答なら指標の名前・枝番・配点を{found}のものに直してください',
    },
    en: {
      what: 'The sheet says {found}, but its names, branches and points are those of {expected}',
      effect: 'Nothing was scored',
      cure: 'If {expected} is right, correct the title or pass --year {option}; if {found} is, mend names, branches and points',
    },
  },
  'year-fits-none': {
    code: 'E-443',
    severity: 'stop',
    ja: {
      what: 'このシートには{found}とありますが、指標の番号・枝番・配点は{found}のものと合わない行が多く、ほかの年度のものともいえません（最も近いのは{expected}）',
      effect: '行と指標の対応を確認できないため採点していません',
      cure: '指標の番号・枝番・配点を{found}のものに直してください。合わない行を未確定としたまま採点するには --year {option} を指定します',
    },
    en: {
      what: 'The sheet says {found}, but many of its numbers, branches and points are not those of that year, nor clearly of another (nearest: {expected})',
      effect: 'Nothing was scored, since rows and indicators cannot be matched with certainty',
      cure: 'Mend the numbers, branches and points; to score it with the rows that do not match left open, pass --year {option}',
    },
  },
  'year-fits-another-beside': {
    code: 'E-272',
    severity: 'stop',
    ja: {
      what: 'このシートには{found}とありますが、指標の名前・枝番・配点は{expected}のものです（ほかのシートの年度は合っています：{others}）',
      effect: 'どのシートの回答を採るか判定できないため採点していません',
      cure: '「{first}」だけを採点するなら --sheet "{first}" を指定し、このシートも採点するなら表題の年度を直してください',
    },
    en: {
      what: 'The sheet says {found}, but its names, branches and points are those of {expected} (sheets that are sound: {others})',
      effect: 'Nothing was scored',
      cure: 'Score "{first}" alone with --sheet "{first}", or correct the year in the title',
    },
  },
  'year-written-otherwise': {
    code: 'E-273',
    severity: 'check',
    ja: {
      what: '{found}とも書かれていますが、指標の名前・枝番・配点が合うのは{expected}です',
      effect: '{expected}として採点しました',
      cure: '{expected}の回答か確認し、表題の年度を直してください',
    },
    en: {
      what: '{found} is written too, but names, branches and points are those of {expected}',
      effect: 'Scored as {expected}',
      cure: 'Make sure that these are answers of {expected}, and correct the year in the title',
    },
  },
  'chosen-column-of-another-year': {
    code: 'E-274',
    severity: 'stop',
    ja: {
      what: '指定された回答の列{found}の見出しは、{expected}の回答ではないことを示しています',
      effect: '別の年度の回答は{expected}として採点しません',
      cure: '{expected}の回答の列を指定するか、見出しの年度を直してください',
    },
    en: {
      what: 'The header of the chosen column {found} says that it is no answer of {expected}',
      effect: 'Nothing was scored with another year’s rules',
      cure: 'Choose the column of {expected}, or correct its header',
    },
  },
  'year-by-fit': {
    code: 'E-261',
    severity: 'info',
    ja: {
      what: '年度はどこにも書かれていませんが、指標の名前・枝番・配点が合うのは{found}だけです',
      effect: '{found}として採点しました',
      cure: '違うときは --year で年度を指定してください',
    },
    en: {
      what: 'No year is written, but names, branches and points fit {found} alone',
      effect: 'Scored as {found}',
      cure: 'If that is wrong, choose the year with --year',
    },
  },
  'sheets-of-other-years': {
    code: 'E-262',
    severity: 'info',
    ja: {
      what: '{expected}以外の回答のシートがあります：{found}',
      effect: '{expected}の採点には使っていません（空欄も補っていません）',
      cure: 'その年度を採点するときは --year で指定してください',
    },
    en: {
      what: 'Sheets with answers of other years than {expected}: {found}',
      effect: 'They were not used, not even for blanks',
      cure: 'Choose their year with --year to score them',
    },
  },
  'only-examples': {
    code: 'E-263',
    severity: 'stop',
    ja: {
      what: '回答の表は記入例のシート（{found}）にしかありません',
      effect: '採点していません',
      cure: 'この表が回答なら --sheet でシートを指定するか、シート名と表題から「記入例」を消してください',
    },
    en: {
      what: 'The only tables of answers are on sheets with examples ({found})',
      effect: 'Nothing was scored',
      cure: 'If these are answers, choose the sheet with --sheet or take the word for example out of its name and title',
    },
  },
  'example-sheets': {
    code: 'E-264',
    severity: 'info',
    ja: {
      what: '記入例のシートがあります：{found}',
      effect: '採点には使っていません',
      cure: '回答のシートなら --sheet で指定してください',
    },
    en: {
      what: 'Sheets with examples: {found}',
      effect: 'They were not used',
      cure: 'If one holds answers, choose it with --sheet',
    },
  },
  'old-sheets': {
    code: 'E-265',
    severity: 'info',
    ja: {
      what: '旧版・前年度・参考・案などのシートがあります：{found}',
      effect: '採点には使っていません',
      cure: 'こちらが回答のシートなら --sheet で指定してください',
    },
    en: {
      what: 'Sheets with older versions, other years or drafts: {found}',
      effect: 'They were not used',
      cure: 'If one holds the answers, choose it with --sheet',
    },
  },
  'few-criteria': {
    code: 'E-266',
    severity: 'check',
    ja: {
      what: '{of}件の枝番のうち{count}件の行しか見つかりません',
      effect: '見つからない枝番は未回答とし、得点は範囲で示しています',
      cure: '残りの表が別のシートやブックにないか、枝番の列が読めているか確認してください',
    },
    en: {
      what: 'Rows were found for {count} of {of} criteria only',
      effect: 'The others count as unanswered; points are a range',
      cure: 'Look for the rest on other sheets or in other workbooks, and check the labels',
    },
  },
  'block-without-mark': {
    code: 'E-267',
    severity: 'check',
    ja: {
      what: '{found}に印が一つもありません',
      effect: '空欄を非該当とせず、未回答として得点を範囲で示しています',
      cure: '記入済みなら × を記入してください。まだなら記入してから採点してください',
    },
    en: {
      what: 'There is not a single mark in {found}',
      effect: 'Its blanks are no "no" but unanswered; points are a range',
      cure: 'Mark ×, or answer it and score again',
    },
  },
  'no-yes-anywhere': {
    code: 'E-268',
    severity: 'check',
    ja: {
      what: '「該当する」の回答が一つもありません（「該当しない」は{count}件）',
      effect: '印の読み違いがありうるため、得点は範囲で示しています',
      cure: '回答の列と印の意味（--mark）を確認してください',
    },
    en: {
      what: 'No answer says yes ({count:answer says|answers say} no)',
      effect: 'The marks may be misread, so points are a range',
      cure: 'Check the column of the answers and the meaning of the marks (--mark)',
    },
  },
  'points-of-indicators': {
    code: 'E-269',
    severity: 'check',
    ja: {
      what: '枝番ごとの回答がなく、指標ごとの得点だけの表です（{count}指標）',
      effect:
        '得点のとおりに採点しました。枝番ごとの ○× は得点からは決まらないため、「指標別」の枝番は得点の合う組み合わせの一つです',
      cure: '枝番まで知りたいときは、枝番ごとの回答のあるブックを採点してください',
    },
    en: {
      what: 'The table gives points ({count:indicator|indicators}) and no answers',
      effect:
        'Scored by these points. Which branches were met cannot be told: those shown are one way to earn the points',
      cure: 'Score a workbook with an answer for each branch to know them',
    },
  },
  'part-beside-form': {
    code: 'E-270',
    severity: 'check',
    ja: {
      what: 'このシートは、「{found}」で空欄になっている区分だけに答えています',
      effect: 'この年度の回答か判定できないため、未確定として得点を範囲で示しています',
      cure: '今年度の回答なら「{found}」の空欄に写してください。違えばシートを除いてください',
    },
    en: {
      what: 'This sheet only answers blocks that are blank on "{found}"',
      effect: 'Whether they are this year’s answers cannot be told; points are a range',
      cure: 'Copy the answers to "{found}" if they are, else take the sheet away',
    },
  },
  'rows-of-another-time': {
    code: 'E-271',
    severity: 'check',
    ja: {
      what: '「{found}」の見出しの下の{count}行は、この年度の回答ではないとみられます',
      effect: 'これらの行は採点に使っていません',
      cure: '今年度の回答なら見出しを直してください',
    },
    en: {
      what: '{count:row|rows} under the heading "{found}" cannot be an answer of this year',
      effect: 'They were not used',
      cure: 'Correct the heading if they are this year’s',
    },
  },
  'unknown-criterion': {
    code: 'E-205',
    severity: 'check',
    ja: {
      what: 'この年度のどの枝番か判定できない行が{count}行あります（最初は「{found}」、近い指標は「{nearest}」）',
      effect: 'これらの行は採点に入れていません',
      cure: '年度、番号、指標名、枝番の書き方を確認してください',
    },
    en: {
      what: '{count:row is|rows are} no criterion of this year that could be told (the first is "{found}", the nearest indicator "{nearest}")',
      effect: 'The rows were left out',
      cure: 'Check year, number, name and branch',
    },
  },
  'name-of-another-indicator': {
    code: 'E-206',
    severity: 'check',
    ja: {
      what: '「{found}」の番号と指標名は、別々の指標を指しています',
      effect: '前後の行の並びに合う「{expected}」として採点しました',
      cure: '指標の番号は年度により異なります。番号と指標名のどちらが正しいか確認してください',
    },
    en: {
      what: 'Number and name of "{found}" belong to two indicators',
      effect: 'Scored as "{expected}", which fits the order of the rows',
      cure: 'Numbers differ from year to year: check which is right',
    },
  },
  'points-differ': {
    code: 'E-207',
    severity: 'check',
    ja: {
      what: '配点{found}点は、この年度の配点{expected}点と違います',
      effect: '配点はこの年度の{expected}点で採点しました',
      cure: '年度が合っているか、配点の書き間違いがないか確認してください',
    },
    en: {
      what: 'Printed points {found} differ from this year’s {expected}',
      effect: 'Scored with {expected}',
      cure: 'Check the year and the printed points',
    },
  },
  unanswered: {
    code: 'E-211',
    severity: 'check',
    ja: {
      what: '「{name}」{branches}の回答が空欄です',
      effect: '未回答（0点、配点{points}点）として集計しています',
      cure: '○ か × を入力してください',
    },
    en: {
      what: '"{name}" {branches}: no answer',
      effect: 'Counted as 0; criteria worth {points:point|points} are open',
      cure: 'Enter ○ or ×',
    },
  },
  'missing-criteria': {
    code: 'E-212',
    severity: 'check',
    ja: {
      what: '「{name}」{branches}の行がありません',
      effect: '未回答（0点、配点{points}点）として集計しています',
      cure: '行を足すか、表の行が欠けていないか確認してください',
    },
    en: {
      what: '"{name}" {branches}: no such row',
      effect: 'Counted as unanswered; criteria worth {points:point|points} are open',
      cure: 'Add the rows or check the table',
    },
  },
  'blank-means-no': {
    code: 'E-213',
    severity: 'info',
    ja: {
      what: 'この列には「該当する」の印だけがあり「該当しない」の印がないため、空欄{count}件を「非該当」と読みました',
      effect: '',
      cure: '',
    },
    en: {
      what: 'This column has only "yes" marks, so {count:blank was|blanks were} read as "no"',
      effect: '',
      cure: '',
    },
  },
  placeholder: {
    code: 'E-214',
    severity: 'info',
    ja: { what: '記入例「{found}」は空欄として扱いました（{count}か所）', effect: '', cure: '' },
    en: { what: 'The example "{found}" was taken as blank ({count:cell|cells})', effect: '', cure: '' },
  },
  'not-applicable': {
    code: 'E-215',
    severity: 'info',
    ja: { what: '「{found}」は該当なし（0点）と読みました（{count}か所）', effect: '', cure: '' },
    en: { what: '"{found}" was read as not applicable (0 points; {count:cell|cells})', effect: '', cure: '' },
  },
  'ask-mark': {
    code: 'E-216',
    severity: 'check',
    ja: {
      what: '「{found}」（{count}か所）を○・×のどちらとするか未設定です',
      effect: '未確定（配点{points}点）として集計しています',
      cure: '○ か × に直すか、記号の扱いを一度だけ決めてください（コマンドラインは --mark {found}=○ か {found}=×、画面は「記号の扱い」、シート「設定」の「記号の意味」）',
    },
    en: {
      what: 'It is not settled whether "{found}" ({count:cell|cells}) means yes or no',
      effect: 'Criteria worth {points:point|points} are open',
      cure: 'Write ○ or ×, or say once what it means (--mark {found}=○ or {found}=×, the pane, or the sheet 設定)',
    },
  },
  'triangle-mark': {
    code: 'E-217',
    severity: 'check',
    ja: {
      what: '「{found}」（{count}か所）は判定できません（部分点はありません）',
      effect: '未確定（配点{points}点）として集計しています',
      cure: '○ か × を入力してください',
    },
    en: {
      what: '"{found}" ({count:cell|cells}) cannot be scored (there are no half points)',
      effect: 'Criteria worth {points:point|points} are open',
      cure: 'Enter ○ or ×',
    },
  },
  'annotated-mark': {
    code: 'E-218',
    severity: 'check',
    ja: {
      what: '注記付きの回答「{found}」（{count}か所）は判定できません',
      effect: '未確定（配点{points}点）として集計しています',
      cure: '○ か × だけを入力し、注記は備考に書いてください',
    },
    en: {
      what: '"{found}" ({count:cell|cells}) carries a remark and cannot be decided',
      effect: 'Criteria worth {points:point|points} are open',
      cure: 'Enter ○ or × alone; put the remark elsewhere',
    },
  },
  'unreadable-mark': {
    code: 'E-219',
    severity: 'check',
    ja: {
      what: '「{found}」（{count}か所）は読み取れません',
      effect: '未確定（配点{points}点）として集計しています',
      cure: '{expected} を入力するか、記号の扱いを一度だけ決めてください（コマンドラインは --mark "{found}=○"、シート「設定」の「記号の意味」）',
    },
    en: {
      what: '"{found}" ({count:cell|cells}) cannot be read',
      effect: 'Criteria worth {points:point|points} are open',
      cure: 'Enter {expected}, or say once what it means (--mark "{found}=○", or the sheet 設定)',
    },
  },
  'points-out-of-range': {
    code: 'E-220',
    severity: 'check',
    ja: {
      what: '「{found}」は枝番の得点として扱えません（{expected}。{count}か所）',
      effect: '未確定（配点{points}点）として集計しています',
      cure: '{expected} か、○・× を入力してください',
    },
    en: {
      what: '"{found}" is no possible score here ({expected}; {count:cell|cells})',
      effect: 'Criteria worth {points:point|points} are open',
      cure: 'Enter {expected}, or ○/×',
    },
  },
  'cell-error': {
    code: 'E-221',
    severity: 'check',
    ja: {
      what: 'セルがエラー「{found}」になっています（{count}か所）',
      effect: '未確定（配点{points}点）として集計しています',
      cure: '数式を直すか、○ か × を入力してください',
    },
    en: {
      what: 'Cells show the error "{found}" ({count:cell|cells})',
      effect: 'Criteria worth {points:point|points} are open',
      cure: 'Mend the formula or enter ○ or ×',
    },
  },
  'turned-into-date': {
    code: 'E-222',
    severity: 'check',
    ja: {
      what: '日付「{found}」になっています（1/3 などが日付に変わった可能性。{count}か所）',
      effect: '未確定（配点{points}点）として集計しています',
      cure: '○ か × を入力してください',
    },
    en: {
      what: 'The cell holds the date "{found}" (1/3 may have been turned into a date; {count:cell|cells})',
      effect: 'Criteria worth {points:point|points} are open',
      cure: 'Enter ○ or ×',
    },
  },
  'circled-number': {
    code: 'E-223',
    severity: 'check',
    ja: {
      what: '「{found}」（{count}か所）は枝番の番号のようで、回答として読めません',
      effect: '未確定（配点{points}点）として集計しています',
      cure: '○ か × を入力してください',
    },
    en: {
      what: '"{found}" ({count:cell|cells}) looks like a branch number, not an answer',
      effect: 'Criteria worth {points:point|points} are open',
      cure: 'Enter ○ or ×',
    },
  },
  'number-too-large': {
    code: 'E-224',
    severity: 'check',
    ja: {
      what: '数字「{found}」（{count}か所）は大きすぎます',
      effect: '未確定（配点{points}点）として集計しています',
      cure: '○ か × を入力してください',
    },
    en: {
      what: 'The number "{found}" ({count:cell|cells}) is too large',
      effect: 'Criteria worth {points:point|points} are open',
      cure: 'Enter ○ or ×',
    },
  },
  'answers-disagree': {
    code: 'E-225',
    severity: 'check',
    ja: {
      what: '同じ枝番の回答が、{other}の「{expected}」とここの「{found}」で食い違っています',
      effect: '未確定（配点{points}点）として集計しています',
      cure: 'どちらかに揃えてください{detail}',
    },
    en: {
      what: 'The same criterion is "{expected}" at {other} and "{found}" here',
      effect: 'Criteria worth {points:point|points} are open',
      cure: 'Make them agree{detail}',
    },
  },
  'struck-through': {
    code: 'E-226',
    severity: 'check',
    ja: {
      what: '取消線のついた「{found}」（{count}か所）を、そのままの値で読みました',
      effect: '取消線は採点に反映していません',
      cure: '取り消すのであればセルを空欄にするか × にしてください',
    },
    en: {
      what: '"{found}" ({count:cell|cells}) is struck through and was read as it stands',
      effect: 'The line was not taken into account',
      cure: 'Clear the cell or enter × if it is void',
    },
  },
  'hidden-answers': {
    code: 'E-227',
    severity: 'check',
    ja: {
      what: '非表示の行か列に回答が{count}件あります',
      effect: '非表示の回答も採点に入れています',
      cure: '行・列を表示して確認してください',
    },
    en: {
      what: '{count:answer stands|answers stand} in hidden rows or columns',
      effect: 'They were scored',
      cure: 'Show the rows and columns and check',
    },
  },
  'filtered-answers': {
    code: 'E-228',
    severity: 'check',
    ja: {
      what: 'フィルターで隠れた行に回答が{count}件あります',
      effect: '隠れた回答も採点に入れています',
      cure: 'フィルターを外して確認してください',
    },
    en: {
      what: '{count:answer is|answers are} hidden by a filter',
      effect: 'They were scored',
      cure: 'Clear the filter and check',
    },
  },
  'hidden-sheet': {
    code: 'E-229',
    severity: 'check',
    ja: {
      what: '非表示のシートの回答を読みました',
      effect: '採点に入れています',
      cure: 'シートを表示して確認し、不要なシートであれば削除してください',
    },
    en: { what: 'Answers were read from a hidden sheet', effect: 'They were scored', cure: 'Show the sheet and check' },
  },
  'drawings-on-sheet': {
    code: 'E-230',
    severity: 'check',
    ja: {
      what: '図形・画像で置かれた ○ は読めません',
      effect: 'セルの値だけで採点しています',
      cure: '図形の ○ はセルに入力し直してください',
    },
    en: {
      what: 'Marks drawn as shapes or pictures cannot be read',
      effect: 'Only cell values were scored',
      cure: 'Type the marks into the cells',
    },
  },
  'insured-unreadable': {
    code: 'E-231',
    severity: 'check',
    ja: {
      what: '第1号被保険者数「{found}」が読み取れません',
      effect: '交付額の試算に使えません',
      cure: '人数を数字で入力してください',
    },
    en: {
      what: 'The insured persons "{found}" cannot be read',
      effect: 'No grant can be estimated',
      cure: 'Enter a number',
    },
  },
  'several-answer-columns': {
    code: 'E-232',
    severity: 'check',
    ja: {
      what: '回答の列が{count}列あります（{found}）',
      effect: 'すべて読み、食い違う枝番は未確定としています',
      cure: '採点する列だけに見出し「回答」を残してください',
    },
    en: {
      what: '{count:column is|columns are} headed as answers ({found})',
      effect: 'All were read; criteria on which they differ are undecided',
      cure: 'Leave the heading 回答 on one column',
    },
  },
  'manual-calculation': {
    code: 'E-233',
    severity: 'check',
    ja: {
      what: '計算方法が「手動」のため、数式の値が古いことがあります',
      effect: '表示されている値で採点しました',
      cure: 'F9 で再計算して保存し、もう一度採点してください',
    },
    en: {
      what: 'Calculation is manual, so formulas may be stale',
      effect: 'Scored with the values stored',
      cure: 'Recalculate (F9), save, score again',
    },
  },
  'external-links': {
    code: 'E-234',
    severity: 'info',
    ja: { what: '他のブックを参照する数式があり、保存時の値を使いました', effect: '', cure: '' },
    en: { what: 'Formulas refer to other workbooks; their stored values were used', effect: '', cure: '' },
  },
  'several-sheets': {
    code: 'E-235',
    severity: 'check',
    ja: {
      what: '同じ市町村の回答が{count}枚のシートにあり、{differences}件が食い違っています（{found}）',
      effect: '食い違う枝番は未確定としています',
      cure: '使わないシート（「回答 (2)」など）を別のブックに移してください',
    },
    en: {
      what: 'The same municipality is answered on {count:sheet|sheets}, with {differences:difference|differences} ({found})',
      effect: 'Those criteria are undecided',
      cure: 'Move the sheet not meant (e.g. a copy) out of the workbook',
    },
  },
  'uncalculated-answer': {
    code: 'E-236',
    severity: 'check',
    ja: {
      what: '数式の計算結果が保存されていないため、回答{count}件が読めません',
      effect: '未確定（配点{points}点）として集計しています',
      cure: 'Excel で開いて上書き保存してから、もう一度採点してください',
    },
    en: {
      what: '{count:formula has|formulas have} no stored result and cannot be read as answers',
      effect: 'Criteria worth {points:point|points} are open',
      cure: 'Open and save the workbook in Excel, then score again',
    },
  },
  'merged-answer': {
    code: 'E-237',
    severity: 'check',
    ja: {
      what: '結合セルの中にあり、枝番{count}件の回答が読めません（値は左上の枝番だけのものとして読みました）',
      effect: '未確定（配点{points}点）として集計しています',
      cure: '結合を解いて、枝番ごとに ○ か × を入力してください',
    },
    en: {
      what: '{count:cell lies|cells lie} inside a merged block, whose value was read for its first criterion only',
      effect: 'Criteria worth {points:point|points} are open',
      cure: 'Unmerge the cells and enter ○ or × for each criterion',
    },
  },
  'covered-answer': {
    code: 'E-276',
    severity: 'check',
    ja: {
      what: '結合セルの下に、画面では見えない値が{count}件残っています（回答として数えていません）',
      effect: '未確定（配点{points}点）として集計しています',
      cure: '結合を解いて、残っている値を確認し、枝番ごとに ○ か × を入力してください',
    },
    en: {
      what: '{count:value lies|values lie} unseen under a merged block and not taken as answers',
      effect: 'Criteria worth {points:point|points} are open',
      cure: 'Unmerge the cells, look at what is left in them and enter ○ or × for each criterion',
    },
  },
  'covered-values': {
    code: 'E-277',
    severity: 'check',
    ja: {
      what: '結合セルの下に、画面では見えない値が{count}件残っています（{found}）',
      effect: '見えない値は読んでいません',
      cure: '結合を解いて、残っている値を確認してください',
    },
    en: {
      what: '{count:value lies|values lie} unseen under merged blocks ({found})',
      effect: 'They were not read',
      cure: 'Unmerge the cells and look at what is left in them',
    },
  },
  'unseen-answer': {
    code: 'E-293',
    severity: 'check',
    ja: {
      what: 'セルの中身と表示が違う回答が{count}件あります（表示形式、背景と同じ文字の色、1ポイントの文字など。中身：{found}）',
      effect: '未確定（配点{points}点）として集計しています',
      cure: 'セルの表示形式と文字の色・大きさを標準に戻し、○ か × を確認してください',
    },
    en: {
      what: '{count:answer is|answers are} not what is seen in the cell (number format, colour or size of the letters): {found}',
      effect: 'Criteria worth {points:point|points} are open',
      cure: 'Set the number format, colour and size of these cells back and make sure of ○ or ×',
    },
  },
  'unseen-values': {
    code: 'E-294',
    severity: 'check',
    ja: {
      what: 'セルの中身と表示が違う値が{count}件あります（{found}）',
      effect: 'セルの中身で計算しました',
      cure: 'セルの表示形式と文字の色・大きさを標準に戻し、値を確認してください',
    },
    en: {
      what: '{count:value is|values are} not what is seen in the cell ({found})',
      effect: 'Calculated with what the cells hold',
      cure: 'Set the number format, colour and size of these cells back and look at the values',
    },
  },
  'recalculation-due': {
    code: 'E-279',
    severity: 'check',
    ja: {
      what: '開いたときに再計算する設定のブックのため、保存されている数式の値が古いことがあります',
      effect: '保存されている値で採点しました',
      cure: 'Excel で開いて保存し、もう一度採点してください',
    },
    en: {
      what: 'The workbook asks to be recalculated when opened, so formulas may be stale',
      effect: 'Scored with the values stored',
      cure: 'Open it in Excel, save, score again',
    },
  },
  'doubled-cells': {
    code: 'E-278',
    severity: 'check',
    ja: {
      what: 'ファイルの中に同じ番地のセルが2つあります（{count}件：{found}）',
      effect: 'どちらの値か判定できないため、#REF! として扱っています',
      cure: 'Excel で開いて値を確認し、保存し直してください',
    },
    en: {
      what: 'The file holds the same cell twice ({count}: {found})',
      effect: 'Which value counts cannot be told; they are read as #REF!',
      cure: 'Open the workbook in Excel, look at these cells and save it again',
    },
  },
  'full-marks-of-another-year': {
    code: 'E-238',
    severity: 'stop',
    ja: {
      what: '満点{found}点の表です。これは{expected}の評価指標の満点です',
      effect: '別の年度の指標では採点しません',
      cure: '{expected}として扱うか、採点する年度の回答票を指定してください',
    },
    en: {
      what: 'The table has full marks of {found}, which are those of {expected}',
      effect: 'Nothing was scored with another year’s rules',
      cure: 'Treat it as {expected}, or give the form of the year to be scored',
    },
  },
} as const satisfies Record<string, ProblemText>;
