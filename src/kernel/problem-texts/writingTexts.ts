import type { ProblemText } from './problemText';

/** What is said of our own sheets when they are written: values overwritten, sheets put elsewhere. */
export const writingTexts = {
  'sheet-edited': {
    code: 'E-718',
    severity: 'check',
    ja: {
      what: 'シート「{found}」の、こちらで書いた範囲に、前回の書き込みの後で手で変えた値があります',
      effect: 'その範囲を今回の採点の値で上書きします（変わるセル：{cells}）',
      cure: '残したい値は、実行前の写しから表の外（右か下）へ移してください',
    },
    en: {
      what: 'Sheet {found} holds values that were changed by hand since we wrote it',
      effect: 'They are overwritten with the values of this run (cells that change: {cells})',
      cure: 'Move what you want to keep from a copy of the file to cells outside our table',
    },
  },
  'sheet-elsewhere': {
    code: 'E-719',
    severity: 'info',
    ja: {
      what: '「{name}」は、新しいシート「{found}」に書きます',
      effect: '同じ名前のシートがあり、こちらで書き換えてよいものではないため、そのまま残しています',
      cure: '古いシートが要らなければ削除してください',
    },
    en: {
      what: '{name} is written to the new sheet {found}',
      effect: 'A sheet of that name exists that is not ours to overwrite; it stays as it is',
      cure: 'Delete the old sheet if you need it no more',
    },
  },
} as const satisfies Record<string, ProblemText>;
