import type { BesideTexts } from '../../answers';
import type { MunicipalityResult, ScoredResults } from '../../evaluation';
import { fiscalYearLabel } from '../../kernel';
import { descriptionsOf, indicatorNotation, isComputed, timesCounted } from '../../schemes';
import { keyedCells, plainRowPoints, type KeyedRows, type ModelCell, type SheetModel } from '../../workbook';
import { fromPublished, fromRules } from '../figureSources';
import { cell, headerCells, padded } from '../layout/cells';
import { cellLine, layOut, pageSetup, wideLines, type Line } from '../layout/layOut';
import { municipalityTitle } from '../members';
import { fromAnswers } from '../origins';
import { publicStates, type PublicState } from '../publicStates';

const headers = [
  '枝番',
  '指標・内容',
  '配点',
  '状態',
  '全国の\n該当率',
  '未達成の理由',
  '今後の取組',
  '時期',
  '担当課',
];
const columnWidths = [18, 34, 6, 9, 8, 27, 27, 11, 13];
const wide = wideLines(columnWidths.length);
/** What the form may say itself, in the order of the user's columns. */
const userTexts = ['reason', 'measures', 'time', 'department'] as const satisfies readonly (keyof BesideTexts)[];
const firstUserColumn = headers.indexOf('未達成の理由');

/**
 * 改善計画表: the criteria of one municipality that are not met and could bring points, with room for why, what is to be done,
 * when and by whom. What the form says of it stands there already; what the user writes stays with its criterion, also where
 * that is met at last.
 */
export const improvementSheet = (results: ScoredResults, own: MunicipalityResult): SheetModel => {
  const { scheme } = results;
  const rowOf = rowMaker(results, own);
  const states = publicStates(own);
  const wanted = states.map((state) => isWanted(state, own, states));
  const worthOf = worthIn(results);
  const rows = states
    .flatMap((state, at) => (wanted[at] === true ? [{ state, at, worth: worthOf(state) }] : []))
    .toSorted((one, other) => other.worth - one.worth)
    .map(({ state, at }) => rowOf(state, at));
  const head = headOf(
    results,
    own,
    states.filter((_, at) => wanted[at] === true),
  );
  const laid = layOut([...head, ...rows.map(cellLine)], columnWidths);
  const keyed: KeyedRows = {
    first: head.length,
    keyColumn: 0,
    userColumns: userTexts.map((_, at) => firstUserColumn + at),
    spare: new Map(
      states.flatMap((state, at) =>
        wanted[at] === true ? [] : [[keyOf(state), withoutTexts(rowOf(state, at))] as const],
      ),
    ),
    heightOf: (cells) => layOut([cellLine(cells)], columnWidths).rowHeights.get(0) ?? plainRowPoints,
  };
  return {
    name: '改善計画表',
    // Criteria are those of their year: another year's sheet is another document.
    marker: `improvement${scheme.fiscalYear}`,
    ...laid,
    userCells: keyedCells(keyed, laid.rows.length),
    keyed,
    frozenRows: head.length,
    frozenColumns: 1,
    print: pageSetup({ orientation: 'landscape', headerRow: head.length - 1, coded: true }),
  };
};

/** What most others have and what brings most points stands first, as far as the nation's counts are known: points × share. */
const worthIn = ({ national }: ScoredResults): ((state: PublicState) => number) => {
  const counts = new Map(national?.criteria ?? []);
  return ({ award: { indicator, criterion } }) =>
    criterion.points * timesCounted(indicator) * (national === undefined ? 1 : (counts.get(criterion.id) ?? 0));
};

/** Not met, or not sure, where more points can be won by being met; what is worked out is nobody's task. */
const isWanted = ({ award, state }: PublicState, own: MunicipalityResult, all: readonly PublicState[]): boolean => {
  const { indicator } = award;
  if (state === 'met' || isComputed(indicator)) return false;
  const earned = all.reduce((sum, one) => sum + (one.award.indicator === indicator ? (one.points ?? 0) : 0), 0);
  return earned < indicator.maxPoints;
};

const headOf = (results: ScoredResults, own: MunicipalityResult, wanted: readonly PublicState[]): readonly Line[] => {
  const points = results.scheme.maxPoints - own.total;
  const open = wanted.filter(({ state }) => state === 'open').length;
  const count = `${wanted.length}${open === 0 ? '' : `（うち未確定 ${open}）`}`;
  const text =
    wanted.length === 0
      ? '未達成の枝番はありません。'
      : `未達成の枝番 ${count}。総得点で取れていないのは${own.provisional ? '最大' : ''}${points}点です。${results.national === undefined ? '配点' : '配点×全国の該当率'}の大きい順に並べています。`;
  return [
    wide(`改善計画表（${fiscalYearLabel(results.scheme.fiscalYear)}の評価指標）　${municipalityTitle(own)}`, 'title'),
    wide(text, 'paragraph', fromAnswers('未達成の枝番の数と、取れていない点')),
    cellLine(headerCells(headers)),
  ];
};

/** 「推進Ⅰ体制3 ア①」: the key of a criterion's row, one of its kind within a year. */
const keyOf = ({ award: { indicator, criterion } }: PublicState): string =>
  `${indicatorNotation(indicator)} ${criterion.label}`;

const rowMaker = ({ scheme, national }: ScoredResults, { besideOf }: MunicipalityResult) => {
  const counts = new Map(national?.criteria ?? []);
  const shares = national && fromPublished(national, '該当した市町村の数÷全国の市町村数');
  const descriptions = descriptionsOf(scheme);
  return (state: PublicState, at: number): readonly ModelCell[] => {
    const { indicator, criterion } = state.award;
    const beside = besideOf?.(at) ?? {};
    const asked = beside.description ?? descriptions.get(criterion.id)?.text;
    const count = counts.get(criterion.id);
    return [
      cell(keyOf(state), 'side'),
      cell(asked === undefined ? indicator.name : `${indicator.name}：${asked}`, 'wrap'),
      cell(criterion.points, 'body', {
        number: 'integer',
        source: fromRules({ ...scheme, source: indicator.source }, '配点'),
      }),
      cell(stateWords[state.state], 'center'),
      national === undefined || count === undefined
        ? cell('－', 'center')
        : cell(count / national.municipalities, 'body', { number: 'percent1', source: shares }),
      ...userTexts.map((what) => cell(beside[what] ?? null, 'wrap')),
    ];
  };
};

const stateWords = { met: '達成', unmet: '未達成', open: '未確定' } as const;

/** The row of a criterion that is met: it has texts only where the user's stand. */
const withoutTexts = (cells: readonly ModelCell[]): readonly ModelCell[] =>
  padded(cells.slice(0, firstUserColumn), columnWidths.length, 'wrap');
