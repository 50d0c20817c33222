import type { schemeFor } from '../../builders/answerSheets';
import type { SheetContent } from '../../../src/workbook';
import { oddAnswerHeader, type Column } from './answerColumns';
import type { Draw } from './draw';
import type { Head } from './head';
import type { Item } from './items';
import { drawWriting, labelColumns } from './labelColumns';
import type { Layout } from './layout';
import type { Marks } from './marks';
import type { Page, Parts } from './sheets';
import type { Truth } from './truth';

/** What is drawn before: the layout, the lines and the answers. */
export interface Drawn {
  readonly layout: Layout;
  readonly marks: Marks;
  readonly head: Head;
  readonly items: readonly Item[];
  readonly answers: readonly Column[];
  readonly beside: readonly Column[];
  readonly truth: Truth;
}

/** Draws the rest of a form: its spellings, columns and lines of no answers; `kinds` names what is odd. */
export const drawParts = (
  draw: Draw,
  scheme: ReturnType<typeof schemeFor>,
  { layout, marks, truth, ...drawn }: Drawn,
  odd: number,
): Parts & { readonly kinds: readonly string[] } => {
  const writing = drawWriting(draw, scheme, layout, odd * 0.7);
  const withPoints = !draw.chance(odd);
  const counted = draw.chance(odd * 0.5);
  const drawnOff = draw.chance(0.3) ? draw.between(1, 12) : 0;
  // Only one sheet has the sum of all.
  const off = layout.sheets === 'one' ? drawnOff : 0;
  const sums =
    layout.header !== 'each block' && drawn.answers.length === 1 && draw.chance(odd * 0.6) ? { truth, off } : undefined;
  const page = drawPage(draw, odd * 0.4);
  return {
    ...drawn,
    page,
    layout,
    writing,
    withPoints,
    counted,
    sums,
    note: marks.explained?.by === 'note' ? marks.explained.words : undefined,
    sheetName: draw.one(['回答', '回答票', 'Sheet1', '市町村分', '評価指標', '自己評価']),
    kinds: [
      ...writing.kinds,
      ...labelColumns(layout, writing, withPoints).flatMap(({ oddHeader }) => oddHeader ?? []),
      ...(drawn.answers.length === 1 ? drawn.answers.flatMap(({ header }) => oddAnswerHeader(header) ?? []) : []),
      ...(withPoints ? [] : ['no points']),
      ...(counted ? ['running number'] : []),
      ...(page.margin === 0 ? [] : ['begins further right']),
      ...(page.gaps ? ['empty lines'] : []),
      ...(page.linesOfPage === undefined ? [] : ['header on every page']),
      ...(page.foot.length === 0 ? [] : ['lines below']),
      ...(sums === undefined ? [] : [off === 0 ? 'sums' : 'sums, wrong']),
    ],
  };
};

const drawPage = (draw: Draw, odd: number): Page => ({
  margin: draw.chance(odd) ? draw.between(1, 2) : 0,
  gaps: draw.chance(odd),
  linesOfPage: draw.chance(odd) ? draw.between(25, 60) : undefined,
  foot: draw.chance(odd)
    ? draw.some(
        [
          '※ 該当する場合は「○」を記入してください。',
          '（注）不明な点は県担当課へ照会してください。',
          '記入者　高齢福祉課　介護保険係',
          '問い合わせ先　電話 0166-00-0000',
        ],
        draw.between(1, 3),
      )
    : [],
});

/** Some lines hidden, as after a filter. */
export const hiddenSome = (
  draw: Draw,
  sheets: readonly SheetContent[],
  odd: number,
): { readonly sheets: readonly SheetContent[]; readonly kinds: readonly string[] } => {
  if (!draw.chance(odd * 0.2)) return { sheets, kinds: [] };
  const hide = (sheet: SheetContent): SheetContent => {
    const from = draw.between(10, Math.max(10, sheet.grid.length - 5));
    const rows = Array.from({ length: draw.between(1, 8) }, (_, at) => from + at);
    return { ...sheet, hiddenRows: new Set(rows), filtered: draw.chance(0.5) };
  };
  return { sheets: sheets.map(hide), kinds: ['rows hidden'] };
};

/** Excel's sheets differ in name, letters of either case alike. */
export const uniquelyNamed = (sheets: readonly SheetContent[]): readonly SheetContent[] => {
  const taken = new Set<string>();
  return sheets.map((sheet) => {
    let { name } = sheet;
    for (let count = 2; taken.has(name.toLowerCase()); count += 1) name = `${sheet.name.slice(0, 26)} (${count})`;
    taken.add(name.toLowerCase());
    return { ...sheet, name };
  });
};
