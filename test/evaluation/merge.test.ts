import { evaluate, mergeResults, municipalitiesOf, type BatchItem } from '../../src/evaluation';
import { sheetsToWrite } from '../../src/report';
import { markerName } from '../../src/workbook';
import { answerForm, workbook } from '../builders/answerSheets';

const item = (file: string, municipality: string, year = 'R8', mark = '○'): BatchItem => ({
  file,
  outcome: evaluate(
    workbook({ name: '回答', grid: answerForm({ year, municipality, prefecture: '福島県', mark: () => mark }) }),
    { fileName: file, source: { name: file, sha256: '', link: file } },
  ),
});
const merged = (...items: readonly BatchItem[]) => {
  const result = mergeResults(items);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};
const duplicates = (...items: readonly BatchItem[]) =>
  merged(...items).problems.flatMap(({ name, facts }) => (name === 'batch-duplicate' ? [facts['files']] : []));

test.each([
  ['the same name', '北塩原村', '北塩原村'],
  ['the same code under two spellings', '北塩原村', '耶麻郡北塩原村'],
])('a municipality in two files is said: %s', (_, one, other) => {
  expect(duplicates(item('a.xlsx', one), item('b.xlsx', other, 'R8', '×'))).toEqual(['a.xlsx・b.xlsx']);
});

test('two municipalities are no repeat', () => {
  expect(duplicates(item('a.xlsx', '北塩原村'), item('b.xlsx', '磐梯町'))).toEqual([]);
});

test('a file of another year than the first is left out by name', () => {
  const results = merged(item('a.xlsx', '北塩原村'), item('b.xlsx', '磐梯町', 'R7'), item('c.xlsx', '猪苗代町'));
  expect(municipalitiesOf(results).map(({ identity }) => identity.name)).toEqual(['北塩原村', '猪苗代町']);
  expect(results.failures.map(({ file, problems }) => [file, problems.map(({ name }) => name)])).toEqual([
    ['b.xlsx', ['batch-other-year']],
  ]);
});

test('the 検算コード does not depend on the order of the files, but on each of them', () => {
  const [one, two, three] = [item('a.xlsx', '北塩原村'), item('b.xlsx', '磐梯町'), item('c.xlsx', '猪苗代町')];
  const code = merged(one, two, three).checkCode;
  expect(merged(three, one, two).checkCode).toBe(code);
  expect(merged(one, two).checkCode).not.toBe(code);
});

test('a workbook of our own results holds no answers: refused alone, told and no failure beside others', () => {
  const scored = evaluate(
    workbook({ name: '回答', grid: answerForm({ year: 'R8', municipality: '北塩原村', mark: () => '○' }) }),
  );
  if (!scored.ok) throw new Error(JSON.stringify(scored.problems));
  const sheets = sheetsToWrite(scored.value, new Set(), []).sheets;
  const names = sheets.map(({ marker, name }) => ({
    name: markerName(marker),
    sheet: name,
    refersTo: `'${name}'!$A$1:$B$2`,
  }));
  const content = { ...workbook(...sheets.map(({ name }) => ({ name, grid: [['x']] }))), names };
  const outcome = evaluate(content, { fileName: '回答-採点結果.xlsx' });
  expect(outcome).toMatchObject({ ok: false, problems: [{ code: 'E-467', found: '回答-採点結果.xlsx' }] });
  const results = merged(item('a.xlsx', '北塩原村'), { file: 'out/回答-採点結果.xlsx', outcome });
  expect(results.failures).toEqual([]);
  expect(results.problems).toContainEqual(expect.objectContaining({ code: 'E-468', found: 'out/回答-採点結果.xlsx' }));
});
