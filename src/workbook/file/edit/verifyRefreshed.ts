import { named } from '../details';
import { a1, cellsIn } from '../..';
import { contentChanges, type ChangedCells, type OpenedWorkbook, type PlannedRefresh } from './contentChanges';
import { isSame } from './definedNames';
import { FileFault } from '../fault';
import { changedElements, sameButFor, sameText, type AllowedChanges } from './keptElements';
import { relationsName, typesPart, type Package } from '../package/package';
import { packageFaults } from './packageFaults';
import { partSource, partText } from '../package/parts';
import { standingLinks, type LinkChange } from './sheetLinks';
import { sheetRows } from './sheetRows';
import { targetOf } from '../package/typesAndRelations';
import { childOf, xmlTree } from '../xml/tree';

/**
 * Compares a refreshed workbook, read back from its bytes, with what it was: every other part the same bytes, every other
 * element and cell of the parts we edited the same, and no fault that was not there before us. What was wrong already, in
 * places we do not touch, is left as it is. Throws {@link FileFault} (E-118) for the first thing found.
 */
export const verifyRefreshed = (before: OpenedWorkbook, after: OpenedWorkbook, planned: PlannedRefresh): void => {
  const [fault] = [
    ...partChanges(before, after, planned),
    ...newFaults(before, after),
    ...contentChanges(before, after, planned),
  ];
  if (fault !== undefined) throw new FileFault('file-cannot-refresh', named(fault));
};

const stylesOf = ({ workbook, book }: OpenedWorkbook): string | undefined =>
  workbook.relations.find(({ type, target }) => type === 'styles' && book.entries.has(target))?.target;

/** Parts that were lost, or are other bytes, or in which something else differs than what was to be changed. */
const partChanges = (before: OpenedWorkbook, after: OpenedWorkbook, planned: PlannedRefresh): readonly string[] => {
  const allowed = allowedChanges(before, planned);
  return [...before.book.entries.keys()].flatMap((part): readonly string[] => {
    if (part.endsWith('/') || part === planned.dropped) return [];
    if (!after.book.entries.has(part)) return [part];
    if (isSamePart(before.book, after.book, part)) return [];
    const change = allowed.get(part);
    if (change === undefined) return [part];
    const [old, now] = [partText(partSource(before.book), part), partText(partSource(after.book), part)];
    const plan = plansBySheet(before, planned).get(part);
    return [
      ...changedElements(old, now, change),
      ...(plan === undefined ? [] : changedCells(old, now, plan)),
      ...changedLinks(before, after, part, linksOf(before, planned, part)),
    ].map((name) => `${part}: ${name}`);
  });
};

const linksOf = ({ workbook }: OpenedWorkbook, { links }: PlannedRefresh, part: string): readonly LinkChange[] =>
  links?.get(workbook.sheets.find((sheet) => sheet.part === part)?.name ?? '') ?? [];

/** Cells that lead elsewhere than before, though nobody asked for it. */
const changedLinks = (
  before: OpenedWorkbook,
  after: OpenedWorkbook,
  part: string,
  changes: readonly LinkChange[],
): readonly string[] => {
  if (changes.length === 0) return [];
  const asked = new Set(changes.map(({ row, column }) => a1(row, column)));
  const [old, now] = [before, after].map(({ book }) => standingLinks(partSource(book), part));
  return [...new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])].filter(
    (address) => !asked.has(address) && old?.get(address) !== now?.get(address),
  );
};

/** The packed bytes are carried over, so that they need not be unpacked to be compared. */
const isSamePart = (one: Package, other: Package, part: string): boolean => {
  const [first, second] = [one.entries.get(part), other.entries.get(part)];
  if (first === undefined || second === undefined) return false;
  if (first.method !== second.method) return false;
  if (first.crc !== second.crc || first.bytes !== second.bytes || first.packedBytes !== second.packedBytes)
    return false;
  const bytes = other.bytes.subarray(second.dataStart, second.dataStart + second.packedBytes);
  return one.bytes
    .subarray(first.dataStart, first.dataStart + first.packedBytes)
    .every((byte, place) => byte === bytes[place]);
};

const allowedChanges = (before: OpenedWorkbook, planned: PlannedRefresh): ReadonlyMap<string, AllowedChanges> => {
  const { part } = before.workbook;
  const changes = new Map<string, AllowedChanges>([
    [
      typesPart,
      {
        added: ['Default', 'Override'],
        dropped: ({ attributes }) =>
          planned.dropped !== undefined && attributes.get('PartName') === `/${planned.dropped}`,
      },
    ],
    [
      relationsName(part),
      {
        added: ['Relationship'],
        dropped: ({ attributes }) => planned.dropped !== undefined && targetOf(attributes, part) === planned.dropped,
      },
    ],
    [
      part,
      {
        added: ['sheet', 'definedNames', 'definedName', ...(planned.recalculates === true ? ['calcPr'] : [])],
        dropped: (element) => planned.names.some((name) => isSame(element, name)),
        attributes: planned.recalculates === true ? ['calcPr@fullCalcOnLoad'] : [],
      },
    ],
  ]);
  const styles = stylesOf(before);
  if (styles !== undefined) {
    const lists = ['numFmts', 'fonts', 'fills', 'borders', 'cellXfs', 'dxfs'];
    changes.set(styles, {
      added: [...lists, 'numFmt', 'font', 'fill', 'border', 'xf', 'dxf'],
      attributes: lists.map((list) => `${list}@count`),
    });
  }
  for (const [sheet, plan] of plansBySheet(before, planned)) {
    const isRelinked = linksOf(before, planned, sheet).length > 0;
    const dropped = [
      'sheetData',
      'dimension',
      'oddFooter',
      ...(plan.relaid === undefined ? [] : ['mergeCells']),
      ...(isRelinked ? ['hyperlinks'] : []),
    ];
    changes.set(sheet, { added: [], dropped: ({ name }) => dropped.includes(name) });
    if (isRelinked) changes.set(relationsName(sheet), { added: ['Relationship'] });
  }
  return changes;
};

const plansBySheet = ({ workbook }: OpenedWorkbook, { plans }: PlannedRefresh): ReadonlyMap<string, ChangedCells> =>
  new Map(
    plans.flatMap((plan) => {
      const part = workbook.sheets.find(({ name }) => name === plan.name)?.part;
      return plan.kind === 'new' || part === undefined ? [] : [[part, plan.plan] as const];
    }),
  );

/** Cells that are not written as before, though nobody asked to change them; of one that takes another look only that may differ. */
const changedCells = (before: string, after: string, { edits, relooked = [] }: ChangedCells): readonly string[] => {
  const edited = new Set(edits.map(({ row, column }) => a1(row, column)));
  const looked = new Set(relooked.flatMap(cellsIn).map(({ row, column }) => a1(row, column)));
  const cellsOf = (xml: string) =>
    new Map(
      sheetRows(childOf(xmlTree(xml), 'sheetData')).flatMap(({ number, cells }) =>
        cells.map(({ column, element }) => [a1(number, column), element] as const),
      ),
    );
  const [old, now] = [cellsOf(before), cellsOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])].filter((address) => {
    const [one, other] = [old.get(address), now.get(address)];
    if (edited.has(address)) return false;
    if (looked.has(address)) return !sameButFor('s', [before, one], [after, other]);
    return one === undefined || other === undefined || !sameText(before, one, after, other);
  });
};

/** Faults of the package that it did not have before. */
const newFaults = (before: OpenedWorkbook, after: OpenedWorkbook): readonly string[] => {
  const touched = new Set([...after.book.entries.keys()].filter((part) => !isSamePart(before.book, after.book, part)));
  const faults = packageFaults(partSource(after.book), touched, { part: after.workbook.part, styles: stylesOf(after) });
  if (faults.length === 0) return [];
  const known = packageFaults(partSource(before.book), touched, {
    part: before.workbook.part,
    styles: stylesOf(before),
  });
  return faults.filter((fault) => !known.includes(fault));
};
