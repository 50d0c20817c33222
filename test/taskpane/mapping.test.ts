import { headerChanges, headersOf, layoutOf } from '../../src/answers';
import { municipalitiesOf } from '../../src/evaluation';
import { finished } from '../../src/kernel';
import * as engine from '../../src/taskpane/actions/engine';
import { automatic, mappingText, readMapping, type Mapping } from '../../src/taskpane/mapping/mapping';
import { inYear, onColumn, onSheet } from '../../src/taskpane/mapping/chosen';
import { recognitionOf } from '../../src/taskpane/mapping/recognition';
import { answerForm, workbook } from '../builders/answerSheets';

const readingOf = (...given: Parameters<typeof engine.readingOf>) => finished(engine.readingOf(...given));

const form = answerForm({ year: 'R7', municipality: '天草市', prefecture: '熊本県', mark: () => '○' });
/** The form with a second column of answers beside the first, all ×. */
const twoColumns = form.map((row, at) => (at < 3 ? row : [...row, at === 3 ? '課の案' : '×']));

const total = (mapping: Mapping, grid = twoColumns): number | undefined => {
  const { outcome } = readingOf(workbook({ name: '回答', grid }), mapping, undefined);
  return outcome.ok ? municipalitiesOf(outcome.value)[0]?.total : undefined;
};

test('the layout names the columns a person may choose, with the header and whether it was found', () => {
  const [sheet] = layoutOf(workbook({ name: '回答', grid: twoColumns }));
  expect(sheet?.columns).toEqual([
    { index: 7, letter: 'H', header: '回答', found: true },
    { index: 8, letter: 'I', header: '課の案', found: false },
  ]);
});

test('the chosen column is read as the answers, and no other', () => {
  expect(total(automatic)).toBe(800);
  expect(total(onColumn(automatic, '回答', { index: 8, header: '課の案' }))).toBe(0);
  expect(total(onColumn(automatic, '回答', { index: 7, header: '回答' }))).toBe(800);
});

test('a column that moved is found again by its header; one that is gone is left to the engine', () => {
  const moved = twoColumns.map((row, at) =>
    at < 3 ? row : [...row.slice(0, 8), at === 3 ? 'メモ' : '', row[8] ?? null],
  );
  expect(total(onColumn(automatic, '回答', { index: 8, header: '課の案' }), moved)).toBe(0);
  expect(total(onColumn(automatic, '回答', { index: 8, header: 'どこにもない' }))).toBe(800);
});

test('the chosen sheet alone is read; one that is gone is left to the engine', () => {
  const none = answerForm({
    year: 'R7',
    municipality: '天草市',
    prefecture: '熊本県',
    mark: ({ id }) => (id === 'P1p1a' ? '○' : '×'),
  });
  const book = workbook({ name: '回答', grid: form }, { name: '第2版', grid: none });
  const read = (mapping: Mapping): unknown => {
    const { outcome } = readingOf(book, mapping, undefined);
    return outcome.ok ? municipalitiesOf(outcome.value).map(({ range }) => range) : outcome.problems;
  };
  expect(read(onSheet(automatic, '第2版'))).toEqual([{ least: 4, most: 4 }]);
  expect(read(onSheet(automatic, '回答'))).toEqual([{ least: 800, most: 800 }]);
  expect(read(onColumn(automatic, '消えたシート', { index: 7, header: '回答' }))).toEqual([{ least: 4, most: 800 }]);
});

test('a mapping comes back from the workbook as it was stored', () => {
  const whose = { municipality: '川崎町', prefecture: '宮城県' };
  const mapping: Mapping = {
    ...inYear(onColumn({ ...automatic, ...whose }, '回答', { index: 8, header: '課の案' }), 'R7'),
    markMeanings: new Map([['◎', 'met']]),
  };
  const stored = mappingText({ mapping, headers: ['回答!H4=回答'] });
  expect(mapping).toMatchObject({ sheet: '回答', year: 'R7', ...whose });
  expect(readMapping(stored)).toEqual({ mapping, headers: ['回答!H4=回答'] });
});

test.each([
  ['nothing', undefined],
  ['no JSON', '{'],
  ['another version', '{"version":2}'],
  ['a list', '[1]'],
  ['far too long', `{"version":1,"x":"${'a'.repeat(200_000)}"}`],
])('a stored mapping that is %s counts as none', (_, text) => {
  expect(readMapping(text)).toBeUndefined();
});

test('odd values in a stored mapping are left out one by one', () => {
  const text =
    '{"version":1,"sheet":3,"column":{"index":-1,"header":"x"},"year":"いつか","markMeanings":[["◎","maybe"],7],"headers":[1,"a"]}';
  expect(readMapping(text)).toEqual({ mapping: automatic, headers: ['a'] });
});

test('only the headers that changed are shown, and = in a sheet name is no header', () => {
  expect(headerChanges(['a=b!H4=回答', 'a=b!G4=配点'], ['a=b!H4=前年度', 'a=b!G4=配点', 'a=b!I4=回答'])).toEqual([
    { place: 'a=b!H4', before: '回答', now: '前年度' },
    { place: 'a=b!I4', before: '', now: '回答' },
  ]);
  const headers = headersOf(layoutOf(workbook({ name: '回答', grid: form })));
  expect(headers.at(-1)).toBe('回答!H4=回答');
  expect(headerChanges(headers, headers)).toEqual([]);
});

describe('confidence', () => {
  const levelOf = (mark: (criterion: { readonly id: string }) => string | null, rows = form.length): string => {
    const grid = answerForm({ year: 'R7', municipality: '天草市', prefecture: '熊本県', mark }).slice(0, rows);
    const book = workbook({ name: '回答', grid });
    const { outcome } = readingOf(book, automatic, undefined);
    return outcome.ok && outcome.value.subject === 'answers' ? recognitionOf(outcome.value, book).level : 'refused';
  };
  test('is high when every cell was found and says something', () => {
    expect(levelOf(() => '○')).toBe('high');
  });
  test('is medium when a part of the rows is missing or doubtful', () => {
    expect(levelOf(() => '○', form.length - 20)).toBe('medium');
    expect(levelOf(({ id }) => (id.startsWith('P1') ? '△' : '○'))).toBe('medium');
  });
  test('is low when most rows are missing or doubtful', () => {
    expect(levelOf(() => '○', 60)).toBe('low');
    expect(levelOf(() => '△')).toBe('low');
  });
  test('rests on three rows shown as they stand and as they were read', () => {
    const book = workbook({ name: '回答', grid: form });
    const { outcome } = readingOf(book, automatic, undefined);
    const samples = outcome.ok && outcome.value.subject === 'answers' ? recognitionOf(outcome.value, book).samples : [];
    expect(samples.map(({ cell, written, readAs }) => [cell, written, readAs])).toEqual([
      ['H5', '○', 'met'],
      ['H6', '○', 'met'],
      ['H7', '○', 'met'],
    ]);
  });
});
