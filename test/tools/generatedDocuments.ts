import type { YearFolder, Years } from '../../src/schemes';
import { generateCalibration } from './calibration/generateCalibration';
import { describeScheme } from './scheme-pages/describe';
import { describeBlockScheme } from './scheme-pages/describeBlockScheme';
import { jsonSchemas } from './jsonSchemas';
import { sampleFiles } from './sampleFiles';
import { packagedModule } from './yearFolders';

/** A file made from the data: its path from the project's folder, and what it must hold. */
export interface GeneratedDocument {
  readonly path: string;
  readonly text: string;
}

/** Every generated file as it must be now, from the folders of years and what they hold; pure, so a test can compare. */
export const generatedDocuments = (folders: readonly YearFolder[], packaged: Years): readonly GeneratedDocument[] => {
  const { scoredYears, blockSchemes, yearOf } = packaged;
  const years = scoredYears();
  return [
    { path: 'src/schemes/packaged.ts', text: packagedModule(folders) },
    ...years.flatMap((year, at): readonly GeneratedDocument[] => {
      const { scheme, national } = yearOf(year);
      const before = years[at - 1];
      const previous = before === undefined ? undefined : yearOf(before).scheme;
      return scheme === undefined
        ? []
        : [{ path: `src/schemes/${year}/README.md`, text: describeScheme({ scheme, national, previous }) }];
    }),
    ...blockSchemes.flatMap(({ year, part }): readonly GeneratedDocument[] => {
      const { scheme, national } = yearOf(year).blocks[part];
      const path = `src/schemes/${year}${part === 'prefecture' ? '-prefecture' : ''}/README.md`;
      return scheme === undefined ? [] : [{ path, text: describeBlockScheme(scheme, national) }];
    }),
    ...jsonSchemas().map(({ path, schema }) => ({ path, text: asText(schema) })),
    ...sampleFiles(packaged).map(({ path, data }) => ({ path, text: asText(data) })),
    generateCalibration(),
  ];
};

const asText = (data: unknown): string => `${JSON.stringify(data, null, 2)}\n`;
