import { municipalitiesOf } from '../../../src/evaluation';
import type { CellValue } from '../../../src/workbook';
import { flatList } from '../../builders/answerSheets';
import { evaluated } from '../../builders/evaluated';
import { exactly, read, type Asked } from './form';

const list = flatList({ year: 'R6', municipality: '福島県北塩原村', mark: () => '×' });
const filled = flatList({ year: 'R6', municipality: '福島県北塩原村', mark: () => '○' }).slice(1, 12);
/** The first eleven answers left blank. */
const open = list.map((row, at) => (at >= 1 && at < 12 ? [...row.slice(0, -1), null] : row));
const empty: readonly CellValue[] = [];

describe('rows of the same criteria further down the sheet', () => {
  it.each([
    ['an example', ['【記入例】']],
    ['last year', ['昨年度']],
    ['no word at all', []],
  ])('under %s never fill a blank', (_, heading) => {
    const [town] = municipalitiesOf(evaluated([{ grid: [...open, empty, heading, ...filled] }]));
    expect(town).toMatchObject({ provisional: true, range: { least: 0 } });
    expect(town?.range.most).toBeGreaterThan(0);
  });

  it('but a goal Ⅳ printed twice and answered once is answered', () => {
    const mark = ({ id }: { readonly id: string }): CellValue => (id === 'S1p1a' ? '○' : '×');
    const twice = flatList({ year: 'R6', municipality: '福島県北塩原村', mark, goal4Twice: true });
    const once = twice.map((row) => (row[2] === 'Ⅳ' && row[1] === '支援' ? [...row.slice(0, -1), null] : row));
    expect(municipalitiesOf(evaluated([{ grid: once }]))[0]).toMatchObject({ provisional: false });
  });
});

describe('a column 回答 beside another that may be meant', () => {
  const mark = ({ met }: Asked): CellValue => (met ? '○' : '×');
  const differs = ({ at, met }: Asked): CellValue => (at === 3 ? (met ? '×' : '○') : met ? '○' : '×');

  it.each([['令和6年度'], ['R6'], ['今年度'], ['担当者回答']])('%s: where they differ it is asked', (header) => {
    const outcome = read({ headers: [['回答', header]], cells: (asked) => [mark(asked), differs(asked)] });
    expect(outcome.provisional).toBe(true);
    expect([Number(outcome.least) <= exactly.least, exactly.least <= Number(outcome.most)]).toEqual([true, true]);
  });

  it.each([['回答者'], ['回答日'], ['回答課']])('%s says who or when, and answers nothing', (header) => {
    expect(read({ headers: [['担当者回答', header]], cells: (asked) => [mark(asked), '○'] })).toMatchObject(exactly);
  });
});
