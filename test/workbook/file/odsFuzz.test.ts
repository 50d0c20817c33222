import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { JSDOM } from 'jsdom';
import { readWorkbookFile } from '../../../src/workbook/file';
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

const snippets = ['<', '>', '"', '&', '</', '/>', '<table:table-row>', '</table:table-cell>', ' a="1"', ']]>', '-1', '\u0001', 'é', '']; // prettier-ignore

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
    const place = head + Math.floor(roll() * (content.length - head));
    const snippet = snippets[Math.floor(roll() * snippets.length)] ?? '';
    const mutant = content.slice(0, place) + snippet + content.slice(place + Math.floor(roll() * 8));
    const result = await readWorkbookFile(zipOf({ ...base, 'content.xml': mutant }, 0), 'a.ods');
    if (!result.ok) {
      expect(result.problems[0]?.code).toMatch(/^E-1\d\d$/);
      counts.refused += 1;
    } else {
      expect([mutant.slice(place - 40, place + 40), wellFormed(mutant)]).toEqual([expect.anything(), true]);
      counts.read += 1;
    }
  }
  expect(Math.min(counts.read, counts.refused)).toBeGreaterThan(20);
});

test('bytes of content.xml, styles.xml and settings.xml changed at random never break the program', async () => {
  const roll = seededRandom(7);
  for (let round = 0; round < 300; round += 1) {
    const part = ['content.xml', 'styles.xml', 'settings.xml'][round % 3] ?? '';
    const bytes = (base[part] ?? new Uint8Array()).slice();
    for (let count = 0; count <= round % 4; count += 1) {
      bytes[Math.floor(roll() * bytes.length)] = Math.floor(roll() * 256);
    }
    const result = await readWorkbookFile(zipOf({ ...base, [part]: bytes }, 0), 'a.ods');
    if (!result.ok) expect(result.problems[0]?.code).toMatch(/^E-1\d\d$/);
  }
});
