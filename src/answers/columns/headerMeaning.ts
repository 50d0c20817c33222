import { fiscalYearsIn, foldLabel, reiwaYear, type FiscalYear } from '../../kernel';
import { isSumLabel } from '../labels';
import { codeListIn } from './codes';
import { readMark } from '../marks';
import { whoseIs, type NamedMunicipality, type Whose } from '../municipality/namesInText';
import { readPrefecture } from '../municipality/register';
import { headerWord } from '../tables/headerWords';
import { headsLostPoints, headsWhatIsNotMet } from './signStatements';

/** What the words over a column say of it; the content decides whether they are believed. */
export interface HeaderMeaning {
  readonly kind: HeaderKind;
  /** A header of answers stands over a narrower one: 回答 over 高齢福祉課. */
  readonly underAnswer?: true;
  /** Where several versions of the answers stand beside each other. */
  readonly stage?: 'first' | 'corrected' | 'confirmed';
  /** The fiscal year, or its place in time: 前年度, 今回. */
  readonly year?: FiscalYear | 'this' | 'last';
  /** The year of the deeds (R7実績), which is the grant's where other columns name other years. */
  readonly deeds?: FiscalYear;
  readonly municipality?: NamedMunicipality;
  /** It stands for a municipality without naming one: the title's (本町), or none at all (○○市). */
  readonly standIn?: 'own' | 'nobody';
}

export type HeaderKind =
  | 'answer'
  /** 該当, はい, 有 …: answers, or the yes half of a pair. */
  | 'yes'
  /** 非該当, いいえ, 無 … */
  | 'no'
  | 'not-applicable'
  /** Its marks say what is not met: 未実施チェック, 要改善. */
  | 'lack'
  /** Points that were not won: 失点. */
  | 'lost'
  /** A section of the town hall. */
  | 'department'
  /** Nothing but a year. */
  | 'year'
  /** Points worked out on the sheet. */
  | 'earned'
  /** Counts, shares, ranks, full marks. */
  | 'figure'
  /** What is meant to be answered some day: 案, 見込. */
  | 'plan'
  | 'note'
  | 'unknown'
  | 'none';

/** The meaning of all header texts over one column, the lowest first. */
export const headerMeaning = (texts: readonly string[]): HeaderMeaning => {
  const kinds = texts.map(kindOf);
  const told = kinds.find((kind) => kind !== 'unknown') ?? (texts.length === 0 ? 'none' : 'unknown');
  // 有 under a merged 備考 is no answer; 備考 under a merged 回答 is none either.
  const kind =
    kinds.includes('note') && told !== 'earned' ? 'note' : lacking.has(told) ? (turnedKind(texts) ?? told) : told;
  const stage = texts.map((text) => stageOf(text) ?? stageBehindName(text)).find((one) => one !== undefined);
  const year = texts.map(yearOf).find((one) => one !== undefined);
  const deeds = texts.map(deedsOf).find((one) => one !== undefined);
  const whose = whoseOf(texts);
  return {
    kind: whose !== undefined && (kind === 'unknown' || kind === 'year') ? 'answer' : kind,
    ...(kind === 'department' && kinds.includes('answer') && { underAnswer: true }),
    ...(stage && { stage }),
    ...(year === undefined ? {} : { year }),
    ...(deeds === undefined ? {} : { deeds }),
    ...(typeof whose === 'string' ? { standIn: whose } : whose && { municipality: whose }),
  };
};

/** What a header of answers may turn out to be, by words in another of its rows: チェック over 未実施. */
const lacking: ReadonlySet<HeaderKind> = new Set(['answer', 'yes', 'earned', 'unknown', 'department']);

const turnedKind = (texts: readonly string[]): 'lost' | 'lack' | undefined =>
  !texts.some(headsWhatIsNotMet) ? undefined : texts.some(headsLostPoints) ? 'lost' : 'lack';

const noteWords =
  /備考|根拠|理由|説明|^担当(?!.*(?:回答|判定|評価|点検|チェック|該当))|^回答(?:者|日|年月日|課|部署|担当)(?:氏?名)?$|担当(?:課|者|部署|係)名?$|資料|コメント|メモ|留意|記入例|回答例|(?<!回答)内容|方法|方針|課題|今後|日付|年月日|提出日|期限|必要な|対応策|エビデンス|url|リンク|参照|様式|^注|確認(?:者|日|書類|方法|事項)/;
const figureWords =
  /分子|分母|割合|率|平均|順位|件数|人数|回数|増減|差分?$|前年比|比較|全国|県内|偏差|換算|伸び|実数|数値|配点|満点|上限|列番号|^番号$|^no\.?$|市町村数|団体数/;
const planWords = /案$|見込|予定|計画|目標値?$|想定|シミュ|希望|優先/;
/** 重点, 要点 and 時点 are no points. */
const earnedWords = /得点|点数|採点|評価点|(?<![重要論観視焦難時拠])点$/;
const answerWords =
  /回答|該当|自己評価|自己点検|自己チェック|判定|[○〇◯].{0,3}[×✕x]|チェック|取組状況|実施状況|達成状況|対応状況|有無|可否|評価結果|^評価(?:欄|$|\()|^結果$|^状況$|入力欄?$|記入欄|^answer/;
const departmentWords = /(?:課|係|室|部|局|班|センター|グループ|事業所|チーム|包括|社協|支所|協議会|担当)$/;

const kindOf = (written: string): HeaderKind => {
  const text = foldLabel(written);
  // 回答（根拠は備考欄へ）: what stands in brackets is said beside.
  const plain = text.replace(/[([【][^)\]】]*[)\]】]/g, '') || text;
  if (noteWords.test(plain)) return 'note';
  if (figureWords.test(plain)) return 'figure';
  const word = choiceWord(text);
  if (word !== undefined) return word;
  if (planWords.test(text)) return 'plan';
  if (earnedWords.test(text)) return 'earned';
  if (departmentOf(text)) return 'department';
  if (answerWords.test(text) || codeListIn(written) !== undefined) return 'answer';
  if (yearOf(written) !== undefined) return 'year';
  const role = headerWord(written)?.role;
  return role === undefined || role === 'answer' || role === 'other' || role === 'earned' ? 'unknown' : 'figure';
};

/** 該当, はい（○）, 2 いいえ: a word that says yes or no. */
const choiceWord = (text: string): 'yes' | 'no' | 'not-applicable' | undefined => {
  const bare = text.replace(/[([【].*$/, '') || text;
  const { kind } = readMark(bare);
  if (kind === 'not-applicable') return kind;
  return kind === 'met' ? 'yes' : kind === 'unmet' ? 'no' : undefined;
};

/** 高齢福祉課, 高齢福祉課回答, 回答（高齢福祉課）. */
const departmentOf = (text: string): boolean => {
  const inside = /[([【]([^)\]】]+)[)\]】]/.exec(text)?.[1];
  const bare = text.replace(/[([【].*$/, '').replace(/の?(?:回答|自己評価|判定|記入|入力)欄?$/, '');
  return departmentWords.test(bare) || (inside !== undefined && departmentWords.test(inside));
};

const confirmed =
  /確認(?!前)|査定|審査|再判定|認定|^(?:都道府県|都|道|府|県|国|厚労省|厚生労働省|振興局|事務局)(?:側|欄|の?(?:判定|評価|回答|点検|チェック|記入|意見).*)?$/;
const corrected = /(?:修正|訂正|変更|補正|更新)後?|再回答|再提出|二次|三次|[23]次|第[2-9二三]回|最終|確定|差替/;
const first = /当初|一次|1次|第[1一]回|初回|(?:修正|訂正|変更|補正|更新|確認|審査|査定)前|原案/;

const stageOf = (written: string): HeaderMeaning['stage'] => {
  const text = foldLabel(written);
  if (first.test(text)) return 'first';
  if (confirmed.test(text)) return 'confirmed';
  return corrected.test(text) ? 'corrected' : undefined;
};

/** 東川町（県判定）, 東川町 県評価: what stands behind the name says which version it is. */
const stageBehindName = (written: string): HeaderMeaning['stage'] => {
  const whose = whoseIs(written);
  if (typeof whose !== 'object') return undefined;
  const [label, name] = [foldLabel(written), foldLabel(whose.name)];
  const behind = label.slice(label.lastIndexOf(name) + name.length).replace(/^[([【:・_-]+|[)\]】]+$/g, '');
  return label.includes(name) && behind !== '' ? stageOf(behind) : undefined;
};

/** A date is no fiscal year, and the year of the deeds is not the year of the grant. */
const dates = /(?:令和|r|20)?\d{1,4}[年./-]\d{1,2}[月./-](?:\d{1,2}日?)?/gi;
const deedYears = /(?:令和|r|20)?\d{1,4}年?度?(?:の|分|中)*(?:実績|実施|取組|事業|計画|末|時点|提出|現在)/gi;

const yearOf = (written: string): HeaderMeaning['year'] => {
  const text = foldLabel(written).replace(dates, '').replace(deedYears, '');
  const [year, ...others] = fiscalYearsIn(text);
  if (year !== undefined) return others.length === 0 ? year : undefined;
  const count = /^(\d{1,2})年度/.exec(text)?.[1];
  if (count !== undefined) return reiwaYear(Number(count));
  if (/前々?年|昨年|前回|前期|去年|過去|^旧|^前$/.test(text)) return 'last';
  return /今年|本年|当年|今回|今期|^新(?![規設])|^今$/.test(text) ? 'this' : undefined;
};

const deedsOf = (written: string): FiscalYear | undefined => {
  const text = foldLabel(written).replace(dates, '');
  const [year, ...others] = deedYears.test(text) ? fiscalYearsIn(text) : [];
  deedYears.lastIndex = 0;
  return others.length === 0 ? year : undefined;
};

/** The first name from the top; a prefecture may stand over it. */
const whoseOf = (texts: readonly string[]): Whose => {
  const fromTop = texts.filter((text) => !isSumLabel(text)).reverse();
  const whose = fromTop.map((text) => whoseIs(text)).find((one) => one !== undefined);
  const prefecture = fromTop.map(readPrefecture).find((one) => one !== undefined);
  return typeof whose !== 'object' || prefecture === undefined ? whose : { prefecture, ...whose };
};
