import type { MunicipalityResult, YearsBehind } from '../../../evaluation';
import type { SheetModel } from '../../../workbook';
import { layOut, pageSetup, wideLines, type Line } from '../../layout/layOut';
import { municipalityTitle } from '../../members';
import { blockTables } from './blockRows';
import { changeNotes, changeTables } from './changeRows';
import { columnWidths, width } from './grid';
import { yearTable } from './yearRows';
import { yearsChart } from './yearsChart';

const wide = wideLines(width);

/**
 * 推移: points, rates, ranks and amounts of several years with the means, as table and chart; then by goal and group, and what
 * criteria were gained, kept and lost from year to year. A year with open answers is printed as its range throughout.
 */
export const trendSheet = (own: MunicipalityResult, behind: YearsBehind): SheetModel => {
  const { years } = behind;
  const head: readonly Line[] = [
    wide(`推移（${years.length}か年）　${municipalityTitle(own)}`, 'title'),
    ...yearTable(years),
    wide(
      '※ 全国平均は国の公表値です。県平均は、公表された都道府県と年度、全国集計を読み込んだ年度だけを示します。',
      'note',
    ),
    wide(
      '※ 年度ごとに、その年度の評価指標で採点しています。指標と配点は年度で変わります。交付額は内示額か、その年度の試算です。',
      'note',
    ),
  ];
  const { lines, chart, marker } = yearsChart(years, head.length);
  return {
    name: '推移',
    marker: `trendY${marker}`,
    ...layOut(
      [
        ...head,
        ...lines,
        { ...wide('目標・指標群ごとの得点', 'heading'), newPage: true },
        ...blockTables(years),
        { ...wide('満たした枝番の移り変わり', 'heading'), newPage: true },
        ...changeTables(behind),
        ...changeNotes(behind).map((text) => wide(text, 'note')),
      ],
      columnWidths,
    ),
    charts: [chart],
    print: pageSetup({ orientation: 'landscape', coded: true }),
  };
};
