import { totalOf } from '../../allocation';
import type { MunicipalityResult, ScoredResults, YearOfMunicipality, YearsBehind } from '../../evaluation';
import { fiscalYearLabel } from '../../kernel';
import { atPlace, figuresOf, maximaIn, wholeOf } from '../../schemes';
import type { ModelCell, SheetModel } from '../../workbook';
import { fromPublished } from '../figureSources';
import { cell } from '../layout/cells';
import { cellLine, headerLine, layOut, pageSetup, wideLines, type Line } from '../layout/layOut';
import { municipalityTitle, prefectureMeanIn, rankText } from '../members';
import { computed, fromAnswers } from '../origins';

const columnWidths = [12, 9, 9, 9, 10, 10, 10, 25, 14, 11, 24];
const wide = wideLines(columnWidths.length);
const chartRows = 18;

/** 推移: points, rates, ranks and amounts of several years, with the nation's mean of each. */
export const trendSheet = (results: ScoredResults, own: MunicipalityResult, { years }: YearsBehind): SheetModel => {
  const lines: readonly Line[] = [
    wide(`推移（${years.length}か年）　${municipalityTitle(own)}`, 'title'),
    headerLine([
      '年度',
      '推進',
      '支援',
      '総得点',
      '得点率',
      '全国平均',
      '県平均',
      '全国順位',
      '県内順位',
      '全国平均\nとの差',
      '交付額（試算か内示額、千円）',
    ]),
    ...years.map(yearLine),
    wide(
      '※ 全国平均は国の公表値です。県平均は、公表された都道府県と年度、全国集計を読み込んだ年度だけを示します。',
      'note',
    ),
    wide('※ 年度ごとに、その年度の評価指標で採点しています。指標と配点は年度で変わります。', 'note'),
  ];
  const laidOut = layOut(lines, columnWidths);
  const [first, last] = [2, 1 + years.length];
  const column = (place: number) => ({ top: first, bottom: last, left: place, right: place });
  return {
    name: '推移',
    marker: `trendY${years.length}`,
    ...laidOut,
    charts: [
      {
        kind: 'column',
        title: '総得点と全国平均',
        altText: `総得点：${years.map(({ results: { scheme }, own: { total } }) => `${scheme.fiscalYear} ${total}点`).join('、')}`,
        anchor: { top: laidOut.rows.length + 1, bottom: laidOut.rows.length + chartRows, left: 0, right: 7 },
        categories: column(0),
        series: [
          { name: '総得点', values: column(3), role: 'own' },
          { name: '全国平均', values: column(5), role: 'compared' },
        ],
      },
    ],
    print: pageSetup({ orientation: 'landscape', headerRow: 1, coded: true }),
  };
};

const yearLine = (year: YearOfMunicipality): Line => {
  const {
    results: { scheme, national },
    own,
  } = year;
  const { total: maximum } = maximaIn(scheme);
  const mean = figuresOf(national, wholeOf(null))?.mean;
  const { national: nation, prefecture } = own.rank;
  const grantPoints = (grant: 'promotion' | 'support'): number => atPlace(own.blocks, wholeOf(grant)).points;
  return cellLine([
    cell(fiscalYearLabel(scheme.fiscalYear), 'side'),
    cell(grantPoints('promotion'), 'body', { number: 'integer', source: fromAnswers('推進の合計') }),
    cell(grantPoints('support'), 'body', { number: 'integer', source: fromAnswers('支援の合計') }),
    cell(own.total, 'total', { number: 'integer', source: fromAnswers('総得点') }),
    cell(own.total / maximum, 'body', { number: 'percent1', source: computed('総得点÷配点') }),
    cell(mean ?? null, 'body', { number: 'decimal1', source: national && fromPublished(national, '全国平均') }),
    prefectureCell(year),
    cell(nation === null ? null : rankText(nation), 'center', { source: fromAnswers('全国順位') }),
    cell(prefecture === null ? null : rankText(prefecture), 'center', { source: fromAnswers('県内順位') }),
    cell(mean === undefined ? null : own.total - mean, 'body', {
      number: 'signed-decimal1',
      source: computed('総得点－全国平均'),
    }),
    cell(amountText(own), 'center', { source: fromAnswers('交付額') }),
  ]);
};

const prefectureCell = ({ results, own }: YearOfMunicipality): ModelCell => {
  const known = prefectureMeanIn(results, own);
  return cell(known?.mean ?? null, 'body', { number: 'decimal1', source: known?.source });
};

const amountText = ({ grants }: MunicipalityResult): string | null => {
  if (grants === null) return null;
  const [low, high] = [totalOf(grants, 'low'), totalOf(grants, 'high')].map((yen) =>
    (yen / 1000n).toLocaleString('en-US'),
  );
  return low === high ? (low ?? null) : `${low ?? ''}～${high ?? ''}`;
};
