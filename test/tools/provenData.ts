import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import { CostCategories } from '../../src/allocation/plan';
import { provenPlan } from '../../src/allocation/plans';
import { readPlan } from '../../src/allocation/readPlan';
import type { FiscalYear } from '../../src/kernel';
import { sentenceOf, type Result } from '../../src/problems';
import carriedOver from '../../src/schemes/carriedOver.json';
import descriptions from '../../src/schemes/descriptions.json';
import { lintBlockScheme } from '../../src/schemes/lint/schemeLints';
import type { Fault } from '../../src/schemes/lint/linter';
import { BlockNationalFigures, NationalFigures } from '../../src/schemes/national';
import { readScheme } from '../../src/schemes/readData';
import { BlockScheme, CarriedOverFile, DescriptionsFile } from '../../src/schemes/scheme';
import { knowsCriteria, placeOfFolder, type YearFolder } from '../../src/schemes/yearFolder';
import { lintBlockNational, lintNational } from './national-lints/lintNational';

/**
 * What is wrong with the data that is packaged, in the words of its readers and linters; empty when the product may take
 * it as it stands (`proven`), without reading it again at each start.
 */
export const dataFaults = (folders: readonly YearFolder[]): readonly string[] => [
  ...folders.flatMap((folder) => [
    ...(knowsCriteria(folder) ? criteriaFaults(folder) : blockFaults(folder)),
    ...planFaults(folder),
    ...costFaults(folder, folders),
  ]),
  ...shaped('carriedOver', CarriedOverFile, carriedOver).faults,
  ...shaped('descriptions', DescriptionsFile, descriptions).faults,
];

const criteriaFaults = ({ folder, scheme, national }: YearFolder): readonly string[] => {
  const rules = readScheme(scheme);
  if (!rules.ok) return sentences(folder, rules);
  const figures = shaped(`${folder}/national`, NationalFigures.optional(), national);
  return [
    ...unchanged(folder, scheme, rules.value),
    ...placed(folder, rules.value),
    ...figures.faults,
    ...(figures.value === undefined
      ? []
      : [...placed(folder, figures.value), ...told(folder, lintNational(figures.value, rules.value))]),
  ];
};

const blockFaults = ({ folder, scheme, national }: YearFolder): readonly string[] => {
  const rules = shaped(`${folder}/scheme`, BlockScheme, scheme);
  const figures = shaped(`${folder}/national`, BlockNationalFigures.optional(), national);
  if (rules.value === undefined) return rules.faults;
  return [
    ...placed(folder, rules.value),
    ...told(folder, lintBlockScheme(rules.value)),
    ...figures.faults,
    ...(figures.value === undefined
      ? []
      : [...placed(folder, figures.value), ...told(folder, lintBlockNational(figures.value, rules.value))]),
  ];
};

const planFaults = ({ folder, plan }: YearFolder): readonly string[] => {
  if (plan === undefined) return [];
  const read = readPlan(plan);
  if (!read.ok) return sentences(folder, read);
  return [...placed(folder, read.value), ...unchanged(folder, provenPlan(plan), read.value)];
};

/** Costs of a year that are said to be those of another are those of a year that has its own. */
const costFaults = ({ folder, costs }: YearFolder, folders: readonly YearFolder[]): readonly string[] => {
  const { value, faults } = shaped(`${folder}/costs`, CostCategories.optional(), costs);
  if (value === undefined || !('sameAs' in value)) return faults;
  const other = CostCategories.safeParse(folders.find((one) => one.folder === value.sameAs)?.costs);
  return other.success && 'grants' in other.data
    ? faults
    : [`${folder}：costs は ${value.sameAs} と同じとあるが、ない`];
};

/** A file by its schema; what is refused, or would be read as anything else than it says, is a fault. */
const shaped = <Shape extends z.ZodType>(
  file: string,
  schema: Shape,
  data: unknown,
): { readonly value?: z.output<Shape>; readonly faults: readonly string[] } => {
  const { success, data: value, error } = schema.safeParse(data);
  return success
    ? { value, faults: unchanged(file, data, value) }
    : { faults: error.issues.map(({ path, message }) => `${file}：${path.map(String).join('.')}：${message}`) };
};

const unchanged = (file: string, taken: unknown, read: unknown): readonly string[] =>
  isDeepStrictEqual(taken, read) ? [] : [`${file}：読むと別の値になる（既定値・変換）`];

const placed = (folder: string, { fiscalYear }: { readonly fiscalYear: FiscalYear }): readonly string[] =>
  placeOfFolder(folder)?.year === fiscalYear ? [] : [`${folder}：fiscalYear が ${fiscalYear}`];

const told = (folder: string, faults: readonly Fault[]): readonly string[] =>
  faults.map(({ place, message }) => `${folder}：${place}：${message}`);

const sentences = (folder: string, read: Result<unknown>): readonly string[] =>
  read.ok ? [] : read.problems.map((of) => `${folder}：${sentenceOf(of)}`);
