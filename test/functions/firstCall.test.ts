import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as everything from '../../src/functions/functions';

type Functions = typeof everything;

class ExcelError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

const calculations = '../../src/functions/calculations';
/** The functions as a page has them that has just been loaded. */
const freshFunctions = (): Functions => {
  jest.resetModules();
  Object.assign(globalThis, {
    CustomFunctions: { Error: ExcelError, ErrorCode: { notAvailable: '#N/A', invalidValue: '#VALUE!' } },
  });
  return jest.requireActual<Functions>('../../src/functions/functions');
};

afterEach(() => jest.dontMock(calculations));

test('the first calls promise what they give; once the calculations are there, cells have it at once', async () => {
  const functions = freshFunctions();
  const [points, ranks] = [functions.maxpoints('R8'), functions.ranks([[5], [7]])];
  const grant = functions.grant(309, 155_600, 'R7', 'P');
  for (const one of [points, ranks, grant]) expect(one).toBeInstanceOf(Promise);
  expect([await points, await ranks]).toEqual([800, [[2], [1]]]);
  expect(await grant).toEqual([[expect.any(Number), expect.any(Number), expect.any(Number), '試算']]);
  expect(functions.maxpoints('R8')).toBe(800);
});

test('what is refused is Excel’s own error at the first call too', async () => {
  const functions = freshFunctions();
  await expect(functions.maxpoints('R29')).rejects.toMatchObject({
    code: '#N/A',
    message: expect.stringContaining('令和29年度'),
  });
  expect(() => functions.maxpoints('R29')).toThrow(ExcelError);
});

test('calculations that do not come are E-979 in the cell, and are asked for again at the next call', async () => {
  const functions = freshFunctions();
  jest.doMock(calculations, () => {
    throw new Error('Loading chunk 142 failed');
  });
  await expect(functions.maxpoints('R8')).rejects.toMatchObject({
    code: '#VALUE!',
    message: expect.stringMatching(/E-979 .*Loading chunk 142 failed.*Ctrl\+Alt\+F9/),
  });
  jest.dontMock(calculations);
  expect(await functions.maxpoints('R8')).toBe(800);
});

test('nothing but the way to the calculations is loaded with the page', () => {
  const imports = ['functions', 'cell', 'failures'].flatMap((name) => {
    const text = readFileSync(join(__dirname, `../../src/functions/${name}.ts`), 'utf8');
    return [...text.matchAll(/^import (?!type)[^;]*?from '([^']*)'/gm)].map(([, from]) => from);
  });
  expect(imports).toEqual(['./cell', '../problems', './failures', '../problems']);
});
