import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { reportSheets, resultSheets } from '../../../src/report';
import type { SheetModel } from '../../../src/workbook';
import { refreshWorkbookFile, type RefreshedFile } from '../../../src/workbook/file';
import { answerForm } from '../../builders/answerSheets';
import { evaluated } from '../../builders/evaluated';
import {
  bookFeatures,
  bookPlans,
  flatBook,
  withPanes,
  type BookFeature,
  type BookPlan,
} from '../../builders/libreOfficeBook';
import { describeWith } from '../../builders/withProgram';
import { hachiojiFacts } from '../../fixtures/hachiojiFacts';
import { convertAll, packageFaults, formatFaults } from './office';

/** One workbook with everything, then some that chance made; the seed keeps them the same. */
const plans: readonly BookPlan[] = [
  {
    sheets: [
      { name: "it's", features: bookFeatures.filter((feature) => feature !== 'hidden'), rows: 6 },
      { name: '検算', features: ['hidden', 'merged', 'formula', 'name'], rows: 4 },
    ],
  },
  ...fc.sample(bookPlans, { seed: 20_260_815, numRuns: 7 }),
];

/** All our sheets, reports first, of a municipality that meets what `met` says. */
const ourSheets = (met: (id: string) => boolean): readonly SheetModel[] => {
  const grid = answerForm({
    year: 'R7',
    municipality: '八王子市',
    prefecture: '東京都',
    mark: ({ id }) => (met(id) ? '○' : '×'),
  });
  const results = evaluated([{ grid }, { name: '設定', grid: hachiojiFacts }]);
  return [...reportSheets(results, 'all'), ...resultSheets(results)];
};
const first = ourSheets((id) => id.endsWith('1'));
const changed = ourSheets((id) => id.endsWith('1') || id.startsWith('S2'));

const refreshed = async (bytes: Uint8Array, sheets: readonly SheetModel[], name = 'x.xlsx'): Promise<RefreshedFile> => {
  const done = await refreshWorkbookFile(bytes, name, sheets);
  if (!done.ok) throw new Error(JSON.stringify(done.problems));
  return done.value;
};

interface Run {
  readonly plan: BookPlan;
  readonly before: Uint8Array;
  readonly once: RefreshedFile;
  readonly twice: RefreshedFile;
  readonly thrice: RefreshedFile;
}

const runs: Run[] = [];
const partsOf = (bytes: Uint8Array): ReadonlyMap<string, Uint8Array> => new Map(Object.entries(unzipSync(bytes)));
const textOf = (bytes: Uint8Array, part: string): string => strFromU8(partsOf(bytes).get(part) ?? new Uint8Array());

/** Parts of the first workbook that are not the same, byte for byte, in the second. */
const changedParts = (before: Uint8Array, after: Uint8Array): readonly string[] => {
  const now = partsOf(after);
  return [...partsOf(before)]
    .filter(([name, bytes]) => Buffer.compare(bytes, now.get(name) ?? new Uint8Array()) !== 0)
    .map(([name]) => name)
    .sort();
};

/** Tags with the text behind them; counts of lists are left out, since lists grow. */
const tokensOf = (xml: string): readonly string[] =>
  (xml.match(/<[^>]+>[^<]*/g) ?? []).map((token) => token.replace(/ count="\d+"/, ''));

/** The tokens of `before` that do not come up in `after` in the same order; [] when all of them do. */
const lost = (before: readonly string[], after: readonly string[]): readonly string[] => {
  let place = 0;
  return before.filter((token) => {
    const found = after.indexOf(token, place);
    if (found >= 0) place = found + 1;
    return found < 0;
  });
};

/** How each feature shows in the parts of an .xlsx, and how often. */
const inFile: Readonly<Record<BookFeature, (book: ReadonlyMap<string, string>) => number>> = {
  chart: (book) => namesLike(book, /^xl\/charts\/chart\d+\.xml$/),
  pivot: (book) => namesLike(book, /^xl\/pivotTables\/[^/]*\.xml$/) + timesIn(book, 'xl/workbook.xml', /<pivotCache /g),
  validation: (book) => timesIn(book, 'xl/worksheets/', /<dataValidation /g),
  conditional: (book) => timesIn(book, 'xl/worksheets/', /<cfRule /g),
  comment: (book) => timesIn(book, 'xl/comments', /<comment /g),
  shape: (book) => timesIn(book, 'xl/drawings/', /<xdr:sp[ >]/g),
  image: (book) => timesIn(book, 'xl/drawings/', /<xdr:pic[ >]/g),
  name: (book) => timesIn(book, 'xl/workbook.xml', /<definedName [^>]*name="範囲_/g),
  print: (book) => timesIn(book, 'xl/worksheets/', /orientation="landscape"/g),
  hidden: (book) => timesIn(book, 'xl/workbook.xml', /<sheet [^>]*state="hidden"/g),
  frozen: (book) => timesIn(book, 'xl/worksheets/', /<pane [^>]*state="frozen"/g),
  merged: (book) => timesIn(book, 'xl/worksheets/', /<mergeCell /g),
  filter: (book) => timesIn(book, 'xl/worksheets/', /<autoFilter /g),
  formula: (book) => timesIn(book, 'xl/worksheets/', /<f[ >]/g),
};
const namesLike = (book: ReadonlyMap<string, string>, pattern: RegExp): number =>
  [...book.keys()].filter((name) => pattern.test(name)).length;
const timesIn = (book: ReadonlyMap<string, string>, start: string, pattern: RegExp): number =>
  [...book].reduce((sum, [name, xml]) => sum + (name.startsWith(start) ? (xml.match(pattern)?.length ?? 0) : 0), 0);

/** The parts that were there before, so that our own sheets do not count. */
const oldParts = (of: Uint8Array, before: Uint8Array): ReadonlyMap<string, string> => {
  const known = partsOf(before);
  return new Map([...partsOf(of)].filter(([name]) => known.has(name)).map(([name, bytes]) => [name, strFromU8(bytes)]));
};

describeWith('soffice')('a workbook made by LibreOffice', () => {
  beforeAll(async () => {
    const made = convertAll(plans.map(flatBook), 'fods', 'xlsx');
    for (const [at, plan] of plans.entries()) {
      const before = withPanes(made[at] ?? new Uint8Array(), plan);
      const once = await refreshed(before, first);
      const twice = await refreshed(once.bytes, changed);
      runs.push({ plan, before, once, twice, thrice: await refreshed(twice.bytes, changed) });
    }
  });

  test('holds what its plan says, or this file would prove nothing', () => {
    for (const { plan, before } of runs) {
      for (const feature of bookFeatures) {
        const planned = plan.sheets.filter(({ features }) => features.includes(feature)).length;
        const found = inFile[feature](oldParts(before, before));
        expect([plan, feature, found >= planned && found > 0 === planned > 0]).toEqual([plan, feature, true]);
      }
    }
    const held = new Set(plans.flatMap(({ sheets }) => sheets.flatMap(({ features }) => features)));
    expect(held).toEqual(new Set(bookFeatures));
  });

  test('keeps every part of its own byte for byte when our sheets are added', () => {
    for (const { before, once } of runs) {
      expect(changedParts(before, once.bytes)).toEqual([
        '[Content_Types].xml',
        'xl/_rels/workbook.xml.rels',
        'xl/styles.xml',
        'xl/workbook.xml',
      ]);
      expect(once.outcome.sheets.every(({ created }) => created)).toBe(true);
    }
  });

  test('gains something in those four, and loses nothing: every tag is still there, in its order', () => {
    for (const { before, twice } of runs) {
      for (const part of ['[Content_Types].xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml', 'xl/workbook.xml']) {
        const [old, now] = [tokensOf(textOf(before, part)), tokensOf(textOf(twice.bytes, part))];
        expect([part, lost(old, now)]).toEqual([part, []]);
      }
    }
  });

  test('keeps them when our figures change: only sheets of ours, their names and new formats differ', () => {
    for (const { before, once, twice } of runs) {
      const allowed = new Set(['xl/workbook.xml', 'xl/styles.xml', ...newParts(before, once.bytes)]);
      const parts = changedParts(once.bytes, twice.bytes);
      expect(parts.filter((part) => !allowed.has(part))).toEqual([]);
      expect(parts).toContain('xl/workbook.xml');
      expect(twice.outcome.sheets.filter(({ created }) => created)).toEqual([]);
      expect(twice.outcome.sheets.reduce((sum, { changedCells }) => sum + changedCells, 0)).toBeGreaterThan(10);
    }
  });

  test('is a sound package: every relation leads to a part, every part has a type', () => {
    for (const { before, twice } of runs) expect(packageFaults(twice.bytes)).toEqual(packageFaults(before));
  });

  test('comes back as the very same bytes when nothing changed', () => {
    for (const { twice, thrice } of runs) expect(thrice.bytes).toBe(twice.bytes);
  });

  test('has every feature as often as before, in its own parts', () => {
    for (const { plan, before, twice } of runs) {
      const count = (book: ReadonlyMap<string, string>) => bookFeatures.map((feature) => inFile[feature](book));
      expect([plan, count(oldParts(twice.bytes, before))]).toEqual([plan, count(oldParts(before, before))]);
    }
  });

  test('is the same to LibreOffice, which opens it again: cells, charts, pilots, validations, formats, names', () => {
    const opened = convertAll(
      runs.flatMap(({ before, twice }) => [before, twice.bytes]),
      'xlsx',
      'fods',
    ).map((bytes) => strFromU8(bytes));
    for (const [at, { plan }] of runs.entries()) {
      const [old = '', now = ''] = [opened[at * 2], opened[at * 2 + 1]];
      for (const { name, features } of plan.sheets) {
        expect(tableOf(now, name)).toBe(tableOf(old, name));
        const seen = [...inFlat].filter(([, pattern]) => pattern.test(tableOf(now, name))).map(([feature]) => feature);
        expect([name, features.filter((feature) => inFlat.has(feature) && !seen.includes(feature))]).toEqual([
          name,
          [],
        ]);
      }
      const planned = (wanted: BookFeature) => plan.sheets.filter(({ features }) => features.includes(wanted)).length;
      expect(elementsOf(now, 'data-pilot-table ')).toHaveLength(planned('pivot'));
      expect(elementsOf(now, 'named-range table:name="範囲_')).toHaveLength(planned('name'));
      expect(now.match(/<style:table-properties table:display="false"/g) ?? []).toHaveLength(planned('hidden'));
      for (const element of bookElements) {
        expect([plan, element, elementsOf(now, element)]).toEqual([plan, element, elementsOf(old, element)]);
      }
    }
  });

  test('is valid OOXML where we changed it or added to it', () => {
    for (const [at, { before, twice }] of runs.entries()) {
      // The sheets we add are alike in all of them; one workbook is enough for those.
      const added =
        at === 0
          ? newParts(before, twice.bytes).filter((part) =>
              /\/(worksheets|tables|charts|drawings)\/[^/]*\.xml$/.test(part),
            )
          : [];
      for (const part of ['xl/workbook.xml', 'xl/styles.xml', ...added]) {
        expect([part, formatFaults(twice.bytes, part)]).toEqual([part, []]);
      }
    }
  });

  test('with macros it keeps them, and what says that it has them', async () => {
    const [{ before } = { before: new Uint8Array() }] = runs;
    const withMacros = macroBook(before);
    const after = await refreshed(withMacros, first, 'x.xlsm');
    expect(changedParts(withMacros, after.bytes)).toEqual([
      '[Content_Types].xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/workbook.xml',
    ]);
    expect([...partsOf(after.bytes).keys()]).toContain('xl/vbaProject.bin');
    const types = textOf(after.bytes, '[Content_Types].xml');
    expect(types).toContain('application/vnd.ms-excel.sheet.macroEnabled.main+xml');
    expect(types).toContain('application/vnd.ms-office.vbaProject');
    expect(textOf(after.bytes, 'xl/_rels/workbook.xml.rels')).toContain(
      'relationships/vbaProject" Target="vbaProject.bin"',
    );
    expect(textOf(after.bytes, 'xl/workbook.xml')).toContain('codeName="ThisWorkbook"');
    expect((await refreshed(after.bytes, first, 'x.xlsm')).bytes).toBe(after.bytes);
  });
});

const newParts = (before: Uint8Array, after: Uint8Array): readonly string[] => {
  const known = partsOf(before);
  return [...partsOf(after).keys()].filter((name) => !known.has(name));
};

/** A sheet as LibreOffice tells it, without the names it gives by count; it loads sheets at once, so counts differ by chance. */
const tableOf = (flat: string, name: string): string => {
  const escaped = name
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');
  const start = flat.indexOf(`\n   <table:table table:name="${escaped}"`);
  if (start < 0) throw new Error(`tableOf: LibreOffice shows no ${name}`);
  const conditions = new Map(
    [...flat.matchAll(/<table:content-validation table:name="(val\d+)" table:condition="([^"]*)"/g)].map(
      ([, called = '', condition = '']) => [called, condition],
    ),
  );
  return flat
    .slice(start, flat.indexOf('\n   </table:table>', start))
    .replace(/ (table|draw|text|style|chart|calcext|presentation):[a-z-]*style-name="[^"]*"/g, '')
    .replace(
      / table:content-validation-name="(val\d+)"/g,
      (_, called: string) => ` ${conditions.get(called) ?? called}`,
    );
};

/** How a feature shows in a sheet as LibreOffice tells it. */
const inFlat: ReadonlyMap<BookFeature, RegExp> = new Map([
  ['chart', /<draw:object /],
  ['validation', /cell-content-is-in-list/],
  ['conditional', /<calcext:condition /],
  ['comment', /<office:annotation /],
  ['shape', /<draw:custom-shape /],
  ['image', /<draw:frame [^>]*draw:name="市章"/],
  ['print', /table:print-ranges=/],
  ['merged', /<table:covered-table-cell/],
  ['formula', /table:formula="of:/],
]);

/** What belongs to the whole workbook in LibreOffice’s eyes. */
const bookElements = [
  'content-validation ',
  'data-pilot-table ',
  'database-range ',
  'named-range table:name="範囲_',
] as const;

/** Those elements, without what depends on which sheet LibreOffice loads first: numbers, and the base of a validation. */
const elementsOf = (flat: string, element: (typeof bookElements)[number]): readonly string[] =>
  (flat.match(new RegExp(`<table:${element}[^>]*>`, 'g')) ?? [])
    .map((tag) => tag.replace(/ table:name="(val\d+|__Anonymous_Sheet_DB__\d+)"| table:base-cell-address="[^"]*"/g, ''))
    .sort();

/** The workbook as Excel stores one with macros; what the macros say does not matter here. */
const macroBook = (bytes: Uint8Array): Uint8Array => {
  const parts = unzipSync(bytes);
  const edit = (part: string, from: string, to: string): void => {
    const xml = strFromU8(parts[part] ?? new Uint8Array());
    if (!xml.includes(from)) throw new Error(`macroBook: no ${from} in ${part}`);
    parts[part] = strToU8(xml.replace(from, to));
  };
  edit(
    '[Content_Types].xml',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
    'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
  );
  edit(
    '[Content_Types].xml',
    '</Types>',
    '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>',
  );
  edit(
    'xl/_rels/workbook.xml.rels',
    '</Relationships>',
    '<Relationship Id="rIdMacros" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>',
  );
  edit('xl/workbook.xml', '<workbookPr ', '<workbookPr codeName="ThisWorkbook" ');
  parts['xl/vbaProject.bin'] = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 1, 2, 3, 4);
  return zipSync(parts);
};
