import { partsOf, type Problem, type Severity } from '../kernel';
import type { Look, ModelCell, SheetModel } from '../workbook';
import { cell, fittedHeights, padded } from './cells';
import type { Results } from './results';

const headers = [
  'No.',
  '区分',
  'コード',
  '内容',
  '場所',
  '読み取った値',
  '求める値',
  '影響する点数',
  '採点への影響',
  '直し方',
];
const severities: Readonly<Record<Severity, { readonly word: string; readonly look: Look; readonly order: number }>> = {
  stop: { word: '止まる誤り', look: 'stop', order: 0 },
  check: { word: '要確認', look: 'check', order: 1 },
  info: { word: '情報', look: 'info', order: 2 },
};

const columnWidths = [5, 11, 8, 34, 15, 14, 12, 9, 30, 36];

/** Problems in the order a person works through them: gravest first, then by the points at stake. */
export const sortedProblems = (problems: readonly Problem[]): readonly Problem[] =>
  [...problems].sort(
    (a, b) =>
      severities[a.severity].order - severities[b.severity].order || (b.pointsAtStake ?? 0) - (a.pointsAtStake ?? 0),
  );

/** Sheet 要確認: everything a person should look at, with place, effect and cure. */
export const problemsSheet = (results: Results): SheetModel => {
  const rows = sortedProblems(results.problems).map((problem, index) => problemRow(results, problem, index + 1));
  const none = padded(
    [cell(null, 'body'), cell('情報', 'info'), cell(null, 'body'), cell('確認が必要な箇所はありません', 'wrap')],
    headers.length,
    'body',
  );
  const allRows = [headers.map((text) => cell(text, 'header')), ...(rows.length === 0 ? [none] : rows)];
  return {
    name: '要確認',
    marker: 'problems',
    rows: allRows,
    columnWidths,
    rowHeights: fittedHeights(allRows, columnWidths),
    frozenRows: 1,
    print: {
      orientation: 'landscape',
      titleRows: { first: 0, last: 0 },
      header: '&R&A',
      footer: `&L検算コード ${results.checkCode}&R&P / &N`,
    },
  };
};

const problemRow = (results: Results, problem: Problem, number: number): readonly ModelCell[] => {
  const { what, where, effect, cure } = partsOf(problem);
  const { word, look } = severities[problem.severity];
  return [
    cell(number, 'body', 'integer'),
    cell(word, look),
    cell(problem.code, 'center'),
    cell(what, 'wrap'),
    placeCell(results, problem, where),
    cell(problem.found ?? null, 'wrap'),
    cell(problem.expected ?? null, 'wrap'),
    cell(problem.pointsAtStake ?? null, 'body', 'integer'),
    cell(effect, 'wrap'),
    cell(cure, 'wrap'),
  ];
};

const placeCell = (results: Results, { file, sheet, cell: address }: Problem, where: string): ModelCell => {
  const source = results.sources.find(({ name }) => name === file) ?? results.sources[0];
  return sheet === undefined || address === undefined
    ? cell(where, 'side')
    : {
        ...cell(where, 'link'),
        link: { sheet, cell: address, ...(source === undefined ? {} : { file: source.link }) },
      };
};
