import { roleOfSheet, type SheetRole } from '../../../src/answers/sheets/sheetRoles';
import { plainSheet } from '../../../src/workbook';

const own = ['市町村', '交付金', '回答', '得点', '全国該当率', '理由', '回答のセル'];

// Names and headings as offices give them; what only speaks of an example is none.
test.each<[SheetRole, string, readonly string[], readonly string[]]>([
  ['example', '記入例', [], []],
  ['example', '【記載例】自己点検表', [], []],
  ['example', '回答（例）', [], []],
  ['example', '例', [], []],
  ['example', '様式1', ['令和８年度　自己点検表（記入例）'], []],
  ['example', '回答', ['令和8年度', '○○市'], []],
  ['example', '回答', ['市町村名：〇〇県〇〇市'], []],
  ['example', '回答', ['●●町'], []],
  ['old', '回答（旧）', [], []],
  ['old', '修正前', [], []],
  ['old', '回答_old', [], []],
  ['old', 'バックアップ 9月', [], []],
  ['old', '支援（前回提出）', [], []],
  ['old', '昨年度', [], []],
  ['old', '参考', [], []],
  ['old', '来年度案', [], []],
  ['old', '目標', [], []],
  ['old', '他町の例', [], []],
  ['old', '回答', ['自己点検表（前年度回答）'], []],
  ['answers', '目標Ⅳ', [], []],
  ['answers', '目標1', [], []],
  ['answers', '案内', [], []],
  ['result', '指標別', [], own],
  ['answers', '指標別', [], ['交付金', '回答', '理由']],
  ['answers', '回答', ['記入例を参照して記入してください'], []],
  ['answers', '回答', ['記入例は別シートにあります。'], []],
  ['answers', '様式1', ['小野町'], []],
  ['answers', '回答 (2)', [], []],
  ['answers', 'golden', [], []],
])('%s: a sheet %p under %p', (role, name, headings, headers) => {
  expect(roleOfSheet(plainSheet(name, []), headings, headers)).toBe(role);
});
