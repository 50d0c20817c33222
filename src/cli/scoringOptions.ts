import { basename, resolve } from 'node:path';
import { nationalColumns, type Choice } from '../answers';
import { nationBeside } from '../evaluation';
import { fiscalYearLabel, type FiscalYear } from '../kernel';
import { ok, fileProblem, refuse, type Result } from '../problems';
import type { Scheme } from '../schemes';
import { limits, readWorkbookFile } from '../workbook/file';
import { readBytes } from './diskFiles';
import type * as fileReaders from './fileReaders';
import type { ScoringOptions } from './files';
import { choiceOver, readMapping } from './mapping';
import type { ScoreOptions } from './options';
import { printProblems, type Terminal } from './terminal';
import { textIn } from './texts';
import { watched } from './watched';

/** Reads the files that options name: a user's own scheme, plan and settings, and the national table. */
export const scoringOptions = async (
  {
    year,
    scheme,
    national,
    settings,
    plan,
    peers,
    sheet,
    column,
    municipality,
    prefecture,
    markMeanings,
    mapping,
    outlook,
  }: ScoreOptions,
  folder: string,
  terminal: Terminal,
): Promise<Result<ScoringOptions>> => {
  const ownScheme = await schemeOption(scheme, year, folder);
  if (!ownScheme.ok) return ownScheme;
  const ownPlan = await readJsonFile(plan, folder, ({ readPlan }) => readPlan);
  if (!ownPlan.ok) return ownPlan;
  const ownSettings = await readJsonFile(settings, folder, ({ readSettingsFile }) => readSettingsFile);
  if (!ownSettings.ok) return ownSettings;
  printProblems(terminal, ownSettings.value?.problems ?? []);
  const table = await nationalTable(national, ownScheme.value, folder, terminal);
  if (!table.ok) return table;
  const scenario = await readJsonFile(outlook?.scenario, folder, ({ readScenarioFile }) => readScenarioFile);
  if (!scenario.ok) return scenario;
  const kept = mapping === undefined ? ok(undefined) : await readMapping(mapping, folder);
  if (!kept.ok) return kept;
  const told: Choice = {
    ...(year === undefined ? {} : { year }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(column === undefined ? {} : { column }),
    ...(municipality === undefined ? {} : { municipality }),
    ...(prefecture === undefined ? {} : { prefecture }),
    markMeanings,
  };
  return ok({
    ...(kept.value === undefined ? told : choiceOver(kept.value.choice, told)),
    headers: kept.value?.headers ?? [],
    ...(outlook === undefined ? {} : { outlook: { goal: outlook.goal, scenario: scenario.value } }),
    ...(peers.length === 0 ? {} : { peers }),
    ...(ownScheme.value === undefined ? {} : { scheme: ownScheme.value }),
    ...(ownPlan.value === undefined ? {} : { plan: ownPlan.value }),
    ...(ownSettings.value === undefined ? {} : { settings: ownSettings.value.settings }),
    settingsProblems: ownSettings.value?.problems ?? [],
    ...(table.value === undefined ? {} : { national: table.value }),
  });
};

const nationalTable = async (
  path: string | undefined,
  own: Scheme | undefined,
  folder: string,
  terminal: Terminal,
): Promise<Result<ScoringOptions['national']>> => {
  if (path === undefined) return ok(undefined);
  terminal.progress(textIn(terminal.language, 'readingNation', {}));
  const place = resolve(folder, path);
  return watched(place, async () => {
    const bytes = await readBytes(place, limits.fileBytes);
    if (!bytes.ok) return bytes;
    const content = await readWorkbookFile(bytes.value, basename(path), { wanted: nationalColumns(own) });
    return content.ok ? ok(nationBeside(content.value, basename(path))) : content;
  });
};

/** Reads the JSON file an option names, from `folder`; undefined where the option was not given. */
const readJsonFile = async <T>(
  path: string | undefined,
  folder: string,
  readerIn: (readers: typeof fileReaders) => (data: unknown) => Result<T>,
): Promise<Result<T | undefined>> => {
  if (path === undefined) return ok(undefined);
  const readers = await import('./fileReaders');
  const place = resolve(folder, path);
  return watched(place, async () => {
    const bytes = await readBytes(place, readers.mostJsonBytes);
    if (!bytes.ok) return bytes;
    return readers.readJsonText(new TextDecoder().decode(bytes.value), basename(path), readerIn(readers));
  });
};

/** The scheme of `--scheme`, undefined without it; refused beside a `--year` that is not its own. */
export const schemeOption = async (
  path: string | undefined,
  year: FiscalYear | undefined,
  folder: string,
): Promise<Result<Scheme | undefined>> => {
  const scheme = await readJsonFile(path, folder, ({ readScheme }) => readScheme);
  if (!scheme.ok || scheme.value === undefined || year === undefined || year === scheme.value.fiscalYear) return scheme;
  const found = fiscalYearLabel(scheme.value.fiscalYear);
  return refuse(fileProblem('scheme-year-differs', { found, expected: fiscalYearLabel(year) }));
};
