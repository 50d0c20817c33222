import { execFileSync } from 'node:child_process';
import { unzipSync } from 'fflate';
import { columnName, type SheetContent } from '../../../src/workbook';
import { readWorkbookFile, writeWorkbookFile } from '../../../src/workbook/file';
import { chance, damagedXml, pick } from '../../builders/damage';
import { seededRandom } from '../../fixtures/seededRandom';
import { fullModel, listModel } from '../models';
import { differences, judged, type Difference, type JudgedSheet } from './judge';
import { convert } from './office';
import { xlsxParts, zipOf } from './xlsxBuilder';

// Our reader against hucre, which parses the part to a text and makes an object of each cell: the same cells, or a refusal
// by name. What hucre is known to misread (src/decisions/file-limits.md) is excused cell by cell, by what stands in the file.

type Roll = () => number;

const texts = [
  '○',
  '×',
  '',
  ' 前後 ',
  'a&amp;b',
  '&lt;c r="A1"&gt;',
  '_x000D_x',
  '_x005F_x0041_',
  '1行\n2行',
  '&#x1F600;',
  '髙﨑',
  '\uFEFFmark',
  '"',
];
const numbers = [
  '0',
  '-0',
  '1',
  '42',
  '3.14',
  '0.1',
  '1E-7',
  '1.5e3',
  '123456789012345678',
  '45000',
  '60',
  '59.5',
  '-1',
  '1e999',
  '.5',
  '5.',
];
const errors = ['#N/A', '#REF!', '#DIV/0!'];

const cellXml = (roll: Roll, shared: number): string => {
  const v = (text: string): string => `<v>${text}</v>`;
  const formula = chance(roll, 0.2)
    ? pick(roll, ['<f>A1+1</f>', '<f t="shared" si="0"/>', '<f t="array" ref="A1">B1</f>'])
    : '';
  switch (Math.floor(roll() * 9)) {
    case 0:
      return ` t="s">${formula}${v(String(Math.floor(roll() * shared)))}`;
    case 1:
      return ` t="b">${formula}${v(pick(roll, ['0', '1', 'true', 'false']))}`;
    case 2:
      return ` t="e">${formula}${v(pick(roll, errors))}`;
    case 3:
      return ` t="str">${formula}${v(pick(roll, texts))}`;
    case 4:
      return ` t="inlineStr"><is>${richXml(roll)}</is>`;
    case 5:
      return `>${formula}`;
    case 6:
      return '>';
    default:
      return `${chance(roll, 0.3) ? ' t="n"' : ''}>${formula}${v(pick(roll, numbers))}`;
  }
};

const richXml = (roll: Roll): string => {
  const t = (): string => `<t xml:space="preserve">${pick(roll, texts)}</t>`;
  if (chance(roll, 0.6)) return t();
  const run = (): string =>
    `<r>${chance(roll, 0.6) ? `<rPr><b/>${chance(roll, 0.7) ? '<strike/>' : ''}</rPr>` : ''}${t()}</r>`;
  return Array.from({ length: 1 + Math.floor(roll() * 3) }, run).join('');
};

const sheetXml = (roll: Roll, shared: number, allNamed: boolean): string => {
  const rows: string[] = [];
  for (let row = 1; row <= 25; row += 1) {
    if (chance(roll, 0.2)) continue;
    const cells: string[] = [];
    for (let column = 0; column < 12; column += 1) {
      if (chance(roll, 0.25)) continue;
      const named = allNamed || chance(roll, 0.95) || cells.length < column;
      const style = chance(roll, 0.5) ? ` s="${Math.floor(roll() * 6)}"` : '';
      cells.push(`<c${named ? ` r="${columnName(column)}${row}"` : ''}${style}${cellXml(roll, shared)}</c>`);
    }
    const space = chance(roll, 0.2) ? '\n  ' : '';
    rows.push(`<row r="${row}"${chance(roll, 0.2) ? ' hidden="1"' : ''} ht="18">${cells.join(space)}</row>`);
  }
  const columns = chance(roll, 0.5)
    ? '<cols><col min="2" max="4" hidden="1" width="9"/><col min="6" max="6" width="3"/></cols>'
    : '';
  const merges = chance(roll, 0.5)
    ? '<mergeCells count="2"><mergeCell ref="B2:C4"/><mergeCell ref="H1:H3"/></mergeCells>'
    : '';
  const protection = chance(roll, 0.3) ? '<sheetProtection sheet="1"/>' : '';
  return `${columns}<sheetData>${rows.join('')}</sheetData>${protection}${merges}`;
};

const styles =
  '<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy/m/d"/><numFmt numFmtId="165" formatCode="0.0&quot;日&quot;"/></numFmts><fonts count="2"><font/><font><strike/></font></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellXfs count="6"><xf numFmtId="0" fontId="0"/><xf numFmtId="14" fontId="0"/><xf numFmtId="164" fontId="0"/><xf numFmtId="165" fontId="0"/><xf numFmtId="20" fontId="1"/><xf numFmtId="9" fontId="0"/></cellXfs>';

/** Cells without an address only when not `allNamed`: what is excused is looked up by it. */
const generated = (roll: Roll, allNamed = true): Record<string, string | Uint8Array> => {
  const shared = Array.from({ length: 12 }, () => {
    const kana = chance(roll, 0.3) ? '<rPh sb="0" eb="1"><t>カナ</t></rPh>' : '';
    return `<si>${richXml(roll)}${kana}</si>`;
  });
  const parts = xlsxParts({ styles, sharedStrings: shared.join(''), sheet: sheetXml(roll, shared.length, allNamed) });
  const dates = chance(roll, 0.3) ? '<workbookPr date1904="1"/>' : '';
  return { ...parts, 'xl/workbook.xml': String(parts['xl/workbook.xml']).replace('<sheets>', `${dates}<sheets>`) };
};

/** Everything that both tell of a sheet; what lies under a merged block is no more in ours. */
const compared = (theirs: JudgedSheet, ours: SheetContent) => {
  const excused = new Set(ours.coveredValues ?? []);
  const told = ({
    name,
    visibility,
    merges,
    hiddenRows,
    hiddenColumns,
    protected: locked,
  }: JudgedSheet | SheetContent) => ({
    name,
    visibility,
    merges,
    hiddenRows,
    hiddenColumns,
    locked,
  });
  expect(told(ours)).toEqual(told(theirs));
  expect(differences(theirs, ours).filter(({ cell }) => !excused.has(cell))).toEqual([]);
  expect(ours.struckThrough).toEqual(expect.arrayContaining([...theirs.richlyStruck]));
  return [...ours.uncalculated].sort();
};

test('150 workbooks of every kind of cell are read alike', async () => {
  const roll = seededRandom(20_261_126);
  for (let round = 0; round < 150; round += 1) {
    const bytes = zipOf(generated(roll, false), 0);
    const ours = await readWorkbookFile(bytes, 'a.xlsx');
    if (!ours.ok) throw new Error(JSON.stringify(ours.problems));
    const theirs = await judged(bytes);
    expect(ours.value.sheets).toHaveLength(theirs.length);
    theirs.forEach((sheet, at) => {
      expect(compared(sheet, ours.value.sheets[at]!)).toEqual([...sheet.uncalculated].sort());
    });
  }
});

/** The cell of that address as the part says it, and what is in it. */
const cellXmlAt = (part: string, cell: string): readonly [string, string] => {
  const [tag = '', inner = ''] =
    new RegExp(`<c\\s[^>]*?r=["']${cell}["'][^>]*?(?:/>|>(.*?)</c>)`, 's').exec(part) ?? [];
  return [tag, inner];
};

/** What hucre is known to misread, by what the part says of the cell. */
const isKnown = (part: string, { cell, theirs, ours }: Difference): boolean => {
  // Of two plain texts in one, hucre takes the last; we join them.
  if (part.includes('<sst') && /<\/t>[^<]*<t\W/.test(part)) return String(ours).endsWith(String(theirs));
  const [tag, inner] = cellXmlAt(part, cell);
  const value = (/<v>([^<]*)<\/v>/.exec(inner)?.[1] ?? '').replaceAll('&#x20;', ' ');
  const type = /\st=["']([^"']*)["']/.exec(tag)?.[1] ?? 'n';
  // A text in a cell of another type, or a value in a cell that should have a text.
  if (inner.includes('<is>') !== (type === 'inlineStr')) return ours === '#REF!';
  // A type with a blank value: text 0, FALSE or 0 there; a type that does not fit its value.
  if (value.trim() === '') return ours === null || ours === '#REF!';
  if (type === 'd' || /0[xXbBoO]/.test(value)) return true;
  if (type === 's' && !/^\d{1,9}$/.test(value)) return ours === '#REF!';
  if (type === 's') return theirs === null && ours === '#REF!';
  if (type === 'b') return theirs === false && (ours === '#REF!' || ours === true);
  return !['n', 'str', 'e', 'inlineStr'].includes(type) && ours === '#REF!';
};

/** Mutates sheets and shared texts; counts what is read alike and what is refused. Two that read differently fail. */
const fuzz = async (base: (roll: Roll) => Record<string, string | Uint8Array>, rounds: number, seed: number) => {
  const roll = seededRandom(seed);
  let [read, refused] = [0, 0];
  for (let round = 0; round < rounds; round += 1) {
    const parts = { ...base(roll) };
    const name = pick(
      roll,
      Object.keys(parts).filter((one) => /^xl\/(worksheets\/sheet|sharedStrings)/.test(one)),
    );
    const part = parts[name]!;
    const text = damagedXml(typeof part === 'string' ? part : new TextDecoder().decode(part), roll);
    const bytes = zipOf({ ...parts, [name]: text }, 0);
    const ours = await readWorkbookFile(bytes, 'a.xlsx');
    if (!ours.ok) {
      expect(ours.problems[0]?.code).toMatch(/^E-1\d\d$/);
      refused += 1;
      continue;
    }
    read += 1;
    const theirs = await judged(bytes).catch(() => undefined);
    if (theirs === undefined) {
      // The one thing hucre breaks at: half an index.
      expect(text).toMatch(/<v>\d*\.\d+<\/v>/);
      continue;
    }
    for (const sheet of ours.value.sheets) {
      const excused = new Set([...(sheet.coveredValues ?? []), ...(sheet.doubled ?? [])]);
      const found = differences(
        theirs.find((one) => one.name === sheet.name)!,
        sheet,
      );
      expect(
        found
          .filter((one) => !excused.has(one.cell) && !isKnown(text, one))
          .map((one) => ({ ...one, round, said: cellXmlAt(text, one.cell) })),
      ).toEqual([]);
    }
  }
  return { read, refused };
};

test('1,000 damaged workbooks written by hand are read as hucre reads them, or refused by name', async () => {
  const { read, refused } = await fuzz(
    generated,
    Number(process.env['ROUNDS'] ?? 1_000),
    Number(process.env['SEED'] ?? 1),
  );
  expect(read).toBeGreaterThan(200);
  expect(refused).toBeGreaterThan(200);
});

test("damaged workbooks of our writer's are read as hucre reads them, or refused by name", async () => {
  const parts = unzipSync(await writeWorkbookFile([fullModel, listModel]));
  const { read } = await fuzz(() => parts, 400, 2);
  expect(read).toBeGreaterThan(50);
});

const hasOffice = (() => {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

(hasOffice ? test : test.skip)(
  "LibreOffice's workbooks are read alike, and damaged ones as well or refused by name",
  async () => {
    const saved = convert(zipOf(generated(seededRandom(3)), 0), 'xlsx', 'xlsx');
    const ours = await readWorkbookFile(saved, 'a.xlsx');
    if (!ours.ok) throw new Error(JSON.stringify(ours.problems));
    (await judged(saved)).forEach((sheet, at) => compared(sheet, ours.value.sheets[at]!));
    const parts = unzipSync(saved);
    const { read } = await fuzz(() => parts, 400, 4);
    expect(read).toBeGreaterThan(50);
  },
  120_000,
);
