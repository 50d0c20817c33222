import { fiscalYearLabel } from '../../kernel';
import type { FigureSource, SheetModel } from '../../workbook';
import { cell, headerCells } from '../layout/cells';
import { pageSetup } from '../layout/layOut';
import { fromPublished, fromTable, openQuestion } from '../figureSources';
import { decisionSentence, fromDecision, settledIn } from '../decisionWords';
import { failuresOf, municipalitiesOf, type Results } from '../../evaluation';

const columnWidths = [26, 100];

type Entry = readonly [label: string, value: string | number, source?: FigureSource | undefined];

/** Sheet 処理記録: what was scored by which rules, so that anybody can repeat it. */
export const recordSheet = (results: Results): SheetModel => {
  const rows = [
    headerCells(['項目', '内容']),
    ...entriesOf(results).map(([label, value, source]) => [cell(label, 'side'), cell(value, 'wrap', { source })]),
  ];
  return {
    name: '処理記録',
    marker: 'record',
    rows,
    columnWidths,
    frozenRows: 1,
    print: pageSetup({ orientation: 'landscape', headerRow: 0, coded: true }),
  };
};

const entriesOf = (results: Results): readonly Entry[] => {
  const { scheme, sources, national } = results;
  return [
    ['評価年度', fiscalYearLabel(scheme.fiscalYear)],
    ['評価指標（スキーム）', scheme.title],
    ['スキームの版', scheme.revision, revision],
    ['スキームの SHA-256', results.schemeHash],
    ['検算コード', results.checkCode],
    ['計算エンジンの版', results.engineVersion],
    ...(sources.length === 0 ? [['入力ファイル', '（このブック）'] as const] : []),
    ...sources.flatMap(({ name, sha256 }) => [
      ['入力ファイル', name] as const,
      ['入力ファイルの SHA-256', sha256] as const,
    ]),
    ...failuresOf(results).map(({ file }) => ['採点できなかったファイル', file] as const),
    ['採点した市町村数', municipalitiesOf(results).length, scored(results)],
    ['全国の母数', national?.municipalities ?? '登録なし', national && fromPublished(national, '全国の市町村数')],
    ['要確認の件数', results.problems.filter(({ severity }) => severity !== 'info').length, toCheck],
    ...decisionEntries(results),
    ...scheme.documents.map(({ title, publisher }): Entry => ['出典', `${publisher}「${title}」`, document]),
    ...scheme.unspecified.map(({ note }): Entry => ['定めのない事項', note, openQuestion]),
    ['注意', '得点は取組の評価であり、認定率や給付費などの成果そのものを示すものではありません。'],
  ];
};

const decisionEntries = (results: Results): readonly Entry[] => {
  const settled = settledIn(results);
  return settled.length === 0
    ? []
    : [
        ['判定の件数', settled.length, counted],
        ...settled.map((one): Entry => ['判定', decisionSentence(one), fromDecision(one.decision)]),
      ];
};

const counted: FigureSource = {
  kind: 'computed',
  text: 'この下の行「判定」の数です。採点に使った判定だけを数えます。',
};
const revision: FigureSource = { kind: 'rules', text: '採点に使った評価指標のデータの版です。' };
const document: FigureSource = { kind: 'published', text: '採点に使った評価指標のデータの出典の名称です。' };
const toCheck: FigureSource = { kind: 'computed', text: '「要確認」シートの行のうち「情報」を除いた数です。' };

const scored = (results: Results): FigureSource =>
  results.subject === 'nation'
    ? fromTable(results.nation, '採点した市町村の数')
    : { kind: 'answers', text: '回答を読み取って採点した市町村の数です。' };
