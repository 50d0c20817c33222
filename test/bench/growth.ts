import { identifyMunicipality } from '../../src/answers/municipality/identify';
import { registeredMunicipalities } from '../../src/answers';
import { evaluate } from '../../src/evaluation';
import { readScheme } from '../../src/schemes';
import { readWorkbookFile } from '../../src/workbook/file';
import { answerForm, schemeFor, workbook } from '../builders/answerSheets';
import { xlsxParts, zipOf } from '../workbook/file/xlsxBuilder';
import { compare, printTimings } from './compare';
import { judge } from './goals';

/**
 * How the cost of large and hostile inputs grows: twice the input should take about twice the time (×2), not four times.
 * Then the memory a zip bomb takes while it is refused.
 */
export const benchGrowth = async (): Promise<void> => {
  for (const [title, workOn] of inputs) {
    const [twice, once] = [workOn(2), workOn(1)];
    const timings = await compare(
      [
        { name: 'twice as much', work: () => unequal(twice) },
        { name: 'as much', work: () => unequal(once) },
      ],
      7,
    );
    printTimings(`Growth: ${title}`, timings);
    const ratio = (timings[0]?.medianMs ?? NaN) / (timings[1]?.medianMs ?? NaN);
    judge('twice the input in less than 3 times the time', `×${ratio.toFixed(2)}`, ratio < 3);
  }
  const bomb = zipBomb(90_000_000);
  global.gc?.();
  const before = process.memoryUsage().rss;
  const refused = await readWorkbookFile(bomb, 'bomb.xlsx');
  if (refused.ok) throw new Error('a zip bomb was read');
  console.log(
    `  memory: RSS +${((process.memoryUsage().rss - before) / 1e6).toFixed(0)} MB while refusing 90 MB of zeros`,
  );
};

/** Done for its time alone. */
const unequal = async (work: () => unknown): Promise<undefined> => {
  await work();
  return undefined;
};

/** What is done with one or two measures of an input; the input is made before the clock runs. */
const inputs: readonly (readonly [title: string, workOn: (measures: number) => () => unknown])[] = [
  [
    'municipalities identified, 870 a measure',
    (measures) => {
      const claims = registeredMunicipalities().slice(0, 870 * measures);
      return () => claims.map((claim) => identifyMunicipality(claim));
    },
  ],
  [
    'names of 16,000 characters that nobody has',
    (measures) => {
      const names = ['郡', '('].map((sign) => sign.repeat(16_000 * measures));
      return () => names.map((name) => identifyMunicipality({ name: `福島県${name}` }));
    },
  ],
  [
    'a sheet with 150,000 empty rows, uncalculated cells and 50,000 merges under the form',
    (measures) => {
      const count = 150_000 * measures;
      const form = answerForm({ year: 'R6', municipality: '北塩原村', prefecture: '福島県', mark: () => '○' });
      const empty = Array.from({ length: count }, () => Array.from({ length: 8 }, () => null));
      const addresses = Array.from({ length: count }, (_, at) => `H${at + 300}`);
      const merges = Array.from({ length: count / 3 }, (_, at) => ({
        top: at * 2 + 400,
        bottom: at * 2 + 401,
        left: 7,
        right: 7,
      }));
      const book = workbook({
        name: '回答',
        grid: [...form, ...empty],
        uncalculated: addresses,
        struckThrough: addresses,
        merges,
      });
      return () => evaluate(book);
    },
  ],
  [
    'a scheme with a title of 5 million characters and 500 unknown keys',
    (measures) => {
      const unknown = Object.fromEntries(Array.from({ length: 500 * measures }, (_, at) => [`key${at}`, 1]));
      const scheme = { ...schemeFor('R8'), title: 'あ'.repeat(5_000_000 * measures), ...unknown };
      return () => readScheme(scheme);
    },
  ],
  [
    'a zip bomb of 45 MB, refused',
    (measures) => {
      const bomb = zipBomb(45_000_000 * measures);
      return () => readWorkbookFile(bomb, 'bomb.xlsx');
    },
  ],
];

const zipBomb = (bytes: number): Uint8Array => zipOf({ ...xlsxParts(), 'xl/media/zeros.bin': new Uint8Array(bytes) });
