import { outwardLine } from '../kernel';
import type { Language } from '../problems';

/** What the command line says beside problems and help; `{words}` are filled in. */
const texts = {
  reading: { ja: '{file} を読んでいます…', en: 'Reading {file} …' },
  scoring: { ja: '{file} を採点しています…', en: 'Scoring {file} …' },
  readingNation: { ja: '全国集計を読んでいます…', en: 'Reading the national table …' },
  writing: { ja: '結果を書いています…', en: 'Writing the results …' },
  notScored: { ja: '採点できなかったファイル：{file}', en: 'File that could not be scored: {file}' },
  nothingToCheck: { ja: '要確認：なし', en: 'To check: nothing' },
  toCheck: { ja: '要確認：{count}件', en: 'To check: {count}' },
  toCheckToldBefore: {
    ja: '要確認：{count}件（うち{before}件は、書き込む前に上に出しました）',
    en: 'To check: {count} ({before} of them were shown above, before the writing)',
  },
  decided: {
    ja: '判定により済んだもの：{count}件（シート「要確認」の確認済み）',
    en: 'Settled by decisions: {count} (sheet 要確認, 確認済み)',
  },
  moreProblems: {
    ja: 'ほか{count}件はシート「要確認」にあります。',
    en: '{count} more stand on the sheet 要確認.',
  },
  moreRows: {
    ja: '（ほか{count}行はシート「{sheet}」にあります）',
    en: '({count} more rows stand on the sheet {sheet})',
  },
  notRead: {
    ja: '読まなかったもの：{names}（シート「読み取り」）',
    en: 'Not read: {names} (sheet 読み取り)',
  },
  written: {
    ja: '検算コード：{code}　書き込んだファイル：{file}',
    en: 'Check code: {code}  Written to: {file}',
  },
  bookAsWritten: {
    ja: '{file}：{count}枚とも書いたときのままです',
    en: '{file}: all {count} sheets are as they were written',
  },
  bookChanged: {
    ja: '{file}：{of}枚のうち{count}枚が、書いたときと違います',
    en: '{file}: {count} of {of} sheets are not as they were written',
  },
  bookWithoutCode: {
    ja: '{file}：資料コードのあるシートがないため、確認していません',
    en: '{file}: no sheet bears a code, so nothing was verified',
  },
  booksVerified: {
    ja: '{files}ブックを確認しました：書いたときのまま {same}、違うもの {changed}、確認できないもの {others}',
    en: '{files} workbooks: {same} as written, {changed} changed, {others} could not be verified',
  },
  asWritten: {
    ja: '{sheet}：書いたときのままです（資料コード {code}）',
    en: '{sheet}: as it was written (code {code})',
  },
  ownTexts: {
    ja: '　資料コードに入らない、書き込み用の欄の文 {count}か所',
    en: '; {count} texts of your own in the cells left to you, which the code leaves out',
  },
  publicData: { ja: '公開用のファイル：{files}', en: 'Files for publication: {files}' },
  formMade: { ja: '回答票を作りました：{file}', en: 'The form was made: {file}' },
} as const satisfies Record<string, Record<Language, string>>;

type WordsIn<Sentence extends string> = Sentence extends `${string}{${infer Word}}${infer Rest}`
  ? Word | WordsIn<Rest>
  : never;

type TextName = keyof typeof texts;
type Facts<Name extends TextName> = Readonly<Record<WordsIn<(typeof texts)[Name][Language]>, string | number>>;

/** A text in the language of the terminal, Japanese where it has none; a word missing in `facts` does not type-check. */
export const textIn = <Name extends TextName>(
  language: Language | undefined,
  name: Name,
  facts: Facts<Name>,
): string => {
  const words = new Map<string, string | number>(Object.entries(facts));
  return texts[name][language ?? 'ja'].replace(/\{(\w+)\}/g, (whole, word: string) =>
    outwardLine(String(words.get(word) ?? whole)),
  );
};
