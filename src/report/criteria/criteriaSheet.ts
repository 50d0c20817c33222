import { answerState } from '../../answers';
import { goalNumeral, grantNames, groupNames } from '../../schemes';
import type { Award } from '../../score';
import { quotedSheetName, type ModelCell, type SheetModel } from '../../workbook';
import { cell, headerCells, pageSetup } from '../layout';
import { criteriaSources } from './criteriaSources';
import { reasonOf } from './reasonOf';
import type { MunicipalityResult, ScoredResults } from '../../evaluation';

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
export const criteriaSheet = (results: ScoredResults): SheetModel => {
  const rowOf = rowMaker(results);
  return {
    name: '指標別',
    marker: 'criteria',
    rows: [
      headerCells(headers),
      ...results.municipalities.flatMap((municipality) =>
        municipality.awards().map((award, index) => rowOf(municipality, award, index)),
      ),
    ],
    columnWidths: [14, 7, 6, 11, 6, 42, 7, 7, 9, 7, 13, 40, 14],
    frozenRows: 1,
    print: pageSetup({ orientation: 'landscape', headerRow: 0, checkCode: results.checkCode }),
  };
};

const rowMaker = (results: ScoredResults) => {
  const { national } = results;
  const counts = new Map(national?.criteria ?? []);
  const sourcesOf = criteriaSources(results);
  return (municipality: MunicipalityResult, award: Award, index: number): readonly ModelCell[] => {
    const { criterion, indicator } = award;
    const share = national && (counts.get(criterion.id) ?? 0) / national.municipalities;
    const sources = sourcesOf(award, municipality.cellOf(index));
    return [
      cell(municipality.identity.name, 'side'),
      cell(grantNames[indicator.grant].short, 'center'),
      cell(goalNumeral(indicator.goal), 'center'),
      cell(groupNames[indicator.group].short, 'center'),
      cell(indicator.number, 'center', 'integer'),
      cell(indicator.name, 'side'),
      cell(criterion.label, 'center'),
      cell(criterion.points, 'body', 'integer', sources.maximum),
      answerCell(award),
      cell(award.points, 'body', 'integer', sources.points),
      cell(share ?? null, 'body', 'percent1', sources.share),
      cell(reasonOf(award), 'side', undefined, sources.reason),
      sourceCell(municipality, index),
    ];
  };
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
