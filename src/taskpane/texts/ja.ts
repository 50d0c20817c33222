import type { ColumnUse } from '../../answers';
import { fiscalYearLabel, rangeInWords } from '../../kernel';
import type { RankBand } from '../../rank';
import type { GoalOfYear } from '../../years';
import { becauseWords, columnWord, sheetWords } from '../../report';
import type { Replaced } from '../../workbook';

/** A number with the separators of the language. */
const count = (value: number): string => value.toLocaleString('ja-JP');

/** 447点, 447～455点 */
const pointsText = (least: number, most: number): string => rangeInWords(count(least), count(most), '点');

const placeText = ({ low, high }: Pick<RankBand, 'low' | 'high'>): string =>
  rangeInWords(count(low), count(high), '位');

/** 123万円; under 10,000 yen in 千円, 3 digits of 億. */
const yenText = (amount: bigint): string => {
  const [sign, size] = amount < 0n ? ['△', -amount] : ['', amount];
  if (size < 10_000n)
    return size < 1000n ? `${sign}${count(Number(size))}円` : `${sign}${count(Number(size / 1000n))}千円`;
  const [oku, man] = [size / 100_000_000n, (size % 100_000_000n) / 10_000n];
  return `${sign}${oku > 0n ? `${count(Number(oku))}億` : ''}${man > 0n || oku === 0n ? `${count(Number(man))}万` : ''}円`;
};

/** To the yen: 40,676千円; 40,676,500円. */
const exactYen = (amount: bigint): string =>
  amount % 1000n === 0n ? `${count(Number(amount / 1000n))}千円` : `${count(Number(amount))}円`;

/** 38, 38～44; with the maximum of that year, 38／64, where it is another one. */
const lastYearText = ({ points, most, maxPoints }: GoalOfYear, max: number): string =>
  `${rangeInWords(count(points), count(most))}${maxPoints === max ? '' : `／${count(maxPoints)}`}`;

const yenBand = (low: bigint, high: bigint): string => rangeInWords(yenText(low), yenText(high));

/** ＋3, △3, ±0 */
const signed = (value: bigint | number, size: string): string =>
  value > 0 ? `＋${size}` : value < 0 ? `△${size.replace('△', '')}` : `±${size}`;

/** 令和7年度, 八王子市（令和7年度）, 八王子市・川口市・天草市 ほか2市町村 */
const lostText = ({ year, municipalities }: Replaced): string => {
  const label = year === undefined ? '' : fiscalYearLabel(year);
  if (municipalities.length === 0) return label;
  const more = municipalities.length - mostNamed;
  const names = `${municipalities.slice(0, mostNamed).join('・')}${more > 0 ? ` ほか${count(more)}市町村` : ''}`;
  return label === '' ? names : `${names}（${label}）`;
};
const mostNamed = 3;

/** 読み取り */
const layout = {
  heading: '読み取りの内容',
  recognised: '認識した内容',
  choices: '読み取り範囲の変更',
  confidence: '読み取りの確度',
  levels: { high: '高', medium: '中', low: '低' },
  counts: (found: number, asked: number, unread: number) =>
    found === asked
      ? `枝番${count(asked)}件をすべて読み取りました${unread > 0 ? `（判定できない回答 ${count(unread)}件）` : ''}`
      : `枝番${count(asked)}件のうち${count(found)}件を読み取りました${unread > 0 ? `（判定できない回答 ${count(unread)}件）` : ''}`,
  severalMunicipalities: (first: string, all: number) => `${first} ほか（計${count(all)}市町村）`,
  nation: (all: number) => `全国集計表：${count(all)}市町村を採点します`,
  sheet: 'シート',
  allSheets: (all: number) => (all > 1 ? `自動（表のある${count(all)}シートすべて）` : '自動'),
  column: '回答の列',
  allColumns: (found: string) => (found === '' ? '自動' : `自動（${found}）`),
  columnName: (letter: string, header: string) => `${letter}列：${header}`,
  noHeader: '（見出しなし）',
  year: '年度',
  addYear: 'ファイルから年度を追加',
  yearFound: (year: string | undefined) => (year === undefined ? '自動' : `自動（${year}）`),
  samples: '読み取りの例',
  sampleColumns: ['指標', 'セル', '読み取り'],
  blank: '（空欄）',
  readAs: { met: '該当', unmet: '非該当', unanswered: '未回答', held: '判定できない' },
  marks: '記号の扱い',
  markQuestion: (mark: string, cells: number) => `「${mark}」${count(cells)}件`,
  markAnswers: { met: '該当（○）', unmet: '非該当（×）', open: '判定しない（暫定）' },
  changes: '前回から変わった見出し',
  change: (place: string, before: string, now: string) => `${place}：「${before}」→「${now}」`,
  confirm: 'この内容で採点',
  confirmAndWrite: 'この内容で書き込む',
  again: '読み取り直す',
  remembered: 'この設定は、書き込むときにブックに保存し、次回から使います。',
  refused: 'このままでは採点できません',
  details: '読み取りの内訳（シート・行・列）',
  because: becauseWords,
  sheetUses: sheetWords,
  columnRole: (role: ColumnUse['role']): string => columnWord(role),
  rows: (used: number, unused: number) =>
    `使った行 ${count(used)}${unused === 0 ? '' : `、使わなかった行 ${count(unused)}`}`,
  leftOut: (names: string) => `選ばれなかったので読んでいません：${names}`,
  detailColumns: ['列', '見出し', '読み方'],
  differing: (answers: number) => `（違う回答 ${count(answers)}）`,
};

/** 最初の画面 */
const opening = {
  heading: '評価指標の回答を採点します',
  lines: [
    '得点・順位・交付見込額と、確認が必要な回答を示します。',
    '結果は専用のシートに書き込みます。回答のシートは変更しません。',
  ],
  found: (year: string, who: string, answers: number) => `${year}・${who}の回答が見つかりました（${count(answers)}件）`,
  foundNation: (year: string, all: number) => `${year}の全国集計表が見つかりました（${count(all)}市町村）`,
  foundSeveral: (year: string, first: string, all: number) =>
    `${year}・${first}ほか計${count(all)}市町村の回答が見つかりました`,
  nothing: 'このブックに評価指標の回答は見つかりませんでした',
  nothingHint: '回答の入ったブックを開いてパネルを開き直すか、白紙の回答票を追加して○・×を入力してください。',
  refused: '回答は見つかりましたが、このままでは採点できません',
  score: '採点する',
  choose: '年度・シートを選ぶ',
  again: '調べ直す',
  form: '白紙の回答票を追加',
  sample: '見本のブックを開く',
  sampleShort: '見本を開く',
  privacy: 'データは外部に送信しません。',
};

/** 結果 */
const result = {
  heading: '結果',
  factsOnly: '設定の金額・得点だけが入力されています',
  factsHint: '回答がないため、採点はしていません。設定の値から資料を作成できます。',
  points: pointsText,
  outOf: (max: number) => `／${count(max)}点`,
  rate: (low: string, high: string) => `得点率 ${rangeInWords(low, high)}％`,
  provisional: '暫定',
  national: '全国順位',
  prefecture: (name: string) => `${/[都道府]$/.exec(name)?.[0] ?? '県'}内順位`,
  place: placeText,
  of: (all: number) => `${count(all)}市町村中`,
  unknown: '－',
  noRank: '全国の得点が未登録',
  noPrefecture: '全国集計表があると示せます',
  unknownPrefecture: '都道府県が不明',
  outside: { union: '広域連合等は順位・交付額の対象外', ward: '行政区は順位・交付額の対象外' },
  noEstimate: '試算に使う公表値がない年度',
  onlyOne: '1市町村のブックで示します',
  basis: {
    table: '全国集計表から求めた順位',
    distribution: '公表された全国の得点分布から求めた順位',
    'known-pairs': '公表済みの得点と順位から求めた範囲（図は面積が市町村数）',
    none: '根拠となる公表値なし',
  },
  ranksEach: (promotion: string, support: string) => `交付金別の全国順位：推進 ${promotion}・支援 ${support}`,
  money: '交付見込額',
  inBrackets: (what: string, which: string) => `${what}（${which}）`,
  colon: '：',
  moneyKinds: { notice: '内示額', share: '配分計画による', estimate: '試算' },
  yen: yenText,
  yenBand,
  noMoney: '第1号被保険者数が未入力',
  sinceLastYear: '前年度から',
  since: (points: string) => `前年度（${points}）から`,
  noChange: '前年度の得点が未入力',
  changePoints: (points: number, most: number) =>
    rangeInWords(signed(points, count(Math.abs(points))), signed(most, count(Math.abs(most))), '点'),
  changeRank: (gained: number) =>
    gained === 0 ? '順位は同じ' : gained > 0 ? `${count(gained)}位上昇` : `${count(-gained)}位下降`,
  changeYen: (amount: bigint) => signed(amount, yenText(amount)),
  distribution: '全国の得点分布',
  distributionWords: (who: string, points: string, mean: string, before: string | undefined) =>
    `${who} ${points}、全国平均 ${mean}点${before === undefined ? '' : `、前年度 ${before}`}`,
  mean: (points: string) => `平均${points}`,
  lastYear: (points: number) => `前年度${count(points)}`,
  goals: '目標別の得点',
  goalLegend: '●得点（帯は未確定分）　│全国平均',
  goalLegendLastYear: '　○前年度',
  goal: (points: string, max: number, mean: string | undefined, lastYear: GoalOfYear | undefined) => {
    const beside = [
      ...(mean === undefined ? [] : [`全国平均${mean}`]),
      ...(lastYear === undefined ? [] : [`前年度${lastYearText(lastYear, max)}`]),
    ];
    return `${points}／${count(max)}点${beside.length === 0 ? '' : `（${beside.join('・')}）`}`;
  },
  grants: { promotion: '推進', support: '支援', common: '共通' },
  grantTotals: { promotion: '推進交付金 計', support: '支援交付金 計' },
  map: '枝番の地図',
  mapHint: '○ ×　－未回答　？判定できない。押すとセルへ移動します。',
  states: { met: '○', unmet: '×', unanswered: '未回答', held: '判定できない' },
  tile: (name: string, branch: string, points: number, state: string) =>
    `${name} ${branch} ${count(points)}点 ${state}`,
  moneyHeading: '交付額の内訳',
  grantNames: { promotion: '推進交付金', support: '支援交付金' },
  scenario: { 'basic-only': '基本分のみ', 'with-add-on': '追加配分を受けた場合' },
  seen: (count: number, of: number) => `（同規模で${count}／${of}）`,
  charts: 'グラフ',
  showCharts: 'グラフを表示',
  chartTable: '数値の表',
  chartCategory: '区分',
  noOutcome: '得点の高低は、要介護認定率や給付費の高低を表すものではありません。',
  checkCode: '検算コード',
  checkCodeHint: '同じ回答を同じ年度の基準で採点すると、必ず同じコードになります。',
  table: {
    heading: (all: number) => `${count(all)}市町村`,
    find: '市町村を探す',
    columns: { rank: '順位', name: '市町村', points: '得点', prefecture: '県内', checks: '確認', yen: '交付見込額' },
    inPrefecture: (place: string) => `県内${place}`,
    noYen: '見込額－',
    checks: (all: number) => `確認${count(all)}件`,
    sorted: (column: string) => `${column}の順に並べ替え`,
    none: '該当する市町村はありません。',
    back: '一覧に戻る',
    rows: (shown: number) => `${count(shown)}件`,
  },
};

/** 確認 */
const check = {
  heading: '確認が必要な箇所',
  head: (open: number, points: number) => `残り${count(open)}件${points > 0 ? `・配点${count(points)}点` : ''}`,
  none: '確認が必要な箇所はありません。',
  sort: '並べ替え',
  sorts: { stake: '影響の大きい順', sheet: 'シートの順' },
  stake: (points: number) => `配点${count(points)}点`,
  cell: (place: string, written: string | undefined) =>
    written === undefined ? place : written === '' ? `${place} 空欄` : `${place}「${written}」`,
  takeAs: (mark: string, place: string, cells: number) =>
    cells > 1 ? `${count(cells)}件すべてを${mark}とみなす` : `${place} を${mark}とみなす`,
  towns: (names: readonly string[]) =>
    names.length > 1 ? `${names[0] ?? ''}ほか計${count(names.length)}市町村` : (names[0] ?? ''),
  allMet: 'すべて○',
  allUnmet: 'すべて×',
  accept: 'この読み方でよい',
  jump: 'セルへ',
  jumpTo: (place: string) => `${place} へ移動`,
  more: '詳しく',
  fold: (what: string, cells: number) => `${what}　${count(cells)}件`,
  unfold: '1件ずつ見る',
  notices: (all: number) => `お知らせ ${count(all)}件（対応は不要です）`,
  settled: (all: number) => `確認済み ${count(all)}件`,
  judgements: { met: '○とみなす', unmet: '×とみなす', accepted: 'この読み方でよい' },
  takeBack: '取り消す',
  rest: (all: number) => `残り${count(all)}件を表示`,
};

/** 資料 */
const papers = {
  heading: '資料',
  results: '結果シート',
  resultsHint: '概況・得点・指標別などの結果シートは必ず作成します。',
  names: {
    summary: '概況',
    a: '交付額と使途（資料A）',
    b: '得点と順位（資料B）',
    council: '協議会資料',
    analysis: '指標別分析',
    prefecture: '県内一覧',
    charts: 'グラフ',
    trend: '推移',
    data: '公開用データ（機械可読）',
    plan: '取組案',
    'criteria-list': '該当状況一覧',
    improvement: '改善計画表',
    peers: '比較団体',
  },
  about: {
    summary: '得点・順位・交付額、増減の大きい指標、次の一手　A4縦1枚（必ず作成）',
    a: '運営協議会・議会用　A4縦',
    b: '運営協議会・議会用　A4横',
    council: '3か年の推移、目標ごとの得点、未達成の項目、次の年度の目標　A4縦',
    analysis: '得点できなかった指標（影響の大きい順）',
    prefecture: '市町村の得点と順位の一覧',
    charts: '目標別の得点率、前年度との比較、全国の分布',
    trend: '年度ごとの得点・順位・交付額',
    data: '1セル1データの表（公開・集計用）',
    plan: '未達成の枝番ごとの加点・順位・交付額と全国の該当率',
    'criteria-list': '枝番ごとの該当状況（公表用）',
    improvement: '未達成の枝番の理由・今後の取組・時期・担当課（書いた文は枝番についていきます）',
    peers: '得点・順位と、該当（○）が分かれる枝番を並べた表',
  },
  needs: {
    summary: '1市町村だけを採点したときに作成できます。',
    a: '1市町村だけを採点したときに作成できます。',
    b: '1市町村だけを採点したときに作成できます。',
    council: '1市町村だけを採点したときに作成できます。',
    analysis: '1市町村の回答を採点したときに作成できます。',
    prefecture: '複数の市町村の回答か、全国集計表があるときに作成できます。',
    charts: '1市町村の回答を採点したときに作成できます。',
    trend: '前の年度の回答もあわせて採点したときに作成できます。',
    data: '市町村の得点があるときに作成できます。',
    plan: '1市町村の回答を採点したときに作成できます。',
    'criteria-list': '1市町村の回答を採点したときに作成できます。',
    improvement: '1市町村の回答を採点したときに作成できます。',
    peers: '2～10市町村の回答か、全国集計表と「設定」の比較団体があるときに作成できます。',
  },
  states: { missing: '未作成', fresh: '最新', old: '未更新', edited: '手で変更あり' },
  enterMoney: '金額を入力',
  lacksNotice: '内示額が未入力',
  lacksUse: '使途が未入力',
  choose: 'あわせて作成する資料',
  changes: (sheets: number, cells: number) => `変更の内訳（${count(sheets)}シート・${count(cells)}セル）`,
  noChanges: '変更の内訳（変更なし）',
  total: (before: string, now: string) => `総得点 ${before} → ${now}`,
  first: (now: string) => `総得点 ${now}`,
  created: '新しいシート',
  cells: (range: string, cells: number) => `範囲 ${range}・${count(cells)}セル`,
  edited: (cells: string) => `手で変更された値があります${cells === '' ? '' : `（${cells}）`}`,
  overwrite: (sheets: string) =>
    `「${sheets}」に、書き込み後に手で変更された値があります。書き込むと上書きします。残す場合は表の外へ移してください。`,
  /** `own` takes their place, where it is one municipality. */
  replaces: (lost: Replaced, own: string | undefined, [first = '', ...others]: readonly string[]) => {
    const sheets = `「${first}」${others.length === 0 ? '' : `など${count(others.length + 1)}シート`}`;
    const [municipality] = lost.municipalities;
    if (municipality === undefined)
      return `${sheets}は${lostText(lost)}の結果です。書き込むと置き換わります。残す場合は、先にシート名に年度を付けてください（例：${first}${lost.year ?? ''}）。`;
    return `${sheets}に${lostText(lost)}の結果があります。書き込むと${own === undefined ? '' : `${own}の結果に`}置き換わります。残す場合は、先にシート名に市町村名を付けてください（例：${first}（${municipality}））。`;
  },
  replaced: (lost: Replaced) => `${lostText(lost)}の結果を置き換えます`,
  noUndo: '変更が多いため、パネルを閉じたあとは元に戻せません。',
  write: 'シートに書き込む',
  writeAnyway: 'このまま書き込む',
  overwriteAll: '上書きして書き込む',
  onlyOurs: '書き込むのは採点用のシートだけです。',
};

/** もしも */
const plan = {
  heading: 'もしも',
  result: (before: string, now: string) => `${before} → ${now}`,
  chosen: (all: number) =>
    all === 0
      ? '下の枝番を選ぶと、得点・順位・額が変わります。'
      : `${count(all)}件を選んだ場合。シートには書き込みません。`,
  list: '取れていない枝番（全国の該当率×配点の順）',
  points: (points: number) => `＋${count(points)}点`,
  share: (percent: string) => `全国${percent}％が該当`,
  yen: (low: bigint, high: bigint) => `約${yenBand(low, high)}`,
  gained: (low: bigint, high: bigint) => `＋${yenBand(low, high)}`,
  clear: '選択を解除',
  goal: '目標',
  goalHint: '例：県内3位、500点、＋30点',
  seek: '案を求める',
  next: (points: number, rank: number) => `あと${count(points)}点で全国${count(rank)}位`,
  keep: '案をシートに残す',
  one: 'もしもは、1市町村の回答を採点したときに使えます。',
  none: '取れていない枝番はありません。',
  slots: { a: '案A', b: '案B', sheet: 'シートの案' },
  store: (slot: string) => `${slot}として覚える`,
  stored: (slot: string, points: string, place: string | undefined, chosen: number) =>
    `${slot}：${points}${place === undefined ? '' : `・全国${place}`}（${count(chosen)}件）`,
  more: (rest: number) => `残り${count(rest)}件を表示`,
};

/** 金額の入力 */
const money = {
  heading: '金額の入力',
  hint: 'ブックのシート「設定」に書き込みます。ないときは追加します。',
  enter: '設定シートに書き込む',
  openSheet: '設定シートを開く',
  goals: '前年度の目標別の得点',
  goalsHint: '前年度の評価結果の通知から入力します。前年度の回答のシートがこのブックにあれば、入力は不要です。',
  use: '使途（充当先事業）',
  useHint: '交付金を充てる事業と額を入力します。設定シートの「使途の表」に書き込み、資料Aに使います。',
  programme: (place: number) => `事業${count(place)}`,
  addProgramme: '事業を追加',
  removeProgramme: (place: number) => `事業${count(place)}を削除`,
  parts: { name: '事業名', grant: '交付金', amount: '金額', category: '経費区分' },
  noCategory: '（選択してください）',
  sum: (assigned: bigint, notice: bigint | undefined) =>
    notice === undefined
      ? `：計${exactYen(assigned)}（内示額が未入力）`
      : `：計${exactYen(assigned)}／内示額${exactYen(notice)}${
          assigned === notice
            ? '（一致）'
            : assigned < notice
              ? `（未充当${exactYen(notice - assigned)}）`
              : `（${exactYen(assigned - notice)}超過）`
        }`,
  unreadProgrammes: (rows: number) => `事業名か金額を読み取れない行が${count(rows)}件あります。計には入れていません。`,
};

/** 関数の挿入 */
const functions = {
  heading: '関数の挿入',
  hint: '選択したセルに、このブックの回答から計算する関数を入れます。値のあるセルには入れません。',
  choose: '関数',
  names: {
    SCORE: '得点',
    POINTRATE: '得点率',
    MAXPOINTS: '配点（満点）',
    NATIONALRANK: '全国順位',
    GRANT: '交付見込額（試算。右の4セルに広がります）',
    EXPLAIN: '枝番ごとの得点と理由（表）',
    CRITERIA: '評価指標の一覧（表）',
  },
  part: '区分',
  whole: '全体',
  formula: '入れる数式',
  lacks: 'この関数は、1市町村の回答が1枚のシートにあるとき（交付見込額は、第1号被保険者数もあるとき）に使えます。',
  elsewhere: 'アドインのないパソコンでは計算できません。ブックを送る前に、値で貼り付けてください。',
  insert: '選択したセルに入れる',
};

/** ⋯ */
const more = {
  heading: 'その他',
  reading: '読み取りの変更',
  source: '数値の根拠',
  functions: '関数の挿入',
  money: '金額の入力',
  again: '採点し直す',
  restore: '元に戻す',
  openSheet: '得点シートを開く',
};

/** 出所 */
const source = {
  heading: '数値の根拠',
  hint: '結果のシートで数値のセルを選択し、ボタンを押してください。',
  ask: '選択したセルの根拠を見る',
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
  jump: '元のセルへ移動',
  noFigure: 'このセルに、根拠を示す数値はありません。見出し、空欄、または入力用の欄です。',
  notOurs:
    'このセルは採点で書き込んだものではありません。得点や資料など、採点で書き込んだシートの数値を選択してください。',
  otherScoring: '現在の採点では作成されないシートです。別の年度または別の範囲を採点したときのものです。',
  differs: (found: string) =>
    `セルの値${found === '' ? '（空欄）' : `「${found}」`}は、現在の採点結果と一致しません。手で変更されたか、更新前の値です。書き込むと、現在の結果になります。`,
};

/** 日本語: the shape that every other language must have. */
export const ja = {
  title: '交付金の採点',
  year: fiscalYearLabel,
  pages: { help: '使い方', functions: '関数', trouble: '動かないとき', workbench: 'Excel を使わない画面' },
  tabs: { result: '結果', check: '確認', papers: '資料', plan: 'もしも' },
  tabList: '採点の画面',
  openCount: (open: number) => `未確認 ${count(open)}件`,
  header: (year: string, place: string) => (place === '' ? year : `${year}・${place}`),
  headerHint: '読み取りの内容を見る',
  several: (all: number) => `${count(all)}市町村`,
  standing: { fresh: '最新', changed: '回答が変更済み', unwritten: 'シート未反映' },
  provisional: '暫定',
  menu: 'その他',
  back: '戻る',
  dismiss: '閉じる',
  changed: '採点後に回答が変更されました。',
  rescore: '採点し直す',
  layout,
  opening,
  result,
  check,
  papers,
  plan,
  source,
  money,
  functions,
  more,
  busy: {
    tasks: {
      read: 'ブックを読み取り中',
      preview: '書き込む内容を確認中',
      write: 'シートに書き込み中',
      restore: '元に戻しています',
      sample: '見本のブックを開いています',
      form: '白紙の回答票を追加しています',
      settings: '設定シートに書き込み中',
      source: '根拠を調べています',
      formula: '関数を入れています',
      year: '年度を追加しています',
    },
    stages: {
      look: 'シートの確認',
      measure: '範囲の確認',
      read: 'セルの読み取り',
      score: '採点',
      prepare: '書き込みの準備',
      write: '書き込み',
      undo: '元に戻す',
    },
    waiting: 'Excel の応答を待っています。セルを編集中のときは、Enter で確定してください。',
    cancel: '中止',
    cancelling: '中止しています…',
    progress: (percent: number) => `${String(percent)}％`,
  },
  notices: {
    'formula-inserted': (place: string) => `${place} に関数を入れました。`,
    'formula-taken-back': '関数を入れる前の状態に戻しました。',
    written: (sheets: string) => `書き込みました：${sheets}`,
    restored: '書き込む前の状態に戻しました。',
    rescored: (what: string) => `採点し直しました（${what}）。`,
    unchanged: '前回と同じ結果のため、シートは変更していません。',
    'sample-opened': '見本のブックを開きました。そのブックで［採点パネル］を押してください。',
    'form-added': '白紙の回答票を追加しました。○・×を入力すると採点できます。',
    'to-confirm': 'まだ書き込んでいません。読み取りを確認し、よければ［この内容で書き込む］を押してください。',
    'settings-written': '設定シートに書き込みました。',
    'year-added':
      'ファイルの年度を追加しました。パネルを閉じるまで、採点と数式で使えます。入力済みの数式は Ctrl＋Alt＋F9 で計算し直します。',
  },
  fault: {
    where: '場所',
    effect: '影響',
    cure: '直し方',
    more: '詳しく',
    others: (all: number) => `ほか${count(all)}件`,
    crashed: 'パネルの表示に失敗しました。ブックは変更していません。',
    reload: 'パネルを開き直してください。',
  },
  restore: '元に戻す',
  outside: {
    heading: 'Excel の中で開いてください',
    text: 'このページは Excel のアドインです。ブラウザーだけでは動きません。',
    hint: 'Excel を使えないパソコンでは、インターネットなしで動くコマンドライン版を使えます。担当者に配布元を確認してください。',
  },
};
