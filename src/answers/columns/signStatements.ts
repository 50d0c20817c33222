import { remembered } from '../labels';
import {
  deniedLackPattern,
  lackPattern,
  metPattern,
  namesLack,
  namesLostPoints,
  plainOf,
  unsettledPattern,
} from '../lackWords';
import { codeListIn } from './codes';

/** What a text says of a sign: ○ means "not met", 未実施の項目は空欄. */
interface SignStatement {
  readonly sign: 'yes' | 'no' | 'blank';
  readonly meaning: 'met' | 'unmet';
  /** Where it stands in the plain text. */
  readonly from: number;
  readonly to: number;
}

const yes = '(?:[○〇◯✓✔☑レ●■◎◉]印?|丸|まる|マル|チェック|しるし|印|マーク|フラグ)';
/** ○が付いている, チェックを入れた. */
const marked = '(?:(?:が|の|を)(?:付|つ|入|記入|さ)[いけっれさ]*(?:てい?る|てある|た))?';
const no = '(?:[×✕✖☓✗❌□☐]印?|ばつ|バツ|ペケ)';
const given = '(?:が|の|は|を|も|と)?(?:(?:付|つ|入)[いけっれか]?て?い?|記入(?:し|され)?て?い?|選択し|し)?';
/** ○×を記入, ×または○: signs in general. */
const inGeneral =
  /[○〇◯](?:[・/,、か]|と|または|又は|もしくは|あるいは|or)?[×✕✖x]|[×✕✖](?:[・/,、か]|と|または|又は)?[○〇◯]/gu;
/** A text as it is looked through. */
const lookedThrough = (text: string): string => plainOf(text).replace(inGeneral, '＊');

/** Each word a text may say of signs, what comes first of them decides; the gap before it is looked at apart. */
const words = new RegExp(
  [
    `(?<unsettled>${unsettledPattern})`,
    `(?<blank>(?<![0-9])0(?![0-9.])|空欄|空白|未記入|無記入|ブランク|(?<![a-z0-9ァ-ヶー])[-ー―–—](?![a-z0-9])|(?:${yes}|記入)${given}(?:ない|無い|なし|ません|ず|不要)|(?:${yes})を?(?:消|外|削除|取り消|から×|→×|を×))`,
    `(?<yes>${yes}${marked})(?!ではな)`,
    `(?<no>${no})`,
    `(?<denied>${deniedLackPattern})`,
    `(?<lack>${lackPattern})`,
    `(?<met>${metPattern})`,
  ].join('|'),
  'gu',
);

/** Between a sign and what it means: ○が付いている項目は未実施. */
const fromSign =
  /^(?:[」』"')\]:=…→‥.・([「『]|印|は|が|の|を|に|付|つ|い|け|て|た|る|した|記入|され|選択|入|っ|れ|ある|もの|項目|欄|箇所|ところ|所|指標|枝番|行|現在|現時点)*$/u;
/** Between what is meant and its sign: 未実施の項目には、必ず○. */
const toSign =
  /^(?:[」』"')\]:=…→‥・,、([「『]|の|な|こと|もの|項目|事項|取組|取り組み|指標|枝番|箇所|部分|欄|行|場合|とき|時|際|ところ|所|に|は|のみ|だけ|へ|を|が|も|必ず|すべて|全て|回答|左|右|該当|ボックス)*$/u;
/** ○の項目は未実施の場合…: the words say more than what the sign means. */
const goesOn = /^(?:の|な)?(?:(?:場合|とき|際)[はにも、]|理由|原因|根拠)/;
/** What "met" ends with when a sign is said to mean it. */
const ends =
  /^(?:$|[)」』"'\]、。,/○×✕✖]|とする|です|である|を(?:表|示|意味)|の(?:場合|とき|もの|項目)|場合|もの|項目)/;
const longestGap = 24;

/** The end of a clause; 未実施の場合は、○ goes on. */
const clauseEnd = /[。;!?/]|(?<![はにでもき]|場合)[、,]/u;

interface Word {
  readonly kind: 'unsettled' | 'blank' | 'yes' | 'no' | 'denied' | 'lack' | 'met';
  readonly from: number;
  readonly to: number;
}

/** Every statement about signs in a plain text, in the order of the text. */
const statementsIn = (plain: string): readonly SignStatement[] => {
  const statements: SignStatement[] = [];
  let start = 0;
  for (const clause of plain.split(new RegExp(`(?<=${clauseEnd.source})`, 'u'))) {
    const found = wordsIn(clause);
    const signFirst = found.find(({ kind }) => kind !== 'unsettled');
    const pairs = signFirst !== undefined && isSign(signFirst) ? signsFirst(clause, found) : wordsFirst(clause, found);
    for (const { from, to, ...said } of pairs) statements.push({ ...said, from: start + from, to: start + to });
    start += clause.length;
  }
  return statements;
};

const wordsIn = (clause: string): readonly Word[] =>
  [...clause.matchAll(words)].map(({ 0: text, index, groups = {} }): Word => {
    const [kind = 'unsettled'] = Object.entries<string | undefined>(groups).flatMap(([name, value]) =>
      value === undefined ? [] : [name],
    );
    return { kind: kind as Word['kind'], from: index, to: index + text.length };
  });

const isSign = ({ kind }: Word): boolean => kind === 'yes' || kind === 'no' || kind === 'blank';

const signsFirst = (clause: string, found: readonly Word[]): readonly SignStatement[] =>
  found.flatMap((word, at) => {
    const next = found[at + 1];
    if (!isSign(word) || next === undefined || isSign(next)) return [];
    const after = clause.slice(next.to);
    if (goesOn.test(after) || (next.kind === 'met' && word.kind === 'no' && !ends.test(after))) return [];
    return pairOf(clause, word, next, fromSign);
  });

const wordsFirst = (clause: string, found: readonly Word[]): readonly SignStatement[] =>
  found.flatMap((word, at) => {
    const next = found[at + 1];
    return isSign(word) || next === undefined || !isSign(next) ? [] : pairOf(clause, word, next, toSign);
  });

/** The statement of two words that follow each other, where nothing but `gap` stands between them. */
const pairOf = (clause: string, one: Word, other: Word, gap: RegExp): readonly SignStatement[] => {
  const between = clause.slice(one.to, other.from);
  if (between.length > longestGap || !gap.test(between)) return [];
  const [sign, word] = isSign(one) ? [one.kind, other.kind] : [other.kind, one.kind];
  if ((sign !== 'yes' && sign !== 'no' && sign !== 'blank') || word === 'unsettled') return [];
  return [{ sign, meaning: word === 'lack' ? 'unmet' : 'met', from: one.from, to: other.to }];
};

const isTurned = ({ sign, meaning }: SignStatement): boolean =>
  (sign === 'yes' && meaning === 'unmet') || (sign === 'no' && meaning === 'met');

const longestSentence = 200;

/** True for a sentence by which ○ says no or × yes: 該当しないものに○, ○：要取組　×：取組済. */
export const turnsSigns = (text: string): boolean => text.length <= longestSentence && turnsPlain(lookedThrough(text));

const turnsPlain = remembered((plain: string): boolean => statementsIn(plain).some(isTurned));

/** What is to be written elsewhere where something is not met: 未実施の場合は備考へ. */
const remarked = new RegExp(`(?:${lackPattern})[^。]{0,8}?(?:備考|理由|根拠|説明|コメント|別紙|メモ|省略|不要)`, 'gu');
/** A longer one is a sentence; what it says of signs is read all the same. */
const longestHeader = 24;

/** True for a header under which a mark says that something is not met: 未実施チェック, 自己評価（未実施）, 課題. */
export const headsWhatIsNotMet = remembered((text: string): boolean => {
  const plain = lookedThrough(text);
  const statements = statementsIn(plain);
  // A list of codes is obeyed; what stands beside it still says whose codes they are: 減点有無(1:あり,0:なし).
  const hasList = codeListIn(text) !== undefined;
  if (!hasList && statements.some(isTurned)) return true;
  const unsaid = statements
    .toReversed()
    .reduce((rest, { from, to }) => `${rest.slice(0, from)}＊${rest.slice(to)}`, plain);
  const left = (hasList ? unsaid.replace(listed, '＊') : unsaid).replace(remarked, '＊');
  return left.length <= longestHeader && namesLack(left);
});

const listed = /[([].*|[0-9①-⑨○〇◯×✕].*/u;

/** True for a header of points that were not won: 失点, 落とした点. */
export const headsLostPoints = (text: string): boolean => namesLostPoints(plainOf(text));
