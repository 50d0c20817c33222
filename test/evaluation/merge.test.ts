import { registeredMunicipalities } from '../../src/answers';
import { evaluate, mergeResults, readBook, municipalitiesOf, type BatchItem } from '../../src/evaluation';
import { sheetsToWrite } from '../../src/report';
import { sentenceOf, type ProblemName } from '../../src/problems';
import { criterionIndexOf, type IndexedCriterion } from '../../src/schemes';
import { markerName, type CellValue } from '../../src/workbook';
import { answerForm, schemeFor, workbook } from '../builders/answerSheets';

const item = (file: string, municipality: string, year = 'R8', mark = '○'): BatchItem => ({
  file,
  outcome: readBook(
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

/** A file of some grants of R8, each criterion marked ○ or × by its number in the form. */
const fileOf = (
  file: string,
  { grants = all, name = '北塩原村', prefecture = '福島県', mark = byNumber }: Partial<Made> = {},
): BatchItem => {
  const { byId } = criterionIndexOf(schemeFor('R8'));
  const grid = answerForm({ year: 'R8', municipality: name, prefecture, mark: ({ id }) => mark(byId.get(id)!) });
  const kept = grid.filter((row, at) => at < 4 || grants.includes(String(row[0])));
  return {
    file,
    outcome: readBook(workbook({ name: '回答', grid: kept }), {
      fileName: file,
      source: { name: file, sha256: '', link: file },
    }),
  };
};
interface Made {
  readonly grants: readonly string[];
  readonly name: string;
  readonly prefecture: string;
  readonly mark: (entry: IndexedCriterion) => CellValue;
}
const all = ['推進', '支援', '共通'];
const byNumber = ({ index }: IndexedCriterion) => (index % 3 === 0 ? '×' : '○');
const said = (results: ReturnType<typeof merged>, name: ProblemName) =>
  results.problems.filter((one) => one.name === name);

test.each([
  ['the same name', '北塩原村', '北塩原村'],
  ['the same code under two spellings', '北塩原村', '耶麻郡北塩原村'],
])('a municipality in two files is said: %s', (_, one, other) => {
  expect(duplicates(item('a.xlsx', one), item('b.xlsx', other, 'R8', '×'))).toEqual(['a.xlsx・b.xlsx']);
});

describe('one municipality in several files', () => {
  const whole = () => merged(fileOf('両方.xlsx'));
  const inTwo = () =>
    merged(fileOf('推進.xlsx', { grants: ['推進', '共通'] }), fileOf('支援.xlsx', { grants: ['支援'] }));

  test('is put together by what each file answers, with the points, the rank and the 検算コード of one workbook', () => {
    const [one, ...others] = municipalitiesOf(inTwo());
    const [expected] = municipalitiesOf(whole());
    expect(others).toEqual([]);
    const facts = ({ total, range, provisional, rank, blocks }: typeof one & object) => ({
      total,
      range,
      provisional,
      rank,
      blocks,
    });
    expect(one && facts(one)).toEqual(expected && facts(expected));
    expect(inTwo().checkCode).toBe(whole().checkCode);
    expect(inTwo().problems.map(({ name }) => name)).toEqual([
      ...whole().problems.map(({ name }) => name),
      'batch-joined',
    ]);
    expect(inTwo().sources.map(({ name }) => name)).toEqual(['推進.xlsx', '支援.xlsx']);
  });

  test('tells of each answer the file it stands in', () => {
    const { scheme } = inTwo();
    const [one] = municipalitiesOf(inTwo());
    const files = criterionIndexOf(scheme).all.map(({ index, indicator }) => [
      indicator.grant === 'support' ? '支援.xlsx' : '推進.xlsx',
      one?.cellOf(index)?.file,
      one?.sourceOf(index)?.name,
    ]);
    expect(files.filter(([expected, ...found]) => found.some((file) => file !== expected))).toEqual([]);
    const links = sheetsToWrite(inTwo(), new Set(), [])
      .sheets.flatMap(({ rows }) => rows.flat())
      .flatMap(({ link }) => link ?? []);
    expect(new Set(links.map(({ file }) => file))).toEqual(new Set(['推進.xlsx', '支援.xlsx']));
  });

  test('may lie in three, the common goal twice when it says the same', () => {
    const three = merged(
      fileOf('1.xlsx', { grants: ['推進'] }),
      fileOf('2.xlsx', { grants: ['共通'] }),
      fileOf('3.xlsx', { grants: ['支援', '共通'] }),
    );
    expect(municipalitiesOf(three).map(({ total }) => total)).toEqual(
      municipalitiesOf(whole()).map(({ total }) => total),
    );
  });

  test('whose forms are whole but half filled in is put together; the untouched half answers nothing', () => {
    const half =
      (filled: readonly string[]) =>
      ({ indicator, index }: IndexedCriterion) =>
        filled.includes(indicator.grant) ? (index % 3 === 0 ? '×' : '○') : null;
    const results = merged(
      fileOf('推進.xlsx', { mark: half(['promotion', 'common']) }),
      fileOf('支援.xlsx', { mark: half(['support']) }),
    );
    expect(municipalitiesOf(results).map(({ total, provisional }) => [total, provisional])).toEqual(
      municipalitiesOf(whole()).map(({ total }) => [total, false]),
    );
  });

  test('that bear circles only is put together too: what a file leaves blank altogether it does not deny', () => {
    const circles =
      (...filled: readonly string[]) =>
      ({ indicator, index }: IndexedCriterion) =>
        filled.includes(indicator.grant) && index % 3 > 0 ? '○' : null;
    const results = merged(
      fileOf('推進.xlsx', { mark: circles('promotion', 'common') }),
      fileOf('支援.xlsx', { mark: circles('support') }),
    );
    expect(municipalitiesOf(results).map(({ total, provisional }) => [total, provisional])).toEqual(
      municipalitiesOf(whole()).map(({ total }) => [total, false]),
    );
  });

  test('that leave something out is provisional, with the range of what is missing', () => {
    const results = merged(fileOf('1.xlsx', { grants: ['推進'] }), fileOf('2.xlsx', { grants: ['支援'] }));
    const [one] = municipalitiesOf(results);
    const [expected] = municipalitiesOf(merged(fileOf('両方.xlsx', { grants: ['推進', '支援'] })));
    expect(one?.provisional).toBe(true);
    expect(one?.range).toEqual(expected?.range);
    expect(said(results, 'missing-criteria').every(({ criterion }) => criterion?.startsWith('C') === true)).toBe(true);
  });

  test.each<[string, CellValue]>([
    ['another answer', '○'],
    ['a blank', null],
  ])('that contradict each other in a criterion are not put together: %s', (_, mark) => {
    const results = merged(
      fileOf('a.xlsx'),
      fileOf('b.xlsx', { mark: (entry) => (entry.index === 0 ? mark : byNumber(entry)) }),
    );
    const both = municipalitiesOf(results);
    expect(both).toHaveLength(2);
    // Nobody knows which of the two counts: neither is final, and the points of both lie in the range of each.
    expect(both.map(({ provisional }) => provisional)).toEqual([true, true]);
    expect(both[0]?.range).toEqual(both[1]?.range);
    expect(both.every(({ total, range }) => range.least <= total && total <= range.most)).toBe(true);
    expect(both[0]?.rank).toEqual(both[1]?.rank);
    expect(said(results, 'batch-duplicate').map(({ facts }) => facts)).toEqual([
      { count: 2, files: 'a.xlsx・b.xlsx', differences: 1 },
    ]);
  });

  test('that name nobody are one municipality only where no file names anybody', () => {
    const nobody = { name: '', prefecture: '' };
    const two = [
      fileOf('1.xlsx', { grants: ['推進', '共通'], ...nobody }),
      fileOf('2.xlsx', { grants: ['支援'], ...nobody }),
    ];
    expect(municipalitiesOf(merged(...two)).map(({ provisional }) => provisional)).toEqual([false]);
    expect(municipalitiesOf(merged(...two, fileOf('c.xlsx')))).toHaveLength(3);
  });
});

describe('a name that several share', () => {
  const kawasaki = (...others: readonly string[]) =>
    merged(
      fileOf('a.xlsx', { name: '川崎町', prefecture: '' }),
      ...others.map((name, at) => fileOf(`${at}.xlsx`, { name, prefecture: '' })),
    );

  test('belongs to the prefecture of its neighbours, with a note instead of the question', () => {
    const results = kawasaki('大河原町', '村田町');
    expect(municipalitiesOf(results)[0]?.identity).toMatchObject({ code: '043249', prefecture: '宮城県' });
    expect(said(results, 'municipality-by-neighbours')).toMatchObject([{ file: 'a.xlsx', found: '川崎町' }]);
    expect(said(results, 'municipality-shared-name')).toEqual([]);
  });

  test.each([
    ['neighbours of several prefectures', ['大河原町', '北塩原村']],
    ['neighbours of a prefecture without that name', ['北塩原村']],
    ['no neighbours', []],
  ])('stays a question among %s', (_, others) => {
    const results = kawasaki(...others);
    expect(municipalitiesOf(results)[0]?.identity.code).toBeUndefined();
    expect(said(results, 'municipality-shared-name')).toHaveLength(1);
  });

  test('is settled by the columns beside it too, and its rank in the prefecture counts', () => {
    const grid = answerForm({ year: 'R8', municipality: '', mark: () => '○' }).slice(3);
    const columns = ['川崎町', '大河原町 長寿課', '村田町'];
    const wide = grid.map((row, at) => [
      ...row.slice(0, -1),
      ...columns.map((name) => (at === 0 ? name : (row.at(-1) ?? null))),
    ]);
    const results = evaluate(workbook({ name: '令和8年度', grid: wide }));
    expect(results.ok && municipalitiesOf(results.value).map(({ identity }) => identity.code)).toEqual([
      '043249',
      '043214',
      '043222',
    ]);
  });
});

test('the municipalities of a prefecture that are missing are named, a check where most are there', () => {
  const toyama = registeredMunicipalities()
    .filter(({ prefecture }) => prefecture === '富山県')
    .map(({ name }) => name);
  const of = (names: readonly string[]) =>
    merged(...names.map((name) => fileOf(`${name}.xlsx`, { name, prefecture: '富山県' })));
  const sentences = (names: readonly string[]) =>
    of(names)
      .problems.filter(({ code }) => code === 'E-475' || code === 'E-476')
      .map((one) => sentenceOf(one));
  expect(sentences(toyama)).toEqual([]);
  expect(sentences(toyama.slice(2))).toEqual([
    'E-475 富山県の15市町村のうち、2市町村がありません：富山市、高岡市。一覧と順位にこれらの市町村は入っていません。' +
      '回答が届いているか、ファイルや列の名前が正しいかを確認してください。',
  ]);
  expect(sentences(toyama.slice(0, 3))).toMatchObject([
    expect.stringMatching(/^E-476 富山県の15市町村のうち、12市町村がありません：/),
  ]);
  expect(sentences(toyama.slice(0, 2))).toEqual([]);
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
  const outcome = readBook(content, { fileName: '回答-採点結果.xlsx' });
  expect(outcome).toMatchObject({ ok: false, problems: [{ code: 'E-467', found: '回答-採点結果.xlsx' }] });
  const results = merged(item('a.xlsx', '北塩原村'), { file: 'out/回答-採点結果.xlsx', outcome });
  expect(results.failures).toEqual([]);
  expect(results.problems).toContainEqual(expect.objectContaining({ code: 'E-468', found: 'out/回答-採点結果.xlsx' }));
});
