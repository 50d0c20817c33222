import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { registeredMunicipalities } from '../../src/answers';
import { memoryRunsShort } from '../../src/cli/memory';
import { readScoreOptions } from '../../src/cli/options';
import { scoreCommand } from '../../src/cli/scoreCommand';
import { answerForm } from '../../src/report';
import { writeWorkbookFile } from '../../src/workbook/file';
import { schemeFor } from '../builders/answerSheets';

jest.mock('../../src/cli/memory', () => ({ memoryRunsShort: jest.fn(() => false) }));
const actual = jest.requireActual<{ memoryRunsShort: typeof memoryRunsShort }>('../../src/cli/memory');

let at = '';
beforeEach(() => {
  at = mkdtempSync(join(tmpdir(), 'incentive-many-'));
});
afterEach(() => {
  rmSync(at, { recursive: true, force: true });
});

const give = async (count: number): Promise<readonly string[]> => {
  const names: string[] = [];
  for (const [index, { name, prefecture }] of registeredMunicipalities().slice(0, count).entries()) {
    const form = answerForm(schemeFor('R8'), { municipality: name, prefecture, answers: () => '○' });
    names.push(`${index}-${name}.xlsx`);
    writeFileSync(join(at, names[index]!), await writeWorkbookFile([form]));
  }
  return names;
};

const run = async () => {
  const [lines, progress]: [string[], string[]] = [[], []];
  const keep = (text: string): void => void lines.push(text);
  const options = readScoreOptions([at]);
  if (!options.ok) throw new Error();
  const terminal = { print: keep, warn: keep, progress: (text: string) => void progress.push(text) };
  const status = await scoreCommand(options.value, { workingFolder: at, projectFolder: at }, terminal);
  return { status, text: lines.join('\n'), progress };
};

test('each file of a folder is told while it is read', async () => {
  const names = await give(3);
  const { progress } = await run();
  expect(progress.slice(0, 3)).toEqual(names.map((name, index) => `${index + 1}／3 ${name}`));
});

test('before the memory ends, what was read is scored and written, and the rest is named', async () => {
  const names = await give(4);
  jest.mocked(memoryRunsShort).mockReturnValueOnce(false).mockReturnValueOnce(true);
  const { status, text } = await run();
  expect(status).toBe(1);
  expect(text).toContain(
    `E-136 メモリーが足りなくなる前に、読むのを止めました。4 件のうち「${names[2]}」からの 2 件は読んでいません`,
  );
  expect(text).toContain('そこまでに読んだ 2 件だけを採点しています');
  expect(readdirSync(join(at, 'out'))).toHaveLength(1);
});

test('memory runs short by what is kept, not by garbage', () => {
  const memory = (...shares: readonly number[]) => {
    const left = [...shares];
    const collectGarbage = jest.fn();
    return { short: actual.memoryRunsShort({ used: () => left.shift() ?? 0, collectGarbage }), collectGarbage };
  };
  const low = memory(0.1);
  expect([low.short, low.collectGarbage.mock.calls.length]).toEqual([false, 0]);
  expect(memory(0.6, 0.05).short).toBe(false);
  expect(memory(0.6, 0.4).short).toBe(true);
  // How full the memory of a test's own thread is, other tests decide.
  expect(typeof actual.memoryRunsShort()).toBe('boolean');
});
