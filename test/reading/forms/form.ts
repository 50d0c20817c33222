import { schemeFor } from '../../builders/answerSheets';
import type { SheetContent, WorkbookContent } from '../../../src/workbook';
import { plainWorkbook } from '../../../src/workbook';
import { oddAnswerHeader, drawAnswerColumns, drawBeside, type Column } from './answerColumns';
import { drawCompanions } from './companions';
import { drawDamage } from './damage';
import { drawFrom, type Draw } from './draw';
import { drawHead, type Head } from './head';
import { itemsOf, type Item } from './items';
import { drawWriting, labelColumns } from './labelColumns';
import { drawLayout, plainLayouts, type Layout } from './layout';
import { drawMarks, type Marks } from './marks';
import { sheetsOf, type Parts } from './sheets';
import { townColumns, townRows } from './towns';
import { anyPlace, changed, drawTruth, neighbours, type Truth } from './truth';

/** A workbook as somebody may have made it, and what is true of it. */
export interface Form {
  readonly seed: number;
  readonly year: 'R6' | 'R7' | 'R8';
  /** What is special about it, one word each. */
  readonly recipe: readonly string[];
  readonly content: WorkbookContent;
  readonly fileName: string;
  /** One for each municipality. */
  readonly truths: readonly Truth[];
  /** Nothing about it is difficult. */
  readonly plain: boolean;
  /** Something in it contradicts the answers, and has to be told. */
  readonly contradicts: boolean;
}

const years = ['R6', 'R7', 'R8'] as const;
/** Last year of the years; R6 has none whose criteria are known, so the next one stands in. */
const lastYears = { R6: 'R7', R7: 'R6', R8: 'R7' } as const;

/** The form of a seed: the same seed gives the same form. */
export const formOf = (seed: number): Form => {
  const draw = drawFrom(seed);
  const year = draw.one(years);
  // Some forms are plain, most have a few oddities, some are full of them.
  const odd = draw.one([0, 0.03, 0.05, 0.05, 0.1, 0.1, 0.2, 0.4]);
  return draw.chance(0.12) ? townsForm(seed, draw, year, odd) : ownForm(seed, draw, year, odd);
};

/** Sheets with the answers of one municipality. */
const ownForm = (seed: number, draw: Draw, year: Form['year'], odd: number): Form => {
  const scheme = schemeFor(year);
  const lastScheme = schemeFor(lastYears[year]);
  const truth = drawTruth(draw, scheme, anyPlace(draw));
  const few = changed(draw, scheme, truth, draw.between(1, 8));
  const lastYear = drawTruth(draw, lastScheme, truth.municipality);
  const layout = drawLayout(draw, Math.max(0.3, odd * 1.4));
  const marks = drawMarks(draw, odd);
  const columns = drawAnswerColumns(draw, marks, truth, { few, lastYear }, Number(year.slice(1)), odd * 0.7);
  const goalFour = draw.usually(['alone', 'under promotion', 'under each'] as const, odd);
  const saysNo = marks.saysNo || columns.kind === 'yes and no';
  const damage = drawDamage(draw, itemsOf(scheme, goalFour), {
    opens: saysNo,
    tellsTwice: layout.indicator === 'columns',
    odd: odd * 0.5,
  });
  const beside = drawBeside(draw, scheme, truth, odd * 0.7);
  const head = drawHead(draw, Number(year.slice(1)), truth.municipality, odd);
  const parts = drawParts(
    draw,
    scheme,
    { layout, marks, head, items: damage.items, answers: columns.columns, beside: beside.columns, truth },
    odd,
  );
  const seedOfSheets = draw.between(0, 1_000_000);
  const own = hiddenSome(draw, sheetsOf(drawFrom(seedOfSheets), parts), odd);
  const companions = drawCompanions(
    draw,
    {
      truth,
      few,
      lastYear,
      scheme,
      lastScheme,
      formWith: (answers, sheet, whose) => {
        const column: Column = {
          header: '回答',
          cell: ({ criterion }) =>
            answers === 'empty' ? null : marks.write(answers === 'all' || answers.met.has(criterion.id), criterion),
        };
        const lines =
          whose === undefined
            ? head.lines
            : head.lines.map((line) =>
                line.map((cell) =>
                  typeof cell === 'string'
                    ? cell.replace(truth.municipality.name, whose).replace(truth.municipality.prefecture, '')
                    : cell,
                ),
              );
        const items = itemsOf(scheme, goalFour);
        const sheets = sheetsOf(drawFrom(seedOfSheets), {
          ...parts,
          items,
          answers: [column],
          beside: [],
          sums: undefined,
          head: { ...head, lines, sheet },
        });
        return sheets.map((one, at) => ({ ...one, name: sheets.length === 1 ? sheet : `${sheet}${at + 1}` }));
      },
    },
    odd * 0.6,
  );
  const sheets = uniquelyNamed([...(companions?.before ?? []), ...own.sheets, ...(companions?.after ?? [])]);
  const special = [
    ...damage.kinds,
    ...beside.kinds,
    ...head.kinds,
    ...parts.kinds,
    ...own.kinds,
    ...(companions === undefined ? [] : [`beside: ${companions.kind}`]),
    ...(columns.kind === 'single' ? [] : [`answers: ${columns.kind}`]),
    ...(marks.kind === '○｜×' ? [] : [`marks: ${marks.kind}`]),
    ...(goalFour === 'alone' ? [] : [`goal Ⅳ ${goalFour}`]),
  ];
  return {
    seed,
    year,
    recipe: [`layout: ${layout.kind}`, ...special],
    content: plainWorkbook(...sheets),
    fileName: head.fileName,
    truths: [truth],
    plain: special.length === 0 && plainLayouts.has(layout.kind),
    contradicts: beside.contradicts || (parts.sums !== undefined && parts.sums.off !== 0),
  };
};

interface Drawn {
  readonly layout: Layout;
  readonly marks: Marks;
  readonly head: Head;
  readonly items: readonly Item[];
  readonly answers: readonly Column[];
  readonly beside: readonly Column[];
  readonly truth: Truth;
}

const drawParts = (
  draw: Draw,
  scheme: ReturnType<typeof schemeFor>,
  { layout, marks, truth, ...drawn }: Drawn,
  odd: number,
): Parts & { readonly kinds: readonly string[] } => {
  const writing = drawWriting(draw, scheme, layout, odd * 0.7);
  const withPoints = !draw.chance(odd);
  const counted = draw.chance(odd * 0.5);
  const off = draw.chance(0.3) ? draw.between(1, 12) : 0;
  const sums =
    layout.header !== 'each block' && drawn.answers.length === 1 && draw.chance(odd * 0.6) ? { truth, off } : undefined;
  return {
    ...drawn,
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
      ...(sums === undefined ? [] : [off === 0 ? 'sums' : 'sums, wrong']),
    ],
  };
};

/** Some lines hidden, as after a filter. */
const hiddenSome = (
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

/** A list of a prefecture's municipalities. */
const townsForm = (seed: number, draw: Draw, year: Form['year'], odd: number): Form => {
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
  const { kind, columns } = townColumns(draw, marks, truths, odd);
  const head: Head = { lines: [[title], ...note], fileName: '一覧.xlsx', sheet: undefined, kinds: [] };
  const parts = drawParts(
    draw,
    scheme,
    { layout, marks, head, items: damage.items, answers: columns, beside: [], truth: first },
    odd,
  );
  const special = [...damage.kinds, ...parts.kinds, ...(kind === 'town head name' ? [] : [kind])];
  return {
    ...listed(seed, year, truths, special, marks),
    content: plainWorkbook(...uniquelyNamed(sheetsOf(draw, { ...parts, note: undefined }))),
    recipe: [`layout: towns as columns`, `layout: ${layout.kind}`, ...special, `marks: ${marks.kind}`],
    plain: special.length === 0 && marks.kind === '○｜×' && plainLayouts.has(layout.kind),
  };
};

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
  contradicts: false,
});

/** Excel's sheets differ in name, letters of either case alike. */
const uniquelyNamed = (sheets: readonly SheetContent[]): readonly SheetContent[] => {
  const taken = new Set<string>();
  return sheets.map((sheet) => {
    let { name } = sheet;
    for (let count = 2; taken.has(name.toLowerCase()); count += 1) name = `${sheet.name.slice(0, 26)} (${count})`;
    taken.add(name.toLowerCase());
    return { ...sheet, name };
  });
};
