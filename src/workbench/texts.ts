import type { Language } from '../problems';

/** The words of the page around the pane, which brings its own. */
const ja = {
  title: '交付金の採点',
  open: 'ブックを開く',
  sample: '見本を開く',
  form: '白紙の回答票',
  heading: '回答のブックを開いてください',
  lines: [
    '［ブックを開く］を押すか、ファイルをここへドロップします。複数のブックも一度に開けます。',
    '右側に得点・確認・資料が出ます。回答のセルは表の中で直せます。',
    '結果はブックのシートとして書き込み、［保存］で .xlsx に残します。ほかの部分は変えません。',
  ],
  privacy: 'ファイルはこのパソコンの中だけで読みます。どこにも送りません。',
  lesson: '使い方と10分の練習',
  reading: (name: string) => `「${name}」を読み取り中…`,
  cancel: '中止',
  save: '保存',
  saveInPlace: '上書き保存',
  saved: (name: string) => `「${name}」を保存しました`,
  together: 'まとめて一覧',
  writeAll: 'すべてに書き込む',
  saveAll: 'すべて保存',
  written: (books: number, of: number) =>
    books === of
      ? `${String(of)}ブックに結果のシートを書き込みました`
      : `${String(of)}ブックのうち${String(books)}ブックに書き込みました。残りはブックを選ぶと理由が出ます`,
  unsaved: '未保存',
  books: '開いているブック',
  close: (name: string) => `「${name}」を閉じる`,
  closing: (name: string) => `「${name}」に保存していない内容があります`,
  closeAnyway: '保存せずに閉じる',
  back: '戻る',
  dismiss: '閉じる',
  sheets: 'シート',
  cell: '選択したセルの内容',
  grid: '表',
  pane: '採点',
  hidden: '非表示',
  loadingSheet: '表を準備中…',
  papers: '図・印刷',
  print: '印刷',
  pages: (count: number) => `A4で${String(count)}ページ`,
  pageOf: (page: number, pages: number) => `${String(pages)}ページ中${String(page)}ページ`,
  drop: 'ここにドロップして開く',
};

export type WorkbenchTexts = typeof ja;

const en: WorkbenchTexts = {
  title: 'Incentive grant score',
  open: 'Open a workbook',
  sample: 'Open the sample',
  form: 'Blank answer form',
  heading: 'Open the workbook with the answers',
  lines: [
    'Press Open a workbook, or drop files here; several at once are fine.',
    'Points, checks and papers appear on the right. Answers can be corrected in the grid.',
    'Results are written as sheets of the workbook; Save keeps them as .xlsx. Nothing else of it changes.',
  ],
  privacy: 'Files are read on this computer only. Nothing is sent anywhere.',
  lesson: 'How to use it, with a ten-minute lesson',
  reading: (name) => `Reading "${name}"…`,
  cancel: 'Cancel',
  save: 'Save',
  saveInPlace: 'Save in place',
  saved: (name) => `"${name}" was saved`,
  together: 'Put together',
  writeAll: 'Write into all',
  saveAll: 'Save all',
  written: (books, of) =>
    books === of
      ? `The result sheets were written into ${String(of)} workbooks`
      : `Written into ${String(books)} of ${String(of)} workbooks; choose each of the others to see why`,
  unsaved: 'not saved',
  books: 'Open workbooks',
  close: (name) => `Close "${name}"`,
  closing: (name) => `"${name}" has changes that are not saved`,
  closeAnyway: 'Close without saving',
  back: 'Back',
  dismiss: 'Dismiss',
  sheets: 'Sheets',
  cell: 'Content of the selected cell',
  grid: 'Grid',
  pane: 'Score',
  hidden: 'hidden',
  loadingSheet: 'Preparing the grid…',
  papers: 'Charts and print',
  print: 'Print',
  pages: (count) => (count === 1 ? '1 page of A4' : `${String(count)} pages of A4`),
  pageOf: (page, pages) => `Page ${String(page)} of ${String(pages)}`,
  drop: 'Drop here to open',
};

export const workbenchTexts = (language: Language): WorkbenchTexts => (language === 'ja' ? ja : en);
