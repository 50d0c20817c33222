import type { ProblemText } from '../text';

/**
 * What a custom function says in its cell: only `#N/A` and `#VALUE!` can carry a message
 * (rules/excel.md#custom-functions).
 */
export const functionTexts = {
  'function-unanswered': {
    code: 'E-961',
    severity: 'stop',
    ja: { what: '未回答の枝番があります：{found}', effect: '点数を出していません', cure: '○か×を入力してください' },
    en: { what: 'Not answered: {found}', effect: 'No points are given', cure: 'Enter ○ or ×' },
  },
  'function-unreadable': {
    code: 'E-962',
    severity: 'stop',
    ja: {
      what: '「{found}」を○・×として読み取れません：{place}',
      effect: '点数を出していません',
      cure: '○か×に直してください',
    },
    en: {
      what: '"{found}" is neither yes nor no: {place}',
      effect: 'No points are given',
      cure: 'Change it to ○ or ×',
    },
  },
  'function-mark-zero-or-empty': {
    code: 'E-974',
    severity: 'stop',
    ja: {
      what: '範囲の{row}行目・{column}列目が 0 か空欄か区別できません：{found}',
      effect: '点数を出していません',
      cure: '○か×を入力してください（0 は Excel の版により空欄を表します）',
    },
    en: {
      what: 'Row {row}, column {column} of the range may be 0 or empty: {found}',
      effect: 'No points are given',
      cure: 'Enter ○ or × (some versions of Excel hand over an empty cell as 0)',
    },
  },
  'function-zero-or-empty': {
    code: 'E-975',
    severity: 'stop',
    ja: {
      what: '{name}の{row}行目・{column}列目が 0 か空欄か区別できません',
      effect: '計算していません',
      cure: '範囲のうしろに &"" を付けてください（例 A1:A9&""）。空欄と 0 が区別されます',
    },
    en: {
      what: 'Row {row}, column {column} of {name} may be 0 or empty',
      effect: 'Nothing was calculated',
      cure: 'Write &"" behind the range (A1:A9&""): then 0 and empty are told apart',
    },
  },
  'function-value-zero-or-empty': {
    code: 'E-976',
    severity: 'stop',
    ja: {
      what: '{name}が 0 か空欄か区別できません',
      effect: '計算していません',
      cure: '空欄でなければ、セルのうしろに &"" を付けるか（例 A1&""）、"0" と書いてください',
    },
    en: {
      what: '{name} may be 0 or empty',
      effect: 'Nothing was calculated',
      cure: 'If it is 0, write &"" behind the cell (A1&""), or "0"',
    },
  },
  'function-no-answers': {
    code: 'E-963',
    severity: 'stop',
    ja: {
      what: '範囲に{found}の枝番の回答が見つかりません',
      effect: '点数を出していません',
      cure: '見出し行を含む回答票の範囲か、枝番ID（P1p1a など）と○×の2列を指定してください',
    },
    en: {
      what: 'The range holds no answers of {found}',
      effect: 'No points are given',
      cure: 'Give the form with its header row, or two columns: criterion ids (P1p1a …) and marks',
    },
  },
  'function-several-municipalities': {
    code: 'E-964',
    severity: 'stop',
    ja: {
      what: '範囲に{found}団体の回答があります',
      effect: '点数を出していません',
      cure: '1団体の列だけになるように範囲を選んでください',
    },
    en: {
      what: 'The range holds the answers of {found:municipality|municipalities}',
      effect: 'No points are given',
      cure: 'Choose the range of one municipality',
    },
  },
  'function-unknown-part': {
    code: 'E-965',
    severity: 'stop',
    ja: {
      what: '区分「{found}」は{expected}の指標にありません',
      effect: '計算していません',
      cure: 'P（推進）、S（支援）、P1（目標）、P1p（指標群）、P1p3（指標）、C4（目標Ⅳ）か、推進Ⅰ、推進Ⅰ体制3、目標Ⅳ のように指定してください',
    },
    en: {
      what: 'There is no part "{found}" in {expected}',
      effect: 'Nothing was calculated',
      cure: 'Write P (promotion), S (support), P1 (goal), P1p (group), P1p3 (indicator) or C4 (goal IV)',
    },
  },
  'function-unknown-grant': {
    code: 'E-973',
    severity: 'stop',
    ja: {
      what: '交付金「{found}」がわかりません',
      effect: '計算していません',
      cure: 'P（推進）か S（支援）を指定してください',
    },
    en: {
      what: 'There is no grant "{found}"',
      effect: 'Nothing was calculated',
      cure: 'Write P (promotion) or S (support)',
    },
  },
  'function-year-unreadable': {
    code: 'E-966',
    severity: 'stop',
    ja: {
      what: '年度「{found}」が読み取れません',
      effect: '計算していません',
      cure: '"R8"、"令和8年度"、2026 のように指定してください',
    },
    en: {
      what: 'The year "{found}" is not understood',
      effect: 'Nothing was calculated',
      cure: 'Write "R8" or 2026',
    },
  },
  'function-not-a-number': {
    code: 'E-967',
    severity: 'stop',
    ja: {
      what: '{name}の「{found}」は使えません（{expected}）',
      effect: '計算していません',
      cure: '数値に直すか、範囲を選び直してください',
    },
    en: {
      what: '"{found}" cannot be used as {name} ({expected})',
      effect: 'Nothing was calculated',
      cure: 'Correct the number or choose another range',
    },
  },
  'function-no-ranks': {
    code: 'E-968',
    severity: 'stop',
    ja: {
      what: '{found}の全国順位の根拠になる公表値がありません',
      effect: '順位を出していません',
      cure: '全国集計表があれば RANKIN で母集団を指定してください',
    },
    en: {
      what: 'Nothing published tells national ranks of {found}',
      effect: 'No rank is given',
      cure: 'With a national table, use RANKIN',
    },
  },
  'function-unknown-rule': {
    code: 'E-969',
    severity: 'stop',
    ja: {
      what: '判定の規則「{found}」がありません',
      effect: '判定していません',
      cure: '{expected} のどれかを指定してください',
    },
    en: { what: 'There is no rule "{found}"', effect: 'Nothing was decided', cure: 'Use one of {expected}' },
  },
  'function-weights-zero': {
    code: 'E-970',
    severity: 'stop',
    ja: { what: '重みがすべて0か空です', effect: '配分していません', cure: '0より大きい重みを1つ以上入力してください' },
    en: {
      what: 'All weights are zero or empty',
      effect: 'Nothing was shared',
      cure: 'Enter at least one weight above 0',
    },
  },
  'function-range-too-large': {
    code: 'E-971',
    severity: 'stop',
    ja: {
      what: '範囲が大きすぎます（{found}セル、上限{expected}セル）',
      effect: '計算していません',
      cure: '必要な範囲だけを選んでください（列全体は指定できません）',
    },
    en: {
      what: 'The range is too large ({found:cell|cells}, at most {expected})',
      effect: 'Nothing was calculated',
      cure: 'Choose only the cells needed, not whole columns',
    },
  },
  'function-not-loaded': {
    code: 'E-979',
    severity: 'stop',
    ja: {
      what: '計算に使うプログラムをサーバーから読み込めませんでした（{found}）',
      effect: '計算していません',
      cure: '通信を確認し、Ctrl+Alt+F9 ですべて計算し直してください',
    },
    en: {
      what: 'The program that calculates could not be loaded from the server ({found})',
      effect: 'Nothing was calculated',
      cure: 'Check the connection, then press Ctrl+Alt+F9 to calculate everything again',
    },
  },
  'function-failed': {
    code: 'E-972',
    severity: 'stop',
    ja: {
      what: '想定していない誤りが起きました（{found}）',
      effect: '計算していません',
      cure: 'この表示を添えて開発者へ知らせてください',
    },
    en: { what: 'Unexpected failure ({found})', effect: 'Nothing was calculated', cure: 'Please report this text' },
  },
} as const satisfies Record<string, ProblemText>;
