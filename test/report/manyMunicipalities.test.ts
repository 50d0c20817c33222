import { registeredMunicipalities } from '../../src/answers';
import { mergeResults, readBook, withoutGrids, type BatchItem, type BatchResults } from '../../src/evaluation';
import { resultsJson, sheetsToWrite } from '../../src/report';
import { mostLinks } from '../../src/workbook';
import { answerForm, flatList, workbook } from '../builders/answerSheets';

const bookOf = (file: string, grid: ReturnType<typeof answerForm>) => {
  const book = readBook(workbook({ name: '回答', grid }), {
    fileName: file,
    source: { name: file, sha256: '', link: file },
  });
  if (!book.ok) throw new Error(JSON.stringify(book.problems));
  return book.value;
};
const marks = (points: number): string => (points % 3 === 0 ? '×' : '○');
const items = (count: number, reduce = true): readonly BatchItem[] =>
  registeredMunicipalities()
    .slice(0, count)
    .map(({ name, prefecture }, at) => {
      const options = {
        year: 'R8',
        municipality: name,
        prefecture,
        mark: ({ points }: { points: number }) => marks(points),
      };
      const book = bookOf(`${at}.xlsx`, at % 2 === 0 ? answerForm(options) : flatList(options));
      return { file: `${at}.xlsx`, outcome: { ok: true, value: reduce ? withoutGrids(book) : book } };
    });
const merged = (given: readonly BatchItem[]): BatchResults => {
  const results = mergeResults(given);
  if (!results.ok) throw new Error(JSON.stringify(results.problems));
  return results.value;
};
const sheet = (results: BatchResults, name: string) => {
  const found = sheetsToWrite(results, new Set(), []).sheets.find((one) => one.name === name);
  if (found === undefined) throw new Error(name);
  return found;
};

test('a workbook without its grids says the same', () => {
  const [whole, reduced] = [merged(items(4, false)), merged(items(4))];
  expect(resultsJson(reduced)).toEqual(resultsJson(whole));
  expect(sheet(reduced, '指標別').rows).toEqual(sheet(whole, '指標別').rows);
});

test('of 60 municipalities the answers are a list with links, of more a matrix of criteria and municipalities', () => {
  const list = sheet(merged(items(60)), '指標別');
  expect(list.rows).toHaveLength(1 + 60 * 267);
  const results = merged(items(61));
  const matrix = sheet(results, '指標別');
  expect(matrix.rows).toHaveLength(1 + 267);
  const header = matrix.rows[0]!.map(({ value }) => value);
  expect(header.slice(9)).toEqual(results.municipalities.map(({ identity }) => identity.name));
  for (const [index, row] of matrix.rows.slice(1).entries()) {
    const answers = results.municipalities.map(({ awards }) => ['未回答', '×', '○', '要確認'][awards()[index]!.state]);
    expect(row.slice(9).map(({ value }) => value)).toEqual(answers);
    expect(row[7]!.value).toBe(answers.filter((answer) => answer === '○').length);
  }
});

test('a sheet that would have more links than Excel opens says how many are left out', () => {
  const results = merged(items(2));
  const place = { sheet: '回答', cell: 'A1' };
  const [one] = results.problems;
  const many = Array.from({ length: mostLinks + 7 }, () => ({ ...one!, ...place }));
  const { sheets, problems } = sheetsToWrite({ ...results, problems: many }, new Set(), []);
  // The sentence itself is one more row, without a link.
  expect(problems.map(({ code, found, facts }) => [code, found, facts['count']])).toEqual([['E-135', '要確認', 7]]);
  const links = sheets.map(({ rows }) => rows.flat().filter(({ link }) => link !== undefined).length);
  expect(Math.max(...links)).toBe(mostLinks);
  const said = sheets.find(({ name }) => name === '要確認')!.rows.flat();
  expect(said.some(({ value }) => typeof value === 'string' && value.includes('65,530件を超える'))).toBe(true);
});
