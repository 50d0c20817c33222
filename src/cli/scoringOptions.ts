import { basename, resolve } from 'node:path';
import { readPlan } from '../allocation';
import { readSettingsFile } from '../settings';
import { nationBeside } from '../evaluation';
import { ok, problem, refuse, type Result } from '../kernel';
import { readScheme } from '../schemes';
import { limits, readWorkbookFile } from '../workbook/file';
import { readBytes } from './diskFiles';
import type { ScoreOptions } from './options';
import type { ScoringOptions } from './scoreFile';
import { printProblems } from './printResults';
import type { Terminal } from './terminal';

/** Schemes, plans and settings are small; anything larger is no such file. */
const jsonBytes = 4 * 1024 * 1024;

/** Reads the files that options name: a user's own scheme, plan and settings, and the national table. */
export const scoringOptions = async (
  { year, scheme, national, settings, plan, peers, sheet, column, markMeanings }: ScoreOptions,
  folder: string,
  terminal: Terminal,
): Promise<Result<ScoringOptions>> => {
  const ownScheme = await readJson(scheme, folder, readScheme);
  if (!ownScheme.ok) return ownScheme;
  const ownPlan = await readJson(plan, folder, readPlan);
  if (!ownPlan.ok) return ownPlan;
  const ownSettings = await readJson(settings, folder, readSettingsFile);
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

const readJson = async <T>(
  path: string | undefined,
  folder: string,
  read: (data: unknown) => Result<T>,
): Promise<Result<T | undefined>> => {
  if (path === undefined) return ok(undefined);
  const bytes = await readBytes(resolve(folder, path), jsonBytes);
  if (!bytes.ok) return bytes;
  const data = parseJson(new TextDecoder().decode(bytes.value));
  return data === undefined ? refuse(problem('json-broken', { found: basename(path) })) : read(data.value);
};

const parseJson = (text: string): { readonly value: unknown } | undefined => {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
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
