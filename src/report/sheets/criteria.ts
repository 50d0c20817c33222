import { criterionIndexOf, type CellPlace, type Origin } from '../../schemes';
import type { Award } from '../../score';
import { mostLinks, quotedSheetName, type ModelCell, type SheetModel } from '../../workbook';
import { cellKeys } from '../cellKeys';
import { cell, headerCells, indicatorCells, keyed } from '../layout/cells';
import { pageSetup } from '../layout/layOut';
import { linkedCells } from '../layout/linkedCells';
import { fromPublished, fromRules } from '../figureSources';
import { computed, sourceOf } from '../origins';
import { answerCell } from './answerCell';
import { criteriaMatrix } from './criteriaMatrix';
import { reasonOf } from '../reasons';
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
  '全国\n該当率',
  '理由',
  '回答のセル',
];

/** Figures of the column 「回答のセル」. */
const widthOfCells = 14;

/** Of more municipalities, or criteria than a sheet may have links, the list becomes a matrix. */
const mostListed = 60;

/** Sheet 指標別: as a list, or as a matrix where the list would have no end. */
export const criteriaSheet = (results: ScoredResults): SheetModel => {
  const { municipalities, scheme } = results;
  const rows = municipalities.length * criterionIndexOf(scheme).all.length;
  return municipalities.length > mostListed || rows > mostLinks ? criteriaMatrix(results) : criteriaList(results);
};

/** Every criterion with its answer, points, reason, national share, and a link to the cell it came from. */
const criteriaList = (results: ScoredResults): SheetModel => {
  const rowOf = rowMaker(results);
  return {
    name: '指標別',
    marker: 'criteria',
    rows: [
      headerCells(headers),
      ...results.municipalities.flatMap((municipality, at) =>
        municipality.awards().map((award, index) => rowOf({ municipality, at }, award, index)),
      ),
    ],
    columnWidths: [13, 7, 5, 11, 5, 32, 6, 6, 8, 6, 8, 24, widthOfCells],
    frozenRows: 1,
    print: pageSetup({ orientation: 'landscape', headerRow: 0, coded: true }),
  };
};

/** Makes the rows; the sources of an indicator and of a column are made once. */
const rowMaker = ({ scheme, national }: ScoredResults) => {
  const counts = new Map(national?.criteria ?? []);
  const maxima = new Map(
    scheme.indicators.map(({ id, source }) => [id, fromRules({ ...scheme, source }, '配点')] as const),
  );
  const shares = national && fromPublished(national, '該当した市町村の数÷全国の市町村数');
  return (
    { municipality, at }: { readonly municipality: MunicipalityResult; readonly at: number },
    award: Award,
    index: number,
  ): readonly ModelCell[] => {
    const { criterion, indicator } = award;
    const isFirst = indicator.criteria[0]?.id === criterion.id;
    const first = (what: Parameters<typeof cellKeys.criteria>[0], one: ModelCell): ModelCell =>
      isFirst ? keyed(one, cellKeys.criteria(what, at, indicator.id)) : one;
    const share = national && (counts.get(criterion.id) ?? 0) / national.municipalities;
    const maximum = maxima.get(indicator.id);
    const points = sourceOf({ origin: pointsOrigin(award, municipality.cellOf(index)) });
    const reasons = { answer: points, rule: maximum, 'own-total': ownTotal };
    const [label, answered] = labelAndPlace(municipality, index, cell(criterion.label, 'center'));
    return [
      cell(municipality.identity.name, 'side'),
      ...indicatorCells(indicator),
      label,
      first('max', cell(criterion.points, 'body', { number: 'integer', source: maximum })),
      first('answer', answerCell(award)),
      first('points', cell(award.points, 'body', { number: 'integer', source: points })),
      cell(share ?? null, 'body', { number: 'percent1', source: shares }),
      cell(reasonOf(award, municipality.decidedOf?.(index)), 'side', { source: reasons[decidedBy(award)] }),
      answered,
    ];
  };
};

/** What decides the points of a criterion: its answer, the rule of alternatives, or the total without its indicator. */
const decidedBy = ({ because }: Award): 'answer' | 'rule' | 'own-total' => {
  if (because === 'other-alternative') return 'rule';
  return because === 'own-total-reached' || because === 'own-total-missed' ? 'own-total' : 'answer';
};

const pointsOrigin = (award: Award, place: CellPlace | undefined): Origin => ({
  kind: decidedBy(award) === 'own-total' ? 'own-total' : 'answer',
  place,
});

const ownTotal = computed('この指標を除く得点の合計を、全国の得点の分布による区切りと比較');

/** 枝番 and 回答のセル, one of which leads to the answer. */
const labelAndPlace = (
  municipality: MunicipalityResult,
  index: number,
  label: ModelCell,
): readonly [ModelCell, ModelCell] => {
  const source = municipality.cellOf(index);
  if (source === undefined) return [label, cell('（行なし）', 'center')];
  const file = municipality.sourceOf(index);
  const book = source.file === undefined ? '' : `[${source.file}]`;
  const text = `${book}${quotedSheetName(source.sheet).replace(/^'([^' !]+)'$/, '$1')}!${source.cell}`;
  const link = { sheet: source.sheet, cell: source.cell, ...(file === undefined ? {} : { file: file.link }) };
  return linkedCells(label, text, link, widthOfCells);
};
