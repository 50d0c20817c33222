import { markedJson, markedJsonInPieces, readJsonMark } from '../../src/cli/jsonMark';
import { resultsInParts, resultsJson } from '../../src/report';
import { evaluated } from '../builders/evaluated';
import { answerForm } from '../builders/answerSheets';
import { seededRandom } from '../fixtures/seededRandom';

const textOf = (data: Readonly<Record<string, unknown>>): string =>
  Buffer.concat(markedJsonInPieces(data)).toString('utf8');

const markOf = (text: string) => readJsonMark(Buffer.from(text));

/** A list that exists one element at a time. */
function* oneByOne<T>(elements: readonly T[]): Generator<T> {
  yield* elements;
}

test('JSON in pieces is the JSON as a whole, whatever stands in it and however long its lists are', () => {
  const random = seededRandom(13);
  const signs = ['北', 'a', '"', '\\', '\u202e', '\ud83d', '\u0007', '𠮷', '\n'];
  const word = (): string => Array.from({ length: 30 }, () => signs[Math.floor(random() * signs.length)]).join('');
  for (const count of [0, 1, 2, 12_000]) {
    const list = Array.from({ length: count }, () => ({
      word: word(),
      points: Math.floor(random() * 800),
      none: null,
    }));
    const data = { schema: word(), empty: [], list, nothing: null, deep: { list: [1, word()] } };
    const pieces = textOf({ ...data, list: oneByOne(list) });
    expect(pieces === markedJson(data)).toBe(true);
    expect(markOf(pieces)).toEqual({ untouched: true });
    expect(markOf(markedJson(data, 2))).toEqual({ untouched: true });
    expect(markOf(pieces.replace('"nothing":null', '"nothing":0'))).toEqual({ untouched: false });
    expect(markOf(`${pieces} \n`)).toEqual({ untouched: false });
    expect(markOf(pieces.replace('"fingerprint"', '"print"'))).toBeUndefined();
  }
});

test('results in parts are the results', () => {
  const form = answerForm({ year: 'R8', municipality: '北塩原村', prefecture: '福島県', mark: () => '○' });
  const scored = evaluated([{ grid: form }]);
  const text = textOf({ ...resultsInParts(scored) });
  expect(text).toBe(markedJson(resultsJson(scored)));
  expect(text).toContain('北塩原村');
});
