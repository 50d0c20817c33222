import { foldText } from '../../kernel';
import type { CellValue, SheetContent } from '../../workbook';

/** What a sheet with a table of answers is there for, as its name and headings say. */
export type SheetRole =
  /** 記入例, 見本, or answers of ○○市: shown, not given. */
  | 'example'
  /** 旧, 修正前, 昨年度, 参考, 目標, 来年度案: kept beside the answers, not given. */
  | 'old'
  /** A sheet 指標別 of a result of ours, whose mark got lost when it was copied. */
  | 'result'
  | 'answers';

const exampleWords = /記入例|記載例|入力例|回答例|作成例|記述例|見本|サンプル|sample|example/i;
const exampleName = new RegExp(`${exampleWords.source}|^例(?:$|[\\s(0-9])|[(（]例[)）]`, 'i');
const oldName =
  /旧|修正前|変更前|訂正前|差替前|バックアップ|backup|控え$|(?:^|[_\-\s(])(?:old|bak)(?:$|[_\-\s)])|ボツ|没$|昨年|前年|前回|去年|過年|来年|次年|参考|目標(?![ⅠⅡⅢⅣ1-4一二三四I])|案(?:$|[)\s_])|検討|見込|他(?:市|町|村|団体)|写し|たたき台|下書き|ドラフト/i;
/** A heading that says the answers are those of another time: 自己点検表（前年度回答）. */
const oldHeading =
  /(?:前年度?|昨年度?|前回|去年)(?:の|分の?)?(?:回答|提出|点検)|[(（【](?:参考|案|前年度|昨年度|前回)[)）】]/;
const nobody =
  /^(?:[○〇◯●△▲□■×✕xX*＊]{1,4}|見本|例示?)(?:県|都|道|府)?\s?(?:[○〇◯●△▲□■×✕xX*＊]{1,4})?(?:市区町村|市町村|市|町|村|区)$/;

/** Headers that stand together on no sheet but ours. */
const ownHeaders = ['全国該当率', '理由', '回答のセル'];

/** The role of a sheet; `headings` = the texts above its table, with the value beside 市町村名; `headers` = its columns'. */
export const roleOfSheet = (
  { name }: SheetContent,
  headings: readonly string[],
  headers: readonly CellValue[],
): SheetRole => {
  if (ownHeaders.every((header) => headers.includes(header))) return 'result';
  const texts = headings.map((text) => foldText(text));
  if (exampleName.test(foldText(name)) || texts.some((text) => isExampleHeading(text) || isNobody(text))) {
    return 'example';
  }
  return oldName.test(foldText(name)) || texts.some((text) => text.length <= 40 && oldHeading.test(text))
    ? 'old'
    : 'answers';
};

/** 自己点検表（記入例）, 【記載例】; a sentence that points to an example (記入例を参照) makes none. */
const isExampleHeading = (text: string): boolean =>
  text.length <= 40 && new RegExp(`(?:${exampleWords.source})(?!を|に|は|の|シート)`, 'i').test(text);

const isNobody = (text: string): boolean => nobody.test(text.replace(/^(?:市区?町村名?|団体名|保険者名)[:\s]*/, ''));
