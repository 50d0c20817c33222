import type { ModelCell, SheetModel } from '../../../src/workbook';
import { supportedExcels, type ExcelProfile } from '../../host/excelProfiles';
import { HostWorkbook } from '../../host/model/hostWorkbook';
import { modelOf, openInExcel, shown, type Opened } from './open';

/** What a real Excel refuses, in each of those we support. */
describe.each(supportedExcels.map((excel): readonly [string, ExcelProfile] => [excel.name, excel]))(
  '%s',
  (_, excel) => {
    const opened: Opened[] = [];
    const open = (meanwhile?: () => void, workbook = new HostWorkbook('回答')): Opened => {
      const one = openInExcel(workbook, excel, meanwhile);
      opened.push(one);
      return one;
    };
    afterEach(() => {
      expect(opened.flatMap(({ host }) => [...host.log.unknown, ...host.log.tooNew])).toEqual([]);
      opened.length = 0;
    });

    const result: SheetModel = {
      ...modelOf([['項目', '点'], ['推進', 240]]), // prettier-ignore
      frozenRows: 1,
      frozenColumns: 1,
      print: { orientation: 'landscape', footer: '&L検算コード AB12CD34' },
    };
    const isDesktop = excel.name !== 'web';

    test('panes are frozen and pages set up once the sheet is in sight, in a round trip of their own', async () => {
      const one = open();
      const { book, workbook } = one;
      expect(await book.write([result])).toMatchObject({ ok: true, value: { notices: [] } });
      const sheet = workbook.sheet('採点結果')!;
      expect([sheet.frozen, sheet.pageLayout.get('orientation'), one.trips()]).toEqual([
        { rows: 1, columns: 1 },
        'Landscape',
        3,
      ]);
    });

    test('without a printer the sheets are written all the same, and it is said', async () => {
      const { book, workbook } = open();
      workbook.hasPrinter = false;
      const written = await book.write([result]);
      expect(written).toMatchObject({ ok: true, value: { notices: isDesktop ? [{ code: 'E-752' }] : [] } });
      expect([workbook.sheet('採点結果')?.visibility, workbook.sheet('採点結果')?.frozen.rows]).toEqual(['Visible', 1]);
      const again = { ...result, ...modelOf([['項目', '点'], ['推進', 241]]), print: { ...result.print, footer: '&L検算コード ZZ12CD34' } }; // prettier-ignore
      expect(await book.write([again])).toMatchObject({
        ok: true,
        value: { notices: isDesktop ? [{ code: 'E-752' }] : [] },
      });
      expect(shown(workbook.sheet('採点結果'))[1]).toEqual(['推進', 241]);
    });

    test('page set-up that failed is done at the next refresh, also where nothing else changed, and then no more', async () => {
      const { book, workbook, host } = open();
      workbook.hasPrinter = false;
      await book.write([result]);
      workbook.hasPrinter = true;
      const layout = workbook.sheet('採点結果')!.pageLayout;
      if (isDesktop) expect(layout.get('orientation')).not.toBe('Landscape');
      expect(await book.write([result])).toMatchObject({ ok: true, value: { notices: [] } });
      expect(layout.get('orientation')).toBe('Landscape');
      expect(workbook.sheet('採点結果')!.names.map(({ name }) => name)).toEqual([
        '_INCENTIVE_score',
        '_INCENTIVE_score_hash',
      ]);
      const set = host.log.members.get('PageLayout.orientation');
      await book.write([result]);
      expect(host.log.members.get('PageLayout.orientation')).toBe(set);
    });

    test('another workbook in front for a moment: tried again a second later, and written', async () => {
      const one = open(() => (one.workbook.inFront = true));
      one.workbook.inFront = false;
      expect(await one.book.write([result])).toMatchObject({ ok: true, value: { notices: [] } });
      expect([one.waits, one.workbook.sheets.map(({ name }) => name)]).toEqual([
        isDesktop ? [1000] : [],
        ['回答', '採点結果'],
      ]);
    });

    test('another workbook in front for good: said with its cure, the workbook as before', async () => {
      const { book, workbook, waits } = open();
      workbook.inFront = false;
      const written = await book.write([result]);
      expect(written).toMatchObject(isDesktop ? { ok: false, problems: [{ code: 'E-750' }] } : { ok: true });
      expect([waits, workbook.sheets.length]).toEqual(isDesktop ? [[1000], 1] : [[], 2]);
      expect(await book.jumpTo({ sheet: '回答', cell: 'B2' })).toMatchObject(
        isDesktop ? { problems: [{ code: 'E-750' }] } : { ok: true },
      );
    });

    test('several sheets selected together: said with its cure, nothing is written on any, and then it is', async () => {
      const { book, workbook } = open(undefined, new HostWorkbook('回答', '別の表'));
      workbook.type('別の表', [['そのまま']]);
      workbook.sheetsGrouped = true;
      const written = await book.write([result]);
      expect(written).toMatchObject(isDesktop ? { ok: false, problems: [{ code: 'E-755' }] } : { ok: true });
      if (!isDesktop) return;
      expect([workbook.sheets.map(({ name }) => name), shown(workbook.sheet('別の表'))]).toEqual([
        ['回答', '別の表'],
        [['そのまま']],
      ]);
      workbook.sheetsGrouped = false;
      expect(await book.write([result])).toMatchObject({ ok: true });
    });

    test('a focus lost after the values: they stay, and the panes are said', async () => {
      const one = open();
      one.host.beforeTrip = (trip) => {
        if (trip === 3) one.workbook.inFront = false;
      };
      expect(await one.book.write([result])).toMatchObject({
        ok: true,
        value: { notices: isDesktop ? [{ code: 'E-751' }] : [] },
      });
      expect(one.workbook.sheet('採点結果')?.pageLayout.get('orientation')).toBe('Landscape');
      expect(one.waits).toEqual(isDesktop ? [1000] : []);
    });

    test('a chart selected: 出所 says to select a cell', async () => {
      const { book, workbook, waits } = open();
      workbook.chartSelected = true;
      expect(await book.selectedCell()).toMatchObject({ ok: false, problems: [{ code: 'E-750' }] });
      expect(waits).toEqual([1000]);
    });

    test('a table takes a name that no table and no name of the workbook bears', async () => {
      const { book, workbook } = open();
      workbook.names.push({ name: '順位表', formula: '=回答!$A$1', visible: true, comment: '' });
      const tables = { top: 0, left: 0, bottom: 1, right: 1 };
      const ranks = (marker: string) => ({ ...modelOf([['項目', '点'], ['a', 1]], { marker, name: marker }), table: { name: '順位表', range: tables } }); // prettier-ignore
      expect(await book.write([ranks('a'), ranks('b')])).toMatchObject({ ok: true });
      expect(
        workbook.sheets.flatMap((sheet) => sheet.tables.map(({ name, range }) => [sheet.name, name, range])),
      ).toEqual([
        ['a', '順位表_2', tables],
        ['b', '順位表_3', tables],
      ]);
    });

    describe('links on a refresh', () => {
      const to = (value: string | null, cell?: string): ModelCell => ({
        value,
        look: 'body',
        ...(cell === undefined ? {} : { link: { sheet: '回答', cell } }),
      });
      const linked = (...cells: readonly ModelCell[]): SheetModel => ({ ...modelOf([]), columnWidths: [10], rows: cells.map((cell) => [cell]) }); // prettier-ignore

      test('a target that moved is set anew, an emptied cell loses its link, and the look is ours', async () => {
        const { book, workbook } = open();
        await book.write([linked(to('へ', 'A1'), to('二', 'A2'), to('三', 'A3'))]);
        const after = linked(to('へ', 'B9'), to(null), to('三', 'A3'));
        expect(await book.preview([after])).toMatchObject({ value: { sheets: [{ changedCells: 2 }] } });
        await book.write([after]);
        const sheet = workbook.sheet('採点結果')!;
        const cells = [0, 1, 2].map((row) => sheet.cell(row, 0));
        expect(cells.map(({ hyperlink }) => hyperlink)).toEqual(["'回答'!B9", undefined, "'回答'!A3"]);
        expect(cells.map(({ format }) => format?.color)).toEqual(['#000000', '#000000', '#000000']);
        expect(await book.preview([after])).toMatchObject({ value: { sheets: [{ changedCells: 0 }] } });
        await book.restore();
        expect([0, 1, 2].map((row) => sheet.cell(row, 0).hyperlink)).toEqual(["'回答'!A1", "'回答'!A2", "'回答'!A3"]);
      });

      test('a link that the user set on a cell of ours that stays is kept', async () => {
        const { book, workbook } = open();
        await book.write([linked(to('へ', 'A1'), to('二'))]);
        const sheet = workbook.sheet('採点結果')!;
        sheet.put(1, 0, { ...sheet.cell(1, 0), hyperlink: 'https://example.jp/' });
        await book.write([linked(to('へ', 'A2'), to('二'))]);
        expect([0, 1].map((row) => sheet.cell(row, 0).hyperlink)).toEqual(["'回答'!A2", 'https://example.jp/']);
      });
    });

    test('what clears the undo list: a first write and its 元に戻す no more than they did by hiding', async () => {
      const { book, host } = open();
      await book.write([result]);
      const written = host.log.undoCleared.length;
      await book.restore();
      expect([host.log.undoCleared.slice(0, written), host.log.undoCleared.slice(written)]).toEqual([
        isDesktop ? ['WorksheetCollection.add', 'Worksheet.visibility', 'Worksheet.visibility'] : [],
        ['Worksheet.delete'],
      ]);
    });
  },
);
