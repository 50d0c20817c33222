import { marginLine } from '../../src/workbench/components/marginLine';

const about = { page: 2, pages: 5, sheet: '得点' };

test.each([
  ['&R&A', ['', '', '得点']],
  ['&L資料コード AB&C&P／&N', ['資料コード AB', '2／5', '']],
  ['A&&B', ['', 'A&B', '']],
  ['&L&"BIZ UDゴシック,標準"&9小さい&R&P', ['小さい', '', '2']],
  ['', ['', '', '']],
])('%s', (text, expected) => {
  expect(marginLine(text, about)).toEqual(expected);
});
