import { strFromU8, strToU8, unzipSync } from 'fflate';
import { nationBeside, onlyMunicipality, type Results } from '../../src/evaluation';
import { reportSheets, resultSheets } from '../../src/report';
import {
  a1,
  codePlace,
  coveredCells,
  coveredKey,
  parseA1,
  verifiedSheets,
  withDocumentCode,
  type SheetModel,
} from '../../src/workbook';
import { printedFooters, readWorkbookFile, refreshWorkbookFile, writeWorkbookFile } from '../../src/workbook/file';
import { answerForm } from '../builders/answerSheets';
import { evaluated } from '../builders/evaluated';
import { testWith } from '../builders/withProgram';
import { hachiojiFacts } from '../fixtures/hachiojiFacts';
import { seededRandom } from '../fixtures/seededRandom';
import { syntheticNation } from '../fixtures/syntheticNation';
import { convertAll } from '../workbook/file/office';
import { zipOf } from '../workbook/file/xlsxBuilder';

const nation = syntheticNation({ year: 'R8' });
const place = nation.places[20]!;

/** Every sheet there is of a municipality, in a national table and with money. */
const sheetsOf = (): readonly SheetModel[] => {
  const results: Results = evaluated(
    [
      {
        grid: answerForm({
          year: 'R8',
          municipality: place.name,
          prefecture: place.prefecture,
          mark: ({ id }) => (/[1a]$/.test(id) ? '○' : '×'),
        }),
      },
      { name: '設定', grid: [...hachiojiFacts.filter(([label]) => !/年度$|市町村名|都道府県/.test(String(label)))] },
    ],
    {
      national: nationBeside(nation.content, '全国集計.xlsx'),
      peers: nation.places.slice(21, 23).map(({ prefecture, name }) => `${prefecture}${name}`),
    },
  );
  if (onlyMunicipality(results) === undefined) throw new Error('nobody');
  return [...reportSheets(results, 'all'), ...resultSheets(results)];
};

const verdictsOf = async (bytes: Uint8Array) => {
  const read = await readWorkbookFile(bytes, 'x.xlsx');
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return verifiedSheets(read.value);
};
const changedIn = async (bytes: Uint8Array): Promise<readonly string[]> =>
  (await verdictsOf(bytes)).filter(({ written, now }) => written !== now).map(({ name, place: at }) => `${name}!${at ?? '?'}`); // prettier-ignore

/** A figure or a text of a sheet that the code covers. */
interface Spot {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
}
const spotsOf = (sheets: readonly SheetModel[]): readonly Spot[] =>
  sheets.flatMap(({ rows, merges = [], userCells = [] }, sheet) => {
    const silent = new Set([...coveredCells(merges), ...userCells.map(({ row, column }) => coveredKey(row, column))]);
    return rows.flatMap((cells, row) =>
      cells.flatMap(({ value }, column) =>
        value === null || silent.has(coveredKey(row, column)) ? [] : [{ sheet, row, column }],
      ),
    );
  });

const random = seededRandom(20_261_128);
const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;

describe('資料コード', () => {
  const sheets = sheetsOf();
  const spots = spotsOf(sheets).filter(({ sheet, row, column }) => /\d/.test(String(sheets[sheet]?.rows[row]?.[column]?.value))); // prettier-ignore
  /** One figure a mutation, each sheet at least once. */
  const chosen = Array.from({ length: 50 }, (_, at) => pick(spots.filter(({ sheet }) => sheet === at % sheets.length)));
  let written = new Uint8Array();
  beforeAll(async () => {
    written = new Uint8Array(await writeWorkbookFile(sheets));
  });

  test('stands in the footer of every paper, is that of its sheet, and no two sheets share one', async () => {
    const verdicts = await verdictsOf(written);
    expect(verdicts.map(({ name }) => name).sort()).toEqual(sheets.map(({ name }) => name).sort());
    expect(verdicts.filter(({ written: code, now }) => code !== now)).toEqual([]);
    expect(new Set(verdicts.map(({ now }) => now)).size).toBe(sheets.length);
    const footers = printedFooters(written);
    const without = verdicts.filter(({ name, now }) => footers.get(name)?.includes(`資料コード ${now}`) !== true);
    expect(without.map(({ name }) => name)).toEqual([]);
    expect([...footers.values()].join()).not.toMatch(/検算コード|＿/);
  });

  test('one figure changed by our own writer is another code, 50 of 50', () => {
    const code = ({ print }: SheetModel) => /資料コード (\S{14})/.exec(print.footer ?? '')?.[1];
    const same = chosen.filter(({ sheet, row, column }) => {
      const model = sheets[sheet]!;
      const rows = model.rows.map((cells, at) => (at !== row ? cells : cells.map((one, across) => (across !== column ? one : { ...one, value: mutated(one.value) })))); // prettier-ignore
      return stampOfModel({ ...model, rows }) === (code(model) ?? stampOfModel(model));
    });
    expect(same).toEqual([]);
  });

  test('one figure changed in the file, as another library does it, is found with its cell, 50 of 50', async () => {
    const parts = unzipSync(written);
    const found: string[] = [];
    for (const { sheet, row, column } of chosen) {
      const part = `xl/worksheets/sheet${sheet + 1}.xml`;
      const xml = strFromU8(parts[part]!);
      const address = a1(row, column);
      const cell = new RegExp(`<c r="${address}"([^>]*?)( t="[a-zA-Z]+")?([^>]*)>(.*?)</c>`).exec(xml);
      const value = sheets[sheet]?.rows[row]?.[column]?.value ?? null;
      const now = mutated(value);
      const style = / s="\d+"/.exec(cell?.[0] ?? '')?.[0] ?? '';
      const content = typeof now === 'number' ? `<c r="${address}"${style}><v>${now}</v></c>` : `<c r="${address}"${style} t="inlineStr"><is><t xml:space="preserve">${now.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)}</t></is></c>`; // prettier-ignore
      if (cell === null) throw new Error(address);
      const changed = zipOf({ ...parts, [part]: strToU8(xml.replace(cell[0], content)) });
      found.push(...(await changedIn(changed)));
    }
    expect(found).toEqual(chosen.map(({ sheet, row, column }) => `${sheets[sheet]!.name}!${a1(row, column)}`));
  }, 120_000);

  test('several changes in a row name the row; texts of the user are no part of it; a second refresh changes nothing', async () => {
    const model = sheets.find(({ userCells = [] }) => userCells.length > 0)!;
    const own = model.userCells![0]!;
    const changed = (edit: (cells: SheetModel['rows'][number], row: number) => SheetModel['rows'][number]) => ({
      ...model,
      rows: model.rows.map(edit),
    });
    const ofUser = await writeWorkbookFile([model]);
    const typed = await refreshWorkbookFile(ofUser, 'x.xlsx', [model]);
    expect(typed.ok && typed.value.bytes === ofUser).toBe(true);
    const at = (row: number, column: number) => a1(row, column);
    expect(await changedIn(withTexts(ofUser, [[at(own.row, own.column), '当市の考え']]))).toEqual([]);
    const [first, second] = spotsOf([model]).filter(({ row }, place, all) => all.filter((one) => one.row === row).length > 1); // prettier-ignore
    expect(changed((cells) => cells).rows).toHaveLength(model.rows.length);
    expect(await changedIn(withTexts(ofUser, [[at(first!.row, first!.column), 'x'], [at(second!.row, second!.column), 'y']]))).toEqual([`${model.name}!${first!.row + 1}行`]); // prettier-ignore
  });

  testWith('soffice')('stays the same when LibreOffice saves the file', async () => {
    const saved = convertAll([written], 'xlsx', 'xlsx', {})[0]!;
    expect((await verdictsOf(saved)).filter(({ written: code }) => code === undefined)).toEqual([]);
    expect(await changedIn(saved)).toEqual([]);
    const footers = [...printedFooters(saved).values()];
    expect(footers.filter((footer) => footer.includes('資料コード '))).toHaveLength(sheets.length);
  });
});

const mutated = (value: unknown): number | string =>
  typeof value === 'number'
    ? Math.abs(value) < 1.5 && !Number.isInteger(value)
      ? value + 0.001
      : value + 1
    : String(value).replace(/\d/, (digit) => String((Number(digit) + 1) % 10));

const stampOfModel = (model: SheetModel): string => {
  const footer = withDocumentCode({ ...model, print: { orientation: 'portrait', footer: codePlace } }).print.footer;
  return footer?.slice(-14) ?? '';
};

/** The first sheet of a file with other texts in some cells. */
const withTexts = (bytes: Uint8Array, texts: readonly (readonly [address: string, text: string])[]): Uint8Array => {
  const parts = unzipSync(bytes);
  const part = 'xl/worksheets/sheet1.xml';
  const xml = texts.reduce((sheet, [address, text]) => {
    if (parseA1(address) === undefined) throw new Error(address);
    const cell = new RegExp(`<c r="${address}"[^>]*?(?:/>|>.*?</c>)`);
    if (!cell.test(sheet)) throw new Error(`no cell ${address}`);
    return sheet.replace(cell, `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`);
  }, strFromU8(parts[part]!));
  return zipOf({ ...parts, [part]: strToU8(xml) });
};
