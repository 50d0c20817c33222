import plan from '../../src/allocation/plans/R7.json';
import { evaluate } from '../../src/evaluation';
import { resultsJson } from '../../src/report';
import { plainSheet, plainWorkbook } from '../../src/workbook';
import { filledForm } from './sampleWorkbooks';

/** A JSON file of `assets/samples/` that can be made again. */
export interface SampleFile {
  readonly path: string;
  readonly data: unknown;
}

/** The plan we package, as a start for one's own; and what `--json` says of the sample workbook. */
export const sampleFiles = (): readonly SampleFile[] => [
  { path: 'assets/samples/配分計画-令和7年度.json', data: { $schema: '../schemas/plan.schema.json', ...plan } },
  { path: 'assets/samples/採点結果-北塩原村-令和6年度.json', data: scored() },
];

const scored = (): unknown => {
  const { name, rows } = filledForm();
  const grid = rows.map((cells) => cells.map(({ value }) => value));
  const results = evaluate(plainWorkbook(plainSheet(name, grid)), { fileName: '北塩原村-令和6年度-回答.xlsx' });
  if (!results.ok) throw new Error(`sampleFiles: the sample is refused: ${JSON.stringify(results.problems)}`);
  return resultsJson(results.value);
};
