import { blockNationalOf, blockSchemeOf, blockSchemes, nationalOf, schemeOf, scoredYears } from '../../src/schemes';
import { generateCalibration } from './calibration/generateCalibration';
import { describeScheme } from './scheme-pages/describe';
import { describeBlockScheme } from './scheme-pages/describeBlockScheme';
import { schemeJsonSchema } from './schemeJsonSchema';
import type { Result } from '../../src/kernel';

/** A file made from the data: its path from the project's folder, and what it must hold. */
export interface GeneratedDocument {
  readonly path: string;
  readonly text: string;
}

/** Every generated file as it must be now; pure, so a test can compare. */
export const generatedDocuments = (): readonly GeneratedDocument[] => [
  ...scoredYears.map((year, at): GeneratedDocument => {
    const before = scoredYears[at - 1];
    const text = describeScheme({
      scheme: packaged(schemeOf(year)),
      national: present(nationalOf(year)),
      previous: before === undefined ? undefined : packaged(schemeOf(before)),
    });
    return { path: `src/schemes/${year}/README.md`, text };
  }),
  ...blockSchemes.map(({ year, part }): GeneratedDocument => {
    const text = describeBlockScheme(packaged(blockSchemeOf(year, part)), present(blockNationalOf(year, part)));
    return { path: `src/schemes/${year}${part === 'prefecture' ? '-prefecture' : ''}/README.md`, text };
  }),
  { path: 'src/schemes/scheme.schema.json', text: `${JSON.stringify(schemeJsonSchema(), null, 2)}\n` },
  generateCalibration(),
];

const packaged = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`generatedDocuments: not packaged: ${JSON.stringify(result.problems)}`);
  return result.value;
};

const present = <T>(figures: T | undefined): T => {
  if (figures === undefined) throw new Error('generatedDocuments: a year has rules but no national figures');
  return figures;
};
