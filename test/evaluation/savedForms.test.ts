import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { evaluate, municipalitiesOf } from '../../src/evaluation';
import { answerForm } from '../../src/report';
import { readWorkbookFile, writeWorkbookFile } from '../../src/workbook/file';
import { schemeFor } from '../builders/answerSheets';
import { describeWith } from '../builders/withProgram';
import { convertAll } from '../workbook/file/office';

/** What is told of a file: total, check code, and every problem with its cell. */
const outcomeOf = async (bytes: Uint8Array, fileName: string) => {
  const content = await readWorkbookFile(bytes, fileName);
  if (!content.ok) throw new Error(JSON.stringify(content.problems));
  const results = evaluate(content.value, { fileName });
  if (!results.ok) throw new Error(JSON.stringify(results.problems));
  const [municipality] = municipalitiesOf(results.value);
  return {
    total: municipality?.total,
    range: municipality?.range,
    checkCode: results.value.checkCode,
    problems: results.value.problems.map(({ code, cell }) => [code, cell]),
  };
};

describeWith('soffice')('our form, filled in and saved by LibreOffice', () => {
  test.each(['R6', 'R7', 'R8'])('scores the same as .ods, .xlsx and .csv, with the same notes: %s', async (year) => {
    const who = { municipality: '北塩原村', prefecture: '福島県', code: '074021' };
    const mark = (id: string) => (/b\d?$/.test(id) ? '×' : id.endsWith('c2') ? null : '○');
    const form = await writeWorkbookFile([answerForm(schemeFor(year), { ...who, answers: mark })]);
    const expected = await outcomeOf(form, '回答.xlsx');
    const formats = [
      ['ods', 'ods'],
      ['xlsx', 'xlsx'],
      ['csv', 'csv:Text - txt - csv (StarCalc):44,34,76,1'],
    ] as const;
    for (const [ending, target] of formats) {
      const [saved] = convertAll([form], 'xlsx', target);
      expect([ending, await outcomeOf(saved ?? new Uint8Array(), `回答.${ending}`)]).toEqual([ending, expected]);
    }
    expect(expected.total).toBeGreaterThan(100);
    expect(expected.problems.length).toBeGreaterThan(1);
  });
});

/** Files that LibreOffice saved; test/fixtures/files/README.md says what they are. */
test.each<[string, number, readonly string[]]>([
  ['tmpl_filled.ods', 398, ['E-593']],
  ['group.ods', 295, []],
  ['hidden.ods', 295, ['E-227']],
  ['ods_styled_rest.ods', 295, []],
  ['ods_styled_rest_one_row.ods', 295, []],
])('%s scores %d', async (name, total, codes) => {
  const bytes = new Uint8Array(readFileSync(join(__dirname, '../fixtures/files', name)));
  const outcome = await outcomeOf(bytes, name);
  expect(outcome.total).toBe(total);
  expect(outcome.range).toEqual({ least: total, most: total });
  expect([...new Set(outcome.problems.map(([code]) => code))]).toEqual(codes);
});
