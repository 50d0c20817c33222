import type { LayoutTexts } from '../layoutTexts';
import { count } from './count';

/** 読み取り */
export const layout: LayoutTexts = {
  heading: '読み取った表',
  recognised: '認識した内容',
  choices: '読み取る場所を直す',
  confidence: '確からしさ',
  levels: { high: '高い', medium: '中くらい', low: '低い' },
  counts: (found, asked, unread) =>
    `${count(asked)} 項目のうち ${count(found)} 項目のセルを見つけました${unread > 0 ? `。うち ${count(unread)} 項目は回答を決められません` : ''}`,
  municipality: '市町村',
  severalMunicipalities: (first, all) => `${first} ほか（計 ${count(all)} 市町村）`,
  nation: (all) => `全国集計表：${count(all)} 市町村を採点します`,
  sheet: 'シート',
  allSheets: (all) => (all > 1 ? `自動（表のある ${count(all)} シートすべて）` : '自動'),
  column: '回答の列',
  allColumns: (found) => (found === '' ? '自動' : `自動（${found}）`),
  columnName: (letter, header) => `${letter} 列：${header}`,
  noHeader: '（見出しなし）',
  year: '年度',
  addYear: 'ファイルから年度を加える',
  yearFound: (year) => (year === undefined ? '自動' : `自動（${year}）`),
  samples: '読み取りの例',
  sampleColumns: ['指標', 'セル', '読み取り'],
  blank: '（空欄）',
  readAs: { met: '該当', unmet: '非該当', unanswered: '未回答', held: '決められない' },
  marks: '意味を教えてください',
  markQuestion: (mark, cells) => `「${mark}」（${count(cells)} セル）は`,
  markAnswers: { met: '該当（○）', unmet: '非該当（×）', open: '決めない' },
  changes: '前回から変わった見出し',
  change: (place, before, now) => `${place}：「${before}」→「${now}」`,
  confirm: 'この読み方で採点',
  again: '読み直す',
  remembered: 'この読み方はブックに保存され、次回から使われます。',
  refused: 'このままでは採点できません',
};
