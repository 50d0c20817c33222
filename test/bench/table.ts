import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { readWanted } from '../../src/evaluation';
import type { CellValue, ColumnChooser } from '../../src/workbook';
import { readWorkbookFile } from '../../src/workbook/file';
import { comparePrograms, printCosts, type Program } from './children';
import { nativeReaderIsThere } from './nativeReader.mjs';
import { lookAtBytes } from './bareReaders.mjs';
import { compare, printTimings } from './compare';
import { excelXlsx } from './excelXlsx';
import { judge } from './goals';
import { nationalTable } from './nationalTable';

const rounds = 5;

/** Who else reads the file: a module beside this one, and its function. */
type OtherReader = readonly ['bareReaders', 'cellsOfHucre' | 'lookAtBytes'] | readonly ['nativeReader', 'cellsInFile'];

/**
 * The whole command on the ministry's table, 1,798 × 1,563 cells as Excel writes them, with JSON, against two programs that
 * read the same file: the library bare, and the least a reader can do, which is to inflate it and look at each byte once.
 */
export const benchTable = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'table-bench-'));
  try {
    const file = join(folder, '全国集計.xlsx');
    writeFileSync(file, excelXlsx(nationalTable()));
    const cells = await cellsReadAlike(readFileSync(file));
    const [json, out] = [join(folder, 'results.json'), join(folder, 'results.xlsx')];
    const command: Program = {
      name: 'score 全国集計.xlsx --json',
      command: 'node',
      words: ['src/cli/launch.mjs', 'score', file, '--json', json, '--out', out],
      found: () => {
        const written = JSON.parse(readFileSync(json, 'utf8')) as { readonly municipalities: readonly unknown[] };
        if (written.municipalities.length !== 1_741) throw new Error('benchTable: not everybody was scored');
        return undefined;
      },
    };
    const other = (name: string, [room, way]: OtherReader, found: Program['found']): Program => ({
      name,
      command: 'node',
      words: [
        '--input-type=module',
        '-e',
        `import { ${way} } from './test/bench/${room}.mjs'; console.log(await ${way}(process.argv[1]))`,
        file,
      ],
      found,
    });
    const asMany: Program['found'] = (printed) => {
      if (Number(printed) !== cells)
        throw new Error(`benchTable: another reader found ${printed} cells, we ${String(cells)}`);
      return undefined;
    };
    comparePrograms([command], 1);
    const costs = comparePrograms(
      [
        command,
        other('hucre readXlsx, bare', ['bareReaders', 'cellsOfHucre'], asMany),
        ...(nativeReaderIsThere()
          ? [other('SheetKit getRows, bare, Rust', ['nativeReader', 'cellsInFile'], asMany)]
          : []),
        other('inflate, and one look at each byte', ['bareReaders', 'lookAtBytes'], () => undefined),
      ],
      rounds,
    );
    printCosts(`Table: 1,798 × 1,563, ${(cells / 1e6).toFixed(2)} M cells filled, as Excel writes it`, costs);
    const [whole = NaN, hucre = NaN] = costs.map(({ cpuMs }) => cpuMs);
    const limit = costs.at(-1)?.cpuMs ?? NaN;
    most(1, 'the whole command with JSON ÷ the bare read of hucre', whole / hucre);
    most(10, 'the same ÷ (inflate and one look at each byte)', whole / limit);
    const peak = costs[0]?.peakMb ?? NaN;
    judge('at most 500 MB for the whole command', `${peak.toFixed(0)} MB`, peak <= 500);
    const timings = await readingAlone(file);
    most(2.5, 'reading alone ÷ (inflate and one look at each byte)', (timings[0] ?? NaN) / (timings[1] ?? NaN));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const most = (goal: number, what: string, ratio: number): void => {
  judge(`${what} at most ${goal}`, `×${ratio.toFixed(2)}`, ratio <= goal);
};

/** Medians of our reading as the command reads, and of its limit, in one warm process. */
const readingAlone = async (file: string): Promise<readonly number[]> => {
  const timings = await compare(
    [
      {
        name: 'ours: read alone, the columns looked at',
        work: async () => {
          const bytes = readFileSync(file);
          const read = await readWanted((wanted) => readWorkbookFile(bytes, '全国集計.xlsx', { wanted }), undefined);
          if (!read.ok) throw new Error(JSON.stringify(read.problems));
          return undefined;
        },
      },
      {
        name: 'inflate, and one look at each byte',
        work: () => {
          lookAtBytes(file);
          return undefined;
        },
      },
    ],
    rounds,
    { warmUp: 2 },
  );
  printTimings('Reading the table alone, in one process', timings);
  return timings.map(({ medianMs }) => medianMs);
};

/** How many cells hold something; throws where hucre reads another cell than we, or we another one with fewer columns. */
const cellsReadAlike = async (bytes: Uint8Array): Promise<number> => {
  const theirs = (await readXlsx(bytes)).sheets[0]?.rows ?? [];
  const whole = await gridOf(bytes);
  const wanted = await gridOf(bytes, true);
  let cells = 0;
  for (const [at, row] of theirs.entries())
    for (const [column, value = null] of row.entries()) {
      const [ours = null, narrow = null] = [whole[at]?.[column], wanted[at]?.[column]];
      if (ours !== value || (narrow !== null && narrow !== value))
        throw new Error(
          `benchTable: cell ${at},${column} is ${String(value)}, ours ${String(ours)}, ${String(narrow)}`,
        );
      if (value !== null) cells += 1;
    }
  return cells;
};

const gridOf = async (bytes: Uint8Array, narrowed = false): Promise<readonly (readonly CellValue[])[]> => {
  const read = (wanted?: ColumnChooser) => readWorkbookFile(bytes, '全国集計.xlsx', { wanted });
  const content = await (narrowed ? readWanted(read, undefined) : read());
  if (!content.ok) throw new Error(JSON.stringify(content.problems));
  return content.value.sheets[0]?.grid ?? [];
};
