import { answerState } from '../../answers';
import type { MunicipalityResult, ScoredResults } from '../../evaluation';
import { fiscalYearLabel } from '../../kernel';
import { insuredOf, type Nation, type RankBand } from '../../rank';
import { criterionIndexOf, goalNumeral, grantNames, groupNames, indicatorNotation, type Block } from '../../schemes';
import { compileScheme, explainScore, pointsOf } from '../../score';
import type { FigureSource, ModelCell, SheetModel } from '../../workbook';
import { fromTable } from '../figureSources';
import { cell } from '../layout/cells';
import { cellLine, headerLine, layOut, pageSetup, together, wideLines, type Line } from '../layout/layOut';
import { rankText } from '../members';
import { fromAnswers } from '../origins';

/** A municipality of the comparison. */
export interface Compared {
  readonly name: string;
  readonly isOwn: boolean;
  readonly provisional: boolean;
  /** By the blocks of the scheme; undefined where they are still open. */
  readonly points: readonly (number | undefined)[];
  readonly national: RankBand | null;
  readonly insured: number | null;
  /** 1–5; undefined where the national table does not tell. */
  readonly sizeClass: number | undefined;
  /** One `answerState` code per criterion. */
  readonly states: readonly number[];
  readonly source: FigureSource;
}

/** More do not stand beside each other on paper. */
const mostCompared = 10;

/**
 * Who is compared: the municipalities of several workbooks, or the one in hand with its 比較団体 in the national table. None where
 * there is nobody to compare with, or more than a page holds.
 */
export const comparedIn = (results: ScoredResults): readonly Compared[] => {
  const { nation, municipalities, subject } = results;
  if (subject === 'nation') return [];
  const [only, ...others] = municipalities;
  const own = municipalities.map((one) => ownCompared(one, nation, others.length === 0));
  const peers = nation === undefined || only === undefined || others.length > 0 ? [] : peersIn(nation, only);
  const all = [...own, ...peers];
  return all.length < 2 || all.length > mostCompared ? [] : all;
};

const ownCompared = (
  { identity, blocks, rank, provisional, insured, nationRow, awards }: MunicipalityResult,
  nation: Nation | undefined,
  isOwn: boolean,
): Compared => ({
  name: identity.name,
  isOwn,
  provisional,
  points: blocks.map(({ points, most }) => (points === most ? points : undefined)),
  national: rank.national,
  insured,
  sizeClass: classOf(nation, nationRow),
  states: awards().map(({ state }) => state),
  source: fromAnswers(`${identity.name}の得点`),
});

const peersIn = (nation: Nation, { nationRow }: MunicipalityResult): readonly Compared[] => {
  const groups = nation.ranks.scopes.find(({ name }) => name === 'peers')?.groups;
  const rows = groups === undefined ? [] : [...groups.keys()].filter((row) => groups[row] === 0 && row !== nationRow);
  const { table, points } = nation;
  const { blocks, criterionCount } = points.least.compiled;
  return rows.map((row) => {
    const identity = table.municipalities[row];
    const figures = blocks.map((_, block) => {
      const least = pointsOf(points.least, row, block);
      return least === pointsOf(points.most, row, block) ? least : undefined;
    });
    const name = identity?.name ?? '';
    const states = table.states.subarray(row * criterionCount, (row + 1) * criterionCount);
    return {
      name,
      isOwn: false,
      provisional: figures.includes(undefined),
      points: figures,
      national: nation.nationalRank(row),
      insured: insuredOf(table, row) ?? null,
      sizeClass: classOf(nation, row),
      states: explainScore(table.scheme, states, nation.ownTotalSource).map(({ state }) => state),
      source: fromTable(nation, `${name}の得点`),
    };
  });
};

const classOf = (nation: Nation | undefined, row: number | undefined): number | undefined =>
  [row === undefined ? undefined : nation?.table.sizeClass[row]].find((one) => one !== undefined && one > 0);

/** 比較団体: municipalities side by side: who they are, points by grant, goal and group, and the criteria in which they differ. */
export const peersSheet = (results: ScoredResults, compared: readonly Compared[]): SheetModel => {
  const { scheme, checkCode } = results;
  const columnWidths = [34, 8, ...compared.map(() => 13)];
  const wide = wideLines(columnWidths.length);
  const names = compared.map(({ name, provisional }) => `${name}${provisional ? '（暫定）' : ''}`);
  const row = (label: string, most: ModelCell, valueOf: (one: Compared) => ModelCell): Line =>
    cellLine([cell(label, 'side'), most, ...compared.map(valueOf)]);
  const none = cell(null, 'center');
  const { blocks } = compileScheme(scheme);
  const lines: readonly Line[] = [
    wide(`比較団体（${fiscalYearLabel(scheme.fiscalYear)}の評価指標）`, 'title'),
    headerLine(['', '配点', ...names]),
    ...together([
      row('第1号被保険者数（人）', none, ({ insured }) => figure(insured, toldInsured)),
      row('規模区分', none, ({ sizeClass }) => figure(sizeClass ?? null, tableClass)),
      row('全国順位', none, ({ national, source }) =>
        cell(national === null ? '－' : rankText(national), 'center', national === null ? {} : { source }),
      ),
    ]),
    ...blocks.map((block, at) =>
      row(labelOf(block), cell(block.maxPoints, 'body', { number: 'integer', source: ofRules }), ({ points, source }) =>
        figure(points[at] ?? null, source),
      ),
    ),
    ...differences(results, compared, row),
  ];
  return {
    name: '比較団体',
    // As many columns as municipalities: another group is another sheet.
    marker: `peers${scheme.fiscalYear}N${compared.length}`,
    ...layOut(lines, columnWidths),
    frozenRows: 2,
    frozenColumns: 2,
    print: pageSetup({ orientation: 'landscape', headerRow: 1, checkCode }),
  };
};

const figure = (value: number | null, source: FigureSource): ModelCell =>
  value === null ? cell('－', 'center') : cell(value, 'body', { number: 'integer', source });

const toldInsured: FigureSource = { kind: 'told', text: '第1号被保険者数：設定、回答のブックか全国集計表の値です。' };
const tableClass: FigureSource = { kind: 'table', text: '規模区分：読み込んだ全国集計表の値です。' };
const ofRules: FigureSource = { kind: 'rules', text: '採点に使った評価指標の配点です。' };

const labelOf = ({ grant, goal, group }: Block): string => {
  if (grant === null) return '総得点';
  if (goal === null) return `${grantNames[grant].short}　計`;
  const name = `${grantNames[grant].short}　${goalNumeral(goal)}`;
  return group === null ? `${name}　小計` : `${name}　${groupNames[group].short}`;
};

/** The criteria that some have and others have not. */
const differences = (
  { scheme }: ScoredResults,
  compared: readonly Compared[],
  row: (label: string, most: ModelCell, valueOf: (one: Compared) => ModelCell) => Line,
): readonly Line[] => {
  const differing = criterionIndexOf(scheme).all.filter(({ index }) => {
    const states = new Set(compared.map(({ states: own }) => own[index]));
    return states.has(answerState.met) && states.size > 1;
  });
  if (differing.length === 0) return [];
  return [
    headerLine(['該当（○）が分かれる枝番', '配点', ...compared.map(({ name }) => name)]),
    ...differing.map(({ index, indicator, criterion }) =>
      row(
        `${indicatorNotation(indicator)} ${criterion.label}　${indicator.name}`,
        cell(criterion.points, 'body', { number: 'integer', source: ofRules }),
        ({ states }) => cell(markOf(states[index]), 'center'),
      ),
    ),
  ];
};

const markOf = (state: number | undefined): string =>
  state === answerState.met ? '○' : state === answerState.unmet ? '×' : '未確定';
