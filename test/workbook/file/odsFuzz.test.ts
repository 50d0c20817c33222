import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { JSDOM } from 'jsdom';
import { readWorkbookFile } from '../../../src/workbook/file';
import { damagedBytes, tornXml } from '../../builders/damage';
import { seededRandom } from '../../fixtures/seededRandom';
import { zipOf } from './xlsxBuilder';

/** The first rows of a sheet that LibreOffice wrote, so that a second reader can follow every round. */
const base = ((): Record<string, Uint8Array> => {
  const parts = unzipSync(new Uint8Array(readFileSync(join(__dirname, '../../fixtures/files/group.ods'))));
  const content = strFromU8(parts['content.xml'] ?? new Uint8Array());
  const rows = content.split('<table:table-row ');
  const last = rows.findIndex((_, at) => at > 24) - 1;
  const tail = content.slice(content.indexOf('</table:table-row-group>'));
  const cut = `${rows.slice(0, last).join('<table:table-row ')}${tail}`;
  return { ...parts, 'content.xml': new TextEncoder().encode(cut) };
})();

const wellFormed = (xml: string): boolean => {
  try {
    new JSDOM(xml, { contentType: 'application/xml' });
    return true;
  } catch {
    return false;
  }
};

test('content.xml tampered with is refused by name unless it is well-formed XML', async () => {
  const roll = seededRandom(20_261_126);
  const content = strFromU8(base['content.xml'] ?? new Uint8Array());
  const head = content.indexOf('?>') + 2;
  expect(wellFormed(content)).toBe(true);
  const counts = { read: 0, refused: 0 };
  for (let round = 0; round < 250; round += 1) {
    const mutant = content.slice(0, head) + tornXml(content.slice(head), roll);
    const result = await readWorkbookFile(zipOf({ ...base, 'content.xml': mutant }, 0), 'a.ods');
    if (!result.ok) {
      expect(result.problems[0]?.code).toMatch(/^E-1\d\d$/);
      counts.refused += 1;
    } else {
      expect([round, wellFormed(mutant)]).toEqual([round, true]);
      counts.read += 1;
    }
  }
  expect(Math.min(counts.read, counts.refused)).toBeGreaterThan(20);
});

test('bytes of content.xml, styles.xml and settings.xml changed at random never break the program', async () => {
  const roll = seededRandom(7);
  for (let round = 0; round < 300; round += 1) {
    const part = ['content.xml', 'styles.xml', 'settings.xml'][round % 3] ?? '';
    const bytes = damagedBytes(base[part] ?? new Uint8Array(), roll, 1 + (round % 4));
    const result = await readWorkbookFile(zipOf({ ...base, [part]: bytes }, 0), 'a.ods');
    if (!result.ok) expect(result.problems[0]?.code).toMatch(/^E-1\d\d$/);
  }
});
