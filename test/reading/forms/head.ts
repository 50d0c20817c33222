import type { CellValue } from '../../../src/workbook';
import type { Draw } from './draw';
import type { Place } from './truth';

type Line = readonly CellValue[];

/** What stands above a table and around it: title, year, dates, whose answers they are. */
export interface Head {
  readonly lines: readonly Line[];
  readonly fileName: string;
  /** The name of the sheet; undefined = any. */
  readonly sheet: string | undefined;
  readonly kinds: readonly string[];
}

const wide = (number: number): string =>
  String(number).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const kanji = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

const titles = [
  '保険者機能強化推進交付金・介護保険保険者努力支援交付金 評価指標 回答票',
  '保険者機能強化推進交付金等に係る評価指標 自己点検表',
  '保険者機能強化推進交付金等 該当状況調査票',
  '評価指標 市町村回答様式',
  'インセンティブ交付金 チェックリスト',
];

/** 令和 as forms spell the year. */
const spelled = (draw: Draw, year: number, odd: number): string =>
  draw.usually(
    [
      `令和${year}年度`,
      `令和${wide(year)}年度`,
      `令和${kanji[year] ?? year}年度`,
      `令和 ${year} 年度`,
      `令${wide(year)}年度`,
      `R${year}年度`,
      `R${year}`,
      `Ｒ${wide(year)}`,
      `R.${year}年度`,
      `${year + 2018}年度`,
      `㋿${year}年度`,
    ],
    odd,
  );

/** Where the year of the grant stands, with the titles that go with it. */
const yearPlaces = ['title', 'bracket', 'own cell', 'three cells', 'sheet name', 'file name', 'nowhere'] as const;

/** Years that are not the grant's: of papers, of deeds, of plans. */
const decoys = (year: number): Readonly<Record<string, Line>> => ({
  'date, submitted': [`令和${year - 1}年10月15日提出`],
  'date in words': ['提出日', null, `令和${wide(year - 1)}年９月３０日`],
  'date cell': ['作成日', new Date(Date.UTC(year + 2017, 9, 15))],
  'date, western': [`${year + 2017}/9/30 現在`],
  'deeds, 実施分': [`（令和${year - 1}年度実施分）`],
  'deeds, 実績': [`※令和${year - 1}年度の実績により回答してください`],
  'deeds, 取組': [`評価対象：令和${year - 1}年度の取組`],
  'deeds, 時点': [`令和${year - 1}年度末時点`],
  'plan period': [`第9期介護保険事業計画（令和6年度～令和8年度）`],
  law: ['介護保険法（平成9年法律第123号）第122条の3'],
});

const fileNames = (draw: Draw, year: number, { name }: Place): readonly [string, string] =>
  draw.one([
    ['回答.xlsx', ''],
    [`${name}.xlsx`, ''],
    [`回答票(${name}).xlsx`, ''],
    [`${name}_回答_R${year - 1}.10.15.xlsx`, 'file name, date'],
    [`${year + 2017}0930_${name}回答.xlsx`, 'file name, western date'],
    [`令和${year - 1}年9月提出_${name}.xlsx`, 'file name, month'],
  ]);

const whose = (draw: Draw, { name, prefecture }: Place): readonly Line[] =>
  draw.one<readonly Line[]>([
    [['市町村名', name, null, '都道府県', prefecture]],
    [
      ['都道府県名', prefecture],
      ['市町村名', name],
    ],
    [['保険者名', `${prefecture}${name}`]],
    [[`市町村名：${name}`]],
    [[`${prefecture} ${name}`]],
    [['団体名', null, name]],
  ]);

export const drawHead = (draw: Draw, year: number, place: Place, odd: number): Head => {
  const kinds: string[] = [];
  const where = draw.usually(yearPlaces, odd);
  if (where !== 'title') kinds.push(`year: ${where}`);
  const title = draw.usually(titles, odd);
  const said = spelled(draw, year, odd);
  if (where !== 'nowhere' && where !== 'three cells' && said !== `令和${year}年度`)
    kinds.push(`year written ${said.replace(String(year), '8')}`);
  const lines: Line[] = [];
  if (where === 'title') lines.push([`${said} ${title}`]);
  else if (where === 'bracket') lines.push([`${title}（${said}${draw.one(['', '評価', '交付金分'])}）`]);
  else lines.push([title]);
  if (where === 'own cell') lines.push(['評価年度', said]);
  if (where === 'three cells') lines.push(['令和', year, '年度']);
  const [file, fileDecoy] = draw.chance(odd) ? fileNames(draw, year, place) : (['回答.xlsx', ''] as const);
  if (fileDecoy !== '') kinds.push(fileDecoy);
  if (draw.chance(odd)) {
    const known = decoys(year);
    for (const kind of draw.some(Object.keys(known), draw.between(1, 2))) {
      lines.push(known[kind] ?? []);
      kinds.push(kind);
    }
  }
  lines.push(...whose(draw, place));
  if (draw.chance(0.5)) lines.push([]);
  return {
    lines,
    fileName: where === 'file name' ? `${said.replace(/[\s.]/g, '')}_${file}` : file,
    sheet: where === 'sheet name' ? `${said}${draw.one(['', '回答', ' 自己点検'])}` : undefined,
    kinds,
  };
};
