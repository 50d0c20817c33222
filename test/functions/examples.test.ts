import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { loadCalculations } from '../../src/functions/cell';
import * as functions from '../../src/functions/functions';
import type { Grid } from '../../src/workbook';
import { parseA1 } from '../../src/workbook';
import { readWorkbookFile } from '../../src/workbook/file';
import { startNativeHost } from '../host/nativeHost';

const root = join(__dirname, '../..');
const page = new JSDOM(readFileSync(join(root, 'assets/manual/functions.html'), 'utf8')).window.document;
const samplePath = 'assets/samples/北塩原村-令和6年度-回答.xlsx';
let answers: Grid = [];

beforeAll(loadCalculations);
beforeAll(async () => {
  Object.assign(globalThis, { CustomFunctions: startNativeHost().CustomFunctions });
  const read = await readWorkbookFile(readFileSync(join(root, samplePath)), samplePath);
  if (!read.ok) throw new Error('examples.test: the sample cannot be read');
  answers = read.value.sheets.find(({ name }) => name === '回答')!.grid;
});

/** The sheet's cells as Excel hands them over: blanks are empty text. */
const cells = (address: string): unknown[][] => {
  const { top, left, bottom, right } = parseA1(address)!;
  return Array.from({ length: bottom - top + 1 }, (_, row) =>
    Array.from({ length: right - left + 1 }, (__, column) => answers[top + row]?.[left + column] ?? ''),
  );
};

/** An argument as it is written in a formula: a range of the sample, text, TRUE, a number, or `{1,2;3,4}`. */
const argumentOf = (text: string): unknown => {
  if (text.startsWith('{'))
    return text.slice(1, -1).split(';').map((row) => row.split(',').map(argumentOf)); // prettier-ignore
  if (text.startsWith('"')) return text.slice(1, -1);
  if (text === 'TRUE') return true;
  return text.startsWith('回答!') ? cells(text.slice(3)) : Number(text);
};

/** What a formula of the page gives, as rows of cells; an error of Excel's as `#N/A` and the like. */
const resultOf = async (formula: string): Promise<readonly (readonly unknown[])[]> => {
  const [, id = '', inside = ''] = /^=INCENTIVE\.([A-Z]+)\((.*)\)$/.exec(formula) ?? [];
  const make = Object.entries(functions).find(([name]) => name.toUpperCase() === id)?.[1];
  if (make === undefined) throw new Error(`examples.test: no function for ${formula}`);
  const words = inside.match(/"[^"]*"|\{[^}]*\}|[^,\s]+/g) ?? [];
  try {
    const value: unknown = await Reflect.apply(make, undefined, words.map(argumentOf));
    const rows: readonly (readonly unknown[])[] = Array.isArray(value) ? value : [[value]];
    return rows;
  } catch (error) {
    return [[error instanceof Object && 'code' in error ? error.code : String(error)]];
  }
};

const sections = [...page.querySelectorAll('section[id]')];
const examples = [...page.querySelectorAll('.example')].map((one) => ({
  formula: one.querySelector('code')!.textContent.trim(),
  printed: [...one.querySelectorAll('tr:not(.more)')].map((row) => [...row.children].map((cell) => cell.textContent)),
  more: one.querySelector('tr.more') !== null,
}));

test('every function has its place on the page, under its name, with an example', () => {
  expect(sections.map(({ id }) => id).sort()).toEqual(
    Object.keys(functions)
      .map((name) => name.toUpperCase())
      .sort(),
  );
  for (const section of sections) {
    expect(section.querySelector('h2')?.textContent).toBe(section.id);
    expect(section.querySelector('.example code')?.textContent).toContain(`=INCENTIVE.${section.id}(`);
  }
});

test.each(examples)('$formula gives what is printed', async ({ formula, printed, more }) => {
  const result = (await resultOf(formula)).map((row) => row.map(String));
  expect(more ? result.slice(0, printed.length) : result).toEqual(printed);
  expect(more).toBe(result.length > printed.length);
});
