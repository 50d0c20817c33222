import { basename, resolve } from 'node:path';
import { readPlan } from '../allocation';
import { readSettingsFile } from '../settings';
import { ok, type Result } from '../kernel';
import { nationBeside } from '../evaluation';
import { limits, readWorkbookFile } from '../workbook/file';
import { readBytes } from './diskFiles';
import type { ScoreOptions } from './options';
import type { ScoringOptions } from './scoreFile';
import { printProblems } from './printResults';
import { readJsonFile } from './readJsonFile';
import { schemeOption } from './schemeOption';
import type { Terminal } from './terminal';

/** Reads the files that options name: a user's own scheme, plan and settings, and the national table. */
export const scoringOptions = async (
  { year, scheme, national, settings, plan, peers, sheet, column, markMeanings }: ScoreOptions,
  folder: string,
  terminal: Terminal,
): Promise<Result<ScoringOptions>> => {
  const ownScheme = await schemeOption(scheme, year, folder);
  if (!ownScheme.ok) return ownScheme;
  const ownPlan = await readJsonFile(plan, folder, readPlan);
  if (!ownPlan.ok) return ownPlan;
  const ownSettings = await readJsonFile(settings, folder, readSettingsFile);
  if (!ownSettings.ok) return ownSettings;
  printProblems(terminal, ownSettings.value?.problems ?? []);
  const table = await nationalTable(national, folder, terminal);
  if (!table.ok) return table;
  return ok({
    ...(year === undefined ? {} : { year }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(column === undefined ? {} : { column }),
    markMeanings,
    ...(peers.length === 0 ? {} : { peers }),
    ...(ownScheme.value === undefined ? {} : { scheme: ownScheme.value }),
    ...(ownPlan.value === undefined ? {} : { plan: ownPlan.value }),
    ...(ownSettings.value === undefined ? {} : { settings: ownSettings.value.settings }),
    ...(table.value === undefined ? {} : { national: table.value }),
  });
};

const nationalTable = async (
  path: string | undefined,
  folder: string,
  terminal: Terminal,
): Promise<Result<ScoringOptions['national']>> => {
  if (path === undefined) return ok(undefined);
  terminal.progress('全国集計を読んでいます…');
  const bytes = await readBytes(resolve(folder, path), limits.fileBytes);
  if (!bytes.ok) return bytes;
  const content = await readWorkbookFile(bytes.value, basename(path));
  return content.ok ? ok(nationBeside(content.value, basename(path))) : content;
};
