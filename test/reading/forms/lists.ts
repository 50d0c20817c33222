import { schemeFor } from '../../builders/answerSheets';
import { plainWorkbook } from '../../../src/workbook';
import type { Column } from './answerColumns';
import { drawDamage } from './damage';
import type { Draw } from './draw';
import type { Form } from './form';
import type { Head } from './head';
import { itemsOf } from './items';
import { drawLayout, plainLayouts, type Layout } from './layout';
import { drawMarks, type Marks } from './marks';
import { drawParts, uniquelyNamed } from './parts';
import { sheetsOf } from './sheets';
import { townColumns, townRows } from './towns';
import { drawTruth, neighbours, type Truth } from './truth';

/** A list of a prefecture's municipalities. */
export const townsForm = (seed: number, draw: Draw, year: Form['year'], odd: number): Form => {
  const scheme = schemeFor(year);
  const truths = neighbours(draw, draw.between(2, 4)).map((place) => drawTruth(draw, scheme, place));
  const [first] = truths;
  if (first === undefined) throw new Error('townsForm: no town');
  const marks = drawMarks(draw, odd);
  const asRows = draw.chance(0.4);
  const damage = drawDamage(draw, itemsOf(scheme, 'alone'), {
    opens: marks.saysNo,
    tellsTwice: false,
    odd: odd * 0.3,
  });
  const label = `令和${year.slice(1)}年度`;
  const title = `${label} 保険者機能強化推進交付金等 市町村別回答一覧（${first.municipality.prefecture}）`;
  const note = marks.explained === undefined ? [] : [[marks.explained.words.trim()]];
  if (asRows) {
    const { kind, sheet } = townRows(draw, marks, damage.items, truths, title, odd);
    const [line = [], ...rest] = sheet.grid;
    return {
      ...listed(seed, year, truths, [...damage.kinds, ...(kind === 'town head name' ? [] : [kind])], marks),
      content: plainWorkbook({ ...sheet, grid: [line, ...note, ...rest] }),
      recipe: ['layout: towns as rows', ...damage.kinds, kind, `marks: ${marks.kind}`],
    };
  }
  const layout = drawLayout(draw, odd);
  if (layout.sheets === 'one' && draw.chance(0.3)) {
    const writing = drawParts(
      draw,
      scheme,
      { layout, marks, head: noHead, items: damage.items, answers: [], beside: [], truth: first },
      odd,
    );
    const sheets = truths.flatMap((truth) => {
      const head = {
        ...noHead,
        lines: [[title], ['市町村名', truth.municipality.name], ...note],
        sheet: truth.municipality.name,
      };
      const answers: Column = {
        header: '回答',
        cell: ({ criterion, instead }) =>
          instead === undefined ? marks.write(truth.met.has(criterion.id), criterion) : instead,
      };
      return sheetsOf(draw, { ...writing, head, answers: [answers], sums: undefined });
    });
    const special = [...damage.kinds, ...writing.kinds];
    return {
      ...listed(seed, year, truths, special, marks),
      content: plainWorkbook(...uniquelyNamed(sheets)),
      recipe: ['layout: sheet per town', `layout: ${layout.kind}`, ...special, `marks: ${marks.kind}`],
      plain: special.length === 0 && marks.kind === '○｜×' && plainLayouts.has(layout.kind),
    };
  }
  // The headers are what names the towns.
  const headed: Layout = layout.header === 'none over answers' ? { ...layout, kind: 'list', header: 'once' } : layout;
  const { kind, columns } = townColumns(draw, marks, truths, odd);
  const head: Head = { lines: [[title], ...note], fileName: '一覧.xlsx', sheet: undefined, kinds: [] };
  const parts = drawParts(
    draw,
    scheme,
    { layout: headed, marks, head, items: damage.items, answers: columns, beside: [], truth: first },
    odd,
  );
  const special = [...damage.kinds, ...parts.kinds, ...(kind === 'town head name' ? [] : [kind])];
  return {
    ...listed(seed, year, truths, special, marks),
    content: plainWorkbook(...uniquelyNamed(sheetsOf(draw, { ...parts, note: undefined }))),
    recipe: [`layout: towns as columns`, `layout: ${headed.kind}`, ...special, `marks: ${marks.kind}`],
    plain: special.length === 0 && marks.kind === '○｜×' && plainLayouts.has(headed.kind),
  };
};

const noHead: Head = { lines: [], fileName: '一覧.xlsx', sheet: undefined, kinds: [] };

const listed = (
  seed: number,
  year: Form['year'],
  truths: readonly Truth[],
  special: readonly string[],
  marks: Marks,
): Omit<Form, 'content' | 'recipe'> => ({
  seed,
  year,
  truths,
  fileName: '一覧.xlsx',
  plain: special.length === 0 && marks.kind === '○｜×',
  answers: true,
  contradicts: false,
});
