import fc from 'fast-check';
import { cellAt, type CellValue, type SheetContent, type WorkbookContent } from '../../../src/workbook';
import { readWorkbookFile } from '../../../src/workbook/file';
import { bookPlans, flatBook } from '../../builders/libreOfficeBook';
import { describeWith } from '../../builders/withProgram';
import { convertAll } from './office';
import { flatOds, row, said } from './odsBook';

const styles = `<number:date-style style:name="N1"><number:year number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/></number:date-style><number:time-style style:name="N2"><number:hours number:style="long"/><number:text>:</number:text><number:minutes number:style="long"/></number:time-style><number:percentage-style style:name="N3"><number:number number:decimal-places="1" number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style><number:boolean-style style:name="N4"><number:boolean/></number:boolean-style>${['N1', 'N2', 'N3', 'N4'].map((style) => `<style:style style:name="c${style}" style:family="table-cell" style:data-style-name="${style}"/>`).join('')}<style:style style:name="struck" style:family="table-cell"><style:text-properties style:text-line-through-style="solid" style:text-line-through-type="single"/></style:style><style:style style:name="T1" style:family="text"><style:text-properties style:text-line-through-style="solid" style:text-line-through-type="single"/></style:style><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>`;

const value = (type: string, attribute: string, style = ''): string =>
  `<table:table-cell office:value-type="${type}" office:${attribute}${style === '' ? '' : ` table:style-name="${style}"`}/>`;

const note = '<office:annotation><text:p>担当に確認</text:p></office:annotation>';

/** Everything a person may set in LibreOffice that bears on the reading of cells. */
const everything = flatOds(
  `<table:table table:name="回答"><table:table-column-group><table:table-column/></table:table-column-group><table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/><table:table-column table:number-columns-repeated="4"/>` +
    `<table:table-header-rows>${row(said('区分') + said('値') + said('日'))}</table:table-header-rows>` +
    row(value('date', 'date-value="2025-08-15"', 'cN1') + value('date', 'date-value="2025-08-15T12:30:00"', 'cN1') + value('time', 'time-value="PT09H30M00S"', 'cN2') + value('percentage', 'value="0.25"', 'cN3') + value('boolean', 'boolean-value="true"', 'cN4') + value('float', 'value="0.1"')) +
    `<table:table-row-group>${row(said('組'))}<table:table-row-group table:display="false">${row(said('隠'), ' table:visibility="collapse"')}</table:table-row-group></table:table-row-group>` +
    row(said('結合', ' table:number-columns-spanned="2" table:number-rows-spanned="2"') + '<table:covered-table-cell/>' + said('右')) +
    row('<table:covered-table-cell table:number-columns-repeated="2"/>' + said('右下')) +
    row(said('消', ' table:style-name="struck"') + said('だけ<text:span text:style-name="T1">一部</text:span>') + said('<text:span text:style-name="T1">全部</text:span>')) +
    row(`<table:table-cell office:value-type="string">${note}<text:p>注あり</text:p><text:p>二行目  空白</text:p></table:table-cell>`) +
    row('<table:table-cell table:formula="of:=1/0"/><table:table-cell table:formula="of:=NA()"/><table:table-cell table:formula="of:=1+1"/><table:table-cell table:formula="of:=&quot;a&quot;&amp;&quot;b&quot;"/>') +
    row(said('同じ', ' table:number-columns-repeated="3"'), ' table:number-rows-repeated="4"') +
    row(said('絞り込みで隠れた'), ' table:visibility="filter"') +
    row('<table:table-cell table:number-columns-repeated="16384" table:style-name="struck"/>', ' table:number-rows-repeated="1000000"') +
    `</table:table><table:table table:name="隠れたシート" table:style-name="ta2">${row(said('x'))}</table:table><table:table table:name="保護" table:protected="true">${row(said('y'))}</table:table>` +
    `<table:named-expressions><table:named-range table:name="範囲" table:base-cell-address="$回答.$A$1" table:cell-range-address="$回答.$A$1:.$B$2"/></table:named-expressions>`,
  styles,
); // prettier-ignore

const read = async (bytes: Uint8Array | undefined, name: string): Promise<WorkbookContent> => {
  const result = await readWorkbookFile(bytes ?? new Uint8Array(), name);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};

/** A blank text is as good as none, and .xlsx keeps fifteen digits. */
const told = (cell: CellValue): CellValue =>
  cell === '' ? null : typeof cell === 'number' ? Number(cell.toPrecision(14)) : cell instanceof Date ? new Date(Math.round(cell.getTime() / 1000) * 1000) : cell; // prettier-ignore

const filledCells = ({ grid }: SheetContent): readonly string[] =>
  grid.flatMap((cells, at) =>
    cells.flatMap((_, column) => {
      const cell = told(cellAt(grid, at, column));
      return cell === null ? [] : [`R${at + 1}C${column + 1} ${JSON.stringify(cell)}`];
    }),
  );

const facts = ({ sheets, names }: WorkbookContent) => ({
  sheets: sheets.map((sheet) => ({
    name: sheet.name,
    visibility: sheet.visibility,
    cells: filledCells(sheet),
    merges: sheet.merges,
    hiddenRows: [...sheet.hiddenRows].filter((at) => at < sheet.grid.length),
    hiddenColumns: [...sheet.hiddenColumns].filter((at) => at < 5),
    struck: sheet.struckThrough,
    protected: sheet.protected,
  })),
  names: names.map(({ name, refersTo }) => [name, refersTo.replaceAll("'", '')]),
});

describeWith('soffice')('an .ods of LibreOffice says what the .xlsx says that it makes of it', () => {
  test('with everything a person may set', async () => {
    const [ods] = convertAll([everything], 'fods', 'ods');
    const [xlsx] = convertAll([ods ?? ''], 'ods', 'xlsx');
    const own = facts(await read(ods, 'a.ods'));
    expect(own).toEqual(facts(await read(xlsx, 'a.xlsx')));
    const [sheet] = own.sheets;
    expect([sheet?.cells.length, sheet?.hiddenRows, sheet?.hiddenColumns, sheet?.struck]).toEqual([
      35,
      [3, 13],
      [3],
      ['A7', 'C7'],
    ]);
  });

  test('with charts, pivots, filters, notes and shapes on any sheets', async () => {
    const plans = fc.sample(bookPlans, { numRuns: 8, seed: 12 });
    const ods = convertAll(plans.map(flatBook), 'fods', 'ods');
    const xlsx = convertAll(ods, 'ods', 'xlsx');
    for (const [at, plan] of plans.entries()) {
      const own = await read(ods[at], 'a.ods');
      const { sheets } = facts(own);
      expect(sheets).toEqual(facts(await read(xlsx[at], 'a.xlsx')).sheets);
      const drawn = ({ features }: (typeof plan.sheets)[number]) => ['chart', 'shape', 'image'].some((one) => features.includes(one as never)); // prettier-ignore
      expect(own.sheets.map(({ drawings }) => drawings)).toEqual(plan.sheets.map(drawn));
    }
  });
});
