import { partsOf } from '../../../src/problems';
import { asksForLess, problemOfCode } from '../../../src/workbook/officejs/errorCodes';
import { HostError } from '../../host/model/hostError';
import { HostWorkbook } from '../../host/model/hostWorkbook';
import { startNativeHost } from '../../host/nativeHost';
import { modelOf, openInExcel, shown } from './open';

/** Microsoft, "Error handling with the application-specific JavaScript APIs" (23 June 2025): both tables, without Word's. */
const documented = [
  ...['AccessDenied', 'ActivityLimitReached', 'ApiNotAvailable', 'ApiNotFound', 'BadPassword', 'Conflict'],
  ...['ContentLengthRequired', 'GeneralException', 'HostRestartNeeded', 'InsertDeleteConflict', 'InvalidArgument'],
  ...['InvalidBinding', 'InvalidOperation', 'InvalidReference', 'InvalidRequest', 'InvalidRibbonDefinition'],
  ...['InvalidSelection', 'ItemAlreadyExists', 'ItemNotFound', 'MemoryLimitReached', 'NotImplemented'],
  ...['RequestAborted', 'RequestPayloadSizeLimitExceeded', 'ResponsePayloadSizeLimitExceeded', 'ServiceNotAvailable'],
  ...['Unauthenticated', 'UnsupportedFeature', 'UnsupportedOperation', 'EmptyChartSeries', 'FilteredRangeConflict'],
  ...['FormulaLengthExceedsLimit', 'InactiveWorkbook', 'InvalidOperationInCellEditMode', 'MergedRangeConflict'],
  ...['NonBlankCellOffSheet', 'OperationCellsExceedLimit', 'PivotTableRangeConflict', 'RangeExceedsLimit'],
  ...['RefreshWorkbookLinksBlocked', 'UndoNotSupported', 'UnsupportedSheet'],
];

/** Codes the library throws when we use it wrongly: bugs, and no sentence cures them. */
const bugs = new Set([
  ...['CannotRegisterEvent', 'CannotUpdateReadOnlyProperty', 'InvalidRequestContext', 'PropertyNotLoaded'],
  ...['RunMustReturnPromise', 'ValueNotLoaded'],
]);

test('every documented code, and every one the library itself lists, has a sentence of its own', () => {
  const { Excel, OfficeExtension } = startNativeHost();
  const listed = [...Object.values(Excel.ErrorCodes), ...Object.values(OfficeExtension.ErrorCodes)];
  expect(listed.length).toBeGreaterThan(30);
  const codes = [...new Set<unknown>([...documented, ...listed])].map(String).filter((code) => !bugs.has(code));
  expect(codes.filter((code) => problemOfCode(code) === 'excel-unknown')).toEqual([]);
  expect(problemOfCode('GeneralException')).toBe('excel-no-reason');
  expect(['toString', '__proto__', '', 'Neues'].map(problemOfCode)).toEqual(Array(4).fill('excel-unknown'));
});

test('what a smaller question may cure, and nothing else, is asked again', () => {
  const less = documented.filter(asksForLess);
  expect(less.sort()).toEqual([
    'MemoryLimitReached',
    'OperationCellsExceedLimit',
    'RangeExceedsLimit',
    'RequestPayloadSizeLimitExceeded',
    'ResponsePayloadSizeLimitExceeded',
  ]);
});

test.each([...documented, 'SomethingNew'])(
  '%s in the middle of a write: a cure, and nothing stays written',
  async (code) => {
    const excel = openInExcel(new HostWorkbook('回答'));
    await excel.book.write([modelOf([['点', 1]])]);
    excel.host.interfere = (member) => {
      if (member !== 'Range.Values') return;
      excel.host.interfere = () => undefined;
      throw new HostError(code, 'no', 'Range.values');
    };
    const result = await excel.book.write([modelOf([['点', 2]])]);
    if (problemOfCode(code) === 'excel-out-of-focus') {
      // Only once in this test: the second attempt, a second later, writes.
      expect([excel.waits, shown(excel.workbook.sheet('採点結果'))]).toEqual([[1000], [['点', 2]]]);
      return;
    }
    expect(shown(excel.workbook.sheet('採点結果'))).toEqual([['点', 1]]);
    if (result.ok) throw new Error('written');
    const [first] = result.problems;
    expect(first?.facts).toMatchObject({ excelCode: code });
    for (const language of ['ja', 'en'] as const) {
      const { what, effect, cure } = partsOf(first!, language);
      expect([what, effect, cure].filter((part) => part === '' || part.includes('{'))).toEqual([]);
      if (['excel-unknown', 'excel-no-reason'].includes(problemOfCode(code))) expect(what).toContain(code);
    }
    if (['excel-unknown', 'excel-no-reason'].includes(problemOfCode(code)))
      expect(partsOf(first!, 'ja').effect).toContain('書き込む前の状態');
  },
);
