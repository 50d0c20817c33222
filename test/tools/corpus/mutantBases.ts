import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { chance, damagedBytes, damagedXml } from '../../builders/damage';
import { seededRandom } from '../../fixtures/seededRandom';
import { convertedByLibreOffice } from './libreOffice';
import { savedByOpenpyxl } from './openpyxl';
import type { Book } from './writtenInPlace';

/** One filled form as four programs save it: ours, openpyxl, and LibreOffice as .xlsx and as .ods. */
export const mutantBases = async (sample: string, tools: string): Promise<readonly Book[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'corpus-'));
  try {
    // By a plain name: the mutants' names go to other programs.
    const [ours, openpyxls] = [join(folder, 'ours.xlsx'), join(folder, 'openpyxl.xlsx')];
    writeFileSync(ours, readFileSync(sample));
    await savedByOpenpyxl(tools, ours, openpyxls);
    const offices = await Promise.all(
      (['xlsx', 'ods'] as const).map(async (target) => {
        const [bytes] = await convertedByLibreOffice([ours], target);
        if (bytes === undefined) throw new Error(`mutantBases: no ${target} of LibreOffice`);
        return { name: `LibreOffice.${target}`, bytes };
      }),
    );
    return [
      ...[ours, openpyxls].map((path) => ({
        name: path.slice(folder.length + 1),
        bytes: new Uint8Array(readFileSync(path)),
      })),
      ...offices,
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** The mutant of a number, always the same: one of ten has other bytes, the others have parts whose XML is damaged. */
export const mutantOf = ({ name, bytes }: Book, number: number): Book => {
  const roll = seededRandom(number);
  if (chance(roll, 0.1)) return { name, bytes: damagedBytes(bytes, roll, 1 + Math.floor(roll() * 4)) };
  const parts = unzipSync(bytes);
  const names = Object.keys(parts).filter((part) => /\.(xml|rels)$/.test(part));
  for (let count = 0; count <= number % 3; count += 1) {
    const part = names[Math.floor(roll() * names.length)] ?? '';
    const xml = new TextDecoder().decode(parts[part]);
    parts[part] = new TextEncoder().encode(damagedXml(xml, roll));
  }
  return { name, bytes: zipSync(parts, { level: 0 }) };
};
