import { zipSync } from 'fflate';
import { unpackedAhead } from '../../../src/workbook/file/package/unpackedAhead';
import { withoutStreams } from '../../builders/withoutStreams';
import { zipDirectory, type ZipEntry } from '../../../src/workbook/file/package/zip';

const text = Uint8Array.from({ length: 1 << 20 }, (_, at) => 48 + ((at * at) % 71));
const zip = zipSync({ part: text, plain: [text, { level: 0 }] });
const entries = zipDirectory(zip);
const part = (more: Partial<ZipEntry> = {}, name = 'part'): ZipEntry => {
  const entry = entries.get(name);
  if (entry === undefined) throw new Error(name);
  return { ...entry, ...more };
};
const unpackedOf = (entry: ZipEntry, bytes = zip) => unpackedAhead(bytes, entry, { unpacked: () => undefined });

test('the browser’s own code unpacks a part, tells in small steps how far it is, and gives the page its turn', async () => {
  const told: number[] = [];
  expect(await unpackedAhead(zip, part(), { unpacked: (bytes) => told.push(bytes) })).toEqual(text);
  expect(told.at(-1)).toBe(text.length);
  expect(Math.max(...told.map((bytes, at) => bytes - (told[at - 1] ?? 0)))).toBeLessThanOrEqual(1 << 17);
});

test('a pause may end it', async () => {
  const clock = jest.spyOn(performance, 'now');
  let now = 0;
  clock.mockImplementation(() => (now += 13));
  const stopped = unpackedAhead(zip, part(), {
    unpacked: () => undefined,
    pause: () => Promise.reject(new Error('stopped')),
  });
  await expect(stopped).rejects.toThrow('stopped');
  clock.mockRestore();
});

describe('the script is left to say what is wrong', () => {
  const turned = zip.slice();
  const middle = part().dataStart + (part().packedBytes >> 1);
  turned[middle] = (turned[middle] ?? 0) ^ 0xff;

  test.each([
    ['more bytes than the directory tells of', part({ bytes: text.length - 1 })],
    ['a bomb: a few bytes are told of', part({ bytes: 10 })],
    ['fewer bytes', part({ bytes: text.length + 1 })],
    ['another check sum', part({ crc: part().crc ^ 1 })],
    ['the data is cut off', part({ packedBytes: part().packedBytes - 9 })],
    ['no data at all', part({ packedBytes: 0 })],
    ['not packed', part({}, 'plain')],
  ])('%s', async (_, entry) => {
    expect(await unpackedOf(entry)).toBeUndefined();
  });

  test('damage in the middle', async () => {
    expect(await unpackedOf(part(), turned)).toBeUndefined();
  });

  test('a browser without such code', async () => {
    expect(await withoutStreams(() => unpackedOf(part()))).toBeUndefined();
  });
});
