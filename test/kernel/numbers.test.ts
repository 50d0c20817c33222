import { at, int16At, uint16At, uint8At } from '../../src/kernel';

it('gives what is there, 0 and null among it, and throws for what is not', () => {
  expect([at([7, 0], 1), at([null], 0), at(Float64Array.of(NaN), 0)]).toEqual([0, null, NaN]);
  expect([
    uint8At(Uint8Array.of(0, 255), 1),
    uint16At(Uint16Array.of(65535), 0),
    int16At(Int16Array.of(-1), 0),
  ]).toEqual([255, 65535, -1]);
  expect(() => at([1, 2], 2)).toThrow(new RangeError('at: nothing at 2 of 2'));
  expect(() => at([1], -1)).toThrow(RangeError);
  expect(() => at([1], 0.5)).toThrow(RangeError);
  expect(() => uint8At(new Uint8Array(1), 1)).toThrow(RangeError);
  expect(() => uint16At(new Uint16Array(0), 0)).toThrow(RangeError);
  expect(() => int16At(new Int16Array(3), NaN)).toThrow(RangeError);
});
