import { join, resolve } from 'node:path';
import { ok, problem, refuse, type Result } from '../kernel';
import { answerForm, settingsForm } from '../report';
import { schemeOf, scoredYears } from '../schemes';
import { writeWorkbookFile } from '../workbook/file';
import { writeFiles } from './diskFiles';
import type { TemplateOptions } from './options';
import { printProblems } from './printResults';
import type { Places } from './scoreCommand';
import type { Terminal } from './terminal';

/** `npm run template`: writes the blank answer form of a year. Resolves to the exit code. */
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

const template = async ({ year, municipality, out }: TemplateOptions, places: Places): Promise<Result<string>> => {
  if (year === undefined) return refuse(problem('year-option-missing', { expected: scoredYears().join('・') }));
  const scheme = schemeOf(year);
  if (!scheme.ok) return scheme;
  const path =
    out === undefined ? join(places.workingFolder, 'out', `回答票-${year}.xlsx`) : resolve(places.workingFolder, out);
  const form = answerForm(scheme.value, municipality === undefined ? {} : { municipality });
  const written = await writeFiles([{ path, bytes: await writeWorkbookFile([form, settingsForm()]) }]);
  return written.ok ? ok(path) : written;
};
