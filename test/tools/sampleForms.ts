import kitashiobara from '../../assets/samples/北塩原村-令和6年度.json';
import { readFiscalYear } from '../../src/kernel';
import { answerForm } from '../../src/report';
import type { Scheme, Years } from '../../src/schemes';
import type { SheetModel } from '../../src/workbook';

/** The answer form of 北塩原村 R6, filled in from the published facts. */
export const filledSample = (years: Pick<Years, 'yearOf'>): SheetModel =>
  filledForm(packagedScheme(years, kitashiobara.fiscalYear));

const filledForm = (scheme: Scheme): SheetModel => {
  const met = new Set(kitashiobara.met);
  return answerForm(scheme, {
    municipality: kitashiobara.municipality,
    prefecture: kitashiobara.prefecture,
    code: kitashiobara.code,
    answers: (id) => (met.has(id) ? '○' : '×'),
  });
};

/** Three of the usual mistakes (rules/bad-inputs.md#b022, #b024, #b017), by criterion. */
const lessonMistakes = new Map<string, string | null>([
  ['P1p1a', '◎'],
  ['P1p2a', '△'],
  ['P1p3a1', null],
]);

/** What the pane opens to try it on: the published answers of 北塩原村 R6, with three mistakes to settle. */
export const firstLesson = (years: Pick<Years, 'yearOf'>): SheetModel => {
  const scheme = packagedScheme(years, kitashiobara.fiscalYear);
  const form = filledForm(scheme);
  const ids = scheme.indicators.flatMap(({ criteria }) => criteria.map(({ id }) => id));
  const first = form.rows.length - ids.length;
  const rows = form.rows.map((row, at) => {
    const mistake = lessonMistakes.get(ids[at - first] ?? '');
    const answer = row.at(-1);
    return mistake === undefined || answer === undefined ? row : [...row.slice(0, -1), { ...answer, value: mistake }];
  });
  return { ...form, rows };
};

/** The packaged rules of a year that is known to be there. */
export const packagedScheme = ({ yearOf }: Pick<Years, 'yearOf'>, year: string): Scheme => {
  const fiscalYear = readFiscalYear(year);
  const scheme = fiscalYear === undefined ? undefined : yearOf(fiscalYear).scheme;
  if (scheme === undefined) throw new Error(`sampleWorkbooks: no scheme for ${year}`);
  return scheme;
};
