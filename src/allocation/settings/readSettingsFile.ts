import { ok, problem, type Problem, type Result } from '../../kernel';
import { withinCaps } from '../../schemes';
import { inAllFields } from './fieldValues';
import { readMoney } from './readMoney';
import type { SettingsReading } from './settings';
import { SettingsFile } from './settingsFileSchema';
import { settingsOf } from './settingsForm';

/** More faults than this do not help. */
const shownFaults = 20;

/**
 * Reads the file of `--settings`, given as parsed JSON. A wrong shape is refused as a whole; a value that cannot be used
 * (impossible amount, unit missing in a text) is left out and said. Numbers are whole yen, texts carry their unit.
 */
export const readSettingsFile = (data: unknown): Result<SettingsReading<Problem>> => {
  const breach = withinCaps(data);
  if (breach !== undefined) return refuseAll([shapeProblem(breach.place, breach.message)]);
  const parsed = SettingsFile.safeParse(data);
  if (!parsed.success) {
    const shown = parsed.error.issues.slice(0, shownFaults);
    return refuseAll(shown.map(({ path, message }) => shapeProblem(path.map(String).join('.'), message)));
  }
  const programmes = (parsed.data.programmes ?? []).map(({ name, grant, category, amount }) => {
    const read = readMoney(amount, typeof amount === 'number' ? '円' : null, { label: `充当先事業「${name}」` });
    return { read, programme: { name, grant, category: category ?? '' } };
  });
  const { settings, problems } = settingsOf(
    inAllFields(parsed.data),
    programmes.flatMap(({ read, programme }) =>
      read.kind === 'amount' ? [{ ...programme, amountYen: read.yen }] : [],
    ),
    new Map(Object.entries(parsed.data.markMeanings ?? {})),
  );
  return ok({
    settings,
    problems: [...problems, ...programmes.flatMap(({ read }) => (read.kind === 'problem' ? [read.problem] : []))],
  });
};

const shapeProblem = (place: string, message: string): Problem =>
  problem('settings-shape', { found: place === '' ? '（全体）' : place }, { message });

const refuseAll = (problems: readonly Problem[]): Result<never> => ({ ok: false, problems });
