import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { helpText } from '../../src/cli/help';
import { readScoreOptions } from '../../src/cli/options';
import { scoreCommand } from '../../src/cli/scoreCommand';
import {
  evaluate,
  mergeResults,
  nationBeside,
  readBook,
  withYearsBehind,
  type EvaluationOptions,
  type Results,
} from '../../src/evaluation';
import { alwaysWritten, offeredReports, reports, sheetsToWrite, singleReports, unmadeReports } from '../../src/report';
import { textsOf } from '../../src/taskpane/texts';
import type { WorkbookContent } from '../../src/workbook';
import { answerForm, workbook } from '../builders/answerSheets';
import { formOfPlace } from '../builders/formOfPlace';
import { hachiojiFacts } from '../fixtures/hachiojiFacts';
import { syntheticNation } from '../fixtures/syntheticNation';
import { openSample } from '../taskpane/openPane';

const nation = syntheticNation({ year: 'R8' });
const form = (municipality: string): WorkbookContent =>
  workbook({
    name: '回答',
    grid: answerForm({ year: 'R7', municipality, prefecture: '東京都', mark: () => '○' }),
  });
const scored = (content: WorkbookContent, options?: EvaluationOptions): Results => {
  const results = evaluate(content, options);
  if (!results.ok) throw new Error(JSON.stringify(results.problems));
  return results.value;
};
const batch = (...names: readonly string[]): Results => {
  const merged = mergeResults(names.map((name) => ({ file: `${name}.xlsx`, outcome: readBook(form(name)) })));
  if (!merged.ok) throw new Error(JSON.stringify(merged.problems));
  return merged.value;
};
const inNation = (options: EvaluationOptions = {}) =>
  scored(formOfPlace(nation, 700), { national: nationBeside(nation.content, '全国集計.xlsx'), ...options });
/** The same with 比較団体 and last year's answers: everything can be made. */
const withLastYear = () => {
  const { name: municipality, prefecture } = nation.places[700]!;
  const grid = answerForm({ year: 'R7', municipality, prefecture, mark: ({ id }) => (id.endsWith('a') ? '○' : '×') });
  const peers = [`${nation.places[701]!.prefecture}${nation.places[701]!.name}`];
  return withYearsBehind(inNation({ peers }), [['R7.xlsx', scored(workbook({ name: '回答', grid }))]]);
};

/** How often each report was made since; the reports are made as ever. */
const counting = () => {
  const spies = reports.map((report) => ({ kind: report.kind, spy: jest.spyOn(report, 'make') }));
  return () => Object.fromEntries(spies.map(({ kind, spy }) => [kind, spy.mock.calls.length]));
};
afterEach(() => {
  jest.restoreAllMocks();
});
/** 概況 comes with every result. */
const never = Object.fromEntries(singleReports.map((kind) => [kind, alwaysWritten.has(kind) ? 1 : 0]));
const once = Object.fromEntries(singleReports.map((kind) => [kind, 1]));

describe('a report is made once, and only when it is asked for', () => {
  test('all of them, told what is missing and written twice into different workbooks', () => {
    const made = counting();
    const results = withLastYear();
    expect(unmadeReports(results, new Set(['all']))).toEqual([]);
    const { sheets } = sheetsToWrite(results, new Set(['all']), []);
    expect(made()).toEqual(once);
    expect(sheetsToWrite(results, new Set(singleReports), []).sheets.every((sheet) => sheets.includes(sheet))).toBe(
      true,
    );
    expect(made()).toEqual(once);
  });

  test('none where none is wanted, though it is found out which could be made', () => {
    const made = counting();
    const results = withLastYear();
    expect(offeredReports(results)).toEqual(new Set(singleReports));
    expect(unmadeReports(results, new Set())).toEqual([]);
    sheetsToWrite(results, new Set(), []);
    expect(made()).toEqual(never);
  });

  test.each([
    ['all', { ...once, prefecture: 0, trend: 0, peers: 0 }],
    ['charts', { ...never, charts: 1 }],
    ['prefecture', never],
    [undefined, never],
  ])('in a run of the command line with --report %s', async (kind, expected) => {
    const made = counting();
    const options = readScoreOptions([...(kind === undefined ? [] : ['--report', kind])]);
    if (!options.ok) throw new Error(JSON.stringify(options.problems));
    const quiet = { print: () => undefined, warn: () => undefined, progress: () => undefined };
    const workingFolder = mkdtempSync(join(tmpdir(), 'incentive-registry-'));
    await scoreCommand(options.value, { workingFolder, projectFolder: join(__dirname, '../..') }, quiet);
    expect(made()).toEqual(expected);
  });

  test('in the pane: preview, choice, writing and «どこから？» share what was made', async () => {
    const made = counting();
    const pane = openSample();
    await pane.actions.score();
    await pane.actions.preview();
    expect(made()).toEqual(never);
    for (const kind of ['a', 'b', 'charts'] as const) await pane.actions.chooseReport(kind, true);
    await pane.actions.write();
    expect(made()).toEqual({ ...never, a: 1, b: 1, charts: 1 });
    await pane.actions.askFigure();
    await pane.actions.askFigure();
    expect(made()).toEqual({ ...once, prefecture: 0, trend: 0, peers: 0 });
    expect(pane.bugs).toEqual([]);
  });
});

describe('what a report needs', () => {
  test.each<[string, () => Results, string]>([
    [
      'one municipality in the nation',
      inNation,
      'summary a b council analysis prefecture charts data plan criteria-list improvement',
    ],
    [
      'one municipality',
      () => scored(form('八王子市')),
      'summary a b council analysis charts data plan criteria-list improvement',
    ],
    ['the nation', () => scored(nation.content), 'prefecture data'],
    ['two municipalities', () => batch('八王子市', '町田市'), 'prefecture data peers'],
    [
      'the facts of the sheet 設定',
      () => scored(workbook({ name: '設定', grid: hachiojiFacts })),
      'summary a b council',
    ],
  ])('of %s can be made what it says, and nothing else', (_, resultsOf, expected) => {
    const results = resultsOf();
    expect([...offeredReports(results)].join(' ')).toBe(expected);
    for (const { kind, tab, marker, needs, make } of reports) {
      if (needs(results) !== undefined) {
        expect(() => make(results)).toThrow(`report ${kind}`);
        continue;
      }
      for (const sheet of make(results)) {
        expect([sheet.name.startsWith(tab), marker.test(sheet.marker)]).toEqual([true, true]);
        expect(reports.filter((other) => other.marker.test(sheet.marker)).map((other) => other.kind)).toEqual([kind]);
      }
    }
  });
});

test('every report has a place of its own among the tabs, and is named in pane, help and manual', async () => {
  expect(new Set(reports.map(({ place }) => place)).size).toBe(reports.length);
  const manual = readFileSync(join(__dirname, '../../assets/manual/manual.md'), 'utf8');
  for (const { kind, tab, words } of reports) {
    expect((await textsOf('ja-JP')).papers.names[kind]).toContain(tab);
    expect(helpText('ja')).toContain(`${kind}（${words}）`);
    expect(manual).toContain(`| ${tab} `);
  }
});
