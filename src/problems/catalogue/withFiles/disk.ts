import type { ProblemText } from '../../text';

/** Files as they are written: on disk, in other hands, changed meanwhile. */
export const diskTexts = {
  'file-open': {
    code: 'E-936',
    severity: 'stop',
    ja: {
      what: '「{found}」は、ほかで開かれています（{who}）',
      effect: '何も書いていません',
      cure: '閉じてから、もう一度実行してください（だれも開いていなければ、異常終了の残りです。同じフォルダーにある隠しファイル「{lock}」を消してください）',
    },
    en: {
      what: '"{found}" is open elsewhere ({who})',
      effect: 'Nothing was written',
      cure: 'Close it and run again (if nobody has it open, a program was killed: delete the hidden file "{lock}" beside it)',
    },
  },
  'changed-meanwhile': {
    code: 'E-937',
    severity: 'stop',
    ja: {
      what: '「{found}」は、読んでから書くまでの間に、ほかで保存されました',
      effect: '何も書いていません。保存された内容はそのままです',
      cure: 'ほかで編集していないことを確認して、もう一度実行してください',
    },
    en: {
      what: '"{found}" was saved by somebody else between our reading and writing',
      effect: 'Nothing was written; what was saved stays as it is',
      cure: 'Make sure that nobody edits it, and run again',
    },
  },
  'file-read-only': {
    code: 'E-938',
    severity: 'stop',
    ja: {
      what: '「{found}」は読み取り専用です',
      effect: '何も書いていません',
      cure: 'ファイルのプロパティの「読み取り専用」を外すか、別の名前で書き出してください',
    },
    en: {
      what: '"{found}" is read-only',
      effect: 'Nothing was written',
      cure: 'Lift the read-only attribute of the file, or write under another name',
    },
  },
  'open-result-kept': {
    code: 'E-939',
    severity: 'info',
    ja: {
      what: '「{name}」は、ほかで開かれています（{who}）',
      effect: 'そのまま残し、今回は「{found}」に書きます',
      cure: '',
    },
    en: {
      what: '"{name}" is open elsewhere ({who})',
      effect: 'It stays as it is; this run writes "{found}"',
      cure: '',
    },
  },
  'signature-breaks': {
    code: 'E-940',
    severity: 'check',
    ja: {
      what: '「{found}」には電子署名があります',
      effect: '書き込むと、署名は無効になります',
      cure: '署名のある元のファイルが要るときは、写しを取り、書き込んだあとに署名し直してください',
    },
    en: {
      what: '"{found}" is digitally signed',
      effect: 'Writing into it makes the signature invalid',
      cure: 'Keep a copy if you need the signed file, and sign again afterwards',
    },
  },
  'write-reserved': {
    code: 'E-941',
    severity: 'check',
    ja: {
      what: '「{found}」は、書き込みに許可が要るか、読み取り専用で開くことを勧めるブックです',
      effect: '指定のとおり書き込みます。この設定はそのまま残ります',
      cure: '書き込んでよいかを、設定した人に確認してください',
    },
    en: {
      what: '"{found}" asks for a password to write, or to be opened read-only',
      effect: 'It is written as you asked; the setting stays',
      cure: 'Ask whoever set it whether the workbook may be changed',
    },
  },
  'marked-final': {
    code: 'E-942',
    severity: 'check',
    ja: {
      what: '「{found}」は「最終版」に設定されています',
      effect: '指定のとおり書き込みます。「最終版」の印はそのまま残ります',
      cure: '最終版を変えてよいかを確認してください',
    },
    en: {
      what: '"{found}" is marked as final',
      effect: 'It is written as you asked; the mark stays',
      cure: 'Make sure that the final version may be changed',
    },
  },
  'shared-workbook': {
    code: 'E-943',
    severity: 'check',
    ja: {
      what: '「{found}」は共有ブックで、変更の履歴があります',
      effect: '書き込む内容は履歴に残らず、ほかの人が開いていると、その保存とぶつかることがあります',
      cure: 'ほかの人が開いていないことを確認するか、共有を解除してから書き込んでください',
    },
    en: {
      what: '"{found}" is a shared workbook with a history of changes',
      effect: 'What is written does not enter the history, and may clash with what others save',
      cure: 'Make sure that nobody has it open, or stop sharing it first',
    },
  },
  'hard-links-part': {
    code: 'E-944',
    severity: 'check',
    ja: {
      what: '「{found}」の中身は、別の名前（ハードリンク）からも使われています',
      effect: '書き込むのはこの名前のファイルだけで、別の名前のほうは元のままです',
      cure: '両方を同じにしたいときは、書き込んだあとにリンクを作り直してください',
    },
    en: {
      what: 'The content of "{found}" has another name, too (a hard link)',
      effect: 'Only the file of this name is written; the other keeps the old content',
      cure: 'Make the link anew afterwards if both shall be the same',
    },
  },
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
  'sheets-of-another-year': {
    code: 'E-737',
    severity: 'check',
    ja: {
      what: '{found}は{year}の結果です',
      effect: '今回の採点の値で置き換えます',
      cure: '残すときは、実行前の写しで先にシート名に年度を付けて（例：{name}）、もう一度実行してください',
    },
    en: {
      what: '{found} hold the result of {year}',
      effect: 'They are replaced with the values of this run',
      cure: 'To keep them, put the year into the names of the sheets of a copy of the file ({name}) and run again',
    },
  },
  'sheets-of-another-municipality': {
    code: 'E-738',
    severity: 'check',
    ja: {
      what: '{found}に{detail}の結果があります',
      effect: '{expected}の採点の値で置き換えます',
      cure: '残すときは、実行前の写しで先にシート名に市町村名を付けて（例：{name}）、もう一度実行してください',
    },
    en: {
      what: '{found} hold the result of {detail}',
      effect: 'They are replaced with the values of {expected}',
      cure: 'To keep them, put the municipality into the names of the sheets of a copy of the file ({name}) and run again',
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
} as const satisfies Readonly<Record<string, ProblemText>>;
