/** What the words of an answer say; undefined when they say neither, or hedge. */
export type WordMeaning = 'met' | 'unmet';

const metWords = new Set([
  ...['はい', '有', '有り', 'あり', '該当', '該当する', '実施', '実施済', '実施済み', '済', '済み', 'true', 'yes', 'y'],
  ...['可', 'まる', '丸', '達成', '適合', '適', '充足', '対応', 'ok'],
]);
const unmetWords = new Set([
  ...['いいえ', '無', '無し', 'なし', '非該当', '該当しない', '未実施', '未', 'false', 'no', 'n', '否', '不可', 'ばつ'],
  ...['実施なし', '不適', '不適合', '不該当', '非実施'],
]);

/** What was partly, nearly or not yet done, or is only meant, is no answer. */
const hedged =
  /予定|検討|一部|今後|見込|準備|途中|調整|計画中|概ね|おおむね|ほぼ|以外|除く|または|あるいは|ものの|が、|だが|中止|廃止|終了|たい$|か$|[?？~〜]/;
/** 未定 and 未回答 say that nobody knows, not that nothing was done. */
const unsettled = /^未(?:定|確認|確定|回答|入力|記入|評価|判定|検討|提出)/;

const deed = '(?:実施|対応|取組|取り組み|策定|整備|把握|設置|開催|配置|公表|達成|実績|記載|措置|規定|作成|活用|共有)';
const denied = new RegExp(
  [
    '(?:(?:て|で)い|(?:て|で)おり|でき|出来|行わ|取り組ま|し)(?:ない|なかった|ません|ませんでした)$',
    '(?:て|で)(?:おらず|いず)$',
    '^未\\p{Script=Han}{1,5}$',
    `^${deed}(?:なし|無し|無)$`,
  ].join('|'),
  'u',
);
const affirmed = new RegExp(
  [
    '(?:て|で)(?:いる|います|おります|ある|あります)$',
    '(?:でき|出来)(?:る|ます|た|ました)$',
    '(?:行っ|取り組ん|行いまし|し|しまし)(?:た|だ)$',
    `^${deed}(?:あり|有り|有)$`,
    '^該当(?:あり|有り|有)$',
    '^\\p{Script=Han}{1,5}(?:済|済み)$',
  ].join('|'),
  'u',
);

/** No answer is longer; what is longer is a remark. */
const longest = 20;

/**
 * The answer in plain words: はい, 該当しない, 実施している, できていない, 未策定, 対応済み, 実績なし. Negations are looked for first.
 * Takes folded text.
 */
export const readWords = (text: string): WordMeaning | undefined => {
  const word = text
    .toLowerCase()
    .replace(/[\s。.]/g, '')
    .replace(/^[([「『【]([^)\]」』】]*)[)\]」』】]$/, '$1');
  if (word === '' || word.length > longest) return undefined;
  if (metWords.has(word)) return 'met';
  if (unmetWords.has(word)) return 'unmet';
  if (hedged.test(word) || unsettled.test(word)) return undefined;
  if (denied.test(word)) return 'unmet';
  return affirmed.test(word) ? 'met' : undefined;
};

const numbered = /^\(?(?:\d|[①-⑨])\)?[.:、,=\s]*(\D.*)$/;

/** Words behind the code they explain: 1：該当, ②いいえ, (1) 実施している. Takes folded text. */
export const readNumberedWords = (text: string): WordMeaning | undefined => {
  const words = numbered.exec(text)?.[1];
  return words === undefined ? undefined : readWords(words);
};

const ticked = '☑✅✓✔■☒◉●';
const unticked = '☐□○◯〇◻';
const boxes = `${ticked}${unticked}`;
const boxBefore = new RegExp(`([${boxes}])([^${boxes}]+)`, 'gu');
const boxAfter = new RegExp(`([^${boxes}]+)([${boxes}])`, 'gu');

/**
 * The choice between boxes: ■該当 □非該当, ☑はい ☐いいえ, 有□ 無■, ☑実施. `undecided`: none or several are ticked. Undefined
 * when the text is no choice. Takes folded text.
 */
export const readBoxes = (text: string): WordMeaning | 'undecided' | undefined => {
  const options = optionsIn(text);
  if (options === undefined) return undefined;
  const meant = new Set(options.filter(({ isTicked }) => isTicked).map(({ meaning }) => meaning));
  const [only] = meant;
  if (options.length === 1) return only ?? (text.startsWith('□') || text.startsWith('☐') ? 'undecided' : undefined);
  return only === undefined || meant.size > 1 ? 'undecided' : only;
};

interface Option {
  readonly isTicked: boolean;
  readonly meaning: WordMeaning;
}

/** The options of a choice, every one with a box and words that say yes or no. */
const optionsIn = (text: string): readonly Option[] | undefined => {
  const startsWithBox = boxes.includes(Array.from(text)[0] ?? ' ');
  const found = [...text.matchAll(startsWithBox ? boxBefore : boxAfter)];
  if (found.length === 0 || found.map(([whole]) => whole).join('') !== text) return undefined;
  const options: Option[] = [];
  for (const [, first = '', second = ''] of found) {
    const [box, words] = startsWithBox ? [first, second] : [second, first];
    const meaning = readWords(words.replace(/^[\s/・,、|]+|[\s/・,、|]+$/gu, ''));
    if (meaning === undefined) return undefined;
    options.push({ isTicked: ticked.includes(box), meaning });
  }
  return options;
};
