import { headersOf, layoutOf } from '../../src/answers';
import { mappingFileData, readMappingFile } from '../../src/settings';
import { inYear, onColumn } from '../../src/taskpane/mapping/chosen';
import { automatic, mappingText, readMapping, type Mapping } from '../../src/taskpane/mapping/mapping';
import { answerForm, workbook } from '../builders/answerSheets';

const form = answerForm({ year: 'R7', municipality: '天草市', prefecture: '熊本県', mark: () => '○' });
const book = workbook({ name: '回答', grid: form.map((row, at) => [...row, at === 3 ? '課の案' : '×']) });
const headers = headersOf(layoutOf(book));
const choice: Mapping = {
  ...inYear(onColumn(automatic, '回答', { index: 8, header: '課の案' }), 'R7'),
  markMeanings: new Map([['◎', 'met']]),
  municipality: '天草市',
  prefecture: '熊本県',
};

test.each([
  ['everything a person can choose', choice],
  ['nothing', automatic],
])('what the pane keeps in a workbook is the file of --mapping: %s', (_, mapping) => {
  const read = readMappingFile(JSON.parse(mappingText({ mapping, headers })));
  expect(read).toEqual({ ok: true, value: { choice: mapping, headers } });
});

test('what --save-mapping writes, the pane reads; a column is written with its sheet and header', () => {
  const byLetter = { ...choice, column: { index: 8 } };
  const byHeader = { ...choice, column: { header: '課の案' } };
  for (const told of [choice, byLetter, byHeader])
    for (const { sheet, ...anywhere } of [told])
      for (const asked of [{ sheet: sheet ?? '', ...anywhere }, anywhere]) {
        const data = mappingFileData(asked, book);
        expect(readMapping(JSON.stringify(data))).toEqual({ mapping: choice, headers });
        expect(readMappingFile(JSON.parse(JSON.stringify(data)))).toEqual({ ok: true, value: { choice, headers } });
      }
});

const whole = { version: 1, sheet: '回答', column: { index: 7, header: '回答' }, markMeanings: [], headers: [] };

test.each<[string, unknown, string]>([
  ['no object', [1], '（全体）'],
  ['another version', { ...whole, version: 2 }, 'version'],
  ['a field it does not know', { ...whole, colum: 3 }, '（全体）'],
  ['a column without its header', { ...whole, column: { index: 7 } }, 'column.header'],
  ['a column left of A', { ...whole, column: { index: -1, header: '回答' } }, 'column.index'],
  ['a meaning that is none', { ...whole, markMeanings: [['◎', 'maybe']] }, 'markMeanings.0.1'],
  ['a year that is none', { ...whole, year: 'いつか' }, 'year'],
  ['headers that are no texts', { ...whole, headers: [1] }, 'headers.0'],
  ['a prototype', JSON.parse('{"version":1,"markMeanings":[],"headers":[],"__proto__":{"sheet":"x"}}'), '.__proto__'],
])('a file with %s is refused as a whole', (_, data, found) => {
  const read = readMappingFile(data);
  expect(read.ok ? [] : read.problems.map((one) => [one.code, one.found])).toEqual([['E-934', found]]);
});
