import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { registeredMunicipalities } from '../../src/answers';
import { memoryWatch } from '../../src/cli/memory';
import { readScoreOptions } from '../../src/cli/options';
import { scoreCommand } from '../../src/cli/scoreCommand';
import { answerForm } from '../../src/report';
import { writeWorkbookFile } from '../../src/workbook/file';
import { schemeFor } from '../builders/answerSheets';

jest.mock('../../src/cli/memory', () => ({ memoryWatch: jest.fn(() => () => false) }));
const actual = jest.requireActual<{ memoryWatch: typeof memoryWatch }>('../../src/cli/memory');

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
  const answers = [false, true];
  jest.mocked(memoryWatch).mockReturnValueOnce(() => answers.shift() ?? true);
  const { status, text } = await run();
  expect(status).toBe(1);
  expect(text).toContain(
    `E-136 メモリーが足りなくなる前に、読むのを止めました。4件のうち「${names[2]}」からの2件は読んでいません`,
  );
  expect(text).toContain('そこまでに読んだ2件だけを採点しています');
  expect(readdirSync(join(at, 'out'))).toHaveLength(1);
});

test('memory runs short by what the run keeps, not by garbage, nor by what others had taken before', () => {
  const memory = (...shares: readonly number[]) => {
    const left = [...shares];
    const collectGarbage = jest.fn();
    const runsShort = actual.memoryWatch({ used: () => left.shift() ?? 0, collectGarbage });
    return { short: runsShort(), collectGarbage };
  };
  const low = memory(0, 0.1);
  expect([low.short, low.collectGarbage.mock.calls.length]).toEqual([false, 0]);
  expect(memory(0, 0.6, 0.05).short).toBe(false);
  expect(memory(0, 0.6, 0.4).short).toBe(true);
  expect(memory(0.5, 0.58).short).toBe(false);
  expect(memory(0.5, 0.62, 0.62).short).toBe(true);
  expect(actual.memoryWatch()()).toBe(false);
});
