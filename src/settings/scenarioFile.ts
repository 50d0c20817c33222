import { z } from 'zod';
import { ok, type Result } from '../problems';
import { readShaped } from '../schemes';

/** Plans to try, and what a person says of the work, by the ids of criteria; ids belong to one year. */
export interface ScenarioFile {
  readonly plans: readonly ScenarioPlan[];
  readonly effort: ReadonlyMap<string, number>;
  readonly excluded: readonly string[];
}

/** What would be answered otherwise than today. */
export interface ScenarioPlan {
  readonly name: string;
  readonly met: readonly string[];
  readonly unmet: readonly string[];
}

const Id = z.string().min(1).max(12);
const Ids = z.array(Id).max(600);

/** The shape of the file of `--scenario`. */
export const scenarioFileSchema = () =>
  z.strictObject({
    $schema: z.string().max(500).optional(),
    version: z.literal(1),
    plans: z
      .array(
        z.strictObject({
          name: z.string().min(1).max(50).meta({ description: '案の名前' }),
          met: Ids.optional().meta({ description: '満たすことにする枝番の id（例：P1p3a1）' }),
          unmet: Ids.optional().meta({ description: '満たさないことにする枝番の id' }),
        }),
      )
      .max(10)
      .optional(),
    effort: z
      .record(Id, z.number().min(0.001).max(1_000_000))
      .optional()
      .meta({ description: '枝番ごとの手間。書かない枝番は、全国で満たしていない市町村の数' }),
    exclude: Ids.optional().meta({ description: '取組案に入れない枝番の id' }),
  });

/** Reads the file of `--scenario`, given as parsed JSON; a wrong shape is refused as a whole. Ids are not checked yet. */
export const readScenarioFile = (data: unknown): Result<ScenarioFile> => {
  const shaped = readShaped(scenarioFileSchema(), data, 'scenario-shape');
  if (!shaped.ok) return shaped;
  const { plans = [], effort = {}, exclude = [] } = shaped.value;
  return ok({
    plans: plans.map(({ name, met = [], unmet = [] }) => ({ name, met, unmet })),
    effort: new Map(Object.entries(effort)),
    excluded: exclude,
  });
};
