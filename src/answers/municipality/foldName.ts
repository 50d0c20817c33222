import { foldLabel } from '../../kernel';

/**
 * A name without what the eye does not see: spaces, variation selectors, full-width forms, and the compatibility
 * ideographs that Unicode declares canonically equal (塚 U+FA10 = 塚; NFC, never NFKC). Shapes that differ to the eye stay.
 */
export const cleanName = (text: string): string => (isPlain(text) ? text : foldLabel(text).normalize('NFC'));

/** Kanji, kana, 々 and ー only, as nearly every name is: a national table of 1,741 rows has no time for more. */
const isPlain = (text: string): boolean => /^[\u3005\u3041-\u3096\u30A1-\u30FA\u30FC\u4E00-\u9FFF]+$/.test(text);

/**
 * A name for matching only: also joins the shapes people use for one another (rules/bad-inputs.md#b045, #b046).
 * Distinct names may meet here (鹿嶋市, 鹿島市), so an exact match always goes first. Never printed.
 */
export const foldName = (text: string): string =>
  Array.from(cleanName(text), (character) => canonicalShapes.get(character) ?? character).join('');

/** First the shape we compare by, then what is written in its place. */
const shapes = [
  'ケヶがガ',
  'ツッっつ',
  'ノ之の乃',
  'ヤャゃや',
  'ユュゅゆ',
  'ヨョょよ',
  '高髙',
  '崎﨑嵜',
  '吉𠮷',
  '竜龍',
  '梼檮',
  '鰺鯵',
  '島嶋嶌',
  '条條',
  '館舘',
  '釜竈竃',
  '桧檜',
  '沢澤',
  '浜濱濵',
  '辺邊邉',
  '広廣',
  '国國',
  '恵惠',
  '桜櫻',
  '真眞',
  '県縣',
  '区區',
  '荘莊',
  '豊豐',
  '徳德',
  '瀬瀨',
  '曽曾',
  '弥彌',
  '与與',
  '会會',
  '芸藝',
  '戸戶',
  '黒黑',
  '騨驒',
  '芦蘆',
  '渕淵渊',
  '篭籠',
  '滝瀧',
  '関關',
  '塩鹽',
  '宝寶',
  '亀龜',
  '静靜',
  '総總',
  '来來',
  '当當',
  '寿壽',
  '富冨',
  '峰峯',
  '砺礪',
  '諫諌',
  '壱壹',
  '蔵藏',
  '渋澁',
  '鶴靏靍',
  '万萬',
  '薮藪',
  '遥遙',
  '嬬孀',
];

const canonicalShapes: ReadonlyMap<string, string> = new Map(
  shapes.flatMap((shape) => {
    const [canonical = '', ...others] = Array.from(shape);
    return others.map((other): [string, string] => [other, canonical]);
  }),
);
