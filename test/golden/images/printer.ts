import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fontName } from '../../../src/workbook';
import { absenceOf } from '../../builders/withProgram';

/** What the pictures were made with. */
interface Printer {
  readonly libreOffice: string;
  readonly poppler: string;
  /** Faces that stand in for 「BIZ UDゴシック」. */
  readonly fonts: readonly string[];
}

const file = join(__dirname, 'printer.json');
const said = (program: string, ...args: readonly string[]): string => {
  const { stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  return `${stdout}${stderr}`;
};

const here = (): Printer => ({
  libreOffice: /LibreOffice (\S+)/.exec(said('soffice', '--version'))?.[1] ?? '',
  poppler: /version (\S+)/.exec(said('pdftoppm', '-v'))?.[1] ?? '',
  fonts: ['', ':lang=ja'].map((language) => said('fc-match', '-f', '%{family[0]}', `${fontName}${language}`)),
});

/**
 * Why no page can be compared here; undefined when it can. Another program or face moves whole lines of text, which is no
 * fault of ours: what is compared must be printed by what the pictures were made with.
 */
export const whyNotHere = (updating: boolean): string | undefined => {
  const absent = absenceOf('soffice', 'pdftoppm', 'fc-match');
  if (absent !== undefined || updating) return absent;
  const recorded: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const [then, now] = [JSON.stringify(recorded), JSON.stringify(here())];
  return then === now ? undefined : `the pictures were made with ${then}, here are ${now}`;
};

/** Remembers this printer beside the pictures, laid out as prettier would. */
export const rememberPrinter = (): void => {
  const { libreOffice, poppler, fonts: faces } = here();
  const listed = faces.map((face) => JSON.stringify(face)).join(', ');
  const lines = [`"libreOffice": "${libreOffice}"`, `"poppler": "${poppler}"`, `"fonts": [${listed}]`];
  writeFileSync(file, `{\n${lines.map((line) => `  ${line}`).join(',\n')}\n}\n`);
};
