import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';

/** True when a program can be started here; a test that needs it says loudly when not. */
export const hasProgram = (program: string): boolean => {
  try {
    execFileSync('which', [program], { stdio: 'ignore' });
    return true;
  } catch {
    console.warn(`skipped: no ${program} on this machine`);
    return false;
  }
};

/** Converts with LibreOffice, in a profile of its own; `target` as its command line wants it: `xlsx`, `csv:…`. */
export const convert = (bytes: Uint8Array | string, from: string, target: string): Uint8Array => {
  const folder = mkdtempSync(join(tmpdir(), 'incentive-'));
  try {
    writeFileSync(join(folder, `book.${from}`), bytes);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const out = join(folder, 'out');
    execFileSync(
      'soffice',
      ['--headless', profile, '--convert-to', target, '--outdir', out, join(folder, `book.${from}`)],
      { stdio: 'ignore', timeout: 90_000 },
    );
    return new Uint8Array(readFileSync(join(out, `book.${target.replace(/:.*$/, '')}`)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const schema = join(__dirname, '../../../../shared/xsd/ooxml/sml.xsd');

export const hasSchema = (): boolean => {
  if (existsSync(schema)) return true;
  console.warn('skipped: no ../shared');
  return false;
};

/** What xmllint says about a part; empty when it is valid. */
export const schemaErrors = (bytes: Uint8Array, part: string): string => {
  const xml = unzipSync(bytes)[part];
  if (xml === undefined) return `no ${part}`;
  const folder = mkdtempSync(join(tmpdir(), 'incentive-'));
  try {
    writeFileSync(join(folder, 'part.xml'), xml);
    execFileSync('xmllint', ['--noout', '--nonet', '--schema', schema, join(folder, 'part.xml')], { stdio: 'pipe' });
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
