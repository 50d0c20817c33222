import { blockKey, goalNumeral, grantNames } from '../../../src/schemes';
import type { CellValue, Rectangle, SheetContent } from '../../../src/workbook';
import { plainSheet } from '../../../src/workbook';
import type { Column } from './answerColumns';
import type { Draw } from './draw';
import type { Head } from './head';
import { goalKey, groupKey, indicatorKey, type Item } from './items';
import { labelColumns, type LabelColumn, type Writing } from './labelColumns';
import type { Layout } from './layout';
import type { Truth } from './truth';

/** What one form is made of. */
export interface Parts {
  readonly layout: Layout;
  readonly writing: Writing;
  readonly items: readonly Item[];
  readonly answers: readonly Column[];
  readonly beside: readonly Column[];
  readonly head: Head;
  readonly withPoints: boolean;
  /** A line above the table that explains the codes. */
  readonly note: string | undefined;
  /** Lines with sums, of the true points or off by a few. */
  readonly sums: { readonly truth: Truth; readonly off: number } | undefined;
  /** A running number in front. */
  readonly counted: boolean;
  readonly sheetName: string;
  readonly page: Page;
}

/** How the table lies on its sheet. */
export interface Page {
  /** Empty columns before it. */
  readonly margin: number;
  /** Empty lines between groups. */
  readonly gaps: boolean;
  /** The header again after so many lines, as on printed pages. */
  readonly linesOfPage: number | undefined;
  /** Lines below the table. */
  readonly foot: readonly string[];
}

interface Line {
  readonly cells: readonly CellValue[];
  readonly item?: Item;
}

const sheetKey = ({ sheets }: Layout, item: Item): string =>
  sheets === 'per goal' ? goalKey(item) : sheets === 'per grant' ? item.under : '';

/** The sheets of a form, in order. */
export const sheetsOf = (draw: Draw, parts: Parts): readonly SheetContent[] => {
  const { layout, items } = parts;
  const keys = [...new Set(items.map((item) => sheetKey(layout, item)))];
  const style = draw.between(0, 3);
  return keys.map((key) => {
    const own = items.filter((item) => sheetKey(layout, item) === key);
    const [first] = own;
    if (first === undefined) throw new Error('sheetsOf: nothing on the sheet');
    const grant = grantNames[first.under].short;
    const goal = layout.sheets === 'per goal' ? goalNumeral(first.indicator.goal) : '';
    const told =
      layout.grant === 'sheet'
        ? ([
            `${grant}${goal}`,
            `${grant}${goal === '' ? '' : `目標${goal}`}`,
            `${grant}_${goal || '交付金'}`,
            `${goal === '' ? '' : `目標${goal}`}（${grant}）`,
          ][style] ?? '')
        : '';
    const name =
      layout.sheets === 'one' ? (parts.head.sheet ?? parts.sheetName) : told || `様式${keys.indexOf(key) + 1}`;
    return sheetOf(name.slice(0, 31), own, parts);
  });
};

const sheetOf = (name: string, items: readonly Item[], parts: Parts): SheetContent => {
  const { layout, writing, answers, beside, head, withPoints, note } = parts;
  const labels = labelColumns(layout, writing, withPoints);
  const before: readonly Column[] = [
    ...(parts.counted ? [{ header: '通番', cell: (item: Item) => items.indexOf(item) + 1 }] : []),
    ...(layout.labels === 'right' ? answers : []),
  ];
  const after = layout.labels === 'right' ? beside : [...answers, ...beside];
  const columns = [...before, ...labels, ...after];
  const header = headerLines(layout, before, labels, after, answers);
  const lines: Line[] = [
    ...head.lines,
    ...titleLines(layout, writing, items),
    ...(note === undefined ? [] : [[note]]),
  ].map((cells) => ({ cells }));
  if (layout.header !== 'each block') lines.push(...header);
  let last: Item | undefined;
  for (const [at, item] of items.entries()) {
    const { gaps, linesOfPage } = parts.page;
    if (gaps && last !== undefined && groupKey(last) !== groupKey(item)) lines.push({ cells: [] });
    if (at > 0 && linesOfPage !== undefined && at % linesOfPage === 0) lines.push(...header);
    const headings = headingsBefore(layout, writing, last, item);
    lines.push(...headings.map((text): Line => ({ cells: [text] })));
    if (layout.header === 'each block' && (last === undefined || blockOf(layout, last) !== blockOf(layout, item)))
      lines.push(...header);
    if (layout.indicator === 'outline' && (last === undefined || indicatorKey(last) !== indicatorKey(item)))
      lines.push({
        cells: [
          ...before.map(() => null),
          ...labels.map((column) => (isOutline(column, labels, withPoints) ? indicatorLine(writing, item) : null)),
        ],
      });
    lines.push({ cells: columns.map((column) => column.cell(item)), item });
    lines.push(...sumLines(parts, columns, labels, answers, item, items[at + 1]));
    last = item;
  }
  lines.push(...parts.page.foot.map((text): Line => ({ cells: [text] })));
  return shiftedRight(withRepeats(name, lines, labels, before.length, layout.repeats), parts.page.margin);
};

const shiftedRight = (sheet: SheetContent, by: number): SheetContent => ({
  ...sheet,
  grid: sheet.grid.map((row) => [...Array.from({ length: by }, () => null), ...row]),
  merges: sheet.merges.map(({ left, right, ...rows }) => ({ ...rows, left: left + by, right: right + by })),
});

const blockOf = ({ group }: Layout, item: Item): string => (group === 'section' ? groupKey(item) : goalKey(item));

const isOutline = (column: LabelColumn, labels: readonly LabelColumn[], withPoints: boolean): boolean =>
  labels.indexOf(column) === labels.length - (withPoints ? 2 : 1);

const indicatorLine = (writing: Writing, item: Item): string => `${item.number}　${writing.name(item)}`;

const titleLines = (layout: Layout, writing: Writing, items: readonly Item[]): readonly (readonly CellValue[])[] => {
  const [first] = items;
  if (first === undefined || (layout.grant !== 'title' && layout.goal !== 'title')) return [];
  return [[`${grantNames[first.under].full}${layout.goal === 'title' ? `　${writing.goalHeading(first)}` : ''}`]];
};

/** The lines that open a grant, a goal and a group where they stand in lines of their own. */
const headingsBefore = (layout: Layout, writing: Writing, last: Item | undefined, item: Item): readonly string[] => {
  const changes = (key: (one: Item) => string): boolean => last === undefined || key(last) !== key(item);
  return [
    ...(layout.grant === 'section' && changes(({ under }) => under) ? [`【${grantNames[item.under].full}】`] : []),
    ...(layout.goal === 'section' && changes(goalKey) ? [writing.goalHeading(item)] : []),
    ...(layout.group === 'section' && changes(groupKey) ? [writing.group(item)] : []),
  ];
};

const headerLines = (
  layout: Layout,
  before: readonly Column[],
  labels: readonly Column[],
  after: readonly Column[],
  answers: readonly Column[],
): readonly Line[] => {
  const all = [...before, ...labels, ...after];
  const nameless = layout.header === 'none over answers';
  const words = all.map((column) => (nameless && answers.includes(column) ? null : column.header || null));
  const upper = all.map((column) => column.upper ?? null);
  if (layout.header === 'stacked' && upper.every((word) => word === null))
    return [
      { cells: all.map((column) => (answers.includes(column) ? '自己点検' : column.header || null)) },
      { cells: all.map((column) => (answers.includes(column) ? column.header || '○×' : null)) },
    ];
  // A merged header over several columns speaks in its first cell.
  return upper.some((word) => word !== null)
    ? [
        {
          cells: all.map((column, at) =>
            column.upper === undefined ? column.header || null : upper[at - 1] === column.upper ? null : column.upper,
          ),
        },
        { cells: all.map((column) => (column.upper === undefined ? null : column.header)) },
      ]
    : [{ cells: words }];
};

/** 計 behind a group or a goal, 合計 at the end; points in the column of the answers and in that of the most. */
const sumLines = (
  { sums, withPoints, layout }: Parts,
  columns: readonly Column[],
  labels: readonly Column[],
  answers: readonly Column[],
  item: Item,
  next: Item | undefined,
): readonly Line[] => {
  if (sums === undefined) return [];
  const line = (words: string, points: number, most: number | null): Line => ({
    cells: columns.map((column) => {
      if (column === labels[0]) return words;
      if (withPoints && column === labels.at(-1)) return most;
      return column === answers.at(-1) ? points : null;
    }),
  });
  const { indicator } = item;
  const { truth, off } = sums;
  const place = { grant: indicator.grant, goal: indicator.goal };
  const ends = (key: (one: Item) => string): boolean => next === undefined || key(next) !== key(item);
  return [
    ...(ends(groupKey)
      ? [line('計', truth.points.get(blockKey({ ...place, group: indicator.group })) ?? 0, null)]
      : []),
    ...(ends(goalKey)
      ? [line(`目標${goalNumeral(indicator.goal)} 計`, truth.points.get(blockKey({ ...place, group: null })) ?? 0, 100)]
      : []),
    ...(next === undefined && layout.sheets === 'one' ? [line('合計', truth.total + off, 800)] : []),
  ];
};

/** Labels that stand once: in the first of their lines, or in a merged cell over all of them. */
const withRepeats = (
  name: string,
  lines: readonly Line[],
  labels: readonly LabelColumn[],
  offset: number,
  repeats: Layout['repeats'],
): SheetContent => {
  const grid = lines.map(({ cells }) => [...cells]);
  if (repeats === 'all') return plainSheet(name, grid);
  const merges: Rectangle[] = [];
  labels.forEach(({ key }, at) => {
    if (key === undefined) return;
    const column = offset + at;
    let top = -1;
    const close = (bottom: number): void => {
      if (top >= 0 && bottom > top) merges.push({ top, bottom, left: column, right: column });
      top = -1;
    };
    lines.forEach(({ item }, row) => {
      const above = lines[row - 1]?.item;
      const same = item !== undefined && above !== undefined && key(item) === key(above);
      const cells = grid[row];
      if (same && cells !== undefined) cells[column] = null;
      if (same) return;
      close(row - 1);
      if (item !== undefined) top = row;
    });
    close(lines.length - 1);
  });
  return { ...plainSheet(name, grid), merges: repeats === 'merged' ? merges : [] };
};
