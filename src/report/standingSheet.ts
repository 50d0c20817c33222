import { standingOf, blockColumn, type Nation, type Scope, type ScopeName, type Standing } from '../rank';
import { grantNames } from '../schemes';
import type { ModelCell, Rectangle, SheetModel } from '../workbook';
import { cell, padded, wideRow } from './cells';
import { headlineOf, municipalityTitle } from './headline';
import type { MunicipalityResult, Results } from './results';

const headers = [
  '範囲',
  '区分',
  '得点',
  '順位',
  '母数',
  '同順位の数',
  '上位',
  '偏差値',
  'ひとつ上との差',
  'ひとつ下との差',
];
const neighbourHeaders = ['範囲', '順位', '都道府県', '市町村', '総得点', '差'];
const width = headers.length;
/** So many neighbours are shown above and below. */
const reach = 5;

const scopeNames: Readonly<Record<ScopeName, string>> = {
  nation: '全国',
  prefecture: '都道府県内',
  'size-class': '同じ規模区分',
  'size-class-and-depopulation': '同じ規模区分・過疎の別',
  'without-designated-cities': '全国（政令指定都市を除く）',
  peers: '比較団体',
};

/** Sheet 順位: the own place in every scope, the gaps to the next places, and the neighbours above and below. */
export const standingSheet = (
  results: Results,
  nation: Nation,
  municipalities: readonly MunicipalityResult[],
): SheetModel => {
  const rows: (readonly ModelCell[])[] = [];
  const merges: Rectangle[] = [];
  const wide = (text: string, look: 'title' | 'heading' | 'subtitle' | 'note'): void => {
    merges.push({ top: rows.length, bottom: rows.length, left: 0, right: width - 1 });
    rows.push(wideRow(text, look, width));
  };
  wide(`順位（${nation.table.count.toLocaleString('en-US')}市町村の全国集計による）`, 'title');
  for (const municipality of municipalities) {
    const row = municipality.nationRow;
    if (row === undefined) continue;
    wide(municipalityTitle(municipality), 'heading');
    for (const line of headlineOf(results, municipality)) wide(line, 'subtitle');
    rows.push(headers.map((text) => cell(text, 'header')));
    for (const scope of nation.ranks.scopes) rows.push(...scopeRows(nation, municipality, scope, row));
    rows.push(padded([], width));
    rows.push(
      padded(
        neighbourHeaders.map((text) => cell(text, 'header')),
        width,
      ),
    );
    for (const scope of nation.ranks.scopes) rows.push(...neighbourRows(nation, municipality, scope, row));
    rows.push(padded([], width));
  }
  if (!nation.complete) {
    wide(
      `※ 全国集計の表は ${nation.table.count} 市町村で、全国 ${nation.expected} のすべてではありません。全国順位は公表された順位を用いています。`,
      'note',
    );
  }
  wide(
    '※ 同点は同順位とし、次の順位をとばします（1、2、2、4）。偏差値は 50＋10×（得点－平均）÷標準偏差（母標準偏差）です。',
    'note',
  );
  return {
    name: '順位',
    marker: 'standing',
    rows,
    merges,
    columnWidths: [28, 10, 12, 18, 10, 11, 9, 9, 14, 14],
    print: { orientation: 'landscape', header: '&R&A', footer: `&L検算コード ${results.checkCode}&R&P / &N` },
  };
};

/** The values of a block over the nation, with the municipality's own points in its row. */
const valuesOf = (nation: Nation, municipality: MunicipalityResult, block: number, row: number): Uint16Array => {
  const values = blockColumn(nation.scores, block);
  values[row] = municipality.blocks[block]?.points ?? values[row] ?? 0;
  return values;
};

const scopeRows = (
  nation: Nation,
  municipality: MunicipalityResult,
  scope: Scope,
  row: number,
): readonly (readonly ModelCell[])[] => {
  const { totalBlock, promotionBlock, supportBlock } = nation.scores.compiled;
  const kinds = [
    ['総得点', totalBlock],
    [grantNames.promotion.short, promotionBlock],
    [grantNames.support.short, supportBlock],
  ] as const;
  return kinds.flatMap(([kind, block]) => {
    const standing = standingOf(valuesOf(nation, municipality, block, row), scope, row, reach);
    return standing === undefined ? [] : [standingRow(scopeNames[scope.name], kind, standing)];
  });
};

const standingRow = (scope: string, kind: string, standing: Standing): readonly ModelCell[] => [
  cell(scope, 'side'),
  cell(kind, 'center'),
  cell(standing.value, 'body', 'integer'),
  cell(standing.rank, 'body', 'integer'),
  cell(standing.of, 'body', 'integer'),
  cell(standing.tied, 'body', 'integer'),
  cell(standing.topShare, 'body', 'percent1'),
  cell(standing.deviationScore, 'body', 'decimal1'),
  cell(standing.above?.gap ?? null, 'body', 'integer'),
  cell(standing.below?.gap ?? null, 'body', 'integer'),
];

const neighbourRows = (
  nation: Nation,
  municipality: MunicipalityResult,
  scope: Scope,
  row: number,
): readonly (readonly ModelCell[])[] => {
  const values = valuesOf(nation, municipality, nation.scores.compiled.totalBlock, row);
  const standing = standingOf(values, scope, row, reach);
  if (standing === undefined) return [];
  return standing.neighbours.map((other) => {
    const look = other === row ? 'total' : 'body';
    const value = values[other] ?? 0;
    const identity = nation.table.municipalities[other];
    const rank = standingOf(values, scope, other, 0)?.rank ?? null;
    return padded(
      [
        cell(scopeNames[scope.name], look === 'total' ? 'total-side' : 'side'),
        cell(rank, look, 'integer'),
        cell(identity?.prefecture ?? null, look),
        cell(identity?.name ?? null, look),
        cell(value, look, 'integer'),
        cell(value - standing.value, look, 'signed-integer'),
      ],
      width,
    );
  });
};
