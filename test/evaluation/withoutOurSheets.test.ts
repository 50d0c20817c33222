import { withoutOurSheets } from '../../src/evaluation';
import { markerHashName, markerName, type WorkbookContent } from '../../src/workbook';
import { workbook } from '../builders/answerSheets';

const book = (...names: WorkbookContent['names']): WorkbookContent => ({
  ...workbook({ name: '回答', grid: [] }, { name: '指標別', grid: [] }),
  names,
});
const left = (content: WorkbookContent) => withoutOurSheets(content).sheets.map(({ name }) => name);

test.each([
  ['a sheet we wrote is not read again', '指標別', markerName('indicators'), ['回答']],
  ['nor is one of which only the hash is left', '指標別', markerHashName('indicators'), ['回答']],
  ['our answer form is there to be read', '指標別', markerName('form'), ['回答', '指標別']],
  ['so is the sample', '指標別', markerName('sample'), ['回答', '指標別']],
  ["a person's own names mean nothing", '回答', 'Print_Area', ['回答', '指標別']],
  [
    'nor does a name of ours that belongs to the whole workbook',
    undefined,
    markerName('indicators'),
    ['回答', '指標別'],
  ],
])('%s', (_, sheet, name, read) => {
  const refersTo = '=$A$1';
  expect(left(book(sheet === undefined ? { name, refersTo } : { name, sheet, refersTo }))).toEqual(read);
});

test('a workbook without any of them is the very same', () => {
  const content = book();
  expect(withoutOurSheets(content)).toBe(content);
});
