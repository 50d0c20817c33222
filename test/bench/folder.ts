import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerState } from '../../src/answers';
import { answerForm } from '../../src/report';
import { criterionIndexOf } from '../../src/schemes';
import { writeWorkbookFile } from '../../src/workbook/file';
import { syntheticNation } from '../fixtures/syntheticNation';
import { comparePrograms, printCosts, type Program } from './children';
import { excelXlsx } from './excelXlsx';
import { judge } from './goals';

/** Folders of answer forms of an invented nation: 40 with its table and without, 200, and all 1,741. */
export const benchFolder = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'folder-bench-'));
  try {
    const nation = syntheticNation({ year: 'R8', answers: true, heads: 'official' });
    const table = join(folder, '全国集計.xlsx');
    writeFileSync(table, excelXlsx(nation.sheet));
    const sizes = [40, 200, nation.places.length] as const;
    await writeForms(folder, nation, sizes);
    const of = (count: number, more: readonly string[] = []): Program => {
      const [json, out] = [join(folder, 'results.json'), join(folder, 'results.xlsx')];
      return {
        name: `folder of ${count}${more.length === 0 ? '' : ', with the national table'}`,
        command: 'node',
        words: ['src/cli/launch.mjs', 'score', join(folder, String(count)), '--json', json, '--out', out, ...more],
        found: () => pointsIn(json, count),
      };
    };
    const [few, some, all] = sizes;
    comparePrograms([of(few)], 1);
    const few40 = comparePrograms([of(few, ['--national', table]), of(few)], 5);
    printCosts('Folder of 40, the table once', few40);
    const ratio = (few40[0]?.cpuMs ?? NaN) / (few40[1]?.cpuMs ?? NaN);
    judge('a folder of 40 with the table ÷ without at most 1.5', `×${ratio.toFixed(2)}`, ratio <= 1.5);
    printCosts('Folder of 200', comparePrograms([of(some)], 3));
    const whole = comparePrograms([of(all)], 1);
    printCosts('Folder of the whole nation', whole);
    const [seconds, peak] = [(whole[0]?.cpuMs ?? NaN) / 1000, whole[0]?.peakMb ?? NaN];
    judge(`a folder of ${all} in under 60 s of CPU`, `${seconds.toFixed(1)} s`, seconds < 60);
    judge(`a folder of ${all} in under 600 MB`, `${peak.toFixed(0)} MB`, peak < 600);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** A form for each of the first so many places, in folders named after how many they hold. */
const writeForms = async (
  folder: string,
  { scheme, states, places }: ReturnType<typeof syntheticNation>,
  sizes: readonly number[],
): Promise<void> => {
  const { all } = criterionIndexOf(scheme);
  const indexOf = new Map(all.map(({ criterion }, index) => [criterion.id, index]));
  for (const size of sizes) mkdirSync(join(folder, String(size)));
  for (const [row, { name, prefecture }] of places.entries()) {
    const answers = (id: string): '○' | '×' =>
      states[row * all.length + (indexOf.get(id) ?? NaN)] === answerState.met ? '○' : '×';
    const bytes = await writeWorkbookFile([answerForm(scheme, { municipality: name, prefecture, answers })]);
    for (const size of sizes)
      if (row < size) writeFileSync(join(folder, String(size), `${String(row).padStart(4, '0')}-${name}.xlsx`), bytes);
  }
};

/** Everybody's total: the table beside the forms adds ranks and changes no points. */
const pointsIn = (json: string, count: number): string => {
  const { municipalities } = JSON.parse(readFileSync(json, 'utf8')) as {
    readonly municipalities: readonly { readonly points: { readonly total: number } }[];
  };
  if (municipalities.length !== count) throw new Error(`benchFolder: ${municipalities.length} of ${count} were scored`);
  return municipalities.map(({ points }) => points.total).join(' ');
};
