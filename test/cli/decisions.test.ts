import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decisionsIn, type Decision } from '../../src/answers';
import { readScoreOptions } from '../../src/cli/options';
import { scoreCommand } from '../../src/cli/scoreCommand';
import { answerForm, decisionsSheet } from '../../src/report';
import type { ScoreFile } from '../../src/report/scoreFile';
import { criterionIndexOf } from '../../src/schemes';
import { markerName, type ModelCell, type SheetModel, type WorkbookContent } from '../../src/workbook';
import { readWorkbookFile, writeWorkbookFile } from '../../src/workbook/file';
import { schemeFor } from '../builders/answerSheets';
import { describeWith } from '../builders/withProgram';
import { convertAll } from '../workbook/file/office';

const scheme = schemeFor('R7');
const { all } = criterionIndexOf(scheme);
const who = { municipality: '八王子市', prefecture: '東京都', code: '132012' };
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'incentive-decisions-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The second, third and fourth answer of the form; every other is ×, the first ○. */
const doubtful = ['△', '△', '○（予定）'];
const cells = doubtful.map((_, at) => `H${String(10 + at)}`);
const form = (marks: readonly string[] = doubtful): SheetModel => {
  const blank = answerForm(scheme, { ...who, answers: (id) => (id === all[0]?.criterion.id ? '○' : '×') });
  const start = blank.rows.length - all.length + 1;
  const said = (cells: readonly ModelCell[], mark: string): readonly ModelCell[] => [
    ...cells.slice(0, -1),
    { look: 'input', value: mark },
  ];
  return {
    ...blank,
    rows: blank.rows.map((row, at) => {
      const mark = marks[at - start];
      return mark === undefined ? row : said(row, mark);
    }),
  };
};
const decisions: readonly Decision[] = [
  { sheet: '回答', cell: cells[0]!, text: '△', judgement: 'met', by: '介護保険課', at: '2026-11-27' },
  { sheet: '回答', cell: cells[1]!, text: '△', judgement: 'unmet' },
  { sheet: '回答', cell: cells[2]!, text: '○（予定）', judgement: 'unmet' },
];

const path = (name: string): string => join(folder, name);
const write = async (name: string, ...sheets: readonly SheetModel[]): Promise<void> => {
  writeFileSync(path(name), await writeWorkbookFile(sheets));
};
const read = async (name: string): Promise<WorkbookContent> => {
  const content = await readWorkbookFile(new Uint8Array(readFileSync(path(name))), name);
  if (!content.ok) throw new Error(JSON.stringify(content.problems));
  return content.value;
};
const textsOf = ({ sheets }: WorkbookContent, name: string): readonly string[] =>
  (sheets.find((sheet) => sheet.name === name)?.grid ?? []).map((row) => row.map(String).join(' '));

const score = async (name: string, ...more: readonly string[]) => {
  const options = readScoreOptions([path(name), '--json', path('結果.json'), ...more]);
  if (!options.ok) throw new Error(JSON.stringify(options.problems));
  const lines: string[] = [];
  const say = (line: string): void => void lines.push(line);
  const terminal = { print: say, warn: say, progress: () => undefined };
  const places = { projectFolder: join(__dirname, '../..'), workingFolder: folder };
  const code = await scoreCommand(options.value, places, terminal);
  const json = JSON.parse(readFileSync(path('結果.json'), 'utf8')) as ScoreFile;
  rmSync(path('結果.json'));
  return { code, json, said: lines.join('\n') };
};
const open = ({ problems }: ScoreFile): readonly string[] =>
  problems.filter(({ severity }) => severity !== 'info').map(({ code }) => code);

test('a workbook with decisions about every doubt is scored without a question', async () => {
  await write('前.xlsx', form());
  const before = await score('前.xlsx');
  expect([before.code, open(before.json), before.json.municipalities[0]?.provisional]).toEqual([
    1,
    expect.arrayContaining(['E-217', 'E-218']),
    true,
  ]);
  await write('回答.xlsx', form(), decisionsSheet(decisions));
  const { code, json, said } = await score('回答.xlsx');
  expect([code, open(json), json.municipalities[0]?.provisional]).toEqual([0, [], false]);
  expect(said).toContain('要確認：なし');
  expect(said).toContain('判定により済んだもの：3件');
  const written = await read('out/回答-採点結果.xlsx');
  expect(textsOf(written, '処理記録')).toEqual(
    expect.arrayContaining([
      '要確認の件数 0',
      '判定の件数 3',
      `判定 回答!${cells[0] ?? ''}「△」→ ○（E-217、配点${String(all[1]?.criterion.points)}点、介護保険課、2026-11-27）`,
    ]),
  );
  expect(textsOf(written, '要確認').filter((row) => row.includes('確認済み'))).toHaveLength(3);
  // The same marks typed into the answers.
  await write('清書.xlsx', form(['○', '×', '×']));
  expect((await score('清書.xlsx')).json.checkCode).toBe(json.checkCode);
});

test('a decision is void where the cell has changed, and the exit code says so', async () => {
  await write('回答.xlsx', form(['×', '△', '○（予定）']), decisionsSheet(decisions));
  const { code, json } = await score('回答.xlsx');
  expect([code, open(json)]).toEqual([1, ['E-299']]);
  expect(json.problems.find((one) => one.code === 'E-299')?.message).toBe(
    `E-299 判定（○）のあとで、セルの内容が変わりました。判定したときは「△」、いまは「×」です（回答!${cells[0] ?? ''}）。この判定は使わず、いまの内容のとおりに読みました。いまの内容を確認し、要れば判定し直してください。古い判定は、シート「判定」の行を削除すると消えます。`,
  );
  expect(json.decisions.map(({ cell, inForce }) => [cell, inForce])).toEqual([
    [cells[1], true],
    [cells[2], true],
    [cells[0], false],
  ]);
});

test('the sheet 判定 stays as it is beside results that are written and refreshed in place', async () => {
  await write('回答.xlsx', form(), decisionsSheet(decisions));
  const before = await read('回答.xlsx');
  for (let run = 0; run < 2; run += 1) {
    const { code, json } = await score('回答.xlsx', '--in-place');
    expect([code, json.decisions.length]).toEqual([0, 3]);
    const after = await read('回答.xlsx');
    expect(after.sheets.map(({ name }) => name)).toContain('得点');
    for (const name of ['回答', '判定']) {
      expect(after.sheets.find((sheet) => sheet.name === name)?.grid).toEqual(
        before.sheets.find((sheet) => sheet.name === name)?.grid,
      );
    }
    expect(after.names.filter(({ name }) => name.startsWith(markerName('decisions')))).toHaveLength(2);
  }
});

describeWith('soffice')('saved by LibreOffice', () => {
  test.each(['ods', 'xlsx', 'fods'])('the decisions hold: .%s', async (ending) => {
    const bytes = await writeWorkbookFile([form(), decisionsSheet(decisions)]);
    const [saved] = convertAll([bytes], 'xlsx', ending);
    writeFileSync(path(`回答.${ending}`), saved ?? new Uint8Array());
    expect(decisionsIn(await read(`回答.${ending}`)).decisions).toMatchObject(decisions);
    const { code, json } = await score(`回答.${ending}`);
    expect([code, open(json), json.decisions.every(({ inForce }) => inForce)]).toEqual([0, [], true]);
  });
});
