import type { ProblemText } from '../../text';

/** Runs over folders and many workbooks, and what they may take of time and memory. */
export const runTexts = {
  'reading-too-slow': {
    code: 'E-131',
    severity: 'stop',
    ja: {
      what: '「{found}」を読むのに時間がかかりすぎるため、打ち切りました（上限20秒）',
      effect: 'このファイルは採点していません',
      cure: '要らないシート・行・列を削るか、回答の表だけを新しいブックに写して保存し直してください',
    },
    en: {
      what: 'Reading "{found}" took too long and was broken off (at most 20 seconds)',
      effect: 'This file was not scored',
      cure: 'Remove sheets, rows and columns that are not needed, or copy the answers into a new workbook',
    },
  },
  'reading-out-of-memory': {
    code: 'E-132',
    severity: 'stop',
    ja: {
      what: '「{found}」を読むのに、メモリーが足りません',
      effect: 'このファイルは採点していません',
      cure: '要らないシート・行・列を削るか、回答の表だけを新しいブックに写して保存し直してください',
    },
    en: {
      what: 'There is not enough memory to read "{found}"',
      effect: 'This file was not scored',
      cure: 'Remove sheets, rows and columns that are not needed, or copy the answers into a new workbook',
    },
  },
  'out-of-memory': {
    code: 'E-133',
    severity: 'stop',
    ja: {
      what: 'メモリーが足りません',
      effect: '何も書いていません',
      cure: 'ほかのソフトを閉じるか、ファイルを分けて実行してください',
    },
    en: {
      what: 'There is not enough memory',
      effect: 'Nothing was written',
      cure: 'Close other programs, or run with fewer files at a time',
    },
  },
  'memory-runs-short': {
    code: 'E-136',
    severity: 'stop',
    ja: {
      what: 'メモリーが足りなくなる前に、読むのを止めました。{of}件のうち「{found}」からの{count}件は読んでいません',
      effect: 'そこまでに読んだ{read}件だけを採点しています',
      cure: '残りのファイルを別に採点するか、フォルダーを都道府県などに分けて実行してください',
    },
    en: {
      what: 'Reading was stopped before the memory ends: of {of:file|files}, {count:was|were} not read (from "{found}" on)',
      effect: 'Only what was read before was scored ({read:file|files})',
      cure: 'Score the other files by themselves, or split the folder, for example by prefecture',
    },
  },
  'own-results-left-out': {
    code: 'E-468',
    severity: 'info',
    ja: { what: '「{found}」はこの採点の結果のブックなので、読んでいません', effect: '', cure: '' },
    en: { what: '"{found}" is a workbook of results made here and was not read', effect: '', cure: '' },
  },
  'file-temporary': {
    code: 'E-469',
    severity: 'info',
    ja: {
      what: '一時ファイルは読んでいません（{count}件：{found}）',
      effect: '',
      cure: 'ブックを開いている人がいれば、保存して閉じてから採点し直してください',
    },
    en: {
      what: 'Temporary files were not read ({count}: {found})',
      effect: '',
      cure: 'If somebody has the workbook open, save and close it, then score again',
    },
  },
  'file-is-document': {
    code: 'E-470',
    severity: 'check',
    ja: {
      what: '表のブックでないファイルは読んでいません（{count}件：{found}）',
      effect: '中に回答があっても採点していません',
      cure: '回答であれば、Excel で「Excel ブック (*.xlsx)」にしたものを同じフォルダーに入力してください（圧縮ファイルは展開してください）',
    },
    en: {
      what: 'Files that are no workbooks were not read ({count}: {found})',
      effect: 'Answers in them are not scored',
      cure: 'If they are answers, put them into the folder as "Excel Workbook (*.xlsx)" (unpack archives)',
    },
  },
  'file-ignored': {
    code: 'E-471',
    severity: 'info',
    ja: { what: '回答のブックでないファイルは読んでいません（{count}件：{found}）', effect: '', cure: '' },
    en: { what: 'Files that are no workbooks of answers were not read ({count}: {found})', effect: '', cure: '' },
  },
  'link-not-followed': {
    code: 'E-472',
    severity: 'check',
    ja: {
      what: 'リンク・ショートカットの先は読んでいません（{count}件：{found}）',
      effect: '先にあるブックは採点していません',
      cure: '元のブックをフォルダーに入れるか、直接指定してください',
    },
    en: {
      what: 'Links and shortcuts were not followed ({count}: {found})',
      effect: 'Workbooks they lead to are not scored',
      cure: 'Put the workbook itself into the folder, or name it',
    },
  },
  'folder-too-deep': {
    code: 'E-473',
    severity: 'check',
    ja: {
      what: '深すぎるフォルダーは読んでいません（{count}件：{found}）',
      effect: '中のブックは採点していません',
      cure: '回答のブックを浅いフォルダーに移すか、そのフォルダーを直接指定してください',
    },
    en: {
      what: 'Folders that lie too deep were not read ({count}: {found})',
      effect: 'Workbooks in them are not scored',
      cure: 'Move the workbooks up, or name that folder',
    },
  },
  'folder-too-large': {
    code: 'E-474',
    severity: 'stop',
    ja: {
      what: 'フォルダーのファイルが多すぎます（{found}件、上限はブック{expected}件）',
      effect: '何も採点していません',
      cure: '回答のブックだけを入れたフォルダーを指定してください',
    },
    en: {
      what: 'The folder holds too many files ({found}; at most {expected:workbook|workbooks})',
      effect: 'Nothing was scored',
      cure: 'Name a folder that holds only the workbooks of answers',
    },
  },
  'batch-empty': {
    code: 'E-461',
    severity: 'stop',
    ja: {
      what: '採点できるファイル（.xlsx .xlsm .ods .csv）が見つかりません',
      effect: '何も採点していません',
      cure: 'フォルダーの場所を確認してください',
    },
    en: { what: 'No file that can be scored was found', effect: 'Nothing was scored', cure: 'Check the folder' },
  },
  'batch-other-year': {
    code: 'E-462',
    severity: 'stop',
    ja: {
      what: '{found}年度の回答で、ほかのファイルの{expected}年度と違います',
      effect: 'このファイルは一覧に入れていません',
      cure: '年度ごとに分けて採点してください',
    },
    en: {
      what: 'The answers are of {found}, those of the other files of {expected}',
      effect: 'This file was left out',
      cure: 'Score each year by itself',
    },
  },
  'batch-joined': {
    code: 'E-478',
    severity: 'info',
    ja: { what: '「{found}」の回答を{count}件のファイルから1つにまとめました（{files}）', effect: '', cure: '' },
    en: { what: 'The answers of "{found}" were put together from {count:file|files} ({files})', effect: '', cure: '' },
  },
} as const satisfies Readonly<Record<string, ProblemText>>;
