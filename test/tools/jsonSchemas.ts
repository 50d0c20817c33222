import { z } from 'zod';
import { AllocationPlanFile } from '../../src/allocation/plan';
import { scoreFileSchema } from '../../src/report/scoreFile';
import { AnyScheme } from '../../src/schemes/scheme';
import { mappingFileSchema, scenarioFileSchema, settingsFileSchema } from '../../src/settings';

/** A JSON Schema and its path from the project's folder. */
export interface JsonSchemaFile {
  readonly path: string;
  readonly schema: object;
}

/**
 * The files a person or another program writes or reads, as JSON Schema 2020-12 for editors and readers. Linters and
 * readers check more than a schema can say.
 */
export const jsonSchemas = (): readonly JsonSchemaFile[] => [
  schemaFile('src/schemes/scheme.schema.json', AnyScheme),
  schemaFile('assets/schemas/settings.schema.json', settingsFileSchema()),
  schemaFile('assets/schemas/plan.schema.json', AllocationPlanFile),
  schemaFile('assets/schemas/score.schema.json', scoreFileSchema()),
  schemaFile('assets/schemas/mapping.schema.json', mappingFileSchema()),
  schemaFile('assets/schemas/scenario.schema.json', scenarioFileSchema()),
];

const schemaFile = (path: string, schema: z.ZodType): JsonSchemaFile => ({
  path,
  // As it is written down: defaults not filled in, and what a looser schema lets pass is let pass.
  schema: z.toJSONSchema(schema, { io: 'input' }),
});
