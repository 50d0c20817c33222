import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HyperFormula } from 'hyperformula';
import { uint8At } from '../../src/kernel';
import { blockColumn, ranksWithin, rankNation, scopesOf, type Scope } from '../../src/rank';
import { scoreTable } from '../../src/score';
import { plainXlsx } from '../fixtures/plainXlsx';
import { compare, printTimings } from './compare';
import { judge } from './goals';
import { formulaRow, nationModel, type NationModel } from './nationModel';

interface Outcome {
  readonly totals: ArrayLike<number>;
  readonly ranks: ArrayLike<number>;
  readonly shares: ArrayLike<number>;
}

/**
 * Scores and ranks the same 1,741 × 267 nation with the engine, in turns with a bare loop over the numbers, then with
 * HyperFormula and LibreOffice (left out, and said so, where `soffice` is missing). Throws when two results differ.
 */
export const benchNation = async (): Promise<void> => {
  const model = nationModel();
  const scopes = scopesFor(model);
  const ours = engine(model, scopes);
  const timings = await compare(
    [
      {
        name: 'engine: score, rank all blocks in all scopes, shares',
        work: () => {
          engine(model, scopes);
          return undefined;
        },
      },
      {
        name: 'bare loop adding the 464,847 numbers',
        work: () => {
          bareLoop(model);
          return undefined;
        },
      },
    ],
    101,
    { work: 'short' },
  );
  printTimings('The whole nation, 1,741 × 267', timings);
  const [engineMs = NaN, bareMs = NaN] = timings.map(({ medianMs }) => medianMs);
  judge('under 15 ms', `${engineMs.toFixed(2)} ms`, engineMs < 15);
  judge('within 4× of the bare loop', `${(engineMs / bareMs).toFixed(1)}×`, engineMs <= 4 * bareMs);
  const sheets = hyperFormula(model);
  same('HyperFormula', ours, sheets.outcome);
  atLeast(300, 'HyperFormula, the same model as formulas, one run', sheets.ms, engineMs);
  const office = libreOffice(model);
  if (office === undefined) judge('≥ 100× faster than LibreOffice', 'skipped: soffice is not installed', false);
  else {
    same('LibreOffice', ours, office.outcome);
    atLeast(100, 'LibreOffice: start, load, recalculate, save (wall time)', office.wholeMs, engineMs);
    const alone = 'LibreOffice: recalculation alone (file with formulas − file with values, wall time)';
    // On a busy machine its start varies by more than the recalculation takes.
    if (office.ms > 0)
      console.log(`         ${alone}: ${office.ms.toFixed(0)} ms, ${(office.ms / engineMs).toFixed(0)}× (no goal)`);
    else console.log(`         not measured, the machine is too busy: ${alone}`);
  }
  await judgeGrowth(model);
};

const atLeast = (goal: number, what: string, ms: number, engineMs: number): void => {
  const times = ms / engineMs;
  judge(`≥ ${goal}× faster than ${what}`, `${ms.toFixed(0)} ms, ${times.toFixed(0)}×`, times >= goal);
};

const judgeGrowth = async (model: NationModel): Promise<void> => {
  const costs: number[] = [];
  for (const years of [1, 5, 20, 200]) {
    const [timing] = await compare([{ name: '', work: yearsOf(model, years) }], years < 100 ? 9 : 3, { warmUp: 2 });
    costs.push((timing?.medianMs ?? NaN) / years);
    console.log(`         ${years} year(s) × 1,741 scored and ranked: ${(timing?.medianMs ?? NaN).toFixed(1)} ms`);
  }
  const bend = (costs.at(-1) ?? NaN) / (costs.at(-2) ?? NaN);
  judge('linear from 20 to 200 years (cost per year, 200 years ÷ 20 years)', bend.toFixed(2), bend < 1.5);
};

const scopesFor = ({ nation: { places }, count }: NationModel): readonly Scope[] =>
  scopesOf({
    count,
    prefectures: places.map(({ prefecture }) => prefecture),
    codes: places.map(({ code }) => code),
    sizeClass: Uint8Array.from(places, ({ sizeClass }) => sizeClass),
    depopulated: Uint8Array.from(places, ({ depopulated }) => (depopulated ? 1 : 0)),
  });

const engine = ({ nation, count, insured }: NationModel, scopes: readonly Scope[]): Outcome => {
  const table = scoreTable(nation.scheme, nation.states, count);
  const ranks = rankNation(table, scopes);
  const place = scopes.findIndex(({ name }) => name === 'nation');
  const [everybody, counts] = [scopes[place], ranks.counts[place]];
  if (everybody === undefined || counts === undefined) throw new Error('benchNation: nobody is ranked in the nation');
  const totals = blockColumn(table, table.compiled.totalBlock);
  let weight = 0;
  for (let row = 0; row < count; row += 1) weight += (totals[row] ?? 0) * (insured[row] ?? 0);
  const shares = new Float64Array(count);
  for (let row = 0; row < count; row += 1) shares[row] = ((totals[row] ?? 0) * (insured[row] ?? 0)) / weight;
  return {
    totals,
    ranks: ranksWithin(totals, everybody.groups, counts[table.compiled.totalBlock]),
    shares,
  };
};

/** What each criterion brought, added up; the sum is looked at, so that the loop is not optimised away. */
const bareLoop = ({ earned }: NationModel): void => {
  let sum = 0;
  for (let place = 0; place < earned.length; place += 1) sum += uint8At(earned, place);
  if (sum === 0) throw new Error('bareLoop: nobody has points');
};

const yearsOf = ({ nation, count }: NationModel, years: number): (() => undefined) => {
  const states = new Uint8Array(nation.states.length * years);
  for (let year = 0; year < years; year += 1) states.set(nation.states, year * nation.states.length);
  const groups = Int16Array.from({ length: count * years }, (_, row) => Math.floor(row / count));
  return () => {
    const table = scoreTable(nation.scheme, states, count * years);
    for (let block = 0; block < table.compiled.blocks.length; block += 1)
      ranksWithin(blockColumn(table, block), groups);
    return undefined;
  };
};

const hyperFormula = (model: NationModel): { readonly ms: number; readonly outcome: Outcome } => {
  const rows = Array.from({ length: model.count }, (_, row) => [...formulaRow(model, row)]);
  const start = process.cpuUsage();
  const built = HyperFormula.buildFromArray(rows, { licenseKey: 'gpl-v3', useArrayArithmetic: false });
  const first = model.width + 1 + model.groups.length;
  const column = (at: number): readonly number[] =>
    rows.map((_, row) => Number(built.getCellValue({ sheet: 0, row, col: first + at })));
  const outcome = { totals: column(0), ranks: column(1), shares: column(2) };
  const { user, system } = process.cpuUsage(start);
  built.destroy();
  return { ms: (user + system) / 1000, outcome };
};

/** The same cells as an .xlsx without stored results; LibreOffice must calculate them to write the CSV. */
const libreOffice = (
  model: NationModel,
): { readonly ms: number; readonly wholeMs: number; readonly outcome: Outcome } | undefined => {
  const folder = mkdtempSync(join(tmpdir(), 'nation-bench-'));
  try {
    const convert = officeIn(folder);
    const rows = Array.from({ length: model.count }, (_, row) => formulaRow(model, row));
    writeFileSync(join(folder, 'formulas.xlsx'), plainXlsx({ name: 'nation', rows: rows.map(asFormulas) }));
    writeFileSync(
      join(folder, 'values.xlsx'),
      plainXlsx({ name: 'nation', rows: rows.map((row) => row.map((cell) => (typeof cell === 'string' ? 1 : cell))) }),
    );
    if (convert('values.xlsx') === undefined) return undefined;
    // In turns, the fastest of each: starting the office takes seconds and varies more than the recalculation.
    const rounds = Array.from({ length: 4 }, () => [convert('values.xlsx'), convert('formulas.xlsx')] as const);
    const fastest = (at: 0 | 1): number => Math.min(...rounds.map((times) => times[at] ?? NaN));
    const ms = fastest(1) - fastest(0);
    const lines = readFileSync(join(folder, 'formulas.csv'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split(',').map(Number));
    const column = (fromEnd: number): readonly number[] => lines.map((line) => line.at(-fromEnd) ?? NaN);
    return { ms, wholeMs: fastest(1), outcome: { totals: column(3), ranks: column(2), shares: column(1) } };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** A fresh profile that recalculates on load (rules/excel.md#files); undefined = no soffice here. */
const officeIn = (folder: string): ((file: string) => number | undefined) => {
  const profile = join(folder, 'profile/user');
  mkdirSync(profile, { recursive: true });
  writeFileSync(
    join(profile, 'registrymodifications.xcu'),
    '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>',
  );
  return (file) => {
    const start = performance.now();
    try {
      execFileSync(
        'soffice',
        [
          '--headless',
          `-env:UserInstallation=file://${join(folder, 'profile')}`,
          '--convert-to',
          'csv',
          '--outdir',
          folder,
          join(folder, file),
        ],
        { stdio: 'ignore', timeout: 300_000 },
      );
    } catch {
      return undefined;
    }
    return performance.now() - start;
  };
};

const asFormulas = (row: readonly (number | string)[]) =>
  row.map((cell) => (typeof cell === 'string' ? { formula: cell.slice(1) } : cell));

const same = (who: string, ours: Outcome, theirs: Outcome): void => {
  for (const part of ['totals', 'ranks', 'shares'] as const) {
    // A CSV shows fewer digits of a share than a double holds.
    const closeness = part === 'shares' ? 1e-9 : 0;
    for (let row = 0; row < ours.totals.length; row += 1) {
      const [mine, yours] = [ours[part][row] ?? NaN, theirs[part][row] ?? NaN];
      if (!(Math.abs(mine - yours) <= closeness)) {
        throw new Error(
          `benchNation: ${who} has ${part}[${String(row)}] = ${String(yours)}, the engine ${String(mine)}`,
        );
      }
    }
  }
};
