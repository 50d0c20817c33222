import type { ProblemText } from '../text';

/** Files that cannot be opened, or only in part. */
export const fileTexts = {
  'file-missing': {
    code: 'E-101',
    severity: 'stop',
    ja: {
      what: 'ファイル「{found}」が見つかりません',
      effect: '何も採点していません',
      cure: '場所と名前を確かめてください',
    },
    en: { what: 'File "{found}" was not found', effect: 'Nothing was scored', cure: 'Check its folder and name' },
  },
  'file-empty': {
    code: 'E-102',
    severity: 'stop',
    ja: {
      what: 'ファイル「{found}」は空です',
      effect: '何も採点していません',
      cure: '正しいファイルを選び直してください',
    },
    en: { what: 'File "{found}" is empty', effect: 'Nothing was scored', cure: 'Choose the right file' },
  },
  'file-too-large': {
    code: 'E-103',
    severity: 'stop',
    ja: {
      what: 'ファイル「{found}」が大きすぎます（{size} MB、上限 {limit} MB）',
      effect: '何も採点していません',
      cure: '画像や不要なシートを除いた写しを作ってください',
    },
    en: {
      what: 'File "{found}" is too large ({size} MB, limit {limit} MB)',
      effect: 'Nothing was scored',
      cure: 'Make a copy without pictures and sheets you do not need',
    },
  },
  'file-unknown': {
    code: 'E-104',
    severity: 'stop',
    ja: {
      what: '「{found}」は Excel ブックとして読めない形式です',
      effect: '何も採点していません',
      cure: 'Excel で開き、「Excel ブック (*.xlsx)」で保存し直してください',
    },
    en: {
      what: '"{found}" is not in a format that can be read as a workbook',
      effect: 'Nothing was scored',
      cure: 'Open it in Excel and save it as "Excel Workbook (*.xlsx)"',
    },
  },
  'file-xls': {
    code: 'E-105',
    severity: 'stop',
    ja: {
      what: '「{found}」は旧形式（.xls）です',
      effect: '何も採点していません',
      cure: 'Excel で開き、「Excel ブック (*.xlsx)」で保存し直してください',
    },
    en: {
      what: '"{found}" is in the old .xls format',
      effect: 'Nothing was scored',
      cure: 'Open it in Excel and save it as "Excel Workbook (*.xlsx)"',
    },
  },
  'file-xlsb': {
    code: 'E-106',
    severity: 'stop',
    ja: {
      what: '「{found}」はバイナリ形式（.xlsb）です',
      effect: '何も採点していません',
      cure: 'Excel で開き、「Excel ブック (*.xlsx)」で保存し直してください',
    },
    en: {
      what: '"{found}" is in the binary .xlsb format',
      effect: 'Nothing was scored',
      cure: 'Open it in Excel and save it as "Excel Workbook (*.xlsx)"',
    },
  },
  'file-password': {
    code: 'E-107',
    severity: 'stop',
    ja: {
      what: '「{found}」はパスワードで保護されています',
      effect: '何も採点していません',
      cure: 'Excel で開き、「ファイル」→「情報」→「ブックの保護」でパスワードを外した写しを作ってください',
    },
    en: {
      what: '"{found}" is protected by a password',
      effect: 'Nothing was scored',
      cure: 'Open it in Excel and make a copy without the password (File, Info, Protect Workbook)',
    },
  },
  'file-html': {
    code: 'E-108',
    severity: 'stop',
    ja: {
      what: '「{found}」の中身はウェブページ（HTML）です',
      effect: '何も採点していません',
      cure: 'Excel で開き、「Excel ブック (*.xlsx)」で保存し直してください',
    },
    en: {
      what: '"{found}" is a web page (HTML) inside',
      effect: 'Nothing was scored',
      cure: 'Open it in Excel and save it as "Excel Workbook (*.xlsx)"',
    },
  },
  'file-pdf': {
    code: 'E-109',
    severity: 'stop',
    ja: {
      what: '「{found}」の中身は PDF です',
      effect: '何も採点していません',
      cure: '元の Excel ファイルを選んでください',
    },
    en: {
      what: '"{found}" is a PDF inside',
      effect: 'Nothing was scored',
      cure: 'Choose the Excel file it was made from',
    },
  },
  'file-strict': {
    code: 'E-110',
    severity: 'stop',
    ja: {
      what: '「{found}」は「Strict Open XML」形式です',
      effect: '何も採点していません',
      cure: 'Excel で開き、種類「Excel ブック (*.xlsx)」で保存し直してください',
    },
    en: {
      what: '"{found}" is a "Strict Open XML" workbook',
      effect: 'Nothing was scored',
      cure: 'Open it in Excel and save it as the plain "Excel Workbook (*.xlsx)"',
    },
  },
  'file-damaged': {
    code: 'E-111',
    severity: 'stop',
    ja: {
      what: '「{found}」は壊れていて読めません',
      effect: '何も採点していません',
      cure: '元のファイルを入手し直すか、Excel の「開いて修復」で開いて保存し直してください',
    },
    en: {
      what: '"{found}" is damaged and cannot be read',
      effect: 'Nothing was scored',
      cure: 'Get the original again, or open it with "Open and Repair" in Excel and save it',
    },
  },
  'file-suspicious': {
    code: 'E-112',
    severity: 'stop',
    ja: {
      what: '「{found}」は安全に読めません（{detail}）',
      effect: '何も採点していません',
      cure: '作成元に確かめ、Excel で開いて「Excel ブック (*.xlsx)」で保存し直してください',
    },
    en: {
      what: '"{found}" cannot be read safely ({detail})',
      effect: 'Nothing was scored',
      cure: 'Ask where it comes from, then open it in Excel and save it as "Excel Workbook (*.xlsx)"',
    },
  },
  'file-unpacks-too-large': {
    code: 'E-113',
    severity: 'stop',
    ja: {
      what: '「{found}」は展開すると大きすぎます（{detail}）',
      effect: '何も採点していません',
      cure: '不要なシート・書式・画像を除いた写しを作ってください',
    },
    en: {
      what: '"{found}" is too large when unpacked ({detail})',
      effect: 'Nothing was scored',
      cure: 'Make a copy without sheets, formats and pictures you do not need',
    },
  },
  'sheet-too-large': {
    code: 'E-114',
    severity: 'stop',
    ja: {
      what: 'シートの使用範囲が大きすぎます（{found}、上限 {expected} セル）',
      effect: '何も採点していません',
      cure: '表の右と下の空の行・列を削除して保存し直してください',
    },
    en: {
      what: 'The used range of the sheet is too large ({found}, limit {expected} cells)',
      effect: 'Nothing was scored',
      cure: 'Delete the empty rows and columns right of and below the table, and save',
    },
  },
  'sheet-out-of-bounds': {
    code: 'E-115',
    severity: 'stop',
    ja: {
      what: 'シートの外を指すセルがあります（{found}）',
      effect: '何も採点していません',
      cure: 'Excel で開いて「Excel ブック (*.xlsx)」で保存し直してください',
    },
    en: {
      what: 'A cell lies outside the sheet ({found})',
      effect: 'Nothing was scored',
      cure: 'Open it in Excel and save it as "Excel Workbook (*.xlsx)"',
    },
  },
  'file-garbled': {
    code: 'E-116',
    severity: 'stop',
    ja: {
      what: '「{found}」の文字コードを判別できません',
      effect: '何も採点していません',
      cure: '作ったソフトで、文字コードに UTF-8 か Shift_JIS を選んで書き出し直してください（読めるのはほかに UTF-16、EUC-JP、JIS）',
    },
    en: {
      what: 'The character encoding of "{found}" cannot be told',
      effect: 'Nothing was scored',
      cure: 'Write it anew in the program that made it, as UTF-8 or Shift_JIS (UTF-16, EUC-JP and JIS are read, too)',
    },
  },
  'reading-too-slow': {
    code: 'E-131',
    severity: 'stop',
    ja: {
      what: '「{found}」を読むのに時間がかかりすぎるため、打ち切りました（上限 20 秒）',
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
  'quote-not-closed': {
    code: 'E-130',
    severity: 'check',
    ja: {
      what: '{line} 行目で始まる引用符（"）が閉じられていません',
      effect: 'そこから後の行は、すべて 1 つのセルの文字として読んでいます',
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
      what: 'シート「{found}」は使用範囲が大きすぎるため読んでいません（{size}、上限は全シートで {expected} セル）',
      effect: 'このシートにある回答や設定は使っていません',
      cure: '表の右と下の空の行・列を削除するか、要らないシートを除いて保存し直してください',
    },
    en: {
      what: 'Sheet "{found}" was not read because its used range is too large ({size}; all sheets together may have {expected} cells)',
      effect: 'Answers and settings on it are not used',
      cure: 'Delete the empty rows and columns right of and below the table, or leave out sheets you do not need, and save',
    },
  },
  'links-left-out': {
    code: 'E-135',
    severity: 'info',
    ja: {
      what: 'シート「{found}」のリンクが {expected} 件を超えるため、後の {count} 件をリンクなしの文字にしました（Excel の上限）',
      effect: '得点と回答は変わりません。リンクのない行も、回答のセルの場所は書いてあります',
      cure: 'リンクが要るときは、ファイルを分けて採点してください',
    },
    en: {
      what: 'Sheet "{found}" would have more than {expected} links, which is what Excel allows; the last {count} are plain text',
      effect: 'Points and answers are the same; the place of each answer is written all the same',
      cure: 'Score fewer files at a time where the links are needed',
    },
  },
  'memory-runs-short': {
    code: 'E-136',
    severity: 'stop',
    ja: {
      what: 'メモリーが足りなくなる前に、読むのを止めました。{of} 件のうち「{found}」からの {count} 件は読んでいません',
      effect: 'そこまでに読んだ {read} 件だけを採点しています',
      cure: '残りのファイルを別に採点するか、フォルダーを都道府県などに分けて実行してください',
    },
    en: {
      what: 'Reading was stopped before the memory ends: of {of} files, {count} from "{found}" on were not read',
      effect: 'Only the {read} files before were scored',
      cure: 'Score the other files by themselves, or split the folder, for example by prefecture',
    },
  },
  'file-no-sheets': {
    code: 'E-117',
    severity: 'stop',
    ja: {
      what: '「{found}」にワークシートがありません',
      effect: '何も採点していません',
      cure: '回答の入ったファイルを選んでください',
    },
    en: {
      what: '"{found}" has no worksheets',
      effect: 'Nothing was scored',
      cure: 'Choose the file that holds the answers',
    },
  },
  'file-cannot-refresh': {
    code: 'E-118',
    severity: 'stop',
    ja: {
      what: '「{found}」にはシートを書き足せません（{detail}）',
      effect: '何も書き込んでいません',
      cure: '書き込み先を新しい .xlsx にしてください',
    },
    en: {
      what: 'Sheets cannot be added to "{found}" ({detail})',
      effect: 'Nothing was written',
      cure: 'Write to a new .xlsx file instead',
    },
  },
  'file-protected-structure': {
    code: 'E-119',
    severity: 'stop',
    ja: {
      what: '「{found}」はブックの構成が保護されています',
      effect: '何も書き込んでいません',
      cure: 'Excel の「校閲」→「ブックの保護」を外すか、新しい .xlsx に書き出してください',
    },
    en: {
      what: 'The structure of "{found}" is protected',
      effect: 'Nothing was written',
      cure: 'Lift the protection in Excel (Review, Protect Workbook) or write to a new .xlsx file',
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
      cure: '回答であれば、Excel で「Excel ブック (*.xlsx)」にしたものを同じフォルダーに入れてください（圧縮ファイルは展開してください）',
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
      what: 'The folder holds too many files ({found}; at most {expected} workbooks)',
      effect: 'Nothing was scored',
      cure: 'Name a folder that holds only the workbooks of answers',
    },
  },
} as const satisfies Record<string, ProblemText>;
