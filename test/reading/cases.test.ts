import { appendFileSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readFiscalYear } from '../../src/kernel';
import { resultsJson } from '../../src/report';
import { inYear } from '../../src/taskpane/mapping/chosen';
import type { WorkbookContent } from '../../src/workbook';
import { readWorkbookFile } from '../../src/workbook/file';
import { hostBook } from '../builders/hostBook';
import { openPane } from '../taskpane/openPane';
import { call, filesIn, folderWith, scored } from './commandLine';
import { judge, type Ending, type Judgement } from './judge';
import { casesFolder, readingCases, type ReadingCase } from './readingCase';

const folders: string[] = [];
const endings = new Map<string, Ending>();

afterAll(() => {
  for (const at of folders) rmSync(at, { recursive: true, force: true });
});

const prepared = ({ files }: ReadingCase): ReturnType<typeof folderWith> => {
  const made = folderWith(files);
  folders.push(made.at);
  return made;
};

const contentOf = async (file: string): Promise<WorkbookContent> => {
  const content = await readWorkbookFile(new Uint8Array(readFileSync(join(casesFolder, file))), basename(file));
  if (!content.ok) throw new Error(JSON.stringify(content.problems));
  return content.value;
};

/** The numbers in the last column of a table, by the names of its municipalities. */
const printedRanksOf = async (file: string): Promise<ReadonlyMap<string, number>> => {
  const content = await contentOf(file);
  return new Map(
    content.sheets.flatMap(({ grid }) =>
      grid.flatMap((row) => {
        const name = row.find((cell) => typeof cell === 'string' && /^架空\d+[市町村]$/.test(cell));
        const rank = row.findLast((cell) => cell !== null);
        return typeof name === 'string' && typeof rank === 'number' ? [[name, rank] as const] : [];
      }),
    ),
  );
};

const told = (words: readonly string[], paths: readonly string[]): readonly string[] =>
  words.map((word) => word.replace(/\{(\d)\}/g, (_, at: string) => paths[Number(at)] ?? ''));

type ByCommandLine = Awaited<ReturnType<typeof scored>> & { readonly written: readonly string[] };

const known = new Map<string, Promise<ByCommandLine>>();

/** What the command line makes of the files of a case, called once. */
const byCommandLine = (one: ReadingCase): Promise<ByCommandLine> => {
  const reading = known.get(one.id) ?? callFor(one);
  known.set(one.id, reading);
  return reading;
};

const callFor = async (one: ReadingCase): Promise<ByCommandLine> => {
  const { at, paths } = prepared(one);
  const given = one.input === undefined ? paths : [join(at, 'in', one.input)];
  const [run = [...given, ...(one.options ?? [])]] = one.runs ?? [];
  const before = filesIn(at);
  const reading = await scored(at, told(run, paths));
  return { ...reading, written: [...filesIn(at).keys()].filter((path) => !before.has(path)) };
};

/** Reads the files of a case as the command line does, and judges it. */
const read = async (one: ReadingCase): Promise<Judgement> => {
  const reading = await byCommandLine(one);
  if (reading.exit === 2 && reading.written.length > 0)
    return { ending: 'wrong', faults: [`refused, but wrote ${reading.written.join()}`] };
  const [file = ''] = one.files;
  return judge(one, {
    ...reading,
    ...(one.expect.nation === undefined ? {} : { printedRanks: await printedRanksOf(file) }),
  });
};

/** Makes the runs of a case; somebody types into every form before the next one. */
const runAll = async (one: ReadingCase): Promise<Judgement> => {
  const { at, paths } = prepared(one);
  const lost: string[] = [];
  const first = new Set(filesIn(at).keys());
  for (const run of one.runs ?? []) {
    const before = filesIn(at);
    await call(at, one.command ?? 'score', told(run, paths));
    const after = filesIn(at);
    lost.push(...[...before.keys()].filter((path) => before.get(path) !== after.get(path)));
    if (one.command === 'template')
      for (const path of after.keys()) if (!before.has(path)) appendFileSync(join(at, path), 'x');
  }
  const made = [...filesIn(at).keys()].filter((path) => path.endsWith('.xlsx') && !first.has(path)).length;
  const faults = [
    ...lost.map((path) => `${path} is no longer as it was`),
    ...(one.expect.results === undefined || one.expect.results === made ? [] : [`${made} result workbooks`]),
  ];
  return { ending: faults.length === 0 ? 'right' : 'wrong', faults };
};

describe.each([...new Set(readingCases.map(({ family }) => family))])('files as staff make them: %s', (family) => {
  it.each(readingCases.filter((one) => one.family === family).map((one) => [one.id, one.why, one] as const))(
    '%s: %s',
    async (id, _, one) => {
      const { ending, faults } = await (one.expect.nothingLost === true ? runAll(one) : read(one));
      endings.set(id, ending);
      expect(faults).toEqual([]);
    },
  );
});

test('no case is read wrongly; the table of all cases', () => {
  const count = (wanted: Ending): number => [...endings.values()].filter((ending) => ending === wanted).length;
  const table = { right: count('right'), asked: count('asked'), refused: count('refused'), wrong: count('wrong') };
  process.stdout.write(`reading cases: ${JSON.stringify(table)}\n`);
  expect(table.wrong).toBe(0);
  expect(table.right + table.asked + table.refused).toBe(readingCases.length);
});

/** One workbook that Excel opens, with no option but the year, which the pane has too. */
const oneBook = readingCases.filter(
  ({ files, input, runs, options = [] }) =>
    files.length === 1 &&
    files[0]?.endsWith('.xlsx') === true &&
    input === undefined &&
    runs === undefined &&
    (options.length === 0 || options[0] === '--year'),
);

/** What a face read: check code, points, ranges and every answer with its cell; or the codes it refuses with. */
type Read = { readonly checkCode: string; readonly municipalities: readonly unknown[] } | readonly string[];

const readByPane = async ({ files: [file = ''], options = [] }: ReadingCase): Promise<Read> => {
  const content = await contentOf(file);
  const pane = openPane(hostBook(content));
  await pane.actions.score();
  const year = readFiscalYear(options[1] ?? '');
  if (year !== undefined) await pane.actions.remap(inYear(pane.store.state().mapping, year));
  expect(pane.bugs).toEqual([]);
  const outcome = pane.store.state().reading?.outcome;
  if (outcome === undefined) throw new Error(JSON.stringify(pane.store.state().faults));
  return outcome.ok ? resultsJson(outcome.value) : outcome.problems.map(({ code }) => code);
};

const essence = (read: Read): unknown =>
  'checkCode' in read ? { checkCode: read.checkCode, municipalities: read.municipalities } : [...new Set(read)];

describe('the pane', () => {
  test.each(oneBook.map((one) => [one.id, one] as const))('reads %s as the command line does', async (_, one) => {
    const { json, text } = await byCommandLine(one);
    const refused = [...text.matchAll(/E-\d+/g)].map(([code]) => code);
    expect(essence(await readByPane(one))).toEqual(essence(json ?? refused));
  });

  test('reads most of the cases', () => {
    expect(oneBook.length).toBeGreaterThan(130);
  });
});
