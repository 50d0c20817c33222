import type { ProblemText } from '../../text';

/** Whether printed sheets still say what their code says (`npm run score -- verify`). */
export const verifyTexts = {
  'sheet-not-as-written': {
    code: 'E-951',
    severity: 'check',
    ja: {
      what: '書いたあとで値が変わっています（書いたときの資料コード {expected}、いまの値のコード {found}）',
      effect: '資料コード {expected} の紙とは、数字か文字が違います',
      cure: '手で直したのなら元に戻すか、採点し直して書き込んでください',
    },
    en: {
      what: 'Something was changed since it was written (code {expected}, of what stands there now {found})',
      effect: 'It is not what the paper with the code {expected} says',
      cure: 'Undo the change, or score again and write anew',
    },
  },
  'sheet-uncalculated': {
    code: 'E-956',
    severity: 'check',
    ja: {
      what: '式{count}か所の計算結果がファイルになく、書いたときのままか確認できません（書いたときの資料コード {expected}）',
      effect: 'このシートは確認していません。表計算以外のプログラムで保存すると、計算結果がなくなることがあります',
      cure: 'Excel か LibreOffice で開いて保存してから、もう一度確認してください',
    },
    en: {
      what: 'The results of {count:formula|formulas} are not in the file: it cannot be told whether it is as written (code {expected})',
      effect: 'The sheet was not verified; other programs than spreadsheets may drop results when they save',
      cure: 'Open and save it in Excel or LibreOffice, then verify again',
    },
  },
  'footer-code-differs': {
    code: 'E-952',
    severity: 'check',
    ja: {
      what: '印刷のフッターの資料コード {found} が、シートの資料コード {expected} と違います',
      effect: '印刷すると、別の資料のコードが付きます',
      cure: '採点し直して書き込むと、フッターのコードも新しくなります',
    },
    en: {
      what: 'The printed footer bears the code {found}, the sheet has {expected}',
      effect: 'The printed page would bear the code of another paper',
      cure: 'Score again and write anew: the footer follows',
    },
  },
  'sheet-without-code': {
    code: 'E-953',
    severity: 'info',
    ja: {
      what: 'シート「{found}」には資料コードがありません（回答票・設定・判定か、前の版で書いたシート）',
      effect: 'このシートは確認していません',
      cure: '結果や資料のシートなら、採点し直して書き込むとコードが付きます',
    },
    en: {
      what: 'Sheet "{found}" has no code (a form, settings or decisions, or an older version wrote it)',
      effect: 'It was not verified',
      cure: 'Results and papers get one when they are written anew',
    },
  },
  'nothing-to-verify': {
    code: 'E-954',
    severity: 'stop',
    ja: {
      what: '「{found}」に、資料コードで確認できるシートがありません',
      effect: '何も確認していません',
      cure: '採点結果か資料を書き込んだブックを指定してください',
    },
    en: {
      what: '"{found}" has no sheet that can be verified by its code',
      effect: 'Nothing was verified',
      cure: 'Give a workbook with results or papers',
    },
  },
  'verify-needs-file': {
    code: 'E-955',
    severity: 'stop',
    ja: {
      what: '確認するブックが指定されていません',
      effect: '何も確認していません',
      cure: 'npm run score -- verify 資料.xlsx のように指定してください',
    },
    en: {
      what: 'No workbook to verify was given',
      effect: 'Nothing was verified',
      cure: 'Give it like this: npm run score -- verify 資料.xlsx',
    },
  },
} as const satisfies Readonly<Record<string, ProblemText>>;
