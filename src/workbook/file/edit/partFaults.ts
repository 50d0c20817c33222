import { a1Range, parseA1 } from '../..';
import { workbookOrder } from './definedNames';
import { largestSheetId } from './graft';
import { styleOrder } from './mergeStyles';
import { sheetRows } from './sheetRows';
import { officeRelations } from '../package/typesAndRelations';
import { attributeIn, childOf, childrenOf, type XmlElement } from '../xml/tree';

/** The children of a worksheet in the order of the schema (ECMA-376 18.3.1.99). */
export const sheetOrder: readonly string[] = [
  'sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData', 'sheetCalcPr', 'sheetProtection',
  'protectedRanges', 'scenarios', 'autoFilter', 'sortState', 'dataConsolidate', 'customSheetViews', 'mergeCells',
  'phoneticPr', 'conditionalFormatting', 'dataValidations', 'hyperlinks', 'printOptions', 'pageMargins', 'pageSetup',
  'headerFooter', 'rowBreaks', 'colBreaks', 'customProperties', 'cellWatches', 'ignoredErrors', 'smartTags', 'drawing',
  'legacyDrawing', 'legacyDrawingHF', 'drawingHF', 'picture', 'oleObjects', 'controls', 'webPublishItems', 'tableParts',
  'extLst',
]; // prettier-ignore

/** What is unsound inside a workbook, a style sheet or a worksheet; `formats` is how many cell formats there are. */
export const partFaults = (root: XmlElement, formats: number): readonly string[] =>
  root.name === 'workbook'
    ? workbookFaults(root)
    : root.name === 'styleSheet'
      ? styleFaults(root)
      : root.name === 'worksheet'
        ? sheetFaults(root, formats)
        : [];

/** Those that stand more than once, without regard to case. */
export const twice = (values: readonly (string | undefined)[]): readonly string[] => {
  const [seen, found] = [new Set<string>(), new Set<string>()];
  for (const value of values) {
    const folded = (value ?? '').toLowerCase();
    (seen.has(folded) ? found : seen).add(folded);
  }
  return [...found];
};

const workbookFaults = (root: XmlElement): readonly string[] => {
  const sheets = childrenOf(childOf(root, 'sheets'), 'sheet');
  const names = childrenOf(childOf(root, 'definedNames'), 'definedName').map(({ attributes }) => attributes);
  const isNumber = (value: string | undefined, least: number, most: number): boolean =>
    /^\s*\d{1,10}\s*$/.test(value ?? '') && Number(value) >= least && Number(value) <= most;
  const ids = sheets.map(({ attributes }) => attributes.get('sheetId'));
  const called = sheets.map(({ attributes }) => attributes.get('name'));
  const scopes = names.map((name) => name.get('localSheetId'));
  return [
    ...orderFaults(root, workbookOrder),
    ...ids.filter((id) => !isNumber(id, 1, largestSheetId)).map((id) => `sheetId ${id ?? ''}`),
    ...twice(ids).map((id) => `sheetId ${id}`),
    ...twice(called).map((name) => `sheet ${name}`),
    ...called.filter((name = '') => name === '' || name.length > 31).map((name) => `sheet ${name ?? ''}`),
    ...twice(sheets.map((sheet) => attributeIn(sheet, officeRelations, 'id'))).map((id) => `sheet ${id}`),
    ...scopes
      .filter((scope) => scope !== undefined && !isNumber(scope, 0, sheets.length - 1))
      .map((scope) => `localSheetId ${scope ?? ''}`),
    ...twice(names.map((name) => `${name.get('name') ?? ''} ${name.get('localSheetId') ?? ''}`)).map(
      (name) => `definedName ${name}`,
    ),
  ];
};

/** Children in the order of the schema, and one of each kind. */
const orderFaults = (
  root: XmlElement,
  order: readonly string[],
  repeated: readonly string[] = [],
): readonly string[] => {
  const faults: string[] = [];
  let last = -1;
  for (const { name, space } of root.children) {
    if (space !== root.space) continue;
    const rank = order.indexOf(name);
    if (rank < last || (rank === last && !repeated.includes(name))) faults.push(`${root.name} ${name}`);
    last = Math.max(last, rank);
  }
  return faults;
};

const countFaults = (lists: readonly XmlElement[]): readonly string[] =>
  lists.flatMap(({ name, attributes, children }) => {
    const count = attributes.get('count');
    return count === undefined || Number(count) === children.length ? [] : [`${name} count`];
  });

const styleFaults = (root: XmlElement): readonly string[] => {
  const size = (name: string): number => childOf(root, name)?.children.length ?? 0;
  const codes = childrenOf(childOf(root, 'numFmts'), 'numFmt').map(({ attributes }) => attributes.get('numFmtId'));
  const known = new Set(codes.map(Number));
  const beyond = ['cellStyleXfs', 'cellXfs'].flatMap((list) =>
    childrenOf(childOf(root, list), 'xf').flatMap(({ attributes }, index) => {
      const isBad = (name: string, fits: (value: number) => boolean): boolean =>
        attributes.has(name) && !fits(Number(attributes.get(name)));
      return [
        ...(['font', 'fill', 'border'] as const)
          .filter((name) => isBad(`${name}Id`, (id) => id < size(`${name}s`)))
          .map((name) => `${name}Id`),
        ...(isBad('xfId', (id) => id < size('cellStyleXfs')) ? ['xfId'] : []),
        ...(isBad('numFmtId', (id) => id < 164 || known.has(id)) ? ['numFmtId'] : []),
      ].map((name) => `${list} ${index} ${name}`);
    }),
  );
  const lists = root.children.filter(({ name }) => name !== 'extLst' && name !== 'colors');
  return [
    ...orderFaults(root, styleOrder),
    ...countFaults(lists),
    ...twice(codes).map((id) => `numFmtId ${id}`),
    ...beyond,
  ];
};

const sheetFaults = (root: XmlElement, formats: number): readonly string[] => {
  const faults: string[] = [];
  const masters = new Set<string>();
  const followers = new Set<string>();
  let lastRow = -1;
  for (const { number, element, cells } of sheetRows(childOf(root, 'sheetData'))) {
    if (!(number > lastRow)) faults.push(`row ${number + 1}`);
    lastRow = number;
    if (Number(element.attributes.get('s') ?? 0) >= Math.max(1, formats)) faults.push(`row ${number + 1} s`);
    let lastColumn = -1;
    for (const { column, element: cell } of cells) {
      const address = cell.attributes.get('r');
      const place = address === undefined ? undefined : parseA1(address);
      const isElsewhere = address !== undefined && (place?.top !== number || a1Range(place) !== address);
      if (column <= lastColumn || isElsewhere) faults.push(`c ${address ?? ''}`);
      lastColumn = column;
      if (Number(cell.attributes.get('s') ?? 0) >= Math.max(1, formats)) faults.push(`c ${address ?? ''} s`);
      const formula = childOf(cell, 'f');
      const shared = formula?.attributes.get('t') === 'shared' ? formula.attributes.get('si') : undefined;
      if (shared !== undefined) (formula?.close === undefined ? followers : masters).add(shared);
    }
  }
  const counted = ['mergeCells', 'dataValidations', 'tableParts'].flatMap((name) => childrenOf(root, name));
  return [
    ...faults,
    ...[...followers].filter((shared) => !masters.has(shared)).map((shared) => `f si ${shared}`),
    ...orderFaults(root, sheetOrder, ['conditionalFormatting']),
    ...countFaults(counted),
  ];
};
