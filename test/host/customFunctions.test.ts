import { HostWorkbook } from './model/hostWorkbook';
import { startNativeHost, type NativeHost } from './nativeHost';
import type { FunctionMetadata } from './shapeArguments';

const matrix = { name: 'answers', type: 'any', dimensionality: 'matrix' };
const metadata: readonly FunctionMetadata[] = [
  {
    id: 'COUNT',
    parameters: [matrix, { name: 'year', type: 'string' }, { name: 'part', type: 'string', optional: true }],
  },
  { id: 'DOUBLE', parameters: [{ name: 'value', type: 'number' }] },
  { id: 'TABLE', parameters: [], result: { dimensionality: 'matrix' } },
  { id: 'FAIL', parameters: [{ name: 'how', type: 'string' }] },
];

const start = (): NativeHost => {
  const workbook = new HostWorkbook('回答');
  workbook.type('回答', [['ア', '○'], ['イ', '×']]); // prettier-ignore
  const native = startNativeHost(workbook);
  const { associate } = native.CustomFunctions;
  associate('COUNT', (answers: unknown[][], year: string, part: string | null) => `${answers.length}×${answers[0]?.length ?? 0} ${year} ${String(part)}`); // prettier-ignore
  associate('DOUBLE', (value: number) => value * 2);
  associate('TABLE', () => [['指標', 4], ['計', 4]]); // prettier-ignore
  associate('FAIL', (how: string) => {
    if (how === 'throw') throw new Error('bug');
    if (how === 'nan') return NaN;
    if (how === 'infinite') return Infinity;
    const { Error: FunctionError, ErrorCode } = native.CustomFunctions;
    return new FunctionError(how === 'value' ? ErrorCode.invalidValue : ErrorCode.notAvailable, '団体が見つかりません');
  });
  native.functions.metadata = metadata;
  return native;
};

test('arguments are shaped as functions.json says: ranges are rows, what is left out is null', async () => {
  const { functions } = start();
  expect(await functions.call('COUNT', [{ range: '回答!A1:B2' }, 'R8'])).toEqual({
    kind: 'value',
    value: '2×2 R8 null',
  });
  expect(await functions.call('COUNT', [{ range: '回答!B1' }, 'R8', 'P1'])).toEqual({
    kind: 'value',
    value: '1×1 R8 P1',
  });
  expect(await functions.call('count', ['○', 'R8'])).toEqual({ kind: 'value', value: '1×1 R8 null' });
});

test('Excel itself refuses too few or too many arguments, text for a number, and hands on an error', async () => {
  const { functions, workbook } = start();
  const error = (code: string): unknown => ({ kind: 'error', error: code, message: '' });
  expect(await functions.call('DOUBLE', [])).toEqual(error('#VALUE!'));
  expect(await functions.call('DOUBLE', [1, 2])).toEqual(error('#VALUE!'));
  expect(await functions.call('DOUBLE', ['x'])).toEqual(error('#VALUE!'));
  expect(await functions.call('DOUBLE', ['21'])).toEqual({ kind: 'value', value: 42 });
  workbook.type('回答', [['#N/A']]);
  expect(await functions.call('DOUBLE', [{ range: '回答!A1' }])).toEqual(error('#N/A'));
});

test.each([
  ['missing', '#N/A', '団体が見つかりません'],
  ['value', '#VALUE!', '団体が見つかりません'],
  ['throw', '#VALUE!', ''],
  ['infinite', '#NUM!', 'Infinity'],
  ['nan', '#VALUE!', 'NaN'],
])('a function that ends with %s shows %s', async (how, error, message) => {
  expect(await start().functions.call('FAIL', [how])).toEqual({ kind: 'error', error, message });
});

test('a function nobody associated is an error, not a hang', async () => {
  expect(await start().functions.call('NOPE', [])).toMatchObject({ kind: 'error' });
});

test('a table spills to the right and down; #SPILL! when a cell is in the way', async () => {
  const { functions, workbook } = start();
  const sheet = workbook.sheets[0]!;
  await functions.enter('回答!D1', 'TABLE', []);
  expect([sheet.cell(0, 3).value, sheet.cell(1, 4).value]).toEqual(['指標', 4]);
  await functions.enter('回答!A3', 'TABLE', []);
  workbook.type('回答', [['x']], { row: 6, column: 1 });
  await functions.enter('回答!A6', 'TABLE', []);
  expect([sheet.cell(2, 0).value, sheet.cell(5, 0).value]).toEqual(['指標', '#SPILL!']);
});

test('10,000 calls in one recalculation all answer', async () => {
  const { functions } = start();
  const results = await functions.callAll(
    Array.from({ length: 10_000 }, (_, place) => ({ id: 'DOUBLE', args: [place] })),
  );
  expect(results.every((result, place) => result.kind === 'value' && result.value === place * 2)).toBe(true);
});
