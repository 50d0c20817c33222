import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fontName } from '../../../src/workbook';

/** What the pictures were made with. */
interface Printer {
  readonly libreOffice: string;
  readonly poppler: string;
  /** Faces that stand in for 「BIZ UDゴシック」. */
  readonly fonts: readonly string[];
}

const file = join(__dirname, 'printer.json');
const fonts = ['DejaVu Sans', 'Noto Sans CJK JP'];

const said = (program: string, ...args: readonly string[]): string => {
  const { stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  return `${stdout}${stderr}`;
};

const here = (): Printer => ({
  libreOffice: /LibreOffice (\S+)/.exec(said('soffice', '--version'))?.[1] ?? '',
  poppler: /version (\S+)/.exec(said('pdftoppm', '-v'))?.[1] ?? '',
  fonts,
});

/** Why no page can be compared here; undefined when it can. With other faces every line of text is another. */
export const whyNotHere = (): string | undefined => {
  const absent = ['soffice', 'pdftoppm', 'fc-list'].filter((tool) => spawnSync('which', [tool]).status !== 0);
  if (absent.length > 0) return `no ${absent.join(', ')}`;
  const families = said('fc-list', ':', 'family')
    .split(/[,\n]/)
    .map((name) => name.trim());
  const missing = fonts.filter((font) => !families.includes(font));
  if (missing.length > 0) return `no font ${missing.join(', ')}`;
  return families.includes(fontName) ? `the pictures were made without the font ${fontName}` : undefined;
};

/** Remembers this printer beside the pictures, laid out as prettier would. */
export const rememberPrinter = (): void => {
  const { libreOffice, poppler, fonts: faces } = here();
  const listed = faces.map((face) => JSON.stringify(face)).join(', ');
  const lines = [`"libreOffice": "${libreOffice}"`, `"poppler": "${poppler}"`, `"fonts": [${listed}]`];
  writeFileSync(file, `{\n${lines.map((line) => `  ${line}`).join(',\n')}\n}\n`);
};

/** Says so when the pictures come from other versions; they are compared all the same. */
export const warnOfOtherPrinter = (): void => {
  const recorded: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const [then, now] = [JSON.stringify(recorded), JSON.stringify(here())];
  if (then !== now) console.warn(`the pictures were made with ${then} and are compared with ${now}`);
};
