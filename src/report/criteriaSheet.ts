import { answerState } from '../answers';
import { goalNumeral, grantNames, groupNames } from '../schemes';
import type { Award } from '../score';
import { quotedSheetName, type ModelCell, type SheetModel } from '../workbook';
import { cell } from './cells';
import { reasonOf } from './reasonOf';
import type { MunicipalityResult, Results } from './results';

const headers = [
  '市町村',
  '交付金',
  '目標',
  '指標群',
  '番号',
  '指標',
  '枝番',
  '配点',
  '回答',
  '得点',
  '全国該当率',
  '理由',
  '回答のセル',
];

/** Sheet 指標別: every criterion with its answer, points, reason, national share, and a link to the cell it came from. */
export const criteriaSheet = (results: Results): SheetModel => {
  const counts = new Map(results.national?.criteria ?? []);
  const of = results.national?.municipalities;
  return {
    name: '指標別',
    marker: 'criteria',
    rows: [
      headers.map((text) => cell(text, 'header')),
      ...results.municipalities.flatMap((municipality) =>
        municipality
          .awards()
          .map((award, index) =>
            awardRow(
              results,
              municipality,
              award,
              index,
              of === undefined ? undefined : (counts.get(award.criterion.id) ?? 0) / of,
            ),
          ),
      ),
    ],
    columnWidths: [14, 7, 6, 11, 6, 42, 7, 7, 9, 7, 13, 40, 14],
    frozenRows: 1,
    print: {
      orientation: 'landscape',
      titleRows: { first: 0, last: 0 },
      header: '&R&A',
      footer: `&L検算コード ${results.checkCode}&R&P / &N`,
    },
  };
};

const awardRow = (
  results: Results,
  municipality: MunicipalityResult,
  award: Award,
  index: number,
  share: number | undefined,
): readonly ModelCell[] => {
  const { criterion, indicator } = award;
  return [
    cell(municipality.identity.name, 'side'),
    cell(grantNames[indicator.grant].short, 'center'),
    cell(goalNumeral(indicator.goal), 'center'),
    cell(groupNames[indicator.group].short, 'center'),
    cell(indicator.number, 'center', 'integer'),
    cell(indicator.name, 'side'),
    cell(criterion.label, 'center'),
    cell(criterion.points, 'body', 'integer'),
    answerCell(award),
    cell(award.points, 'body', 'integer'),
    cell(share ?? null, 'body', 'percent1'),
    cell(reasonOf(award), 'side'),
    sourceCell(municipality, index),
  ];
};

const answerCell = ({ state }: Award): ModelCell => {
  if (state === answerState.met) return cell('○', 'good');
  if (state === answerState.unmet) return cell('×', 'center');
  return state === answerState.held ? cell('要確認', 'check') : cell('未回答', 'check');
};

const sourceCell = (municipality: MunicipalityResult, index: number): ModelCell => {
  const source = municipality.cellOf(index);
  if (source === undefined) return cell('（行なし）', 'center');
  const text = `${quotedSheetName(source.sheet).replace(/^'([^' !]+)'$/, '$1')}!${source.cell}`;
  return {
    ...cell(text, 'link'),
    link: { ...source, ...(municipality.source === undefined ? {} : { file: municipality.source.link }) },
  };
};
