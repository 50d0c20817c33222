import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';

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
  const [converted] = convertAll([bytes], from, target);
  if (converted === undefined) throw new Error('convert: nothing came back');
  return converted;
};

/** `calculated` makes LibreOffice work out every formula anew; otherwise it believes the values stored beside them. */
export interface Conversion {
  readonly calculated?: true;
}

/** Many files in one start of LibreOffice, which takes longer than any of them; the results are in the same order. */
export const convertAll = (
  files: readonly (Uint8Array | string)[],
  from: string,
  target: string,
  { calculated }: Conversion = {},
): readonly Uint8Array[] => {
  const folder = mkdtempSync(join(tmpdir(), 'incentive-'));
  try {
    const paths = files.map((_, at) => join(folder, `book${at}.${from}`));
    files.forEach((bytes, at) => {
      writeFileSync(paths[at] ?? '', bytes);
    });
    if (calculated === true) {
      mkdirSync(join(folder, 'profile/user'), { recursive: true });
      writeFileSync(join(folder, 'profile/user/registrymodifications.xcu'), alwaysCalculate);
    }
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const out = join(folder, 'out');
    execFileSync('soffice', ['--headless', profile, '--convert-to', target, '--outdir', out, ...paths], {
      stdio: 'ignore',
      timeout: 60_000 + 10_000 * files.length,
    });
    const extension = target.replace(/:.*$/, '');
    return files.map((_, at) => new Uint8Array(readFileSync(join(out, `book${at}.${extension}`))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** OOXMLRecalcMode 0 = always; out of the box LibreOffice trusts the stored values of files it did not write. */
const alwaysCalculate = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`;

const schema = join(__dirname, '../../../../shared/xsd/ooxml/sml.xsd');

export const hasSchema = (): boolean => {
  if (existsSync(schema)) return true;
  console.warn('skipped: no ../shared');
  return false;
};

/** What xmllint says about a part; empty when it is valid. The schema knows `xml:space` nowhere, and Excel writes it all the same. */
export const schemaErrors = (bytes: Uint8Array, part: string): string => {
  const xml = unzipSync(bytes)[part];
  if (xml === undefined) return `no ${part}`;
  const folder = mkdtempSync(join(tmpdir(), 'incentive-'));
  try {
    writeFileSync(join(folder, 'part.xml'), strFromU8(xml).replaceAll(' xml:space="preserve"', ''));
    execFileSync('xmllint', ['--noout', '--nonet', '--schema', schema, join(folder, 'part.xml')], { stdio: 'pipe' });
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
