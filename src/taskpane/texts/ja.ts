import type { ColumnUse } from '../../answers';
import type { RankBand } from '../../rank';
import { becauseWords, columnWord, sheetWords } from '../../report';

/** A number with the separators of the language. */
const count = (value: number): string => value.toLocaleString('ja-JP');

const placeText = (low: number, high: number, central: number | undefined): string => {
  if (low === high) return `${count(low)} 位`;
  const band = `${count(low)}～${count(high)} 位`;
  return central === undefined ? band : `約${count(central)} 位（${band}）`;
};

/** 読み取り */
const layout = {
  heading: '読み取った表',
  recognised: '認識した内容',
  choices: '読み取る場所を直す',
  confidence: '確からしさ',
  levels: { high: '高い', medium: '中くらい', low: '低い' },
  counts: (found: number, asked: number, unread: number) =>
    `${count(asked)} 項目のうち ${count(found)} 項目のセルを見つけました${unread > 0 ? `。うち ${count(unread)} 項目は回答を決められません` : ''}`,
  municipality: '市町村',
  severalMunicipalities: (first: string, all: number) => `${first} ほか（計 ${count(all)} 市町村）`,
  nation: (all: number) => `全国集計表：${count(all)} 市町村を採点します`,
  sheet: 'シート',
  allSheets: (all: number) => (all > 1 ? `自動（表のある ${count(all)} シートすべて）` : '自動'),
  column: '回答の列',
  allColumns: (found: string) => (found === '' ? '自動' : `自動（${found}）`),
  columnName: (letter: string, header: string) => `${letter} 列：${header}`,
  noHeader: '（見出しなし）',
  year: '年度',
  addYear: 'ファイルから年度を加える',
  yearFound: (year: string | undefined) => (year === undefined ? '自動' : `自動（${year}）`),
  samples: '読み取りの例',
  sampleColumns: ['指標', 'セル', '読み取り'],
  blank: '（空欄）',
  readAs: { met: '該当', unmet: '非該当', unanswered: '未回答', held: '決められない' },
  marks: '意味を教えてください',
  markQuestion: (mark: string, cells: number) => `「${mark}」（${count(cells)} セル）は`,
  markAnswers: { met: '該当（○）', unmet: '非該当（×）', open: '決めない' },
  changes: '前回から変わった見出し',
  change: (place: string, before: string, now: string) => `${place}：「${before}」→「${now}」`,
  confirm: 'この読み方で採点',
  again: '読み直す',
  remembered: '書き込むと、この読み方もブックに保存され、次回から使われます。',
  refused: 'このままでは採点できません',
  details: '読み取りの内容（シート・行・列）',
  because: becauseWords,
  sheetUses: sheetWords,
  columnRole: (role: ColumnUse['role']): string => columnWord(role),
  rows: (used: number, unused: number) =>
    `使った行 ${count(used)}${unused === 0 ? '' : `、使わなかった行 ${count(unused)}`}`,
  leftOut: (names: string) => `選ばれなかったので読んでいません：${names}`,
  detailColumns: ['列', '見出し', '読み方'],
  differing: (answers: number) => `（違う回答 ${count(answers)}）`,
};

/** 書き込み：報告書 */
const reports = {
  heading: '一緒に書く報告書',
  hint: '得点・指標別などの結果のシートは、いつも書き込みます。',
  names: {
    a: '資料A',
    b: '資料B',
    analysis: '指標別分析',
    prefecture: '県内一覧',
    charts: 'グラフ',
    data: '機械可読',
    plan: '取組案',
  },
  about: {
    a: '交付額と使途の資料（協議会・審議会用）',
    b: '得点と順位の資料（協議会・審議会用）',
    analysis: '取れなかった点の大きい順に並べた指標',
    prefecture: '市町村の得点と順位の一覧',
    charts: '目標別の得点率、前年度との比較、全国の分布',
    data: '1 セル 1 データの表（公開・集計用）',
    plan: '未達成の枝番ごとの加点・順位・交付額と全国の該当率',
  },
  needs: {
    a: '1 市町村だけを採点したときに作れます。',
    b: '1 市町村だけを採点したときに作れます。',
    analysis: '1 市町村の回答を採点したときに作れます。',
    prefecture: '複数の市町村の回答か、全国集計表があるときに作れます。',
    charts: '1 市町村の回答を採点したときに作れます。',
    data: '市町村の得点があるときに作れます。',
    plan: '1 市町村の回答を採点したときに作れます。',
  },
  standing: 'ブックにあるシートを更新します',
  sheets: (sheets: number) => `書き込むシート：${count(sheets)} 枚`,
};

/** 結果 */
const result = {
  heading: '採点結果',
  municipality: '市町村',
  points: (total: number, max: number) => `${count(total)} 点／${count(max)} 点`,
  provisional: (min: number, max: number) => `暫定：未確定の回答により ${count(min)}～${count(max)} 点`,
  rate: (percent: string) => `得点率 ${percent}％`,
  rank: ({ low, high, of, central }: RankBand) => `${placeText(low, high, central)}／${count(of)} 市町村`,
  noRank: 'この年度の全国の得点は登録されていません',
  basis: {
    table: '全国集計表による',
    distribution: '公表された全国の得点分布による',
    'known-pairs': '公表された得点と順位の組による範囲',
    none: '根拠となる公表値なし',
  },
  rankLabel: '全国順位',
  goals: '目標ごとの得点',
  grants: { promotion: '推進', support: '支援', common: '共通' },
  grantTotals: { promotion: '推進交付金 計', support: '支援交付金 計' },
  bar: (points: number, max: number, mean: string | undefined) =>
    `${count(points)}／${count(max)} 点${mean === undefined ? '' : `（全国平均 ${mean}）`}`,
  legend: '縦線は全国平均、点線の枠は未確定の回答で増えることのある点数です。',
  charts: 'グラフ',
  chartTable: '数値の表',
  chartCategory: '区分',
  noOutcome: '得点は取組の評価であり、要介護認定率や給付費などの成果そのものを示すものではありません。',
  checkCode: '検算コード',
  checkCodeHint: '同じ回答を同じ規則で採点すると、どの画面でも同じコードになります。',
  restore: '元に戻す',
  refresh: '更新',
  openSheet: '得点シートを開く',
  notWritten: 'この結果はまだシートに書き込まれていません。',
  sheetsWritten: (names: string) => `書き込んだシート：${names}`,
};

/** 出所 */
const source = {
  heading: 'この数字はどこから？',
  hint: '採点が書いたシートで数字のセルを選び、ボタンを押してください。',
  ask: '選んだセルの出所を見る',
  scoreFirst: '先に採点してください。採点の結果にある数字の出所を示します。',
  kindLabel: '種類',
  kinds: {
    answers: '回答を採点した値',
    told: '設定に入力された値',
    published: '公表された値',
    table: '全国集計表からの値',
    rules: '評価指標の規則（配点など）',
    plan: '配分計画または試算による額',
    computed: '同じシートの値からの計算',
  },
  printed: '印字',
  text: '出所',
  jump: '元のセルへ移動',
  noFigure: 'このセルに、出所を示す数字はありません。見出しか、空欄か、ご自分で書く欄です。',
  notOurs: 'このセルは採点が書いたものではありません。得点や資料など、採点が書いたシートの数字を選んでください。',
  otherScoring: 'このシートは、いまの採点では作られません。別の年度か別の範囲を採点したときのシートです。',
  differs: (found: string) =>
    `セルの値${found === '' ? '（空欄）' : `「${found}」`}は、いまの採点と違います。編集されたか、採点より前の値です。更新すると、いまの採点の値になります。`,
};

/** 日本語: the shape that every other language must have. */
export const ja = {
  title: '交付金の採点',
  help: '使い方（最初の画面）',
  pages: { help: '使い方', functions: '関数', trouble: '動かないとき' },
  tabs: { layout: '読み取り', problems: '確認', preview: '書き込み', result: '結果', source: '出所' },
  tabList: '採点の手順',
  dismiss: '閉じる',
  welcome: {
    heading: '回答票を採点します',
    lines: [
      '開いているブックの回答（○・×）を読み取ります。',
      '点数・順位・疑わしい回答を示します。',
      '採点用のシートに書き出します。回答のシートは変えません。',
    ],
    score: 'この表を採点',
    sample: '見本を開く',
    skip: 'スキップ',
    privacy: 'データはこのパソコンの外に出ません。',
    nothingRead: 'まだ読み取っていません',
    nothingReadHint: '「この表を採点」を押すと、開いているブックの回答を読み取ります。',
  },
  layout,
  problems: {
    heading: '確認する箇所',
    groups: { stop: '止まる誤り', check: '要確認', info: '情報' },
    filter: '表示する種類',
    all: 'すべて',
    none: '確認が必要な箇所はありません。',
    noneOfFilter: 'この種類の箇所はありません。',
    jump: 'セルへ移動',
    jumpTo: (place: string) => `${place} へ移動`,
    stake: (points: number) => `最大 ${count(points)} 点`,
    keys: '↑↓ で選び、Enter でセルへ移動します。',
    more: (rest: number) => `残り ${count(rest)} 件を表示`,
    stale: 'セルが変更されました。',
    recheck: '読み直す',
  },
  preview: {
    heading: '書き込む内容',
    change: (before: string, now: string) => `総得点 ${before} → ${now}`,
    first: (now: string) => `総得点 ${now}`,
    created: '新しいシート',
    refreshed: '更新',
    unchanged: '変更なし',
    cells: (cells: number) => `${count(cells)} セル`,
    range: (address: string) => `範囲 ${address}`,
    edited: '前回の書き込み後に編集されています',
    editedWarning:
      '採点用のシートに、前回の書き込みのあとで編集された値があります。書き込むと、その値は採点の結果に置き換わります。残したい場合は、範囲の外に移してください。',
    onlyOurs: '採点用のシートだけに書き込みます。回答のシートや他のシートは変えません。',
    open: (problems: number) => `確認する箇所が ${count(problems)} 件残っています。`,
    write: '書き込む',
    back: '読み取りに戻る',
    make: '書き込む内容を見る',
    missing: '書き込む内容はまだありません。',
  },
  reports,
  result,
  source,
  busy: {
    tasks: {
      read: 'ブックを読んでいます',
      preview: '書き込む内容を調べています',
      write: 'シートに書き込んでいます',
      restore: '元に戻しています',
      sample: '見本を開いています',
      form: '回答票を加えています',
      source: '出所を調べています',
      year: '年度を加えています',
    },
    stages: {
      look: 'ブックを調べる',
      measure: '範囲を測る',
      read: 'セルを読む',
      score: '採点する',
      prepare: '書き込みの準備',
      write: '書き込む',
      undo: '元に戻す',
    },
    waiting: 'Excel の応答を待っています。セルを編集中のときは、Enter で確定してください。',
    cancel: '中止',
    cancelling: '中止しています…',
    progress: (percent: number) => `${String(percent)}％`,
  },
  notices: {
    restored: '採点用のシートを、書き込む前の状態に戻しました。',
    unchanged: '前回と同じ結果でした。セルは 1 つも変えていません。',
    'sample-opened': '見本のシートを開きました。「この表を採点」を押してください。',
    'form-added': '白紙の回答票のシートを加えました。「回答」の列に ○ か × を入れて、「採点」を押してください。',
    'year-added':
      'ファイルの年度を加えました。パネルを閉じるまで、採点と数式で使えます。入力済みの数式は Ctrl＋Alt＋F9 で計算し直します。',
  },
  fault: {
    where: '場所',
    effect: '影響',
    cure: '直し方',
    crashed: 'パネルの表示に失敗しました。ブックは変えていません。',
    reload: 'パネルを開き直す',
  },
  outside: {
    heading: 'Excel の中で開いてください',
    text: 'このページは Excel のアドインです。ブラウザーだけでは動きません。',
    hint: 'Excel を使えないパソコンでは、インターネットなしで動くコマンドライン版を使えます。担当者に配布元を確かめてください。',
  },
};
