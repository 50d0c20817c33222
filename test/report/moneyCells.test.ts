import { yen } from '../../src/kernel';
import { changeCell, thousandYenCell, yenCell } from '../../src/report/layout/cells';

// rules/excel.md#printing: odd yen are cut towards zero, so that a sheet never prints more than there is, nor △0.
test.each([
  [1_999n, 1],
  [1_500n, 1],
  [1_000n, 1],
  [999n, 0],
  [0n, 0],
  [-999n, 0],
  [-1_000n, -1],
  [-1_500n, -1],
  [-1_999n, -1],
  [40_676_999n, 40_676],
])('%s円 is %d千円, as an amount and as a change', (amount, thousands) => {
  const cells = [thousandYenCell(yen(amount)), changeCell(yen(amount))];
  expect(cells.map(({ value, number }) => [value, number])).toEqual([
    [thousands, 'thousand-yen'],
    [thousands, 'signed-thousand-yen'],
  ]);
});

test('an amount in yen keeps its odd yen', () => {
  expect(yenCell(yen(1_999n))).toMatchObject({ value: 1_999, number: 'integer' });
});

test.each([yenCell, thousandYenCell, changeCell])('an amount nobody knows is －, never 0', (cellFor) => {
  expect(cellFor(undefined).value).toBe('－');
});
