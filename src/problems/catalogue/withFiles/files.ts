import type { ProblemText } from '../../text';

/** Files that cannot be opened, or only in part. */
export const fileTexts = {
  'file-missing': {
    code: 'E-101',
    severity: 'stop',
    ja: {
      what: 'ファイル「{found}」が見つかりません',
      effect: 'このファイルは読んでいません',
      cure: '場所と名前を確認してください',
    },
    en: { what: 'File "{found}" was not found', effect: 'The file was not read', cure: 'Check its folder and name' },
  },
  'file-empty': {
    code: 'E-102',
    severity: 'stop',
    ja: {
      what: 'ファイル「{found}」は空です',
      effect: 'このファイルは読んでいません',
      cure: '正しいファイルを選び直してください',
    },
    en: { what: 'File "{found}" is empty', effect: 'The file was not read', cure: 'Choose the right file' },
  },
  'file-unknown': {
    code: 'E-104',
    severity: 'stop',
    ja: {
      what: '「{found}」は Excel ブックとして読めない形式です',
      effect: 'このファイルは読んでいません',
      cure: 'Excel で開き、「Excel ブック (*.xlsx)」で保存し直してください',
    },
    en: {
      what: '"{found}" is not in a format that can be read as a workbook',
      effect: 'The file was not read',
      cure: 'Open it in Excel and save it as "Excel Workbook (*.xlsx)"',
    },
  },
  'file-xls': {
    code: 'E-105',
    severity: 'stop',
    ja: {
      what: '「{found}」は旧形式（.xls）です',
      effect: 'このファイルは読んでいません',
      cure: 'Excel で開き、「Excel ブック (*.xlsx)」で保存し直してください',
    },
    en: {
      what: '"{found}" is in the old .xls format',
      effect: 'The file was not read',
      cure: 'Open it in Excel and save it as "Excel Workbook (*.xlsx)"',
    },
  },
  'file-xlsb': {
    code: 'E-106',
    severity: 'stop',
    ja: {
      what: '「{found}」はバイナリ形式（.xlsb）です',
      effect: 'このファイルは読んでいません',
      cure: 'Excel で開き、「Excel ブック (*.xlsx)」で保存し直してください',
    },
    en: {
      what: '"{found}" is in the binary .xlsb format',
      effect: 'The file was not read',
      cure: 'Open it in Excel and save it as "Excel Workbook (*.xlsx)"',
    },
  },
  'file-password': {
    code: 'E-107',
    severity: 'stop',
    ja: {
      what: '「{found}」はパスワードで保護されています',
      effect: 'このファイルは読んでいません',
      cure: 'Excel で開き、「ファイル」→「情報」→「ブックの保護」でパスワードを外した写しを作ってください',
    },
    en: {
      what: '"{found}" is protected by a password',
      effect: 'The file was not read',
      cure: 'Open it in Excel and make a copy without the password (File, Info, Protect Workbook)',
    },
  },
  'file-html': {
    code: 'E-108',
    severity: 'stop',
    ja: {
      what: '「{found}」の中身はウェブページ（HTML）です',
      effect: 'このファイルは読んでいません',
      cure: 'Excel で開き、「Excel ブック (*.xlsx)」で保存し直してください',
    },
    en: {
      what: '"{found}" is a web page (HTML) inside',
      effect: 'The file was not read',
      cure: 'Open it in Excel and save it as "Excel Workbook (*.xlsx)"',
    },
  },
  'file-pdf': {
    code: 'E-109',
    severity: 'stop',
    ja: {
      what: '「{found}」の中身は PDF です',
      effect: 'このファイルは読んでいません',
      cure: '元の Excel ファイルを選んでください',
    },
    en: {
      what: '"{found}" is a PDF inside',
      effect: 'The file was not read',
      cure: 'Choose the Excel file it was made from',
    },
  },
  'file-strict': {
    code: 'E-110',
    severity: 'stop',
    ja: {
      what: '「{found}」は「Strict Open XML」形式です',
      effect: 'このファイルは読んでいません',
      cure: 'Excel で開き、種類「Excel ブック (*.xlsx)」で保存し直してください',
    },
    en: {
      what: '"{found}" is a "Strict Open XML" workbook',
      effect: 'The file was not read',
      cure: 'Open it in Excel and save it as the plain "Excel Workbook (*.xlsx)"',
    },
  },
  'file-damaged': {
    code: 'E-111',
    severity: 'stop',
    ja: {
      what: '「{found}」は壊れていて読めません',
      effect: 'このファイルは読んでいません',
      cure: '元のファイルを入手し直すか、Excel の「開いて修復」で開いて保存し直してください',
    },
    en: {
      what: '"{found}" is damaged and cannot be read',
      effect: 'The file was not read',
      cure: 'Get the original again, or open it with "Open and Repair" in Excel and save it',
    },
  },
  'file-suspicious': {
    code: 'E-112',
    severity: 'stop',
    ja: {
      what: '「{found}」は安全に読めません（{detail}）',
      effect: 'このファイルは読んでいません',
      cure: '作成元に確認し、Excel で開いて「Excel ブック (*.xlsx)」で保存し直してください',
    },
    en: {
      what: '"{found}" cannot be read safely ({detail})',
      effect: 'The file was not read',
      cure: 'Ask where it comes from, then open it in Excel and save it as "Excel Workbook (*.xlsx)"',
    },
  },
  'file-unpacks-too-large': {
    code: 'E-113',
    severity: 'stop',
    ja: {
      what: '「{found}」は展開すると大きすぎます（{detail}）',
      effect: 'このファイルは読んでいません',
      cure: '不要なシート・書式・画像を除いた写しを作ってください',
    },
    en: {
      what: '"{found}" is too large when unpacked ({detail})',
      effect: 'The file was not read',
      cure: 'Make a copy without sheets, formats and pictures you do not need',
    },
  },
  'sheet-out-of-bounds': {
    code: 'E-115',
    severity: 'stop',
    ja: {
      what: 'シートの外を指すセルがあります（{found}）',
      effect: 'このファイルは読んでいません',
      cure: 'Excel で開いて「Excel ブック (*.xlsx)」で保存し直してください',
    },
    en: {
      what: 'A cell lies outside the sheet ({found})',
      effect: 'The file was not read',
      cure: 'Open it in Excel and save it as "Excel Workbook (*.xlsx)"',
    },
  },
  'file-garbled': {
    code: 'E-116',
    severity: 'stop',
    ja: {
      what: '「{found}」の文字コードを判別できません',
      effect: 'このファイルは読んでいません',
      cure: '作ったソフトで、文字コードに UTF-8 か Shift_JIS を選んで書き出し直してください（読めるのはほかに UTF-16、EUC-JP、JIS）',
    },
    en: {
      what: 'The character encoding of "{found}" cannot be told',
      effect: 'The file was not read',
      cure: 'Write it anew in the program that made it, as UTF-8 or Shift_JIS (UTF-16, EUC-JP and JIS are read, too)',
    },
  },
  'file-no-sheets': {
    code: 'E-117',
    severity: 'stop',
    ja: {
      what: '「{found}」にワークシートがありません',
      effect: 'このファイルは読んでいません',
      cure: '回答の入ったファイルを選んでください',
    },
    en: {
      what: '"{found}" has no worksheets',
      effect: 'The file was not read',
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
  'cell-not-entered': {
    code: 'E-980',
    severity: 'stop',
    ja: {
      what: 'このセルは、ここでは直せません（{detail}）',
      effect: 'セルは変えていません',
      cure: '「保存」のあと Excel で直してください',
    },
    en: {
      what: 'This cell cannot be changed here ({detail})',
      effect: 'The cell was not changed',
      cure: 'Save, then change it in Excel',
    },
  },
  'file-changed-outside': {
    code: 'E-981',
    severity: 'stop',
    ja: {
      what: '「{found}」は、開いたあとに別の人かプログラムが変えています',
      effect: '何も書き込んでいません',
      cure: '［保存］で別のファイルに残すか、開き直してください',
    },
    en: {
      what: '"{found}" was changed by somebody else since it was opened',
      effect: 'Nothing was written',
      cure: 'Save it as another file, or open it again',
    },
  },
  'thread-never-answers': {
    code: 'E-982',
    severity: 'info',
    ja: {
      what: 'ブラウザーの別スレッド（Web Worker）が応答しないため、この画面で読みます',
      effect: '結果は同じです。大きなファイルは、読み終わるまで時間がかかります',
      cure: '時間がかかりすぎるときは、ブラウザーを開き直すか、別のブラウザー（Edge・Chrome）で開いてください',
    },
    en: {
      what: 'A thread of the browser (Web Worker) does not answer; the page itself reads instead',
      effect: 'The results are the same. Large files take longer to be read',
      cure: 'If it takes too long, restart the browser, or open the page in another one (Edge, Chrome)',
    },
  },
  'thread-fell-silent': {
    code: 'E-983',
    severity: 'stop',
    ja: {
      what: '「{found}」の処理が20秒進まないため、打ち切りました',
      effect: 'このファイルは変えていません',
      cure: 'もう一度実行してください。続くときは、要らないシート・行・列を削るか、回答の表だけを新しいブックに写してください',
    },
    en: {
      what: 'Work on "{found}" did not move for 20 seconds and was broken off',
      effect: 'The file was not changed',
      cure: 'Try again. If it happens again, remove sheets, rows and columns that are not needed, or copy the answers into a new workbook',
    },
  },
  'cell-in-some-workbook': {
    code: 'E-990',
    severity: 'stop',
    ja: {
      what: 'シート「{found}」が、どのブックのものか決まりません',
      effect: 'セルへは移動していません',
      cure: '「結果」の表で市町村を選んでから、もう一度押してください',
    },
    en: {
      what: 'Several workbooks have a sheet "{found}"',
      effect: 'No cell was gone to',
      cure: 'Choose a municipality in the table of results first, then press again',
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
} as const satisfies Readonly<Record<string, ProblemText>>;
