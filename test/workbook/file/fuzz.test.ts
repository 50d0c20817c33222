import { readWorkbookFile, refreshWorkbookFile, writeWorkbookFile } from '../../../src/workbook/file';
import { fullModel, listModel, modelOf } from '../models';
import { xlsxParts, zipOf } from './xlsxBuilder';
import { unzipSync } from 'fflate';

/** A small generator with a fixed seed, so that a failure can be repeated. */
const dice = (seed: number) => () => {
  seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
  return seed / 0x7fffffff;
};

const snippets = [
  '<',
  '>',
  '"',
  '&',
  '</',
  '/>',
  '<c',
  'r="A1"',
  't="s"',
  '999999999',
  '-1',
  '\0',
  'é',
  '<row',
  '<v>',
  '',
];

const mutateText = (text: string, roll: () => number): string => {
  const place = Math.floor(roll() * text.length);
  const cut = Math.floor(roll() * 12);
  return text.slice(0, place) + snippets[Math.floor(roll() * snippets.length)]! + text.slice(place + cut);
};

test('a workbook whose XML was tampered with is read or refused by name, and never breaks the program', async () => {
  const good = unzipSync(await writeWorkbookFile([fullModel, listModel]));
  const byHand = xlsxParts();
  const roll = dice(20_260_815);
  let read = 0;
  for (let round = 0; round < 600; round += 1) {
    const parts: Record<string, string | Uint8Array> = { ...(round % 2 === 0 ? good : byHand) };
    const names = Object.keys(parts).filter((name) => /\.(xml|rels)$/.test(name));
    for (let count = 0; count <= round % 4; count += 1) {
      const name = names[Math.floor(roll() * names.length)]!;
      const part = parts[name]!;
      parts[name] = mutateText(typeof part === 'string' ? part : new TextDecoder().decode(part), roll);
    }
    const bytes = zipOf(parts, 0);
    const result = await readWorkbookFile(bytes, 'a.xlsx');
    if (result.ok) read += 1;
    else expect(result.problems[0]?.code).toMatch(/^E-1\d\d$/);
    const refreshed = await refreshWorkbookFile(bytes, 'a.xlsx', [modelOf([['a', 1]])]);
    if (!refreshed.ok) expect(refreshed.problems[0]?.code).toMatch(/^E-1\d\d$/);
  }
  expect(read).toBeGreaterThan(50);
});

test('a workbook whose bytes were tampered with is read or refused by name', async () => {
  const good = await writeWorkbookFile([fullModel, listModel]);
  const roll = dice(7);
  for (let round = 0; round < 600; round += 1) {
    const bytes = good.slice();
    for (let count = 0; count < 1 + (round % 5); count += 1) {
      bytes[Math.floor(roll() * bytes.length)] = Math.floor(roll() * 256);
    }
    const result = await readWorkbookFile(bytes, 'a.xlsx');
    if (!result.ok) expect(result.problems[0]?.code).toMatch(/^E-1\d\d$/);
  }
});
