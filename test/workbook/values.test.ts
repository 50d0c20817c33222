import { outwardValue, type CellValue } from '../../src/workbook';

// What is written must be what is read back, or every refresh would change the cell again.
test.each<[CellValue, CellValue]>([
  ['', null],
  ['\u0007', null],
  ['\u200E', null],
  [' ', ' '],
  ['0', '0'],
  ['一\r\n二\r三', '一\n二\n三'],
  ['ア\u0000イ', 'アイ'],
  ['\uD83Dい', 'い'],
  [NaN, null],
  [Infinity, null],
  [-0, 0],
  [0, 0],
  [false, false],
  [null, null],
  [new Date(NaN), null],
  [new Date(0), new Date(0)],
])('%p leaves the house as %p, and once more as the same', (value, outward) => {
  expect(outwardValue(value)).toEqual(outward);
  expect(outwardValue(outwardValue(value))).toEqual(outward);
});
