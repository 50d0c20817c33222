import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HyperFormula } from 'hyperformula';
import { uint8At } from '../../src/kernel';
import { blockColumn, ranksWithin, rankAt, rankNation, scopesOf, type Scope } from '../../src/rank';
import { scoreTable } from '../../src/score';
import { plainXlsx } from '../fixtures/plainXlsx';
import { formulaRow, nationModel, type NationModel } from './nationModel';

/** One contestant: median of its runs in milliseconds, and how many times the engine's. */
export interface NationTiming {
  readonly what: string;
  readonly medianMs: number;
  readonly runs: number;
  readonly timesEngine: number;
}

export interface NationBench {
  readonly timings: readonly NationTiming[];
  /** Whether each target is met: ≥ 300× HyperFormula, ≥ 100× LibreOffice, ≤ 4× the bare loop, < 15 ms, linear growth. */
  readonly targets: readonly { readonly target: string; readonly reached: string; readonly met: boolean }[];
}

interface Outcome {
  readonly totals: ArrayLike<number>;
  readonly ranks: ArrayLike<number>;
  readonly shares: ArrayLike<number>;
}

/**
 * Scores and ranks the same 1,741 × 267 nation with the engine, with HyperFormula, with LibreOffice (left out, and said
 * so, where `soffice` is missing), and times a bare loop over the numbers. Throws when two results differ.
 */
export const benchNation = (): NationBench => {
  const model = nationModel();
  const scopes = scopesFor(model);
  const ours = engine(model, scopes);
  const engineMs = median(31, () => engine(model, scopes));
  const bareMs = median(101, () => {
    bareLoop(model);
  });
  const sheets = hyperFormula(model);
  same('HyperFormula', ours, sheets.outcome);
  const office = libreOffice(model);
  if (office !== undefined) same('LibreOffice', ours, office.outcome);
  const growth = [1, 5, 20, 200].map((years) => ({ years, ms: median(years < 100 ? 9 : 3, yearsOf(model, years)) }));
  const timing = (what: string, medianMs: number, runs: number): NationTiming => ({
    what,
    medianMs,
    runs,
    timesEngine: medianMs / engineMs,
  });
  const perYear = growth.map(({ years, ms }) => ms / years);
  const bend = (perYear.at(-1) ?? 0) / (perYear.at(-2) ?? 1);
  return {
    timings: [
      timing('engine: score, rank all blocks in all scopes, shares', engineMs, 31),
      timing('bare loop adding the 464,847 numbers', bareMs, 101),
      timing('HyperFormula: same model as formulas', sheets.ms, 1),
      ...(office === undefined
        ? []
        : [
            timing('LibreOffice: start, load, recalculate, save', office.wholeMs, 4),
            timing('LibreOffice: recalculation alone (file with formulas − file with values)', office.ms, 4),
          ]),
      ...growth.map(({ years, ms }) =>
        timing(`engine: score and rank ${String(years)} year(s) × 1,741`, ms, years < 100 ? 9 : 3),
      ),
    ],
    targets: [
      { target: 'under 15 ms', reached: `${engineMs.toFixed(2)} ms`, met: engineMs < 15 },
      {
        target: 'within 4× of the bare loop',
        reached: `${(engineMs / bareMs).toFixed(1)}×`,
        met: engineMs <= 4 * bareMs,
      },
      {
        target: '≥ 300× faster than HyperFormula',
        reached: `${(sheets.ms / engineMs).toFixed(0)}×`,
        met: sheets.ms >= 300 * engineMs,
      },
      ...(office === undefined
        ? [{ target: '≥ 100× faster than LibreOffice', reached: 'skipped: soffice is not installed', met: false }]
        : [
            againstOffice('LibreOffice, whole run', office.wholeMs, engineMs),
            againstOffice('LibreOffice, recalculation alone', office.ms, engineMs),
          ]),
      {
        target: 'linear from 20 to 200 years (cost per year, 200 years ÷ 20 years)',
        reached: bend.toFixed(2),
        met: bend < 1.5,
      },
    ],
  };
};

const againstOffice = (what: string, ms: number, engineMs: number): NationBench['targets'][number] => ({
  target: `≥ 100× faster than ${what}`,
  reached: `${(ms / engineMs).toFixed(0)}×`,
  met: ms >= 100 * engineMs,
});

/** Lines for the terminal. */
export const printedNationBench = ({ timings, targets }: NationBench): string =>
  [
    ...timings.map(
      ({ what, medianMs, runs, timesEngine }) =>
        `${medianMs.toFixed(2).padStart(10)} ms  ${timesEngine.toFixed(2).padStart(9)}×  ${what} (median of ${String(runs)})`,
    ),
    ...targets.map(({ target, reached, met }) => `${met ? 'met   ' : 'MISSED'} ${target}: ${reached}`),
  ].join('\n');

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
  const totals = blockColumn(table, table.compiled.totalBlock);
  let weight = 0;
  for (let row = 0; row < count; row += 1) weight += (totals[row] ?? 0) * (insured[row] ?? 0);
  const shares = new Float64Array(count);
  for (let row = 0; row < count; row += 1) shares[row] = ((totals[row] ?? 0) * (insured[row] ?? 0)) / weight;
  return {
    totals,
    ranks: Uint32Array.from(totals, (_, row) => rankAt(ranks, 'nation', table.compiled.totalBlock, row) ?? NaN),
    shares,
  };
};

let sink = 0;
const bareLoop = ({ earned }: NationModel): void => {
  let sum = 0;
  for (let place = 0; place < earned.length; place += 1) sum += uint8At(earned, place);
  sink += sum;
};

const yearsOf = ({ nation, count }: NationModel, years: number): (() => void) => {
  const states = new Uint8Array(nation.states.length * years);
  for (let year = 0; year < years; year += 1) states.set(nation.states, year * nation.states.length);
  const groups = Int16Array.from({ length: count * years }, (_, row) => Math.floor(row / count));
  return () => {
    const table = scoreTable(nation.scheme, states, count * years);
    for (let block = 0; block < table.compiled.blocks.length; block += 1)
      ranksWithin(blockColumn(table, block), groups);
  };
};

const hyperFormula = (model: NationModel): { readonly ms: number; readonly outcome: Outcome } => {
  const rows = Array.from({ length: model.count }, (_, row) => [...formulaRow(model, row)]);
  const start = performance.now();
  const built = HyperFormula.buildFromArray(rows, { licenseKey: 'gpl-v3', useArrayArithmetic: false });
  const first = model.width + 1 + model.groups.length;
  const column = (at: number): readonly number[] =>
    rows.map((_, row) => Number(built.getCellValue({ sheet: 0, row, col: first + at })));
  const outcome = { totals: column(0), ranks: column(1), shares: column(2) };
  const ms = performance.now() - start;
  built.destroy();
  return { ms, outcome };
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

const median = (runs: number, work: () => unknown): number => {
  for (let warm = 0; warm < 5; warm += 1) work();
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  }).sort((one, other) => one - other);
  if (sink < 0) throw new Error('median: the loop was optimised away');
  return times[runs >> 1] ?? NaN;
};
