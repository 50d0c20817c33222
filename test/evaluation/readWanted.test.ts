import { nationalColumns, readNationalTable } from '../../src/answers';
import { evaluate, readWanted } from '../../src/evaluation';
import { finished } from '../../src/kernel';
import { ok } from '../../src/problems';
import { resultsJson } from '../../src/report';
import {
  headRows,
  plainSheet,
  plainWorkbook,
  type ColumnChooser,
  type SheetContent,
  type WorkbookContent,
} from '../../src/workbook';
import { readWorkbookFile } from '../../src/workbook/file';
import { answerForm } from '../builders/answerSheets';
import { syntheticNation, type SyntheticOptions } from '../fixtures/syntheticNation';
import { syntheticNationFile } from '../fixtures/syntheticNationFile';

// A national table is read without the columns nobody looks at; whatever comes out is the same byte for byte.

const opened = async (bytes: Uint8Array, wanted?: ColumnChooser): Promise<WorkbookContent> => {
  const read = await readWorkbookFile(bytes, '全国集計.xlsx', { wanted });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
};

const cellsIn = ({ sheets }: WorkbookContent): number =>
  sheets.reduce(
    (sum, { grid }) => sum + grid.reduce((cells, row) => cells + row.filter((cell) => cell !== null).length, 0),
    0,
  );

test.each<SyntheticOptions>([
  { year: 'R8', answers: true, width: 1563, heads: 'official' },
  { year: 'R7', answers: true, cells: 'circles' },
  { year: 'R6', answers: true, merges: false },
])('$year: the table that is read is the same, of fewer cells', async (options) => {
  const bytes = syntheticNationFile(options);
  const [full, sparing] = [await opened(bytes), await opened(bytes, nationalColumns())];
  expect(cellsIn(sparing)).toBeLessThan(cellsIn(full));
  const [table, sparingTable] = [readNationalTable(full), readNationalTable(sparing)];
  expect(table.ok).toBe(true);
  expect(sparingTable).toEqual(table);
});

test('the results of a whole nation are the same', async () => {
  const bytes = syntheticNationFile({ year: 'R7', answers: true });
  const jsonOf = (content: WorkbookContent): string => {
    const results = evaluate(content, { fileName: '全国集計.xlsx' });
    return JSON.stringify(results.ok ? resultsJson(results.value) : results);
  };
  const sparing = await readWanted(async (wanted) => ok(await opened(bytes, wanted)), undefined);
  expect(jsonOf(sparing.ok ? sparing.value : plainWorkbook())).toBe(jsonOf(await opened(bytes)));
});

describe('everything is read', () => {
  const answers = answerForm({ year: 'R7', municipality: '北塩原村', mark: () => '○' });
  const { sheet } = syntheticNation({ year: 'R7', answers: true });
  /** How often the workbook is read, and whether the last time was in full. */
  const readings = async (...sheets: readonly SheetContent[]): Promise<readonly boolean[]> => {
    const asked: boolean[] = [];
    await readWanted((wanted) => {
      asked.push(wanted !== undefined);
      const read = sheets.map((one): SheetContent => {
        const columns = wanted && finished(wanted({ ...one, grid: one.grid.slice(0, headRows) }));
        return columns === undefined ? one : { ...one, narrowed: true };
      });
      return Promise.resolve(ok(plainWorkbook(...read)));
    }, undefined);
    return asked;
  };

  test('not where the table stands alone', async () => {
    expect(await readings(sheet)).toEqual([true]);
  });

  test('where two sheets are built like it, or another has answers', async () => {
    expect(await readings(sheet, { ...sheet, name: '写し' })).toEqual([true, false]);
    expect(await readings(sheet, plainSheet('回答', answers))).toEqual([true, false]);
  });

  test('where the points of the columns do not stand in the head', () => {
    const points = sheet.grid.findIndex((row) => row.some((cell) => cell === '配点'));
    expect(points).toBeGreaterThan(0);
    const without = sheet.grid.slice(0, 48).map((row, at) => (at === points ? [] : row));
    expect(finished(nationalColumns()({ ...sheet, grid: without }))).toBeUndefined();
    expect(finished(nationalColumns()({ ...sheet, grid: sheet.grid.slice(0, 48) }))?.size).toBeGreaterThan(260);
  });
});
