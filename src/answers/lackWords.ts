import { foldText } from '../kernel';

/**
 * The words of headers and legends that say a criterion is not met, is wanting or lost its points, and those that say it is
 * met: one vocabulary for all that is written around the answers. What a cell answers is read more strictly, in markWords.ts.
 * The patterns are for plain texts: see {@link plainOf}.
 */

/** Folded, in lower case, without spaces. */
export const plainOf = (text: string): string => foldText(text).replace(/\s+/g, '').toLowerCase();

const deeds = [
  ...['実施', '対応', '取組', '取り組み', '達成', '該当', '策定', '整備', '把握', '設置', '配置', '開催', '公表'],
  ...['実績', '措置', '規定', '作成', '活用', '共有', '適合', '充足', '取得', '着手', '完了', '完成', '導入', '改善'],
  ...['解決', 'クリア', '済', '達'],
].join('|');

/** Nobody knows yet (未回答), or something else altogether (未満): no lack. */
export const unsettledPattern =
  '未(?:定|確認|確定|回答|入力|記入|記載|評価|判定|検討|提出|満|来|然|病|婚|就学|成年|決)|要(?:確認|回答|提出|添付)';
/** A lack that is denied: 課題なし, 改善不要, 未実施ではない. */
export const deniedLackPattern = [
  '(?:課題|問題点?|不備|不足|漏れ|遅れ|減点|失点|指摘|未実施|未達成?|未対応|要改善|要対応)(?:事項|項目)?(?:は|が|の|で)?(?:なし|無し|無(?!い?の)|では?ない|ない|ゼロ|解消|解決済?|ありません)',
  '(?:改善|対応|是正|見直し|取組|取り組み)(?:は|が|の)?(?:必要)?(?:は|が)?(?:不要|必要なし|必要ない)',
].join('|');

const lost =
  '失点|減点|マイナス点|落とし(?:た|て)|落ちた|取りこぼし|取れ(?:なかった|ない|てい?ない)|取り損ね|逃した|失った|不足点';

const wanting = [
  '要(?:改善|対応|取組|取り組み|検討|是正|修正|努力|強化|整備|実施|見直し|注意)',
  '(?:改善|対応|取組|取り組み|検討|是正|見直し|修正|強化|実施)(?:を|が)?(?:必要(?!性)な?|要する|要す|要(?![件領約綱求望素点介支因]))',
  '課題(?:が|の)?(?:ある|あり|有り?|残る)|(?:問題|指摘)(?:が|の)?(?:ある|あり|有り?)',
  '不備|不足|欠如|欠落|漏れ|抜け|弱点|弱み|積み残し|懸案|遅れ|遅延|まだ|これから|今後|落選|検討中|保留',
].join('|');

const denied = [
  `(?:${deeds})(?:し|でき|出来)(?:てい?)?(?:ない|無い|なかった|ません(?:でした)?)`,
  '(?:て|で)い?(?:ない|無い|なかった|ません(?:でした)?)|(?:て|で)(?:おらず|いず|おりません)',
  '(?:でき|出来|行わ|取り組ま|満たさ|取れ|やら|され|し)(?:ない|なかった|ません(?:でした)?)|(?:でき|出来|満たさ)ず',
  `(?:${deeds})(?:が|の)?(?:なし|無し|無い|ない|せず|無(?!$))|(?:が|の)(?:ない|無い)(?=もの|項目|場合|とき)`,
  '非該当|不該当|該当外|対象外|非実施|非対象|不適合?|不達成?|不十分|不充分|不合格|不採択|不認定|不可(?![欠能分])|欠格|除外',
  `未(?:${deeds}|\\p{Script=Han}{1,2}|\\p{Script=Katakana}{2,4}|(?=$|[)・/]))`,
  'いいえ|ノー|(?<![a-z])(?:no|ng|false)(?![a-z.0-9])|ダメ|だめ|駄目|アウト',
].join('|');

/** A word for "not met". */
export const lackPattern = `${lost}|${wanting}|${denied}`;

/** A word for "met". */
export const metPattern = [
  deniedLackPattern,
  `(?:${deeds})(?:済み?|あり|有り?|(?:して|でき|出来て)(?:い)?(?:る|ます)|した|する)?`,
  '(?:て|で)い?(?:る|ます)|でき(?:る|ます|た)|行(?:う|った)|満た(?:す|した)|はい|イエス|(?<![a-z])(?:yes|ok|true)(?![a-z])',
  'あり|有り|有(?![無効識])|可(?![否能決視])|済み?|良好?|適(?![切宜用時正])',
].join('|');

/** Named by a header without any sign beside them: 課題, 未チェック, ×の項目. */
const headed = '課題|問題(?!数|番号|文)|未チェック|[×✕✖☓✗](?:の|印)?(?:項目|もの|チェック|欄|$)';
const noLack = new RegExp(`${unsettledPattern}|${deniedLackPattern}`, 'gu');
const headedLack = new RegExp(`${headed}|${lackPattern}`, 'u');
const lostPoints = new RegExp(`${lost}|未(?:取得|獲得|得)点`, 'u');

/** Both answers side by side: 該当・非該当, 済／未, できているか・いないか. */
const choice = new RegExp(
  `(?:${metPattern}|有|○)(?:か|または|又は)?[・/|,、⇔](?:${lackPattern}|しない|いない|無|×)|(?:${lackPattern}|無|×)[・/|,、⇔](?:${metPattern}|有|○)`,
  'u',
);

/** Whether a header, as far as it does not say what signs mean, names what is not met. */
export const namesLack = (plain: string): boolean => {
  const said = plain.replace(noLack, '＊');
  return headedLack.test(said) && !choice.test(said);
};

/** 失点, 落とした点: points that were not won. */
export const namesLostPoints = (plain: string): boolean => lostPoints.test(plain.replace(noLack, '＊'));
