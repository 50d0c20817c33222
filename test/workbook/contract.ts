import {
  columnPoints,
  keyedCells,
  type CellValue,
  type KeyedRows,
  type SheetModel,
  type WorkbookContent,
  type WriteOutcome,
} from '../../src/workbook';
import { chartModel, checkModels, fullModel, listModel, modelOf } from './models';
import { chartsWanted, type SeenChart } from './seenCharts';

/** How a cell looks, in words every adapter can answer; what it cannot tell it leaves out. */
export interface SeenCell {
  readonly bold: boolean;
  readonly size: number;
  readonly fill?: string | undefined;
  readonly border: string;
  readonly horizontal: string;
  readonly wrap: boolean;
  readonly numberFormat?: string;
  readonly link?: { readonly sheet: string; readonly cell: string };
}

export interface SeenLayout {
  /** Points. */
  readonly columnWidths: readonly number[];
  /** Points. */
  readonly rowHeights: readonly number[];
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly orientation: string;
  readonly titleRows?: string | undefined;
  readonly titleColumns?: string | undefined;
  readonly area?: string | undefined;
  readonly scale: number | undefined;
  readonly firstPage: number | undefined;
  /** 0-based rows and columns with which a page begins. */
  readonly breaks: readonly (readonly number[])[];
  readonly header?: string | undefined;
  readonly footer?: string | undefined;
}

/** One open workbook, as the contract suite drives it; the first six are what a user could do by hand. */
export interface ContractBook {
  addForeignSheet(name: string, rows: readonly (readonly CellValue[])[]): Promise<void>;
  setCell(sheet: string, row: number, column: number, value: CellValue): Promise<void>;
  renameSheet(from: string, to: string): Promise<void>;
  setName(name: string, sheet: string, refersTo: string): Promise<void>;
  write(models: readonly SheetModel[]): Promise<WriteOutcome>;
  read(): Promise<WorkbookContent>;
  seenCell(sheet: string, row: number, column: number): Promise<SeenCell>;
  /** Without its `=`. */
  seenFormula(sheet: string, row: number, column: number): Promise<string | undefined>;
  /** 「B1 不一致 FAD9D0」: where a rule paints which word, and how. */
  seenRules(sheet: string): Promise<readonly string[]>;
  seenLayout(sheet: string): Promise<SeenLayout>;
  seenCharts(sheet: string): Promise<readonly SeenChart[]>;
}

/** What each adapter brings; `open` starts from a workbook that holds one sheet of the user, 「回答」. */
export interface ContractHarness {
  readonly name: string;
  readonly open: () => Promise<ContractBook>;
}

/** The rules every workbook adapter keeps: same models, same sheets. */
export const workbookContract = ({ name, open }: ContractHarness): void => {
  const gridOf = async (book: ContractBook, sheet: string): Promise<readonly (readonly CellValue[])[]> => {
    const found = (await book.read()).sheets.find((one) => one.name === sheet);
    return (found?.grid ?? []).map((row) => trimmed(row)).filter((row) => row.length > 0);
  };
  const sheetNames = async (book: ContractBook) => (await book.read()).sheets.map((sheet) => sheet.name);

  describe(`${name}: the workbook contract`, () => {
    test('a written sheet reads back with the same values, and formulas stay text', async () => {
      const book = await open();
      await book.write([fullModel, listModel]);
      expect(await gridOf(book, '採点結果')).toEqual(
        fullModel.rows.map((row) => trimmed(row.map(({ value }) => value))),
      );
      expect(await sheetNames(book)).toEqual(['回答', '採点結果', '一覧']);
    });

    test('text that could run or hide keeps its words and loses what cannot be seen', async () => {
      const book = await open();
      const risky = ['=1+1', '+1', '-1', '@a', '\t=1', '＝1', '_x0041_', '<b>&"', '😀', ' 前後 ', '1行\n2行'];
      await book.write([modelOf([...risky, 'a\u202Eb\u202A\u2066', 'x\u0000y', '\uD800z'].map((text) => [text]))]);
      expect((await gridOf(book, '得点')).map(([value]) => value)).toEqual([...risky, 'ab', 'xy', 'z']);
    });

    test('looks and number formats are those of the vocabulary', async () => {
      const book = await open();
      await book.write([fullModel, listModel]);
      expect(await book.seenCell('採点結果', 1, 0)).toMatchObject({
        bold: true,
        size: 10.5,
        fill: 'D9E8F6',
        border: 'thin',
        horizontal: 'center',
        wrap: true,
      });
      expect(await book.seenCell('採点結果', 2, 2)).toMatchObject({
        bold: true,
        numberFormat: '#,##0"円"_);"△"#,##0"円"_);0"円"_)',
      });
      expect(await book.seenCell('採点結果', 0, 0)).toMatchObject({ bold: true, size: 16, border: 'none' });
    });

    test('a link leads to the sheet of this workbook; a link to another file is text only', async () => {
      const book = await open();
      await book.write([fullModel, listModel]);
      expect((await book.seenCell('採点結果', 3, 0)).link).toEqual({ sheet: '一覧', cell: 'A2' });
      expect((await book.seenCell('採点結果', 4, 2)).link).toBeUndefined();
    });

    test('widths, merges, frozen panes and print set-up are written', async () => {
      const book = await open();
      await book.write([fullModel]);
      expect(await book.seenLayout('採点結果')).toMatchObject({
        columnWidths: [30, 10, 18].map(columnPoints),
        rowHeights: [28, 18, 18, 18, 18],
        frozenRows: 2,
        frozenColumns: 1,
        orientation: 'landscape',
        titleRows: '$1:$2',
        titleColumns: '$A:$A',
        area: 'A1:C5',
        scale: 86,
        firstPage: 1,
        breaks: [[3, 4], [2]],
        header: '&R資料４‐１',
        footer: '&C&P / &N',
      });
      expect((await book.read()).sheets.find((sheet) => sheet.name === '採点結果')?.merges).toEqual(fullModel.merges);
    });

    test('a new sheet carries its charts: kind, words, place, ranges, colours, scale and overlap', async () => {
      const book = await open();
      await book.write([fullModel, chartModel]);
      expect(await book.seenCharts('グラフ')).toEqual(chartsWanted(chartModel.charts, 'グラフ'));
      expect(await book.seenCharts('採点結果')).toEqual([]);
    });

    test('where the sheet had to take another name, its charts take their figures from there', async () => {
      const book = await open();
      await book.addForeignSheet('グラフ', [['私の表']]);
      const report = await book.write([chartModel]);
      expect(report.sheets[0]?.name).toBe('グラフ (2)');
      expect(await book.seenCharts('グラフ (2)')).toEqual(chartsWanted(chartModel.charts, 'グラフ (2)'));
      expect(await book.seenCharts('グラフ')).toEqual([]);
    });

    test('a refresh leaves the charts that stand: none is drawn twice', async () => {
      const book = await open();
      await book.write([chartModel]);
      const rows = chartModel.rows.map((cells, row) =>
        cells.map((cell, column) => (row === 1 && column === 1 ? { ...cell, value: 0.9 } : cell)),
      );
      expect((await book.write([{ ...chartModel, rows, charts: [] }])).sheets[0]).toMatchObject({ changedCells: 1 });
      expect((await book.write([chartModel])).sheets[0]).toMatchObject({ created: false, changedCells: 1 });
      expect(await book.seenCharts('グラフ')).toEqual(chartsWanted(chartModel.charts, 'グラフ'));
    });

    test.each([
      ['longer than 255 letters', [...Array(100)].map((_, at) => `選択肢${at}`)],
      ['a comma in a word', ['はい', 'いいえ,不明']],
      ['no words', []],
      ['a beginning like a formula', ['=A1', '×']],
    ])('a drop-down list no workbook can hold is a bug that throws, and nothing is written: %s', async (_, values) => {
      const book = await open();
      const choices = [{ range: { top: 0, left: 0, bottom: 0, right: 0 }, values }];
      await expect(book.write([listModel, modelOf([['a']], { choices })])).rejects.toThrow('choiceList');
      expect(await sheetNames(book)).toEqual(['回答']);
    });

    test('a sheet bears its marker and a fingerprint', async () => {
      const book = await open();
      await book.write([modelOf([['a', 1]])]);
      const names = (await book.read()).names.filter((one) => one.name.startsWith('_INCENTIVE_'));
      expect(names).toEqual([
        { name: '_INCENTIVE_score', refersTo: "'得点'!$A$1:$B$1", sheet: '得点' },
        {
          name: '_INCENTIVE_score_hash',
          refersTo: expect.stringMatching(/^"[0-9a-f]{16}"$/),
          sheet: '得点',
        },
      ]);
    });

    describe('formulas of ours', () => {
      const [points, checks] = checkModels(3);
      const formulasOf = (book: ContractBook) =>
        Promise.all([0, 1].map((column) => book.seenFormula('検算', 0, column)));

      test('stand with what they come to, and lead to our sheets as they are called', async () => {
        const book = await open();
        await book.addForeignSheet('得点', [['=HYPERLINK("x")\'!']]);
        await book.write([points, checks]);
        expect(await gridOf(book, '検算')).toEqual([[3, '一致']]);
        expect(await formulasOf(book)).toEqual([
          "SUM('得点 (2)'!A1:B1)",
          `IF(ROUND(A1-'得点 (2)'!C1,6)=0,"一致","不一致")`,
        ]);
      });

      test('have a rule that paints 不一致, which a refresh does not add again', async () => {
        const book = await open();
        await book.write([points, checks]);
        await book.write([...checkModels(4)]);
        expect(await book.seenRules('検算')).toEqual(['B1 不一致 FAD9D0']);
        expect(await book.seenRules('得点')).toEqual([]);
      });

      test('are not written again where nothing changed, and are no edit of the user’s', async () => {
        const book = await open();
        await book.write([points, checks]);
        expect((await book.write([points, checks])).sheets).toMatchObject([
          { changedCells: 0, editedSinceLastWrite: false },
          { changedCells: 0, editedSinceLastWrite: false },
        ]);
        // What they come to alone changed.
        const [other, otherChecks] = checkModels(4);
        expect((await book.write([other, otherChecks])).sheets).toMatchObject([
          { changedCells: 1, editedSinceLastWrite: false },
          { changedCells: 1, editedSinceLastWrite: false },
        ]);
        expect(await gridOf(book, '検算')).toEqual([[3, '不一致']]);
      });

      test('come back where somebody typed over one, which is said, even the same word', async () => {
        const book = await open();
        await book.write([points, checks]);
        await book.setCell('検算', 0, 1, '一致');
        expect((await book.write([points, checks])).sheets[1]).toMatchObject({
          changedCells: 1,
          editedSinceLastWrite: true,
        });
        expect((await formulasOf(book))[1]).toMatch(/^IF\(/);
      });

      test('go where the model has values again', async () => {
        const book = await open();
        await book.write([points, checks]);
        const plain = {
          ...checks,
          rows: checks.rows.map((cells) => cells.map(({ value, look }) => ({ value, look }))),
        };
        expect((await book.write([points, plain])).sheets[1]).toMatchObject({ changedCells: 2 });
        expect(await formulasOf(book)).toEqual([undefined, undefined]);
        expect(await gridOf(book, '検算')).toEqual([[3, '一致']]);
      });

      test('of a sheet nobody writes are a bug that throws, and nothing is written', async () => {
        const book = await open();
        await expect(book.write([checks])).rejects.toThrow('no sheet score');
        expect(await sheetNames(book)).toEqual(['回答']);
      });
    });

    test('a second refresh with the same models changes no cell', async () => {
      const book = await open();
      await book.write([fullModel, listModel]);
      const again = await book.write([fullModel, listModel]);
      expect(again.sheets).toEqual([
        { marker: 'score', name: '採点結果', created: false, changedCells: 0, editedSinceLastWrite: false },
        { marker: 'list', name: '一覧', created: false, changedCells: 0, editedSinceLastWrite: false },
      ]);
    });

    test('the report counts the values that are written: no empty text, no number that is none, nothing under a block', async () => {
      const book = await open();
      const merges = [{ top: 0, left: 0, bottom: 1, right: 0 }];
      const model = modelOf([['推進', ''], ['推進', NaN]], { merges }); // prettier-ignore
      expect((await book.write([model])).sheets).toEqual([
        { marker: 'score', name: '得点', created: true, changedCells: 1, editedSinceLastWrite: false },
      ]);
      expect((await book.write([model])).sheets).toEqual([
        { marker: 'score', name: '得点', created: false, changedCells: 0, editedSinceLastWrite: false },
      ]);
    });

    test('what lies under a merged block is never a change', async () => {
      const book = await open();
      const merges = [{ top: 0, left: 0, bottom: 1, right: 0 }];
      const model = modelOf([['推進', 1], ['推進', 2]], { merges }); // prettier-ignore
      await book.write([model]);
      expect((await book.write([model])).sheets[0]).toMatchObject({ changedCells: 0, editedSinceLastWrite: false });
      const other = modelOf([['推進', 1], ['支援', 3]], { merges }); // prettier-ignore
      expect((await book.write([other])).sheets[0]).toMatchObject({ changedCells: 1, editedSinceLastWrite: false });
    });

    test('where the lines moved, no old value stays under what the new sheet would merge', async () => {
      const book = await open();
      await book.write([modelOf([['a', 1], ['b', 2]])]); // prettier-ignore
      const moved = modelOf([['a', 1], ['見出し', null]], { merges: [{ top: 1, left: 0, bottom: 1, right: 1 }] }); // prettier-ignore
      await book.write([moved]);
      expect((await gridOf(book, '得点')).flat()).not.toContain(2);
      expect((await book.write([moved])).sheets[0]).toMatchObject({ changedCells: 0 });
    });

    test('a refresh writes only what changed, and clears what the table no longer covers', async () => {
      const book = await open();
      await book.write([modelOf([['a', 1], ['b', 2], ['c', 3]])]); // prettier-ignore
      const report = await book.write([modelOf([['a', 1], ['b', 5]])]); // prettier-ignore
      expect(report.sheets[0]?.changedCells).toBe(3);
      expect(await gridOf(book, '得点')).toEqual([['a', 1], ['b', 5]]); // prettier-ignore
      expect((await book.read()).names.find((one) => one.name === '_INCENTIVE_score')?.refersTo).toBe(
        "'得点'!$A$1:$B$2",
      );
    });

    test('a table that grows takes its look along', async () => {
      const book = await open();
      await book.write([modelOf([['a', 1]])]);
      await book.write([modelOf([['a', 1], ['b', 2]])]); // prettier-ignore
      expect(await gridOf(book, '得点')).toEqual([['a', 1], ['b', 2]]); // prettier-ignore
      expect(await book.seenCell('得点', 1, 0)).toMatchObject({ border: 'thin', size: 10.5 });
    });

    test('columns a user adds beside the table stay, and cells left to the user keep their text', async () => {
      const book = await open();
      const model = modelOf([['指標', null], ['a', null]], { userCells: [{ row: 1, column: 1 }] }); // prettier-ignore
      await book.write([model]);
      await book.setCell('得点', 0, 4, '担当');
      await book.setCell('得点', 1, 1, 'メモ');
      const report = await book.write([
        modelOf([['指標', '得点'], ['b', '—']], { userCells: [{ row: 1, column: 1 }] }), // prettier-ignore
      ]);
      expect(report.sheets[0]?.editedSinceLastWrite).toBe(false);
      expect(await gridOf(book, '得点')).toEqual([
        ['指標', '得点', null, null, '担当'],
        ['b', 'メモ'],
      ]);
    });

    describe('rows that a person writes in and that move', () => {
      const headings = ['枝番', '状態', '理由', '時期'];
      const row = (key: string, state: string, reason: string | null = null) => [key, state, reason, null];
      /** Keyed rows below their heading; `spare` = keys without a row of their own. */
      const keyedModel = (rows: readonly (readonly (string | null)[])[], ...spare: readonly string[]): SheetModel => {
        const model = modelOf([headings, ...rows]);
        const cells = (key: string) => modelOf([row(key, '達成')]).rows[0] ?? [];
        const keyed: KeyedRows = {
          first: 1,
          keyColumn: 0,
          userColumns: [2, 3],
          spare: new Map(spare.map((key) => [key, cells(key)])),
          heightOf: () => 20,
        };
        return { ...model, keyed, userCells: keyedCells(keyed, model.rows.length) };
      };
      const [a, b, c] = ['a', 'b', 'c'].map((key) => row(key, '未達成'));
      if (a === undefined || b === undefined || c === undefined) throw new Error('no rows');

      test('keep their texts by their keys, where rows come, go and change places', async () => {
        const book = await open();
        await book.write([keyedModel([a, b, c])]);
        await book.setCell('得点', 1, 2, '人がいない');
        await book.setCell('得点', 3, 2, '予算がない');
        await book.setCell('得点', 3, 3, '来年度');
        const report = await book.write([keyedModel([row('d', '未達成'), c, a], 'b')]);
        expect(report.sheets[0]).toMatchObject({ created: false, editedSinceLastWrite: false });
        expect(await gridOf(book, '得点')).toEqual([
          headings,
          ['d', '未達成'],
          ['c', '未達成', '予算がない', '来年度'],
          ['a', '未達成', '人がいない'],
        ]);
        const again = await book.write([keyedModel([row('d', '未達成'), c, a], 'b')]);
        expect(again.sheets[0]?.changedCells).toBe(0);
      });

      test('come last where the model has them no more, as long as the user has text in them', async () => {
        const book = await open();
        await book.write([keyedModel([a, b, c])]);
        await book.setCell('得点', 2, 2, '済んだ');
        await book.write([keyedModel([a], 'b', 'c')]);
        expect(await gridOf(book, '得点')).toEqual([headings, ['a', '未達成'], ['b', '達成', '済んだ']]);
        await book.write([keyedModel([b, a], 'c')]);
        expect(await gridOf(book, '得点')).toEqual([headings, ['b', '未達成', '済んだ'], ['a', '未達成']]);
      });

      test('take what the model says in their user cells where the user says nothing', async () => {
        const book = await open();
        await book.write([keyedModel([row('a', '未達成', '備考から'), row('b', '未達成', '備考から')])]);
        await book.setCell('得点', 2, 2, '自分で');
        const report = await book.write([
          keyedModel([row('b', '未達成', '新しい備考'), row('a', '未達成', '備考から')]),
        ]);
        expect(report.sheets[0]?.editedSinceLastWrite).toBe(false);
        expect(await gridOf(book, '得点')).toEqual([headings, ['b', '未達成', '自分で'], ['a', '未達成', '備考から']]);
      });

      test.each<[string, number, number, string]>([
        ['a row of the user’s own', 4, 0, 'x'],
        ['a heading that was changed', 0, 3, '期限'],
        ['a key that was changed', 1, 0, 'x'],
        ['a key that stands twice', 1, 0, 'c'],
      ])('are left alone on their sheet where texts cannot be told apart: %s', async (_, at, column, text) => {
        const book = await open();
        await book.write([keyedModel([a, b, c])]);
        for (const [place, value] of [
          [1, '一'],
          [3, '三'],
        ] as const)
          await book.setCell('得点', place, 2, value);
        await book.setCell('得点', at, column, text);
        if (at > 3) {
          await book.setCell('得点', at, 2, '四');
          await book.setName('_INCENTIVE_score', '得点', "'得点'!$A$1:$D$5");
        }
        const before = await gridOf(book, '得点');
        const report = await book.write([keyedModel([c, a], 'b')]);
        expect(report.sheets[0]).toMatchObject({ name: '得点 (2)', created: true });
        expect(await gridOf(book, '得点')).toEqual(before);
      });

      test('never grow over what stands below them', async () => {
        const book = await open();
        await book.write([keyedModel([a])]);
        await book.setCell('得点', 1, 2, '済んだ');
        await book.setCell('得点', 3, 0, '注');
        const report = await book.write([keyedModel([b, c], 'a')]);
        expect(report.sheets[0]).toMatchObject({ name: '得点 (2)', created: true });
      });
    });

    test('a value of ours that a user changed is reported before it is overwritten', async () => {
      const book = await open();
      await book.write([modelOf([['a', 1]])]);
      await book.setCell('得点', 0, 1, 99);
      const report = await book.write([modelOf([['a', 1]])]);
      expect(report.sheets[0]).toMatchObject({ changedCells: 1, editedSinceLastWrite: true });
    });

    test('a renamed sheet is found by its marker', async () => {
      const book = await open();
      await book.write([modelOf([['a', 1]])]);
      await book.renameSheet('得点', '議会用');
      const report = await book.write([modelOf([['a', 2]])]);
      expect(report.sheets[0]).toMatchObject({ name: '議会用', created: false, changedCells: 1 });
      expect(await sheetNames(book)).toEqual(['回答', '議会用']);
    });

    test.each(['#REF!', "'回答'!$A$1:$B$2"])('a marker that says %s counts as none', async (refersTo) => {
      const book = await open();
      await book.write([modelOf([['a', 1]])]);
      await book.setName('_INCENTIVE_score', '得点', refersTo);
      const report = await book.write([modelOf([['a', 2]])]);
      expect(report.sheets[0]).toMatchObject({ name: '得点 (2)', created: true });
      expect(await gridOf(book, '得点')).toEqual([['a', 1]]);
    });

    test("a user's own sheet of our name is left alone", async () => {
      const book = await open();
      await book.addForeignSheet('得点', [['私の表']]);
      const report = await book.write([modelOf([['a', 1]])]);
      expect(report.sheets[0]).toMatchObject({ name: '得点 (2)', created: true });
      expect(await gridOf(book, '得点')).toEqual([['私の表']]);
    });

    test('a table that would grow over notes of a user moves to a new sheet, and stays there', async () => {
      const book = await open();
      await book.write([modelOf([['a', 1]])]);
      await book.setCell('得点', 1, 0, '所見');
      const grown = modelOf([['a', 1], ['b', 2]]); // prettier-ignore
      expect((await book.write([grown])).sheets[0]).toMatchObject({ name: '得点 (2)', created: true });
      expect((await book.write([grown])).sheets[0]).toMatchObject({ name: '得点 (2)', changedCells: 0 });
      expect(await gridOf(book, '得点')).toEqual([['a', 1], ['所見']]);
    });

    test('sheets of the user stay as they are', async () => {
      const book = await open();
      const before = await gridOf(book, '回答');
      await book.write([fullModel, listModel]);
      await book.write([modelOf([['x']])]);
      expect(await gridOf(book, '回答')).toEqual(before);
    });
  });
};

const trimmed = (row: readonly CellValue[]): readonly CellValue[] =>
  row.slice(0, row.findLastIndex((value) => value !== null) + 1);
