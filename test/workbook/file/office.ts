import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { JSDOM } from 'jsdom';
import { grammarFaults, grammarOf } from '../../builders/grammar';

/** Converts with LibreOffice, in a profile of its own; `target` as its command line wants it: `xlsx`, `csv:…`. */
export const convert = (bytes: Uint8Array | string, from: string, target: string): Uint8Array => {
  const [converted] = convertAll([bytes], from, target);
  if (converted === undefined) throw new Error('convert: nothing came back');
  return converted;
};

export interface Conversion {
  /** Makes LibreOffice work out every formula anew; otherwise it believes the values stored beside them. */
  readonly calculated?: true;
  /** How LibreOffice is to read the files, in the words of its `--infilter`; otherwise it finds out. */
  readonly readAs?: string;
}

/** Many files in one start of LibreOffice, which takes longer than any of them; the results are in the same order. */
export const convertAll = (
  files: readonly (Uint8Array | string)[],
  from: string,
  target: string,
  { calculated, readAs }: Conversion = {},
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
    const reading = readAs === undefined ? [] : [`--infilter=${readAs}`];
    execFileSync('soffice', ['--headless', profile, ...reading, '--convert-to', target, '--outdir', out, ...paths], {
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

const ooxml = grammarOf('ooxml.grammar');

/** What is wrong with a part, by the description of the format in `test/fixtures/formats`; empty when it is valid. */
export const formatFaults = (bytes: Uint8Array, part: string): readonly string[] => {
  const xml = unzipSync(bytes)[part];
  return xml === undefined ? [`no ${part}`] : grammarFaults(ooxml, strFromU8(xml));
};

/** How many dots of the pages, printed by LibreOffice, have a colour (RRGGBB). */
export const printedDots = (bytes: Uint8Array, colors: readonly string[]): readonly number[] => {
  const folder = mkdtempSync(join(tmpdir(), 'incentive-'));
  try {
    writeFileSync(join(folder, 'book.pdf'), convert(bytes, 'xlsx', 'pdf'));
    execFileSync('pdftoppm', ['-r', '50', join(folder, 'book.pdf'), join(folder, 'page')], { stdio: 'ignore' });
    const counts = new Map(colors.map((color) => [parseInt(color, 16), 0]));
    for (const page of readdirSync(folder).filter((name) => name.endsWith('.ppm'))) {
      const image = readFileSync(join(folder, page));
      // P6, width, height, 255: the dots are the last three bytes each.
      const [head = '', width = '0', height = '0'] =
        /^P6\s(\d+)\s(\d+)\s255\s/.exec(image.toString('latin1', 0, 40)) ?? [];
      for (let dot = 0; dot < Number(width) * Number(height); dot += 1) {
        const color = image.readUIntBE(head.length + dot * 3, 3);
        const count = counts.get(color);
        if (count !== undefined) counts.set(color, count + 1);
      }
    }
    return [...counts.values()];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const { DOMParser } = new JSDOM('').window;

/** The attributes of all elements of that name, read by jsdom: in whatever quotes, order or prefix they are written. */
const attributesOf = (xml: string, name: string): readonly ((wanted: string) => string)[] =>
  [...new DOMParser().parseFromString(xml, 'application/xml').getElementsByTagNameNS('*', name)].map(
    (element) => (wanted: string) => element.getAttribute(wanted) ?? '',
  );

/** What is wrong with a package as a whole: relations that lead nowhere, parts without a type, names said twice. */
export const packageFaults = (bytes: Uint8Array): readonly string[] => {
  const parts = unzipSync(bytes);
  const textOf = (name: string) => new TextDecoder().decode(parts[name]);
  const types = textOf('[Content_Types].xml');
  const said = attributesOf(types, 'Override').map((attribute) => attribute('PartName').slice(1).toLowerCase());
  const kinds = new Set(attributesOf(types, 'Default').map((attribute) => attribute('Extension').toLowerCase()));
  const faults = said
    .filter((name, place) => said.indexOf(name) !== place)
    .map((name) => `twice in the types: ${name}`);
  const names = Object.keys(parts).map((name) => name.toLowerCase());
  faults.push(...names.filter((name, place) => names.indexOf(name) !== place).map((name) => `twice: ${name}`));
  for (const name of Object.keys(parts).filter((one) => !one.endsWith('/') && one !== '[Content_Types].xml')) {
    if (!said.includes(name.toLowerCase()) && !kinds.has(name.slice(name.lastIndexOf('.') + 1).toLowerCase()))
      faults.push(`no type: ${name}`);
    if (!name.endsWith('.rels')) continue;
    const owner = posix.join(posix.dirname(posix.dirname(name)), posix.basename(name, '.rels'));
    if (owner !== '.rels' && parts[owner] === undefined) faults.push(`relations of nothing: ${name}`);
    const ids = attributesOf(textOf(name), 'Relationship').map((attribute) => {
      const target = attribute('Target');
      const part = target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(owner), target);
      if (attribute('TargetMode') !== 'External' && parts[part] === undefined) faults.push(`${name} leads to ${part}`);
      return attribute('Id');
    });
    if (new Set(ids).size < ids.length) faults.push(`ids twice: ${name}`);
    const used = [...(owner === '.rels' ? '' : textOf(owner)).matchAll(/\sr:(?:id|embed)\s*=\s*["']([^"']*)["']/g)];
    faults.push(...used.filter(([, id]) => !ids.includes(id ?? '')).map(([, id]) => `${owner} asks for ${id}`));
  }
  return faults;
};
