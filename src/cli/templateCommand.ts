import { join, resolve } from 'node:path';
import { ok, problem, refuse, type Result } from '../problems';
import { answerForm, settingsForm } from '../report';
import { schemeOf, scoredYears, type Scheme } from '../schemes';
import { writeWorkbookFile } from '../workbook/file';
import { writeFiles } from './diskFiles';
import type { TemplateOptions } from './options';
import { printProblems, type Terminal } from './print';
import { schemeOption } from './scoringOptions';
import type { Places } from './scoreCommand';

/** `npm run template`: writes the blank answer form of a year, or of a scheme file. Resolves to the exit code. */
export const templateCommand = async (
  options: TemplateOptions,
  places: Places,
  terminal: Terminal,
): Promise<number> => {
  const written = await template(options, places);
  if (written.ok) {
    terminal.print(`回答票を作りました：${written.value}`);
    return 0;
  }
  printProblems(terminal, written.problems);
  return 2;
};

const template = async (options: TemplateOptions, places: Places): Promise<Result<string>> => {
  const scheme = await schemeAsked(options, places);
  if (!scheme.ok) return scheme;
  const { municipality, out } = options;
  const { fiscalYear } = scheme.value;
  const path =
    out === undefined
      ? join(places.workingFolder, 'out', `回答票-${fiscalYear}.xlsx`)
      : resolve(places.workingFolder, out);
  const form = answerForm(scheme.value, municipality === undefined ? {} : { municipality });
  const written = await writeFiles([{ path, bytes: await writeWorkbookFile([form, settingsForm()]) }]);
  return written.ok ? ok(path) : written;
};

const schemeAsked = async (
  { year, scheme: path }: TemplateOptions,
  { workingFolder }: Places,
): Promise<Result<Scheme>> => {
  const own = await schemeOption(path, year, workingFolder);
  if (!own.ok) return own;
  if (own.value !== undefined) return ok(own.value);
  return year === undefined
    ? refuse(problem('year-option-missing', { expected: scoredYears().join('・') }))
    : schemeOf(year);
};
