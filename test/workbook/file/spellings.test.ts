import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { readWorkbookFile, refreshWorkbookFile, writeWorkbookFile } from '../../../src/workbook/file';
import { flatBook } from '../../builders/libreOfficeBook';
import { testWith } from '../../builders/withProgram';
import { chartModel, fullModel, listModel } from '../models';
import { convert, formatFaults, packageFaults } from './office';
import { zipOf } from './xlsxBuilder';

type Respelling = (xml: string, part: string) => string;

const eachTag = (xml: string, change: (name: string, attributes: readonly string[], end: string) => string): string =>
  xml.replace(/<([\w:.-]+)((?:\s+[\w:.-]+="[^"]*")*)\s*(\/?>)/g, (_, name: string, written: string, end: string) =>
    change(name, written.match(/[\w:.-]+="[^"]*"/g) ?? [], end),
  );

const tag = (name: string, attributes: readonly string[], end: string): string =>
  `<${[name, ...attributes].join(' ')}${end}`;

const ends = '</sheets></styleSheet></Relationships></Types></definedNames></sheetData></cellXfs>';

/** The same document in other letters: whatever a program may write, an editor has to bear. */
const respellings: Readonly<Record<string, Respelling>> = {
  'single quotes': (xml) =>
    eachTag(xml, (name, attributes, end) => tag(name, attributes.map((one) => (one.includes("'") ? one : one.replace(/"/g, "'"))), end)), // prettier-ignore
  'line ends between attributes': (xml) =>
    eachTag(xml, (name, attributes, end) => `<${[name, ...attributes].join('\r\n\t')}\n${end}`),
  'attributes the other way round': (xml) =>
    eachTag(xml, (name, attributes, end) => tag(name, attributes.toReversed(), end)),
  'two tags for one': (xml) =>
    eachTag(xml, (name, attributes, end) =>
      end === '/>' ? `${tag(name, attributes, '>')}</${name}>` : tag(name, attributes, end),
    ),
  'one tag for two': (xml) => xml.replace(/<([\w:.-]+)((?:\s+[\w:.-]+="[^"]*")*)\s*><\/\1>/g, '<$1$2 />'),
  'comments everywhere': (xml) =>
    `${eachTag(xml, (name, attributes, end) => `<!-- ${ends} -->${tag(name, attributes, end)}`).replace(/^(<!--[^>]*-->)?/, '')}<!-- ${ends} --><?odd ${ends}?>\n`.replace(
      /(<(?:t|v|f)(?: [^>]*)?>)/g,
      '$1',
    ),
  prefixes: (xml, part) => {
    const space = / xmlns="[^"]*"/.exec(xml)?.[0];
    if (space === undefined || !/(workbook|styles|sheet\d+)\.xml$|\.rels$|Content_Types/.test(part)) return xml;
    return xml
      .replace(space, space.replace('xmlns=', 'xmlns:x='))
      .replace(/<(\/?)([A-Za-z][\w.-]*)(?=[\s/>])/g, '<$1x:$2');
  },
  'empty lists': (xml, part) =>
    part.endsWith('styles.xml') && !xml.includes('numFmts')
      ? xml.replace(/(<styleSheet[^>]*>)/, '$1<numFmts count="0"/>')
      : part.endsWith('workbook.xml') && !xml.includes('definedNames')
        ? xml.replace('</sheets>', '</sheets><definedNames/>')
        : xml,
  'no declaration': (xml) => xml.replace(/^<\?xml[^>]*\?>\s*/, ''),
  'numbers for letters': (xml) => xml.replace(/(?<=<\w[^<]*)="([^"&]*)"/g, (whole, value: string) => (value.includes('http') ? whole : `="${value.replace(/[a-z]/, (letter) => `&#x${letter.charCodeAt(0).toString(16)};`)}"`)), // prettier-ignore
};

const edited =
  /^(\[Content_Types\]\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/(workbook|styles)\.xml|xl\/worksheets\/[^/]*\.xml)$/;

const respelled = (base: Uint8Array, names: readonly string[]): Uint8Array =>
  zipOf(
    Object.fromEntries(
      Object.entries(unzipSync(base)).map(([part, bytes]) => [
        part,
        edited.test(part)
          ? names.reduce((xml, name) => respellings[name]?.(xml, part) ?? xml, strFromU8(bytes).replace(/^\uFEFF/, ''))
          : bytes,
      ]),
    ),
    0,
  );

const gridsOf = async (bytes: Uint8Array) => {
  const read = await readWorkbookFile(bytes, 'a.xlsx');
  return read.ok ? new Map(read.value.sheets.map(({ name, grid }) => [name, grid])) : read.problems;
};

const models = [fullModel, { ...listModel, name: '一覧表', marker: 'other' }, chartModel];
const changedModels = models.map((model) => ({
  ...model,
  rows: model.rows.map((row, at) => row.map((cell) => (at === 1 && cell.value !== null ? { ...cell, value: `変更${String(cell.value)}` } : cell))),
})); // prettier-ignore

const writtenSoundly = async (base: Uint8Array, names: readonly string[]): Promise<'written' | 'refused'> => {
  const before = respelled(base, names);
  const once = await refreshWorkbookFile(before, 'a.xlsx', models);
  if (!once.ok) {
    expect([names, once.problems[0]?.code]).toEqual([names, expect.stringMatching(/^E-1\d\d$/)]);
    return 'refused';
  }
  // Our own sheets too may be respelled by who saves the workbook, before we write into them again.
  const saved = respelled(once.value.bytes, names);
  const twice = await refreshWorkbookFile(saved, 'a.xlsx', changedModels);
  if (!twice.ok) throw new Error(`${names.join()}: ${JSON.stringify(twice.problems)}`);
  for (const [then, now] of [
    [before, once.value.bytes],
    [saved, twice.value.bytes],
  ] as const) {
    const known = packageFaults(then);
    expect([names, packageFaults(now).filter((fault) => !known.includes(fault))]).toEqual([names, []]);
    const [old, grids] = [await gridsOf(then), await gridsOf(now)];
    if (!(old instanceof Map) || !(grids instanceof Map)) throw new Error(JSON.stringify([old, grids]));
    for (const [sheet, grid] of old) {
      if (!models.some(({ name }) => sheet.startsWith(name))) expect([names, sheet, grids.get(sheet)]).toEqual([names, sheet, grid]); // prettier-ignore
    }
  }
  for (const part of ['xl/workbook.xml', 'xl/styles.xml']) {
    const known = formatFaults(before, part);
    expect([names, part, formatFaults(twice.value.bytes, part).filter((fault) => !known.includes(fault))]).toEqual([names, part, []]); // prettier-ignore
  }
  const thrice = await refreshWorkbookFile(twice.value.bytes, 'a.xlsx', changedModels);
  expect([names, thrice.ok && thrice.value.bytes === twice.value.bytes]).toEqual([names, true]);
  return 'written';
};

const bases: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  hucre: async () => writeWorkbookFile([{ ...fullModel, name: '回答', marker: 'x' }, listModel]),
  openpyxl: () => Promise.resolve(new Uint8Array(readFileSync(join(__dirname, '../../fixtures/files/inplace-table-name-taken.xlsx')))), // prettier-ignore
};

test.each(Object.keys(bases).flatMap((base) => Object.keys(respellings).map((name) => [base, name] as const)))(
  'a workbook of %s with %s is written soundly',
  async (base, name) => {
    expect(await writtenSoundly(await bases[base]!(), [name])).toBe('written');
  },
);

test.each(Object.keys(bases))('spellings of chance, several at once, never spoil a workbook of %s', async (base) => {
  const bytes = await bases[base]!();
  const chosen = fc.sample(fc.shuffledSubarray(Object.keys(respellings), { minLength: 2, maxLength: 6 }), { seed: 1, numRuns: 8 }); // prettier-ignore
  const outcomes = [];
  for (const names of chosen) outcomes.push(await writtenSoundly(bytes, names));
  expect(outcomes.filter((outcome) => outcome === 'written').length).toBeGreaterThan(5);
});

testWith('soffice')('nor one of LibreOffice', async () => {
  const bytes = convert(flatBook({ sheets: [{ name: '検算', features: ['merged', 'formula', 'name', 'chart'], rows: 4 }] }), 'fods', 'xlsx'); // prettier-ignore
  for (const name of Object.keys(respellings)) expect([name, await writtenSoundly(bytes, [name])]).toEqual([name, 'written']); // prettier-ignore
});
