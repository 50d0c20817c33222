import type { MunicipalityResult, ScoredResults } from '../../evaluation';
import { fiscalYearLabel, printedPercent, rangeInWords } from '../../kernel';
import type { PointsRange } from '../../outlook';
import { prefectureOfRow, type Nation } from '../../rank';
import {
  commonGoalNames,
  goalNumeral,
  grantNames,
  groupNames,
  isCommon,
  timesCounted,
  type Indicator,
} from '../../schemes';
import type { Award } from '../../score';
import type { Look, SheetModel } from '../../workbook';
import { fromPublished, fromRules } from '../figureSources';
import { cellKeys } from '../cellKeys';
import { cell, keyed, rangeCell } from '../layout/cells';
import { cellLine, headerLine, layOut, pageSetup, wideLines, type Line, type Sentence } from '../layout/layOut';
import { sentenceLooks } from '../layout/wholeWords';
import { municipalityTitle } from '../members';
import { computed, fromAnswers } from '../origins';
import { indicatorRanges } from '../indicatorRanges';
import { signed } from '../standingWords';
import { indicatorMeansOfNation, tableMeans, type IndicatorMean } from '../indicatorMeans';

/** The means a municipality is held against, by indicator in the order of the scheme. */
interface GroupsCompared {
  /** There is a national table in hand, whole or not. */
  readonly hasTable: boolean;
  readonly nation: readonly (IndicatorMean | undefined)[];
  /** What the means of the nation rest on, for the head of the sheet. */
  readonly basis: string;
  readonly prefecture: readonly (IndicatorMean | undefined)[];
  readonly peers: readonly (IndicatorMean | undefined)[];
  /** How many municipalities were chosen to compare with; 0 = none. */
  readonly peerCount: number;
}

/**
 * The nation from the table of everybody, else as published, and from the table only what the published figures do not tell; prefecture and peers (比較団体)
 * only from the table, a prefecture if all of it is there. A municipality belongs to its own prefecture's mean.
 */
const groupsCompared = (results: ScoredResults, { nationRow }: MunicipalityResult): GroupsCompared => {
  const { nation } = results;
  const { means, basis } = indicatorMeansOfNation(results);
  const none = means.map(() => undefined);
  if (nation === undefined)
    return { hasTable: false, nation: means, basis, prefecture: none, peers: none, peerCount: 0 };
  const peers = peerRows(nation);
  const prefecture = prefectureOfRow(nation, nationRow);
  return {
    hasTable: true,
    nation: means,
    basis,
    prefecture: prefecture === undefined ? none : tableMeans(nation, prefecture.rows, `${prefecture.name}平均`),
    peers: tableMeans(nation, peers, '比較団体平均'),
    peerCount: peers.length,
  };
};

const peerRows = ({ ranks }: Nation): readonly number[] => {
  const groups = ranks.scopes.find(({ name }) => name === 'peers')?.groups;
  return groups === undefined ? [] : [...groups.keys()].filter((row) => groups[row] === 0);
};

/** One indicator: what it brought and what was missed. */
interface IndicatorResult {
  readonly indicator: Indicator;
  /** Its place in the scheme. */
  readonly index: number;
  readonly points: PointsRange;
  /** At most, in the total: a common goal counts in both grants. */
  readonly missedPoints: number;
  /** 「ア①（4点・82.3%）、…」 */
  readonly missed: string;
}

/** The indicators of one municipality, those that cost most points first; equal ones in the order of the scheme. */
const missedIndicators = (results: ScoredResults, municipality: MunicipalityResult): readonly IndicatorResult[] => {
  const awards = municipality.awards();
  const ranges = indicatorRanges(results, municipality, awards);
  const met = countsOf(results);
  return results.scheme.indicators
    .map((indicator, index) => {
      const own = awards.filter((award) => award.indicator.id === indicator.id);
      const points = ranges.get(indicator.id) ?? { least: 0, most: 0 };
      const lost = indicator.maxPoints - points.least;
      const texts = own.filter(isMissed).map((award) => missedText(award, met));
      return {
        indicator,
        index,
        points,
        missedPoints: lost * timesCounted(indicator),
        missed: lost === 0 ? '' : texts.join('、'),
      };
    })
    .sort((one, other) => other.missedPoints - one.missedPoints);
};

interface Counts {
  readonly of: number;
  readonly met: ReadonlyMap<string, number>;
}

const countsOf = ({ national }: ScoredResults): Counts | undefined =>
  national === undefined ? undefined : { of: national.municipalities, met: new Map(national.criteria) };

/** A criterion met under the alternative that does not count was not missed. */
const isMissed = ({ points, because }: Award): boolean => points === 0 && because !== 'other-alternative';

const missedText = ({ criterion, because }: Award, counts: Counts | undefined): string => {
  const count = counts?.met.get(criterion.id);
  const share = count === undefined || counts === undefined ? '' : `・${printedPercent(count, counts.of, 1)}`;
  const open = because === 'unanswered' ? '・未回答' : because === 'held' ? '・要確認' : '';
  return `${criterion.label}（${criterion.points}点${share}${open}）`;
};

/** The columns: those of means that nobody knows are left out. */
const columnsOf = (groups: GroupsCompared, isOpen: boolean): readonly (readonly [header: string, width: number])[] => {
  const means: readonly (readonly [string, number])[] = [
    ...(isKnown(groups.prefecture) ? [['都道府県\n平均', 10] as const] : []),
    ...(isKnown(groups.peers) ? [['比較団体\n平均', 10] as const] : []),
  ];
  return [
    ['順', 5],
    ['交付金', 7],
    ['目標', 5],
    ['指標群', 11],
    ['番号', 5],
    ['指標', 32],
    ['配点', 6],
    // Where answers are open, 「12～16」, 「△10.5～＋2.5」 and 「△16～△12」 stand in one line.
    ['得点', isOpen ? 8 : 6],
    ['全国\n平均', 8],
    ...means,
    ['全国\nとの差', isOpen ? 15 : 8],
    ['総得点\nへの影響', isOpen ? 12 : 9],
    // As wide as a page of 100, else of 86 per cent leaves it.
    [
      '取れなかった枝番（配点・全国の該当率）',
      means.length === 0 && !isOpen ? 44 : 68 - means.length * 10 - (isOpen ? 12 : 0),
    ],
  ];
};

const isKnown = (means: readonly (IndicatorMean | undefined)[]): boolean => means.some((mean) => mean !== undefined);

const titleLines = 3;
/** Of the list of what was missed, too; names of indicators stay in one piece. */
const wholeLooks: ReadonlySet<Look> = new Set<Look>([...sentenceLooks, 'wrap']);

/** 指標別分析: every indicator of one municipality against nation, prefecture and peers, what cost most points first. */
export const analysisSheet = (results: ScoredResults, municipality: MunicipalityResult): SheetModel => {
  const indicators = missedIndicators(results, municipality);
  const groups = groupsCompared(results, municipality);
  const columns = columnsOf(groups, municipality.range.least !== municipality.range.most);
  const wide = wideLines(columns.length);
  const lines: readonly Line[] = [
    wide(`指標別分析（${fiscalYearLabel(results.scheme.fiscalYear)}）　${municipalityTitle(municipality)}`, 'title'),
    wide(
      `${summaryOf(results, municipality, indicators)}${groups.basis}`,
      'paragraph',
      fromAnswers('総得点と、取れなかった点の合計'),
    ),
    headerLine(columns.map(([header]) => header)),
    ...indicators.map((one, at) => indicatorLine(results, groups, one, at + 1)),
    ...notesOf(groups, commonGoalNames(results.scheme)).map(({ text, source }) => wide(text, 'remark', source)),
  ];
  const widths = columns.map(([, width]) => width);
  const laidOut = layOut(lines, widths, wholeLooks);
  return {
    name: '指標別分析',
    marker: 'analysis',
    ...laidOut,
    frozenRows: titleLines,
    print: pageSetup({ orientation: 'landscape', headerRow: titleLines - 1, coded: true }),
  };
};

const summaryOf = (
  { scheme }: ScoredResults,
  { range: { least, most } }: MunicipalityResult,
  indicators: readonly IndicatorResult[],
): string => {
  const missed = indicators.reduce((sum, { missedPoints }) => sum + missedPoints, 0);
  // What is missed for now is missed less by all that is open.
  const lost = rangeInWords(String(missed - (most - least)), String(missed), '点');
  return `総得点 ${rangeInWords(String(least), String(most), '点')}／${scheme.maxPoints}点。取れなかった${lost}を、影響の大きい指標から並べています。`;
};

const indicatorLine = (
  results: ScoredResults,
  groups: GroupsCompared,
  result: IndicatorResult,
  place: number,
): Line => {
  const { indicator, index, points, missedPoints, missed } = result;
  const nation = groups.nation[index];
  const leastMissed = (indicator.maxPoints - points.most) * timesCounted(indicator);
  const lost = computed(
    `配点－得点${isCommon(indicator) ? `。目標${goalNumeral(indicator.goal)}は両交付金に数えるため2倍` : ''}`,
  );
  const shares = results.national === undefined ? undefined : fromPublished(results.national, '枝番ごとの該当率');
  return cellLine([
    cell(place, 'body', { number: 'integer', source: computed('総得点への影響が大きい順') }),
    cell(grantNames[indicator.grant].short, 'center'),
    cell(goalNumeral(indicator.goal), 'center'),
    cell(groupNames[indicator.group].short, 'center'),
    cell(indicator.number, 'center', { number: 'integer', source: fromRules(results.scheme, '指標の番号') }),
    cell(indicator.name, 'side'),
    cell(indicator.maxPoints, 'body', { number: 'integer', source: fromRules(results.scheme, indicator.name) }),
    keyed(
      rangeCell([points.least, points.most], 'body', {
        number: 'integer',
        source: fromAnswers(`指標「${indicator.name}」の得点`),
      }),
      cellKeys.analysis(indicator.id),
    ),
    meanCell(nation),
    ...[groups.prefecture, groups.peers].filter(isKnown).map((means) => meanCell(means[index])),
    nation === undefined
      ? cell('－', 'center')
      : rangeCell(
          [points.least - nation.value, points.most - nation.value],
          'body',
          { number: 'signed-decimal1', source: computed('得点－全国平均') },
          (difference) => signed(difference, 1),
        ),
    rangeCell([0 - missedPoints, 0 - leastMissed], 'body', { number: 'integer', source: lost }, (points) =>
      points === 0 ? '0' : signed(points, 0),
    ),
    cell(missed === '' ? null : missed, 'wrap', { source: shares ?? fromRules(results.scheme, '枝番') }),
  ]);
};

const meanCell = (mean: IndicatorMean | undefined) =>
  mean === undefined ? cell('－', 'center') : cell(mean.value, 'body', { number: 'decimal1', source: mean.source });

const notesOf = ({ hasTable, prefecture, peerCount }: GroupsCompared, commonGoals: string): readonly Sentence[] => [
  ...(commonGoals === '' ? [] : [{ text: `※ ${commonGoals}は両交付金に1回ずつ数えるため、総得点への影響は2倍です。` }]),
  {
    text: '※ 平均は端数処理前の値から計算し、小数第一位まで表示しています。区分のうち高い方を採る指標の全国平均は、該当市町村数だけからは計算できないため「－」になることがあります。',
  },
  prefecture.some((mean) => mean !== undefined)
    ? {
        text: '※ 都道府県平均は、読み込んだ全国集計表の同じ都道府県の市町村（本市町村を含む）の平均です。',
      }
    : {
        text: hasTable
          ? '※ 読み込んだ全国集計表に、この都道府県のすべての市町村の得点がそろっていないため、都道府県平均は表示していません。'
          : '※ 都道府県平均は、全国集計表を読み込むと表示します。',
      },
  peerCount > 0
    ? {
        text: `※ 比較団体平均は、選んだ${peerCount}市町村の平均です。`,
        source: { kind: 'told', text: '比較団体として選ばれた市町村の数です。' },
      }
    : { text: '※ 比較団体平均は、全国集計表を読み込み、シート「設定」の「比較団体」で市町村を選ぶと表示します。' },
  { text: '※ 得点は取組の評価であり、成果そのものではありません。' },
];
