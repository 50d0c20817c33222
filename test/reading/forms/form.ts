import { schemeFor } from '../../builders/answerSheets';
import { plainWorkbook, type WorkbookContent } from '../../../src/workbook';
import { drawAnswerColumns, type Column } from './answerColumns';
import { drawBeside } from './besideColumns';
import { drawCompanions } from './companions';
import { drawDamage } from './damage';
import { drawFrom, type Draw } from './draw';
import { drawHead } from './head';
import { itemsOf } from './items';
import { drawLayout, plainLayouts } from './layout';
import { townsForm } from './lists';
import { drawMarks } from './marks';
import { drawParts, hiddenSome, uniquelyNamed } from './parts';
import { pointsOfIndicators } from './pointsOfIndicators';
import { sheetsOf } from './sheets';
import { anyPlace, changed, drawTruth, type Truth } from './truth';

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
  /** False where it says points of indicators, and no answers. */
  readonly answers: boolean;
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
  if (draw.chance(0.12)) return townsForm(seed, draw, year, odd);
  return draw.chance(0.04) ? pointsForm(seed, draw, year, odd) : ownForm(seed, draw, year, odd);
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
  const beside = drawBeside(draw, scheme, truth, { mayContradict: marks.untold !== true, odd: odd * 0.7 });
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
    answers: true,
    contradicts: beside.contradicts || (parts.sums !== undefined && parts.sums.off !== 0),
  };
};

/** Points of each indicator of one municipality, and no answers. */
const pointsForm = (seed: number, draw: Draw, year: Form['year'], odd: number): Form => {
  const scheme = schemeFor(year);
  const truth = drawTruth(draw, scheme, anyPlace(draw));
  const head = drawHead(draw, Number(year.slice(1)), truth.municipality, odd);
  const { kinds, sheet } = pointsOfIndicators(draw, scheme, truth, head, odd);
  const special = [...head.kinds, ...kinds];
  return {
    seed,
    year,
    recipe: ['layout: points of indicators', ...special],
    content: plainWorkbook(sheet),
    fileName: head.fileName,
    truths: [truth],
    plain: special.length === 0,
    answers: false,
    contradicts: false,
  };
};
