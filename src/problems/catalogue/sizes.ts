import type { ProblemText } from '../text';

/** What a workbook or file is too large for, and what of it was left out. */
export const sizeTexts = {
  'file-too-large': {
    code: 'E-103',
    severity: 'stop',
    ja: {
      what: 'ファイル「{found}」が大きすぎます（{size}MB、上限{limit}MB）',
      effect: '何も採点していません',
      cure: '画像や不要なシートを除いた写しを作ってください',
    },
    en: {
      what: 'File "{found}" is too large ({size} MB, limit {limit} MB)',
      effect: 'Nothing was scored',
      cure: 'Make a copy without pictures and sheets you do not need',
    },
  },
  'sheet-too-large': {
    code: 'E-114',
    severity: 'stop',
    ja: {
      what: 'シートの使用範囲が大きすぎます（{found}、上限{expected}セル）',
      effect: '何も採点していません',
      cure: '表の右と下の空の行・列を削除して保存し直してください',
    },
    en: {
      what: 'The used range of the sheet is too large ({found}, limit {expected:cell|cells})',
      effect: 'Nothing was scored',
      cure: 'Delete the empty rows and columns right of and below the table, and save',
    },
  },
  'quote-not-closed': {
    code: 'E-130',
    severity: 'check',
    ja: {
      what: '{line}行目で始まる引用符（"）が閉じられていません',
      effect: 'そこから後の行は、すべて1つのセルの文字として読んでいます',
      cure: 'その行の引用符を消すか、閉じる引用符を足してください',
    },
    en: {
      what: 'The quotation mark (") that opens on line {line} is never closed',
      effect: 'All lines behind it were read as the text of one cell',
      cure: 'Remove the mark, or add the one that closes it',
    },
  },
  'sheet-not-read': {
    code: 'E-134',
    severity: 'check',
    ja: {
      what: 'シート「{found}」は使用範囲が大きすぎるため読んでいません（{size}、上限は全シートで{expected}セル）',
      effect: 'このシートにある回答や設定は使っていません',
      cure: '表の右と下の空の行・列を削除するか、要らないシートを除いて保存し直してください',
    },
    en: {
      what: 'Sheet "{found}" was not read because its used range is too large ({size}; all sheets together may have {expected:cell|cells})',
      effect: 'Answers and settings on it are not used',
      cure: 'Delete the empty rows and columns right of and below the table, or leave out sheets you do not need, and save',
    },
  },
  'links-left-out': {
    code: 'E-135',
    severity: 'info',
    ja: {
      what: 'シート「{found}」のリンクが{expected}件を超えるため、後の{count}件をリンクなしの文字にしました（Excel の上限）',
      effect: '得点と回答は変わりません。リンクのない行も、回答のセルの場所は書いてあります',
      cure: 'リンクが要るときは、ファイルを分けて採点してください',
    },
    en: {
      what: 'Sheet "{found}" would have more than {expected:link|links}, which is what Excel allows; the last {count:is|are} plain text',
      effect: 'Points and answers are the same; the place of each answer is written all the same',
      cure: 'Score fewer files at a time where the links are needed',
    },
  },
  'own-results': {
    code: 'E-467',
    severity: 'stop',
    ja: {
      what: '「{found}」はこの採点の結果のブックで、回答がありません',
      effect: '採点していません',
      cure: '回答の入ったブックを指定してください',
    },
    en: {
      what: '"{found}" is a workbook of results made here; it holds no answers',
      effect: 'It is not scored',
      cure: 'Name the workbook with the answers',
    },
  },
} as const satisfies Record<string, ProblemText>;
