import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { MarkMeanings } from '../../src/answers';
import { evaluate, withoutOurSheets, type Results } from '../../src/evaluation';
import { resultsJson } from '../../src/report';
import { typedValue, valueText } from '../../src/workbench/components/cellText';
import { a1, cellAt, parseA1, type CellValue, type WorkbookContent } from '../../src/workbook';
import { describeWith } from '../builders/withProgram';
import { scoredByCommandLine } from './commandLine';
import { changedParts, contentOf } from './workbenchFiles';
import { needsOnePage, openOnePage, type WorkbenchPage } from './workbenchPage';

const casesFolder = join(__dirname, '../reading/cases');
/** Answers in many forms, each of one municipality. */
const cases = [
  'marks/full-and-empty-circle', 'marks/codes-1-2-header', 'marks/latin', 'marks/some-zeros', 'marks/ticks',
  'marks/doubtful-marks', 'marks/checkbox', 'marks/crosses-only', 'marks/boxes', 'marks/words-doing',
  'lastyear/beside-1', 'lastyear/beside-points', 'lastyear/beside-R7-1', 'year/spelling-1', 'year/year-of-results',
  'year/bracket-and-sheet', 'year/year-of-deeds', 'names/code-without-zero', 'names/variant-kanji', 'names/ward',
]; // prettier-ignore

/** Parts that list the sheets, names and formats of a workbook: a new sheet is told there. */
const partsThatList: ReadonlySet<string> = new Set([
  '[Content_Types].xml',
  'xl/workbook.xml',
  'xl/_rels/workbook.xml.rels',
  'xl/styles.xml',
]);

const nameOf = (one: string): string => `${one.slice(one.indexOf('/') + 1)}.xlsx`;

interface Correction {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  /** What is typed. */
  readonly text: string;
}

/** What has to be told of marks that may mean either. */
const meanings: Readonly<Record<string, MarkMeanings>> = {
  'marks/full-and-empty-circle': new Map([
    ['●', 'met'],
    ['○', 'unmet'],
  ]),
};
const noMeanings: MarkMeanings = new Map();

const scoredIn = (content: WorkbookContent, one: string): Results | undefined => {
  const results = evaluate(withoutOurSheets(content), {
    fileName: nameOf(one),
    markMeanings: meanings[one] ?? noMeanings,
  });
  return results.ok ? results.value : undefined;
};

/** The first answer that another answer of its column says otherwise, to be said like that one. */
const correctionIn = ({ sheets }: WorkbookContent, results: Results): Correction | undefined => {
  const answers = Object.values(resultsJson(results).municipalities[0]?.criteria ?? {}).flatMap((one) => {
    const place = parseA1(one.cell ?? '');
    const grid = sheets.find(({ name }) => name === one.sheet)?.grid;
    if (place === undefined || grid === undefined || one.sheet === null) return [];
    const value = cellAt(grid, place.top, place.left);
    return [{ sheet: one.sheet, row: place.top, column: place.left, state: one.state, value }];
  });
  for (const one of answers) {
    const other = answers.find(
      ({ sheet, column, state, value }) =>
        sheet === one.sheet &&
        column === one.column &&
        state !== one.state &&
        (state === 'met' || state === 'unmet') &&
        valueText(value) !== '',
    );
    if (other !== undefined && valueText(one.value) !== valueText(other.value))
      return { sheet: one.sheet, row: one.row, column: one.column, text: valueText(other.value) };
  }
  return undefined;
};

/** The same content with the cell as it was typed: no file is written for it. */
const corrected = (content: WorkbookContent, { sheet, row, column, text }: Correction): WorkbookContent => ({
  ...content,
  sheets: content.sheets.map((one) => {
    if (one.name !== sheet) return one;
    const grid = one.grid.map((cells, at): readonly CellValue[] => {
      if (at !== row) return cells;
      // A row ends with its last value.
      const whole = [...cells, ...Array<null>(Math.max(0, column + 1 - cells.length)).fill(null)];
      return whole.with(column, typedValue(text, whole[column] ?? null));
    });
    return { ...one, grid };
  }),
});

/** A sheet of a file without that cell, and without the area in use. */
const withoutCell = (bytes: Uint8Array, part: string, cell: string): string =>
  strFromU8(unzipSync(bytes)[part] ?? new Uint8Array()).replace(
    new RegExp(`<c r="${cell}"(?:[^>]*/>|[^>]*>.*?</c>)`),
    '',
  );

/** What of the results does not hang on how the file is called or which sheets of ours stand in it. */
const figuresOf = ({ checkCode, fiscalYear, municipalities }: ReturnType<typeof resultsJson>) => ({
  checkCode,
  fiscalYear,
  municipalities,
});

describeWith('chromium')('twenty forms of answers on the page without Excel', () => {
  let bench: WorkbenchPage;
  const folder = mkdtempSync(join(tmpdir(), 'twenty-cases-'));
  beforeAll(() => {
    needsOnePage('twentyCases.e2e');
  });
  afterEach(() => bench.close());
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  /** By the keyboard alone, from the first cell of the sheet. */
  const type = async ({ sheet, row, column, text }: Correction): Promise<void> => {
    const { page } = bench;
    await page
      .getByRole('navigation', { name: 'シート', exact: true })
      .getByRole('button', { name: sheet, exact: true })
      .click();
    await bench.inGrid();
    for (const [key, times] of [
      ['ArrowDown', row],
      ['ArrowRight', column],
    ] as const)
      for (let time = 0; time < times; time += 1) await page.keyboard.press(key);
    await page.keyboard.press('Enter');
    await page.locator('#portal textarea').fill(text);
    await page.keyboard.press('Enter');
    await page.getByText('（未保存）').waitFor();
    await bench.idle();
  };

  test('an answer is corrected, scored, written, saved: the command line reads the same figures, and all else is as it was', async () => {
    bench = await openOnePage();
    const { page, press, idle, open, save, button } = bench;
    for (const one of cases) {
      const name = nameOf(one);
      const bytes = new Uint8Array(readFileSync(join(casesFolder, `${one}.xlsx`)));
      const content = await contentOf(bytes, name);
      const before = scoredIn(content, one);
      const correction = before && correctionIn(content, before);
      const wanted = correction && scoredIn(corrected(content, correction), one);
      if (correction === undefined || wanted === undefined)
        throw new Error(`${one}: no answer to be corrected (${JSON.stringify(correction)})`);
      expect([one, wanted.checkCode]).not.toEqual([one, before?.checkCode]);

      await open(name, bytes);
      await button(`「${name}」を閉じる`).waitFor();
      await idle();
      for (const [mark, meaning] of meanings[one] ?? noMeanings) {
        const asked = page.getByRole('radiogroup', { name: new RegExp(`^「${mark}」`) });
        await asked.getByRole('radio', { name: meaning === 'met' ? '該当（○）' : '非該当（×）' }).click();
        await idle();
      }
      await type(correction);
      await page.getByRole('navigation').getByRole('button', { name: '結果' }).click();
      await press('シートに書き込む');
      await page.getByText(/^書き込みました/).waitFor();
      const saved = await save();

      const file = join(folder, name);
      writeFileSync(file, saved);
      // What marks mean is kept with the results.
      const told = meanings[one] === undefined ? [] : ['--mapping', file];
      const scored = scoredByCommandLine(file, folder, told) as ReturnType<typeof resultsJson>;
      const json = JSON.parse(JSON.stringify(resultsJson(wanted))) as ReturnType<typeof resultsJson>;
      expect([one, figuresOf(scored)]).toEqual([one, figuresOf(json)]);
      const { sheets } = await contentOf(saved, name);
      expect(JSON.stringify(sheets.map(({ grid }) => grid))).toContain(wanted.checkCode);

      const lists = (part: string): boolean =>
        partsThatList.has(part) || (meanings[one] !== undefined && part === '_rels/.rels');
      const changed = changedParts(bytes, saved).filter((part) => !lists(part));
      expect([one, changed.length, changed[0]]).toEqual([one, 1, expect.stringMatching(/^xl\/worksheets\/[^/]+$/)]);
      const cell = a1(correction.row, correction.column);
      const [was, is] = [bytes, saved].map((of) => withoutCell(of, changed[0] ?? '', cell));
      expect([one, is]).toEqual([one, was]);
      await press(`「${name}」を閉じる`);
    }
    expect(bench.complaints).toEqual([]);
  });
});
