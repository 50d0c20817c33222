import type { Nation } from '../../rank';
import type { SheetModel } from '../../workbook';
import { fromTable } from '../figureSources';
import { headlineOf, municipalityTitle } from '../headline';
import { layOut, type Line, pageSetup, cellLine, headerLine, line, wideLines } from '../layout';
import { neighbourHeaders, neighbourRows } from './neighbourRows';
import type { MunicipalityResult, ScoredResults } from '../../evaluation';
import { standingHeaders, standingRows } from './standingRows';

const columnWidths = [28, 10, 12, 18, 10, 11, 9, 9, 14, 14];
const wide = wideLines(columnWidths.length);

/** Sheet 順位: the own place in every scope, the gaps to the next places, and the neighbours above and below. */
export const standingSheet = (
  results: ScoredResults,
  nation: Nation,
  municipalities: readonly MunicipalityResult[],
): SheetModel => {
  const count = fromTable(nation, '市町村の数');
  const lines: readonly Line[] = [
    wide(`順位（${nation.table.count.toLocaleString('en-US')}市町村の全国集計による）`, 'title', count),
    ...municipalities
      .filter(({ nationRow }) => nationRow !== undefined)
      .flatMap((municipality) => [
        wide(municipalityTitle(municipality), 'heading'),
        ...headlineOf(results, municipality).map(({ text, source }) => wide(text, 'subtitle', source)),
        headerLine(standingHeaders),
        ...standingRows(nation, municipality).map(cellLine),
        line(),
        headerLine(neighbourHeaders),
        ...neighbourRows(nation, municipality).map(cellLine),
        line(),
      ]),
    ...(nation.complete
      ? []
      : [
          wide(
            `※ 全国集計の表は ${nation.table.count} 市町村で、全国 ${nation.expected} のすべてではありません。全国順位は公表された順位を用いています。`,
            'note',
            count,
          ),
        ]),
    wide(
      '※ 同点は同順位とし、次の順位をとばします（1、2、2、4）。偏差値は 50＋10×（得点－平均）÷標準偏差（母標準偏差）です。',
      'note',
    ),
  ];
  const { rows, merges } = layOut(lines, columnWidths);
  return {
    name: '順位',
    marker: 'standing',
    rows,
    merges,
    columnWidths,
    print: pageSetup({ orientation: 'landscape', checkCode: results.checkCode }),
  };
};
