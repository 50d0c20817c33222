import type { MunicipalityResult, ScoredResults } from '../../evaluation';
import { fiscalYearLabel, groupedBy } from '../../kernel';
import { insuredOf, type Nation, type RankBand } from '../../rank';
import { criterionIndexOf, goalNumeral, grantNames, groupNames, indicatorNotation, type Block } from '../../schemes';
import { compileScheme, explainScore, pointsOf } from '../../score';
import type { FigureSource, ModelCell, SheetModel } from '../../workbook';
import { fromTable, nationalRankSource } from '../figureSources';
import { cellKeys } from '../cellKeys';
import { cell, keyed } from '../layout/cells';
import { cellLine, headerLine, layOut, pageSetup, together, wideLines, type Line } from '../layout/layOut';
import { rankText } from '../members';
import { fromAnswers } from '../origins';
import { publicStates, publicStateWords, type PublicState } from '../publicStates';

/** A municipality of the comparison. */
export interface Compared {
  readonly name: string;
  readonly prefecture: string | undefined;
  readonly provisional: boolean;
  /** By the blocks of the scheme, from the least to the most that open answers allow. */
  readonly points: readonly { readonly least: number; readonly most: number }[];
  readonly pointsSource: FigureSource;
  readonly national: RankBand | null;
  readonly nationalSource: FigureSource | undefined;
  readonly insured: number | null;
  readonly insuredSource: FigureSource;
  /** 1–5; null where the national table does not tell. */
  readonly sizeClass: number | null;
  /** One a criterion, in the order of the scheme. */
  readonly states: readonly PublicState['state'][];
}

/** More do not stand beside each other on a page. */
export const mostCompared = 10;

/**
 * Who is compared: the municipalities of several workbooks, or the one in hand with its 比較団体 in the national table. None where
 * there is nobody to compare with, or more than a page holds.
 */
export const comparedIn = (results: ScoredResults): readonly Compared[] => {
  const { nation, municipalities, subject } = results;
  if (subject === 'nation') return [];
  const [only, ...others] = municipalities;
  const peers = nation === undefined || only === undefined || others.length > 0 ? [] : peersIn(nation, only);
  const all = [...municipalities.map((one) => ownCompared(results, one)), ...peers];
  return all.length < 2 || all.length > mostCompared ? [] : all;
};

const ownCompared = (results: ScoredResults, own: MunicipalityResult): Compared => ({
  name: own.identity.name,
  prefecture: own.identity.prefecture,
  provisional: own.provisional,
  points: own.blocks.map(({ points, most }) => ({ least: points, most })),
  pointsSource: fromAnswers(`${own.identity.name}の得点`),
  national: own.rank.national,
  nationalSource: nationalRankSource(results, own),
  insured: own.insured,
  insuredSource: {
    kind: 'told',
    text: '第1号被保険者数：設定、回答のブック、全国集計表のうち、先にあるものの値です。',
  },
  sizeClass: sizeClassOf(results.nation, own.nationRow),
  states: publicStates(own).map(({ state }) => state),
});

const peersIn = (nation: Nation, { nationRow }: MunicipalityResult): readonly Compared[] => {
  const groups = nation.ranks.scopes.find(({ name }) => name === 'peers')?.groups;
  const rows = groups === undefined ? [] : [...groups.keys()].filter((row) => groups[row] === 0 && row !== nationRow);
  return rows.map((row) => peerIn(nation, row));
};

const peerIn = (nation: Nation, row: number): Compared => {
  const { table } = nation;
  const { least, most } = nation.points;
  const { blocks, criterionCount, totalBlock } = least.compiled;
  const { name = '', prefecture } = table.municipalities[row] ?? {};
  const points = blocks.map((_, block) => ({ least: pointsOf(least, row, block), most: pointsOf(most, row, block) }));
  const states = table.states.subarray(row * criterionCount, (row + 1) * criterionCount);
  return {
    name,
    prefecture,
    provisional: points.some(isOpen),
    points,
    pointsSource: fromTable(nation, `${name}の得点`),
    national: nation.nationalRank(row),
    nationalSource: fromTable(nation, `${name}の全国順位`),
    insured: insuredOf(table, row) ?? null,
    insuredSource: fromTable(nation, `${name}の第1号被保険者数`),
    sizeClass: sizeClassOf(nation, row),
    states: publicStates({
      range: points[totalBlock] ?? { least: 0, most: 0 },
      awards: () => explainScore(table.scheme, states, nation.ownTotalSource),
    }).map(({ state }) => state),
  };
};

const isOpen = ({ least, most }: Compared['points'][number]): boolean => least !== most;

const sizeClassOf = (nation: Nation | undefined, row: number | undefined): number | null => {
  const sizeClass = row === undefined ? 0 : (nation?.table.sizeClass[row] ?? 0);
  return sizeClass > 0 ? sizeClass : null;
};

/** 比較団体: municipalities side by side: who they are, points by grant, goal and group, and the criteria in which they differ. */
export const peersSheet = (results: ScoredResults, compared: readonly Compared[]): SheetModel => {
  const { scheme } = results;
  const { orientation, columnWidths } = pageOf(compared.length);
  const wide = wideLines(columnWidths.length);
  const names = columnNames(compared);
  const { blocks, totalBlock } = compileScheme(scheme);
  const parts = [...blocks.keys()].filter((at) => at !== totalBlock);
  const byGrant = groupedBy(parts, (at) => blocks[at]?.grant ?? '');
  const lines: readonly Line[] = [
    wide(`比較団体（${fiscalYearLabel(scheme.fiscalYear)}の評価指標）`, 'title'),
    headerLine(['区分', '配点', ...names]),
    ...together([
      row(
        '第1号被保険者数（人）',
        none,
        compared.map(({ insured, insuredSource }) => figure(insured, insuredSource)),
      ),
      row(
        '規模区分',
        none,
        compared.map(({ sizeClass }) => figure(sizeClass, tableClass)),
      ),
      row(
        '全国順位',
        none,
        compared.map(({ national, nationalSource }) =>
          national === null
            ? none
            : cell(rankText(national).replace('～', '～\n'), 'paper-cell', { source: nationalSource }),
        ),
      ),
      pointsRow(blocks[totalBlock], totalBlock, compared),
    ]),
    ...[...byGrant.values()].flatMap((places) => together(places.map((at) => pointsRow(blocks[at], at, compared)))),
    ...differences(results, compared, names),
    ...(compared.some(({ provisional }) => provisional)
      ? [wide('※ （暫定）の市町村の得点は、未確定の回答による最も低い点と最も高い点です。', 'note')]
      : []),
  ];
  return {
    name: '比較団体',
    // As many columns as municipalities: another group is another sheet.
    marker: `peers${scheme.fiscalYear}N${compared.length}`,
    ...layOut(lines, columnWidths),
    frozenRows: 2,
    frozenColumns: 2,
    print: pageSetup({ orientation, headerRow: 1, coded: true }),
  };
};

/** Few stand on an upright page, more on one laid across; the words take what the figures leave. */
const pageOf = (count: number) => {
  const isUpright = count <= mostUpright;
  const figures = isUpright ? 100 : 146;
  return {
    orientation: isUpright ? 'portrait' : 'landscape',
    columnWidths: [Math.min(62, figures - 6 - 10 * count), 6, ...Array.from({ length: count }, () => 10)],
  } as const;
};
const mostUpright = 5;

/** Heads of the columns; of two with one name, the prefecture too. */
const columnNames = (compared: readonly Compared[]): readonly string[] =>
  compared.map(({ name, prefecture, provisional }) => {
    const isShared = compared.filter((other) => other.name === name).length > 1;
    const where = isShared && prefecture !== undefined ? `（${prefecture}）` : '';
    return `${name}${where}${provisional ? '\n（暫定）' : ''}`;
  });

const row = (label: string, most: ModelCell, values: readonly ModelCell[]): Line =>
  cellLine([cell(label, 'side'), most, ...values]);

const none = cell('－', 'center');

const figure = (value: number | null, source: FigureSource): ModelCell =>
  value === null ? none : cell(value, 'body', { number: 'integer', source });

const tableClass: FigureSource = { kind: 'table', text: '規模区分：読み込んだ全国集計表の値です。' };
const ofRules: FigureSource = { kind: 'rules', text: '採点に使った評価指標の配点です。' };

const pointsRow = (block: Block | undefined, at: number, compared: readonly Compared[]): Line => {
  if (block === undefined) throw new RangeError(`peersSheet: no block ${at}`);
  const values = compared.map(({ points, pointsSource: source }, column): ModelCell => {
    const one = points[at];
    if (one === undefined) return none;
    const printed = isOpen(one) ? cell(`${one.least}～${one.most}`, 'center', { source }) : figure(one.least, source);
    return block.goal === null ? keyed(printed, cellKeys.peer(column, block)) : printed;
  });
  return row(labelOf(block), figure(block.maxPoints, ofRules), values);
};

const labelOf = ({ grant, goal, group }: Block): string => {
  if (grant === null) return '総得点';
  if (goal === null) return `${grantNames[grant].short}　計`;
  const name = `${grantNames[grant].short}　${goalNumeral(goal)}`;
  return group === null ? `${name}　小計` : `${name}　${groupNames[group].short}`;
};

/** The criteria that some meet and others do not. */
const differences = (
  { scheme }: ScoredResults,
  compared: readonly Compared[],
  names: readonly string[],
): readonly Line[] => {
  const differing = criterionIndexOf(scheme).all.filter(({ index }) => {
    const states = new Set(compared.map(({ states: own }) => own[index]));
    return states.has('met') && states.has('unmet');
  });
  if (differing.length === 0) return [];
  return [
    headerLine(['該当（○）が分かれる枝番', '配点', ...names]),
    ...differing.map(({ index, indicator, criterion }) =>
      row(
        `${indicatorNotation(indicator)} ${criterion.label}　${indicator.name}`,
        figure(criterion.points, ofRules),
        compared.map(({ states }) => cell(publicStateWords[states[index] ?? 'open'], 'center')),
      ),
    ),
    wideLines(names.length + 2)('※ ○：該当、×：非該当、未確定：確認中の枝番。', 'note'),
  ];
};
