import { evidenceOfHabits, kindHabits, type ExcelHabits } from './excelHabits';
import { kindExcel, ltsc2024, m365, supportedExcels, web, withHabits, type ExcelProfile } from './excelProfiles';
import { HostWorkbook } from './model/hostWorkbook';
import { startNativeHost, type NativeHost } from './nativeHost';

type Batch = (sheet: Excel.Worksheet, context: Excel.RequestContext) => unknown;

/** What Excel answers: the code it refuses with, or what the batch gave after the round trip. */
const answer = async (native: NativeHost, batch: Batch): Promise<unknown> =>
  native.Excel.run(async (context) => {
    const given = batch(context.workbook.worksheets.getItem('表'), context);
    await context.sync();
    return typeof given === 'function' ? (given as () => unknown)() : given;
  }).catch((error: unknown) =>
    typeof error === 'object' && error !== null && 'code' in error ? error.code : String(error),
  );

const open = (excel: ExcelProfile): NativeHost => startNativeHost(new HostWorkbook('表', '空'), excel);
const hardened = (habits: Partial<ExcelHabits>): ExcelProfile => withHabits(kindExcel, habits);

test('every habit has its evidence, and some supported Excel has it', () => {
  for (const [habit, evidence] of Object.entries(evidenceOfHabits)) expect([habit, evidence.length]).not.toContain(0);
  const harder = ({ habits }: ExcelProfile): readonly string[] =>
    Object.entries(habits).flatMap(([habit, value]) => (value === Reflect.get(kindHabits, habit) ? [] : [habit]));
  const all = new Set([...harder(ltsc2024), ...harder(web)]);
  // The kind Excel has the web's 5 MB already: for it, the desktop is the one that differs.
  expect([...all].sort()).toEqual(Object.keys(kindHabits).sort());
});

describe('a habit changes what Excel answers, and nothing without it', () => {
  const named = (native: NativeHost): void => {
    native.workbook.names.push({ name: '人口', formula: '=表!$A$1', visible: true, comment: '' });
  };
  const merged = (native: NativeHost): void => {
    for (let row = 0; row < 513; row += 1)
      native.workbook.sheets[0]!.merges.push({ top: row, left: 0, bottom: row, right: 1 });
  };
  const mergedAreas: Batch = (sheet) => {
    const areas = sheet.getRange('A1:B513').getMergedAreasOrNullObject();
    areas.load('areaCount');
    return () => areas.areaCount;
  };
  const namesOfSheet: Batch = (sheet) => {
    sheet.names.load('items/name,items/scope');
    return () => sheet.names.items.map(({ name, scope }) => `${name} ${scope}`);
  };
  const linked: Batch = (sheet) => {
    const cell = sheet.getRange('A1');
    cell.values = [['へ']];
    cell.hyperlink = { documentReference: '空!A1' };
    cell.format.font.load('underline');
    return () => cell.format.font.underline;
  };
  const headers: Batch = (sheet) => {
    const range = sheet.getRange('A1:C2');
    range.values = [['点', '点', 5], [1, 2, 3]]; // prettier-ignore
    sheet.tables.add(sheet.getRange('A1:D2'), true);
    const head = sheet.getRange('A1:D1');
    head.load('values');
    return () => head.values[0];
  };
  const fits: Batch = (sheet) => void (sheet.pageLayout.zoom = { horizontalFitToPages: 1 });
  const cases: readonly [keyof ExcelHabits, Partial<ExcelHabits>, (native: NativeHost) => void, Batch, unknown, unknown][] = [
    ['mostMergedAreas', { mostMergedAreas: 512 }, merged, mergedAreas, 513, 'GeneralException'],
    ['chainOnNull', { chainOnNull: 'fails' }, () => undefined, (_, { workbook }) => void workbook.worksheets.getItem('空').getUsedRangeOrNullObject(true).getMergedAreasOrNullObject().load('areaCount'), undefined, 'InvalidObjectPath'],
    ['sheetsListBookNames', { sheetsListBookNames: true }, named, namesOfSheet, [], ['人口 Workbook']],
    ['needsFront', { needsFront: true }, ({ workbook }) => (workbook.inFront = false), (_, { workbook }) => void workbook.worksheets.add('新'), undefined, 'GeneralException'],
    ['freezesInSightOnly', { freezesInSightOnly: true }, ({ workbook }) => (workbook.sheets[0]!.visibility = 'Hidden'), (sheet) => { sheet.freezePanes.freezeRows(1); }, undefined, 'GeneralException'],
    ['printsByPrinter', { printsByPrinter: true }, ({ workbook }) => (workbook.hasPrinter = false), (sheet) => void (sheet.pageLayout.orientation = 'Landscape'), undefined, 'GeneralException'],
    ['tablesShareNames', { tablesShareNames: true }, named, (sheet) => void (sheet.tables.add('A1:B2', true).name = '人口'), undefined, 'ItemAlreadyExists'],
    ['mendsTableHeaders', { mendsTableHeaders: true }, () => undefined, headers, ['点', '点', 5, ''], ['点', '点2', '5', '列4']],
    ['paintsLinks', { paintsLinks: true }, () => undefined, linked, 'None', 'Single'],
  ]; // prettier-ignore
  test.each(cases)('%s', async (_, habits, arrange, batch, kind, hard) => {
    for (const [excel, expected] of [
      [kindExcel, kind],
      [hardened(habits), hard],
    ] as const) {
      // prettier-ignore
      const native = open(excel);
      arrange(native);
      expect(await answer(native, batch)).toEqual(expected);
    }
  });

  test('ignoresFitToPages: no error, and no effect; a scale is applied', async () => {
    const zoom = async (excel: ExcelProfile, batch: Batch): Promise<unknown> => {
      const native = open(excel);
      await answer(native, batch);
      return native.workbook.sheets[0]!.pageLayout.get('zoom');
    };
    expect(await zoom(kindExcel, fits)).toBe('{"horizontalFitToPages":1}');
    const hard = hardened({ ignoresFitToPages: true });
    expect(await zoom(hard, fits)).toBeUndefined();
    expect(await zoom(hard, (sheet) => void (sheet.pageLayout.zoom = { scale: 80 }))).toBe('{"scale":80}');
  });

  test('mostBytes: 5 MB on the web, as much as one likes on the desktop', async () => {
    const long = Array.from({ length: 180 }, () => ['x'.repeat(30_000)]);
    const writes: Batch = (sheet) => void (sheet.getRange('A1:A180').values = long);
    expect(await answer(open(web), writes)).toBe('RequestPayloadSizeLimitExceeded');
    expect(await answer(open(m365), writes)).toBeUndefined();
  });

  test('silentChanges: a drop-down on the web tells nobody, a co-author is told as Remote', async () => {
    const told = async (excel: ExcelProfile): Promise<readonly string[]> => {
      const native = open(excel);
      const heard: string[] = [];
      await answer(native, (_, { workbook }) => {
        workbook.worksheets.onChanged.add(({ address, source }) => {
          heard.push(`${address} ${source}`);
          return Promise.resolve();
        });
      });
      const ways = ['typing', 'drop-down', 'text-to-columns', 'recalculation', 'co-author'] as const;
      ways.forEach((way, row) => {
        native.workbook.type('表', [[1]], { row, column: 0 }, way);
      });
      await new Promise((resolve) => setTimeout(resolve, 30));
      return heard;
    };
    expect(await told(kindExcel)).toEqual(['A1 Local', 'A2 Local', 'A3 Local', 'A4 Local', 'A5 Remote']);
    expect(await told(m365)).toEqual(['A1 Local', 'A2 Local', 'A5 Remote']);
    expect(await told(web)).toEqual(['A1 Local', 'A5 Remote']);
  });

  test('clearsUndo: what each Excel documents is counted, in order', async () => {
    const cleared = async (excel: ExcelProfile): Promise<readonly string[]> => {
      const native = open(excel);
      await answer(native, (sheet, { workbook }) => {
        sheet.getRange('A1').values = [[1]];
        workbook.settings.add('a', 'b');
        const name = workbook.worksheets.add('新').names.add('n', '=1');
        name.comment = 'c';
        sheet.visibility = 'Visible';
      });
      return native.host.log.undoCleared;
    };
    expect(await cleared(kindExcel)).toEqual([]);
    expect(await cleared(m365)).toEqual(['SettingCollection.add', 'WorksheetCollection.add', 'Worksheet.visibility']);
    expect(await cleared(web)).toEqual(['SettingCollection.add', 'NamedItem.comment']);
  });

  test.each([
    [ltsc2024, 0],
    [m365, ''],
    [web, null],
  ] as const)(
    'blankInFunctions: $name hands over what it has; a formula that gives "" is a text',
    async (excel, blank) => {
      const native = open(excel);
      const seen: unknown[] = [];
      native.CustomFunctions.associate('SEE', (cells: unknown[][]) => {
        seen.push(...cells);
        return 1;
      });
      native.functions.metadata = [
        { id: 'SEE', parameters: [{ name: 'cells', type: 'any', dimensionality: 'matrix' }] },
      ];
      native.workbook.type('表', [['○']]);
      native.workbook.sheets[0]!.put(1, 0, { value: '', formula: '=""' });
      await native.functions.call('SEE', [{ range: '表!A1:A3' }]);
      expect(seen).toEqual([['○'], [''], [blank]]);
    },
  );
});

describe('the situation a user brings Excel into', () => {
  const activeCell: Batch = (_, { workbook }) => void workbook.getActiveCell().load('address');
  const writing: Batch = (sheet) => void (sheet.getRange('A1').values = [[1]]);
  test.each([
    ['another workbook in front', 'inFront', false, activeCell, ['InvalidSelection', 'InvalidSelection', undefined]],
    ['another workbook in front', 'inFront', false, writing, [undefined, undefined, undefined]],
    [
      'another workbook in front',
      'inFront',
      false,
      (sheet: Excel.Worksheet) => void sheet.names.load('items/name'),
      ['InvalidSelection', 'InvalidSelection', undefined],
    ],
    [
      'a chart selected',
      'chartSelected',
      true,
      activeCell,
      ['InvalidSelection', 'InvalidSelection', 'InvalidSelection'],
    ],
    ['several sheets selected', 'sheetsGrouped', true, writing, ['GeneralException', 'GeneralException', undefined]],
  ] as const)('%s', async (_, state, value, batch, expected) => {
    // prettier-ignore
    const answers: unknown[] = [];
    for (const excel of supportedExcels) {
      const native = open(excel);
      Object.assign(native.workbook, { [state]: value });
      answers.push(await answer(native, batch));
    }
    expect(answers).toEqual(expected);
  });
});

test('range.clear of hyperlinks leaves values and looks; an emptied cell keeps its link', async () => {
  const native = open(m365);
  const link: Batch = (sheet) => void (sheet.getRange('A1').hyperlink = { documentReference: '空!A1', textToDisplay: 'へ' }); // prettier-ignore
  await answer(native, link);
  await answer(native, (sheet) => void (sheet.getRange('A1').values = [['']]));
  const cell = () => native.workbook.sheets[0]!.cell(0, 0);
  expect(cell()).toMatchObject({ value: '', hyperlink: '空!A1', format: { underline: 'Single' } });
  await answer(native, (sheet) => { sheet.getRange('A1').clear('Hyperlinks'); }); // prettier-ignore
  expect(cell()).toEqual({ value: '', format: { underline: 'Single', color: '#0563C1' } });
});
