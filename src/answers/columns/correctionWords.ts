import { foldText } from '../../kernel';
import { mostNames, remembered } from '../labels';

/** What a text beside an answer says the answer should be; `open`: only that it cannot stay as it is. */
export interface Correction {
  readonly says: 'met' | 'unmet' | 'open';
  /** Nothing but the mark; whether it corrects, only its column can tell. */
  readonly bare: boolean;
}

/**
 * What a remark says of the answer beside it: 「○→×」, 「×に修正」, 「県修正：×」, 「正しくは非該当」, 「×では？」, 「取消」. Undefined for
 * all other words, and for what is meant for another year: 「○に変更予定」, 「R9から○」.
 */
export const correctionIn = remembered((text: string): Correction | undefined => {
  const line = foldText(text.slice(0, longestRemark)).replace(/\s+/g, ' ');
  if (!mayCorrect.test(line)) return undefined;
  const alone = bareMark.exec(line);
  if (alone !== null) return { says: meaningOf(alone), bare: true };
  const said = sentences.map((one) => lastOf(line, one)).find((one) => one !== undefined);
  if (said !== undefined) return { says: meaningOf(said), bare: false };
  return isRejected(line) ? { says: 'open', bare: false } : undefined;
}, mostNames);

/** What follows is prose about something else. */
const longestRemark = 400;

const circles = '○〇◯⭕';
const crosses = '×✕✖☓❌✗✘';
/** Not ○○市 and not the choice ○×. */
const alone = (mark: string): string => `(?<![${circles}${crosses}●△])[${mark}](?![${circles}${crosses}●△])`;
const cross = `${alone(crosses)}|(?<![a-z])x(?![a-z])`;
const notMet = '(?:非|不)該当|該当(?:し(?:てい)?ない|せず|なし|無し|外)|未実施|未達成|不適合';
const met = '(?<![非不])該当(?:する|あり|有り?)?';
/** Words end where they end: 該当者, 該当の有無 and 該当する事業 say nothing. */
const end = '(?=$|[\\s。、,.()」』?!・/]|に|へ|と|で|だ)';
const sign = `[「『"'(]?(?:(?<yes>${alone(circles)})|(?<no>${cross}))[」』"')]?`;
const word = `[「『"'(]?(?:(?<yes>${alone(circles)}|${met}${end})|(?<no>${cross}|(?:${notMet})${end}))[」』"')]?`;

/** Spares the closer look at most remarks. */
const mayCorrect = new RegExp(
  `[${circles}${crosses}x]|該当|修正|訂正|変更|取り?消|取り?下|撤回|誤|間違|差し?戻|認め|却下|未実施|未達成|不適合|ng|不備|再提出|不承認|疑義`,
  'i',
);
/** 該当 and 該当なし alone may be said of anything; ○ begins many a list, × none. */
const bareMark = new RegExp(
  `^[「『"'(]?(?:(?<yes>[${circles}])|(?<no>[${crosses}]|x|[非不]該当|未実施|未達成|不適合))[」』"')]?(?:[。.]$|$|(?<=[${crosses}])[ (:、。].*$)`,
  'i',
);

/** No correction, or none yet. */
const notYet = '(?!.{0,4}(?:予定|見込|検討|目標|目指|可能|かもしれ|したい|できる|よう))';
const ofAnotherYear =
  '(?<!(?:次|来|翌|前|昨|去)年度?(?:は|から|より|も)?|(?:今後|前回)は?|(?:r|令和) ?\\d{1,2}(?:年度?)?(?:は|から|より|も)?)';
const correcting =
  '(?:修正|訂正|変更|更正|補正|改め|直[しす]|なお[しす]|差し?替|書き?換|書き?直|読み?替|すべき|して(?:ください|下さい)|しました|した(?!理由|根拠)|します|すること|のこと|お?願い|判定|判断|なりま|なった|$)';
const verdict =
  '(?:修正(?:後|案|値)?|訂正後?|変更後?|更正|補正|正解?|正しくは|正答|指摘(?:により|によって|のため|で|あり)?|指示(?:により|で)?|判定|判断|審査|査定|確認(?:結果|後)?|実際は|本来は?|最終|県|国|道|都|府)';

/** Each is looked for in turn. */
const sentences: readonly RegExp[] = [
  `(?:→|⇒|➡|⇨|➔|->|=>) ?${sign}(?![0-9月日年名人件])${notYet}`,
  `(?:→|⇒|➡|⇨|➔|->|=>) ?${word}${notYet}`,
  `${ofAnotherYear}${word}(?:に|へ|と)${correcting}${notYet}`,
  `${verdict} ?[:=は、,]? ?${word}(?:$|[ 。、,.)]|では|です|だ|と|に)${notYet}`,
  `^${word}(?:では|じゃ)(?:ない|ありません)?(?:か|でしょうか)?[?。]?$`,
  `^${word}[?]$`,
].map((source) => new RegExp(source, 'gi'));

/** The last of what is said counts: 「×→○→×」. */
const lastOf = (text: string, sentence: RegExp): RegExpMatchArray | undefined => [...text.matchAll(sentence)].at(-1);

const meaningOf = ({ groups }: RegExpMatchArray): 'met' | 'unmet' => (groups?.['yes'] === undefined ? 'unmet' : 'met');

/** Short remarks only: 指定取消, 誤請求 and 間違い防止 are subjects of the field. */
const isRejected = (text: string): boolean =>
  text.length <= longestRejection && rejected.test(text) && !/不要|なし|無し|ありません|防止|済/.test(text);

const longestRejection = 24;
const rejected = new RegExp(
  [
    '^(?:[(【[]?(?:県|国|道|都|府|事務局)(?:より|から|修正|意見|コメント)?[)】\\]]?:?)?',
    '(?:要(?:修正|訂正|変更)|(?:修正|訂正|変更)(?:要|必要|を要する|が必要|を?お?願|依頼|指示|して(?:ください|下さい)|のこと|すること)',
    '|回答を?(?:取り?消し?|撤回)|取り?消し?(?:$|[。、( ]|のこと)|取り?下げ|撤回(?:$|[。、])',
    '|(?:回答|記入|入力)?(?:誤り|誤記|誤答|間違い)(?:$|[。、( ]|です)|差し?戻し?|却下|認め(?:られ)?(?:ない|ません)',
    '|(?:ng|不備(?:あり|有り?)?|要?再提出|不承認|疑義(?:あり|有り?)?)$)',
  ].join(''),
  'i',
);
