import { writeXlsx } from 'hucre/xlsx';
import { linkTarget, type NewSheetPlan, type SheetPlan } from '../planWrite';
import type { SheetModel } from '../sheetModel';
import { FileFault } from './fileFault';
import { hucreSheet } from './hucreSheet';
import { mergeStyles } from './mergeStyles';
import { ownParts, partText, setText } from './packParts';
import { textElement } from './textElement';
import { xmlTags, xmlText } from './xmlTags';

const namespace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Our sheets as a workbook of their own, whose formats have been added to the user's. */
export interface Graft {
  /** The worksheet part of each plan, in order, with the format numbers of the user's workbook. */
  readonly sheets: readonly string[];
  /** The number a format of ours has now, for a cell of a plan. */
  format(plan: number, row: number, column: number): number | undefined;
  /** The table part of each plan, where it has one. */
  readonly tables: readonly (string | undefined)[];
}

/** Writes the sheets with hucre, and adds their formats to the styles part of `parts`. */
export const prepareGraft = async (
  parts: Map<string, Uint8Array>,
  stylesPart: string,
  plans: readonly SheetPlan[],
  sheetNames: readonly string[],
): Promise<Graft> => {
  const sheets = plans.map(({ model, name }) =>
    hucreSheet(withoutCharts(model), name, (link) => linkTarget(link, plans, sheetNames)),
  );
  const ours = ownParts(await writeXlsx({ sheets, stringMode: 'inline' }));
  const styles = mergeStyles(partText(parts, stylesPart), partText(ours, 'xl/styles.xml'));
  setText(parts, stylesPart, styles.xml);
  const moved = plans.map((_, index) =>
    partText(ours, `xl/worksheets/sheet${index + 1}.xml`)
      .replace(/(<c r="[A-Z]+\d+"[^>]*?) s="(\d+)"/g, (__, start: string, format: string) => {
        return `${start} s="${styles.format(Number(format))}"`;
      })
      .replace(/<t>([^<]*)<\/t>/g, (__, text: string) => textElement(text))
      .replace(/ r:id="[^"]*"/g, ' r:id="rId1"'),
  );
  const formats = moved.map(formatsOf);
  let table = 0;
  return {
    sheets: moved,
    tables: plans.map(({ model }) => {
      if (model.table === undefined) return undefined;
      table += 1;
      return partText(ours, `xl/tables/table${table}.xml`);
    }),
    format: (plan, row, column) => formats[plan]?.get(`${row},${column}`),
  };
};

/** A drawing would need parts of its own in the user's package; the cells beside it hold the same figures. */
const withoutCharts = (model: SheetModel): SheetModel => ({ ...model, charts: [] });

/** By `row,column`, from the cells in order: hucre writes every cell of a model that has a format. */
const formatsOf = (xml: string): ReadonlyMap<string, number> =>
  new Map(
    [...xml.matchAll(/<c r="([A-Z]+)(\d+)"[^>]*? s="(\d+)"/g)].map(([, letters = '', digits, format]) => {
      const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
      return [`${Number(digits) - 1},${column}`, Number(format)];
    }),
  );

/** Adds one sheet at the end of the workbook and returns the changed xl/workbook.xml. */
export const addSheet = (
  parts: Map<string, Uint8Array>,
  workbook: { readonly part: string; readonly xml: string; readonly relations: string },
  { name, model }: NewSheetPlan,
  { sheet, table }: { readonly sheet: string; readonly table: string | undefined },
): string => {
  const folder = workbook.part.slice(0, workbook.part.lastIndexOf('/') + 1);
  const sheetFile = freeName(parts, `${folder}worksheets/sheet`);
  setText(parts, sheetFile, sheet);
  const types = [[sheetFile, 'worksheet']];
  if (table !== undefined) {
    const tableFile = freeName(parts, `${folder}tables/table`);
    setText(parts, tableFile, renumbered(parts, table, model));
    const relation = relationXml('rId1', 'table', `/${tableFile}`);
    const relations = `<Relationships xmlns="${packageNamespace}">${relation}</Relationships>`;
    setText(parts, sheetFile.replace(/([^/]*)$/, '_rels/$1.rels'), xmlHead + relations);
    types.push([tableFile, 'table']);
  }
  const overrides = types.map(
    ([file = '', type = '']) => `<Override PartName="/${file}" ContentType="${contentType}.${type}+xml"/>`,
  );
  insertBefore(parts, '[Content_Types].xml', '</Types>', overrides.join(''));
  const known = partText(parts, workbook.relations);
  const id = `rId${1 + Math.max(0, ...[...known.matchAll(/ Id="rId(\d+)"/g)].map(([, digits]) => Number(digits)))}`;
  insertBefore(parts, workbook.relations, '</Relationships>', relationXml(id, 'worksheet', `/${sheetFile}`));
  const sheetId =
    1 + Math.max(0, ...[...workbook.xml.matchAll(/ sheetId="(\d+)"/g)].map(([, digits]) => Number(digits)));
  const end = xmlTags(workbook.xml).find((tag) => tag.name === 'sheets' && tag.kind === 'close');
  if (end === undefined) throw new FileFault('file-cannot-refresh', workbook.part);
  const tab = `<sheet name="${xmlText(name)}" sheetId="${sheetId}" xmlns:r="${namespace}" r:id="${id}"/>`;
  return workbook.xml.slice(0, end.start) + tab + workbook.xml.slice(end.start);
};

const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const packageNamespace = 'http://schemas.openxmlformats.org/package/2006/relationships';

const relationXml = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${namespace}/${type}" Target="${xmlText(target)}"/>`;

const freeName = (parts: ReadonlyMap<string, Uint8Array>, start: string): string => {
  const taken = new Set([...parts.keys()].map((name) => name.toLowerCase()));
  for (let number = 1; ; number += 1) {
    const name = `${start}${number}.xml`;
    if (!taken.has(name.toLowerCase())) return name;
  }
};

const insertBefore = (parts: Map<string, Uint8Array>, part: string, mark: string, added: string): void => {
  const xml = partText(parts, part);
  const place = xml.lastIndexOf(mark);
  if (place < 0) throw new FileFault('file-cannot-refresh', part);
  setText(parts, part, xml.slice(0, place) + added + xml.slice(place));
};

/** Ids and names of tables are unique in a workbook. */
const renumbered = (parts: ReadonlyMap<string, Uint8Array>, table: string, { table: wanted }: SheetModel): string => {
  const others = [...parts]
    .filter(([name]) => /\/tables\/[^/]*\.xml$/i.test(name))
    .map(([, bytes]) => new TextDecoder().decode(bytes));
  const ids = others.map((xml) => Number(/<[^>]*table[^>]* id="(\d+)"/.exec(xml)?.[1] ?? 0));
  const names = new Set(others.map((xml) => (/ displayName="([^"]*)"/.exec(xml)?.[1] ?? '').toLowerCase()));
  let name = wanted?.name ?? '';
  for (let count = 2; names.has(name.toLowerCase()); count += 1) name = `${wanted?.name ?? ''}_${count}`;
  return table
    .replace(/ id="\d+"/, ` id="${1 + Math.max(0, ...ids)}"`)
    .replace(/ name="[^"]*"/, ` name="${name}"`)
    .replace(/ displayName="[^"]*"/, ` displayName="${name}"`);
};
