import { fiscalYearLabel } from '../kernel';
import { goalNumeral, grantNames, groupNames, type Grant, type NationalFigures } from '../schemes';
import type { ModelCell, Rectangle, SheetModel } from '../workbook';
import { cell, fittedHeights, padded, wideRow } from './cells';
import { headlineOf, municipalityTitle } from './headline';
import type { BlockPoints, MunicipalityResult, Results } from './results';

const headers = ['交付金', '目標', '指標群', '配点', '得点', '得点率', '全国平均', '差', '中央値'];
const width = headers.length;
const columnWidths = [10, 66, 14, 9, 9, 10, 11, 10, 10];
const grants: readonly Grant[] = ['promotion', 'support'];

/** Sheet 得点: points against maximum, national mean and median, by grant × goal × group, goal Ⅳ shown under each grant. */
export const scoreSheet = (results: Results): SheetModel => {
  const rows: (readonly ModelCell[])[] = [];
  const merges: Rectangle[] = [];
  const wide = (text: string, look: Parameters<typeof wideRow>[1]): void => {
    merges.push({ top: rows.length, bottom: rows.length, left: 0, right: width - 1 });
    rows.push(wideRow(text, look, width));
  };
  wide(`${fiscalYearLabel(results.scheme.fiscalYear)} 保険者機能強化推進交付金等 評価結果（得点）`, 'title');
  for (const municipality of results.municipalities) {
    wide(municipalityTitle(municipality), 'heading');
    for (const line of headlineOf(results, municipality)) wide(line, 'subtitle');
    rows.push(headers.map((text) => cell(text, 'header')));
    for (const grant of grants) {
      const ofGrant = grantRows(grant, municipality, results);
      merges.push(...sameLabelBlocks(ofGrant, rows.length));
      rows.push(...ofGrant);
    }
    rows.push(
      pointsRow(
        ['合計', '', ''],
        'total',
        findBlock(municipality, null, null, null),
        figuresOf(results.national, null, null, null),
      ),
    );
    rows.push(padded([], width));
  }
  for (const note of notesOf(results)) wide(note, 'note');
  return {
    name: '得点',
    marker: 'score',
    rows,
    merges,
    columnWidths,
    rowHeights: fittedHeights(
      rows,
      columnWidths,
      new Set(merges.filter(({ left, right }) => left < right).map(({ top }) => top)),
    ),
    frozenRows: 1,
    print: { orientation: 'landscape', header: '&R&A', footer: `&L検算コード ${results.checkCode}&R&P / &N` },
  };
};

/** Grant and goal labels stand once, over all the rows they speak for; sums keep their own. */
const sameLabelBlocks = (rows: readonly (readonly ModelCell[])[], offset: number): readonly Rectangle[] =>
  [0, 1].flatMap((column) => {
    const blocks: Rectangle[] = [];
    let top = 0;
    for (let row = 1; row <= rows.length; row += 1) {
      const label = rows[top]?.[column]?.value;
      if (rows[row]?.[column]?.value === label && label !== '') continue;
      if (row - top > 1) blocks.push({ top: offset + top, bottom: offset + row - 1, left: column, right: column });
      top = row;
    }
    return blocks;
  });

const grantRows = (
  grant: Grant,
  municipality: MunicipalityResult,
  results: Results,
): readonly (readonly ModelCell[])[] => {
  const goals = municipality.blocks.filter(
    ({ block }) => block.goal !== null && block.group === null && (block.grant === grant || block.grant === 'common'),
  );
  const short = grantNames[grant].short;
  return [
    ...goals.flatMap((goal) => goalRows(short, goal, municipality, results)),
    pointsRow(
      [`${short} 計`, '', ''],
      'total',
      findBlock(municipality, grant, null, null),
      figuresOf(results.national, grant, null, null),
    ),
  ];
};

const goalRows = (
  grant: string,
  goal: BlockPoints,
  municipality: MunicipalityResult,
  { scheme, national }: Results,
): readonly (readonly ModelCell[])[] => {
  const { block } = goal;
  const name = scheme.goals.find((one) => one.grant === block.grant && one.goal === block.goal)?.name ?? '';
  const groups = municipality.blocks.filter(
    (other) => other.block.grant === block.grant && other.block.goal === block.goal && other.block.group !== null,
  );
  const title = `${goalNumeral(block.goal ?? 0)} ${name}`;
  const rows = groups.map((group) =>
    pointsRow(
      [grant, title, group.block.group === null ? '' : groupNames[group.block.group].short],
      'body',
      group,
      figuresOf(national, block.grant, block.goal, group.block.group),
    ),
  );
  if (groups.length === 1) return rows;
  return [
    ...rows,
    pointsRow([grant, title, '小計'], 'total', goal, figuresOf(national, block.grant, block.goal, null)),
  ];
};

const pointsRow = (
  labels: readonly string[],
  look: 'body' | 'total',
  row: BlockPoints | undefined,
  figures: NationalFigures['blocks'][number] | undefined,
): readonly ModelCell[] => {
  const side = look === 'body' ? 'side' : 'total-side';
  const points = row?.points ?? null;
  const max = row?.block.maxPoints ?? null;
  const mean = figures?.mean ?? null;
  return [
    ...labels.map((label) => cell(label, side)),
    cell(max, look, 'integer'),
    cell(points, look, 'integer'),
    cell(points === null || max === null || max === 0 ? null : points / max, look, 'percent1'),
    cell(mean, look, 'decimal1'),
    cell(points === null || mean === null ? null : points - mean, look, 'signed-decimal1'),
    cell(figures?.median ?? null, look, 'integer'),
  ];
};

const findBlock = (
  { blocks }: MunicipalityResult,
  grant: BlockPoints['block']['grant'],
  goal: number | null,
  group: BlockPoints['block']['group'],
): BlockPoints | undefined =>
  blocks.find(({ block }) => block.grant === grant && block.goal === goal && block.group === group);

/** A sole group (成果) has the figures of its goal. */
const figuresOf = (
  national: NationalFigures | undefined,
  grant: BlockPoints['block']['grant'],
  goal: number | null,
  group: BlockPoints['block']['group'],
): NationalFigures['blocks'][number] | undefined => {
  const ofBlock = (wanted: typeof group) =>
    national?.blocks.find((block) => block.grant === grant && block.goal === goal && block.group === wanted);
  return ofBlock(group) ?? (goal === 4 ? ofBlock('outcome') : undefined);
};

const notesOf = ({ scheme, national, municipalities }: Results): readonly string[] => [
  '※ 目標Ⅳ（成果指標群）は両交付金に共通の評価で、それぞれの交付金に1回ずつ数えます。',
  '※ 全国平均・差・得点率は端数処理前の値から計算しています。中央値は足し合わせても合計と一致しません。',
  ...(national === undefined ? ['※ この年度の全国平均・中央値は登録されていません。'] : []),
  ...(municipalities.some(({ provisional }) => provisional)
    ? [
        '※ 未回答または読み取れない回答があるため暫定です。得点は未確定の回答を0点として数えています（シート「要確認」）。',
      ]
    : []),
  ...scheme.unspecified.map(({ note }) => `※ 定めのない事項：${note}`),
];
