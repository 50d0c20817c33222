import { writeXlsx } from 'hucre/xlsx';
import { linkTarget, type SheetPlan } from '..';
import { FileFault } from './fault';
import { hucreSheet, withQuotePrefix } from './hucre';
import { ownParts, partText, setText } from './parts';
import { plainText, textElement, xmlTags, xmlText, type XmlTag } from './xml';

/** Our sheets as a workbook of their own, whose formats have been added to the user's. */
interface Graft {
  /** All parts of it; the worksheets bear the format numbers of the user's workbook. */
  readonly parts: ReadonlyMap<string, Uint8Array>;
  /** The worksheet part of each plan, in order. */
  readonly sheets: readonly string[];
  /** The number a format of ours has now, for a cell of a plan. */
  format(plan: number, row: number, column: number): number | undefined;
}

/** Writes the sheets with hucre, and adds their formats to the styles part of `parts`. */
export const prepareGraft = async (
  parts: Map<string, Uint8Array>,
  stylesPart: string,
  plans: readonly SheetPlan[],
  sheetNames: readonly string[],
): Promise<Graft> => {
  const written = plans.map(({ model, name }) =>
    hucreSheet(model, name, (link) => linkTarget(link, plans, sheetNames)),
  );
  const ours = ownParts(await writeXlsx({ sheets: written, stringMode: 'inline' }));
  const styles = mergeStyles(partText(parts, stylesPart), withQuotePrefix(partText(ours, 'xl/styles.xml')));
  setText(parts, stylesPart, styles.xml);
  const sheets = plans.map((_, index) => `xl/worksheets/sheet${index + 1}.xml`);
  const formats = sheets.map((sheet) => {
    const moved = partText(ours, sheet)
      .replace(/(<c r="[A-Z]+\d+"[^>]*?) s="(\d+)"/g, (__, start: string, format: string) => {
        return `${start} s="${styles.format(Number(format))}"`;
      })
      .replace(/<t>([^<]*)<\/t>/g, (__, text: string) => textElement(text));
    setText(ours, sheet, moved);
    return formatsOf(moved);
  });
  return { parts: ours, sheets, format: (plan, row, column) => formats[plan]?.get(`${row},${column}`) };
};

/** By `row,column`, from the cells in order: hucre writes every cell of a model that has a format. */
const formatsOf = (xml: string): ReadonlyMap<string, number> =>
  new Map(
    [...xml.matchAll(/<c r="([A-Z]+)(\d+)"[^>]*? s="(\d+)"/g)].map(([, letters = '', digits, format]) => {
      const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
      return [`${Number(digits) - 1},${column}`, Number(format)];
    }),
  );

/** Excel refuses workbooks with more cell formats (rules/bad-inputs.md#b080). */
const mostFormats = 64_000;

/** A styles part that knows our formats too; `format(n)` is the new number of our format n. */
interface MergedStyles {
  readonly xml: string;
  format(ours: number): number;
}

/** Appends fonts, fills, borders, number formats and cell formats of ours behind theirs; theirs keep their numbers. */
const mergeStyles = (theirs: string, ours: string): MergedStyles => {
  const known = listOf(theirs, 'cellXfs').items.length;
  const formats = listOf(ours, 'cellXfs').items;
  if (known + formats.length > mostFormats) return { xml: theirs, format: () => 0 };
  const offsets = new Map(['font', 'fill', 'border'].map((name) => [name, listOf(theirs, `${name}s`).items.length]));
  const numbers = newNumberFormats(theirs, ours);
  const appended = ['font', 'fill', 'border'].reduce(
    (xml, name) => append(xml, `${name}s`, listOf(ours, `${name}s`).items),
    appendNumberFormats(theirs, numbers),
  );
  const moved = formats.map((format) =>
    format
      .replace(/ (font|fill|border)Id="(\d+)"/g, (_, name: string, id: string) => {
        return ` ${name}Id="${Number(id) + (offsets.get(name) ?? 0)}"`;
      })
      .replace(/ numFmtId="(\d+)"/, (_, id: string) => ` numFmtId="${numbers.get(Number(id))?.id ?? id}"`),
  );
  return { xml: append(appended, 'cellXfs', moved), format: (number) => number + known };
};

interface StyleList {
  readonly items: readonly string[];
  readonly open: XmlTag;
  readonly close: XmlTag;
}

const findList = (xml: string, name: string): StyleList | undefined => {
  const tags = xmlTags(xml);
  const from = tags.findIndex((tag) => tag.name === name && tag.kind === 'open' && tag.depth === 1);
  const to = tags.findIndex((tag, index) => index > from && tag.name === name && tag.kind === 'close');
  const [open, close] = [tags[from], tags[to]];
  if (open === undefined || close === undefined) return undefined;
  const inner = tags.slice(from + 1, to).filter(({ depth }) => depth === 2);
  const items = inner.flatMap((tag, index) => {
    if (tag.kind === 'close') return [];
    return [xml.slice(tag.start, tag.kind === 'empty' ? tag.end : (inner[index + 1]?.end ?? tag.end))];
  });
  return { items, open, close };
};

/** Files whose styles carry a namespace prefix, or none at all, are not mended: no office program writes them. */
const listOf = (xml: string, name: string): StyleList => {
  const list = xml.includes('<styleSheet') ? findList(xml, name) : undefined;
  if (list === undefined) throw new FileFault('file-cannot-refresh', `xl/styles.xml: ${name}`);
  return list;
};

const append = (xml: string, name: string, added: readonly string[]): string => {
  const { items, open, close } = listOf(xml, name);
  const tag = xml
    .slice(open.start, open.end)
    .replace(/ count="\d+"/, '')
    .replace(/>$/, ` count="${items.length + added.length}">`);
  return xml.slice(0, open.start) + tag + xml.slice(open.end, close.start) + added.join('') + xml.slice(close.start);
};

interface NumberFormat {
  readonly id: number;
  readonly code: string;
  readonly isNew: boolean;
}

/** By our own number: the number it gets among theirs; a code they have already keeps theirs. */
const newNumberFormats = (theirs: string, ours: string): ReadonlyMap<number, NumberFormat> => {
  const known = numberFormatsOf(theirs);
  let next = Math.max(163, ...known.keys()) + 1;
  return new Map(
    [...numberFormatsOf(ours)].map(([id, code]) => {
      const same = [...known].find(([, other]) => other === code)?.[0];
      return [id, same === undefined ? { id: next++, code, isNew: true } : { id: same, code, isNew: false }];
    }),
  );
};

const numberFormatsOf = (xml: string): ReadonlyMap<number, string> => {
  const items = findList(xml, 'numFmts')?.items ?? [];
  return new Map(
    items.map((item) => {
      const id = / numFmtId="(\d+)"/.exec(item)?.[1] ?? '0';
      return [Number(id), plainText(/ formatCode="([^"]*)"/.exec(item)?.[1] ?? '')];
    }),
  );
};

const appendNumberFormats = (xml: string, numbers: ReadonlyMap<number, NumberFormat>): string => {
  const added = [...numbers.values()]
    .filter(({ isNew }) => isNew)
    .map(({ id, code }) => `<numFmt numFmtId="${id}" formatCode="${xmlText(code)}"/>`);
  if (added.length === 0) return xml;
  if (findList(xml, 'numFmts') !== undefined) return append(xml, 'numFmts', added);
  const root = xmlTags(xml)[0];
  const list = `<numFmts count="${added.length}">${added.join('')}</numFmts>`;
  return xml.slice(0, root?.end) + list + xml.slice(root?.end);
};
