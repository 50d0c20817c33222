import { unzipSync } from 'fflate';
import { readWorkbookFile, refreshWorkbookFile, writeWorkbookFile } from '../../../src/workbook/file';
import { damagedBytes, damagedXml } from '../../builders/damage';
import { seededRandom } from '../../fixtures/seededRandom';
import { fullModel, listModel, modelOf } from '../models';
import { xlsxParts, zipOf } from './xlsxBuilder';

test('a workbook whose XML was tampered with is read or refused by name, and never breaks the program', async () => {
  const good = unzipSync(await writeWorkbookFile([fullModel, listModel]));
  const byHand = xlsxParts();
  const roll = seededRandom(20_260_815);
  let read = 0;
  for (let round = 0; round < 600; round += 1) {
    const parts: Record<string, string | Uint8Array> = { ...(round % 2 === 0 ? good : byHand) };
    const names = Object.keys(parts).filter((name) => /\.(xml|rels)$/.test(name));
    for (let count = 0; count <= round % 4; count += 1) {
      const name = names[Math.floor(roll() * names.length)]!;
      const part = parts[name]!;
      parts[name] = damagedXml(typeof part === 'string' ? part : new TextDecoder().decode(part), roll);
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
  const roll = seededRandom(7);
  for (let round = 0; round < 600; round += 1) {
    const result = await readWorkbookFile(damagedBytes(good, roll, 1 + (round % 5)), 'a.xlsx');
    if (!result.ok) expect(result.problems[0]?.code).toMatch(/^E-1\d\d$/);
  }
});
