import { dirname, join, resolve } from 'node:path';
import { sha256Hex } from '../kernel';
import { ok, fileProblem, refuse, type Problem, type Result } from '../problems';
import { answerForm, settingsForm } from '../report';
import { schemeOf, scoredYears, type Scheme } from '../schemes';
import { writeWorkbookFile } from '../workbook/file';
import { filesRead, freePlace, namedPlace, type Place } from './destination';
import { clearLeftovers } from './leftovers';

import type { TemplateOptions } from './options';
import { printProblems, type Terminal } from './terminal';
import { schemeOption } from './scoringOptions';
import type { Places } from './scoreCommand';
import { textIn } from './texts';
import { writeFiles } from './writeFiles';

/** `npm run template`: writes the blank answer form of a year, or of a scheme file. Resolves to the exit code. */
export const templateCommand = async (
  options: TemplateOptions,
  places: Places,
  terminal: Terminal,
): Promise<number> => {
  const written = await template(options, places, terminal);
  if (written.ok) {
    terminal.print(textIn(terminal.language, 'formMade', { file: written.value }));
    return 0;
  }
  printProblems(terminal, written.problems);
  return 2;
};

const template = async (options: TemplateOptions, places: Places, terminal: Terminal): Promise<Result<string>> => {
  const scheme = await schemeAsked(options, places);
  if (!scheme.ok) return scheme;
  const { municipality } = options;
  const origin = sha256Hex(JSON.stringify([scheme.value.fiscalYear, municipality ?? '']));
  const place = await placeOfForm(options, scheme.value, origin, places);
  if (!place.ok) return place;
  const { path, standing, told } = place.value;
  printProblems(terminal, told);
  const form = answerForm(scheme.value, municipality === undefined ? {} : { municipality });
  const written = await writeFiles([
    { path, standing, bytes: await writeWorkbookFile([form, settingsForm()], origin) },
  ]);
  return written.ok ? ok(path) : written;
};

/** Somebody may have filled in the last form; another municipality's is not this one's. */
const placeOfForm = async (
  { out, scheme, municipality = '' }: TemplateOptions,
  { fiscalYear }: Scheme,
  origin: string,
  { workingFolder }: Places,
): Promise<Result<Place & { readonly told: readonly Problem[] }>> => {
  await clearLeftovers([out === undefined ? join(workingFolder, 'out') : dirname(resolve(workingFolder, out))]);
  const read = await filesRead(scheme === undefined ? [] : [resolve(workingFolder, scheme)]);
  if (out === undefined) {
    const name = { stem: `回答票-${fiscalYear}`, tail: '', aside: municipality };
    return ok(await freePlace(join(workingFolder, 'out'), name, origin, read));
  }
  const wanted = resolve(workingFolder, out);
  const place = await namedPlace(wanted, '--out', read, fileProblem('output-is-input', { found: wanted }));
  return place.ok ? ok({ ...place.value, told: [] }) : place;
};

const schemeAsked = async (
  { year, scheme: path }: TemplateOptions,
  { workingFolder }: Places,
): Promise<Result<Scheme>> => {
  const own = await schemeOption(path, year, workingFolder);
  if (!own.ok) return own;
  if (own.value !== undefined) return ok(own.value);
  const expected = scoredYears().join('・');
  if (year === undefined) return refuse(fileProblem('year-option-missing', { expected }));
  const known = schemeOf(year);
  return known.ok ? known : refuse(fileProblem('form-year-unknown', { found: year, expected }));
};
