import { answerState } from '../../answers';
import type { ScoredResults } from '../../evaluation';
import { criterionIndexOf } from '../../schemes';
import type { ModelCell, SheetModel } from '../../workbook';
import { fromPublished, fromRules } from '../figureSources';
import { cell, headerCells, indicatorCells } from '../layout/cells';
import { pageSetup } from '../layout/layOut';
import { fromAnswers } from '../origins';
import { answerCell } from './answerCell';

const headers = ['交付金', '目標', '指標群', '番号', '指標', '枝番', '配点', '該当数', '全国\n該当率'];
const widths = [6, 5, 11, 5, 33, 6, 6, 7, 8];

/**
 * Sheet 指標別 of many municipalities: a criterion a row, a municipality a column, their answers in between. Reasons and
 * links to the cells stand in the results of each workbook by itself.
 */
export const criteriaMatrix = ({ scheme, national, municipalities }: ScoredResults): SheetModel => {
  const rates = new Map(national?.criteria ?? []);
  const share = national && fromPublished(national, '該当した市町村の数÷全国の市町村数');
  const counted = fromAnswers('この表で ○ の市町村の数');
  const columns = municipalities.map(({ awards }) => Uint8Array.from(awards(), ({ state }) => state));
  const maxima = new Map(
    scheme.indicators.map(({ id, source }) => [id, fromRules({ ...scheme, source }, '配点')] as const),
  );
  const rows = criterionIndexOf(scheme).all.map(({ criterion, indicator, index }): readonly ModelCell[] => {
    const states = columns.map((column) => column[index] ?? answerState.unanswered);
    const rate = national && (rates.get(criterion.id) ?? 0) / national.municipalities;
    return [
      ...indicatorCells(indicator),
      cell(criterion.label, 'center'),
      cell(criterion.points, 'body', { number: 'integer', source: maxima.get(indicator.id) }),
      cell(states.filter((state) => state === answerState.met).length, 'body', { number: 'integer', source: counted }),
      cell(rate ?? null, 'body', { number: 'percent1', source: share }),
      ...states.map((state) => answerCell({ state })),
    ];
  });
  return {
    name: '指標別',
    marker: 'criteria',
    rows: [headerCells([...headers, ...municipalities.map(({ identity: { name } }) => name)]), ...rows],
    columnWidths: [...widths, ...municipalities.map(() => 9)],
    frozenRows: 1,
    frozenColumns: headers.length,
    print: pageSetup({ orientation: 'landscape', headerRow: 0, coded: true }),
  };
};
