import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { evaluate, municipalitiesOf } from '../../../src/evaluation';
import { readWorkbookFile } from '../../../src/workbook/file';

// The packaged sample (北塩原村 R6) in the shapes that other programs write, from the review of d4ec0de; 295 points as it is.

/** Points, the range they may still take, and the places a person is sent to; or the refusal. */
const readingOf = async (name: string) => {
  const bytes = new Uint8Array(readFileSync(join(__dirname, '../../fixtures/files', name)));
  const content = await readWorkbookFile(bytes, name);
  if (!content.ok) return content.problems.map(({ code }) => code).join();
  const results = evaluate(content.value, { fileName: name });
  if (!results.ok) return results.problems.map(({ code }) => code).join();
  const [town] = municipalitiesOf(results.value);
  const told = results.value.problems
    .filter(({ severity }) => severity === 'check')
    .map(({ code, cell = '' }) => `${code} ${cell}`);
  return { total: town?.total, range: [town?.range.least, town?.range.most], provisional: town?.provisional, told };
};

const whole = { total: 295, range: [295, 295], provisional: false, told: [] };
const twoBlank = { total: 291, range: [291, 299], provisional: true, told: ['E-211 H10'] };

test.each([
  'v0_absent',
  'v1_shared_v_empty',
  'v2_shared_v_openclose',
  'v3_bool_v_empty',
  'v4_str_empty',
  'v5_err_empty',
  'v7_num_v_empty',
  'v8_shared_space',
])('%s: two cells of a type without a value are blank, never the first text of the workbook, × or 0', async (name) => {
  expect(await readingOf(`${name}.xlsx`)).toEqual(twoBlank);
});

test('a formula that says its result is a text, and stores none, is held', async () => {
  expect(await readingOf('v11_formula_no_v_shared.xlsx')).toEqual({ ...twoBlank, told: ['E-279 ', 'E-221 H10'] });
});

test('marks under a merged block, which nobody sees, are named and not counted', async () => {
  expect(await readingOf('read-hidden-under-merge.xlsx')).toEqual({
    total: 291,
    range: [291, 303],
    provisional: true,
    told: ['E-276 H10'],
  });
});

test.each(['read-duplicate-cell', 'read-duplicate-row'])(
  '%s: an address that stands twice is held and named',
  async (name) => {
    expect(await readingOf(`${name}.xlsx`)).toEqual({
      total: 291,
      range: [291, 295],
      provisional: true,
      told: ['E-278 H9', 'E-221 H9'],
    });
  },
);

test.each(['read-stray-L1048576', 'read-stray-other-sheet', 'datadesc_stream', 'backslash_parts', 'zip64_eocd'])(
  '%s is read as the sample is',
  async (name) => {
    expect(await readingOf(`${name}.xlsx`)).toEqual(whole);
  },
);

test('60,000 letters in one tag of the content types are refused by name', async () => {
  expect(await readingOf('redos_60k.xlsx')).toBe('E-112');
});

test.each([
  ['leading_newline', 'E-104'],
  ['trailing_newline', 'E-111'],
])('%s is refused by name', async (name, code) => {
  expect(await readingOf(`${name}.xlsx`)).toBe(code);
});

// From the review of 0ae2539: H11 holds ○ or ×, or a number, and shows another mark or nothing; the .ods by LibreOffice.
test.each([
  'c06_white.xlsx',
  'c07_sz1.xlsx',
  'e02_fmt.xlsx',
  'e05_fmt.xlsx',
  'e06_fmt.xlsx',
  'e07_fmt.xlsx',
  'f02_font.xlsx',
  'e02_fmt.ods',
  'e05_fmt.ods',
  'f00_font.ods',
])('unseen-%s: an answer that is not what is seen is held and named', async (name) => {
  expect(await readingOf(`unseen-${name}`)).toEqual({
    total: 295,
    range: [295, 299],
    provisional: true,
    told: ['E-293 H11'],
  });
});

test('a merged block written in small letters swallows marks as any other', async () => {
  const { told } = (await readingOf('read-merge-in-small-letters.xlsx')) as { readonly told: readonly string[] };
  expect(told).toEqual(['E-276 H10']);
});
