import plan from '../../src/schemes/R7/plan.json';
import { evaluate } from '../../src/evaluation';
import { resultsJson } from '../../src/report';
import type { Years } from '../../src/schemes';
import { plainSheet, plainWorkbook } from '../../src/workbook';
import { filledSample } from './sampleForms';

/** A JSON file of `assets/samples/` that can be made again. */
export interface SampleFile {
  readonly path: string;
  readonly data: unknown;
}

/** The plan we package, as a start for one's own; and what `--json` says of the sample workbook. */
export const sampleFiles = (years: Years): readonly SampleFile[] => [
  { path: 'assets/samples/配分計画-令和7年度.json', data: { $schema: '../schemas/plan.schema.json', ...plan } },
  { path: 'assets/samples/採点結果-北塩原村-令和6年度.json', data: scored(years) },
];

const scored = (years: Years): unknown => {
  const { name, rows } = filledSample(years);
  const grid = rows.map((cells) => cells.map(({ value }) => value));
  const results = evaluate(plainWorkbook(plainSheet(name, grid)), { fileName: '北塩原村-令和6年度-回答.xlsx' });
  if (!results.ok) throw new Error(`sampleFiles: the sample is refused: ${JSON.stringify(results.problems)}`);
  return resultsJson(results.value);
};
