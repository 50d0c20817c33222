import { evaluate, municipalitiesOf } from '../../../src/evaluation';
import type { CellValue, Grid } from '../../../src/workbook';
import { workbook } from '../../builders/answerSheets';
import { exactly, formWith, read, trueTotal, type Asked } from './form';

const answers = (yes: CellValue, no: CellValue, header = '回答') => ({
  headers: [[header]],
  cells: ({ met }: Asked): CellValue[] => [met ? yes : no],
});
const isOpen = ({ least = 0, most = 0, provisional }: ReturnType<typeof read>): boolean =>
  provisional === true && least <= trueTotal() && trueTotal() <= most;
/** The same form with a note below it, and with further sheets. */
const readBook = (grid: Grid, ...others: readonly { readonly name: string; readonly grid: Grid }[]) => {
  const result = evaluate(workbook({ name: '回答', grid }, ...others));
  const problems = result.ok ? result.value.problems : result.problems;
  const [only] = result.ok ? municipalitiesOf(result.value) : [];
  return {
    names: problems.map(({ name }) => name),
    ...(only && { ...only.range, provisional: only.provisional }),
  };
};

describe('a mark that is said to mean "not met"', () => {
  it.each(['該当しないものに○', '未実施に○', '要改善', '回答（該当しないものに○）', '回答\n（○：未実施）'])(
    'is asked about where the header is %s',
    (header) => {
      const outcome = read(answers(null, '○', header));
      expect(isOpen(outcome)).toBe(true);
      expect(outcome.facts['mark-means-no']).toMatchObject({ cell: 'H4' });
    },
  );

  it.each<[string, CellValue]>([
    ['該当しない項目に○をしてください', '○'],
    ['※実施していない項目に○を付けてください', '○'],
    ['できていない項目にチェック', 'レ'],
    ['未達成の場合は「✓」', '✓'],
  ])('is asked about where a note says %s', (note, sign) => {
    const outcome = read({ ...answers(null, sign), notes: [note] });
    expect(isOpen(outcome)).toBe(true);
    expect(outcome.facts['mark-means-no']).toMatchObject({ found: note, cell: 'A3' });
    const below = readBook([...formWith(answers(null, sign)), [], [note]]);
    expect(below.names).toContain('mark-means-no');
  });

  it('is obeyed once a person says so, and a blank is then met', () => {
    const form = answers(null, '○', '該当しないものに○');
    expect(read(form, { markMeanings: new Map([['○', 'unmet']]) })).toMatchObject(exactly);
    expect(read(answers('○', null, '該当しないものに○'), { markMeanings: new Map([['○', 'met']]) })).toMatchObject(
      exactly,
    );
    const crossed = answers('×', '○', '該当しないものに○');
    expect(isOpen(read(crossed, { markMeanings: new Map([['○', 'unmet']]) }))).toBe(true);
  });

  it.each([
    '該当するものに○、該当しないものに×を付けてください',
    '該当しない場合は空欄とし、該当する場合は○を付けてください',
    '該当しない場合は○を付けないでください',
    '実施している場合は○、未実施の場合は×',
    '未実施の項目は備考に理由を書き、実施した項目に○',
  ])('is not suspected where a note says %s', (note) => {
    expect(read({ ...answers('○', '×'), notes: [note] })).toMatchObject(exactly);
  });
});

describe('codes explained around the table or on another sheet', () => {
  it('are obeyed in a footnote', () => {
    const form = formWith(answers(0, 1));
    expect(readBook([...form, [], ['※実施＝0、未実施＝1']])).toMatchObject(exactly);
  });

  it.each<[string, readonly (readonly CellValue[])[], CellValue, CellValue]>([
    ['記入要領', [['回答欄について'], ['実施している場合は「0」、していない場合は「1」を入力']], 0, 1],
    ['記入要領', [['回答欄について'], ['１：該当　２：非該当']], 1, 2],
    [
      'コード表',
      [
        ['コード', '内容'],
        [0, '該当'],
        [1, '非該当'],
      ],
      0,
      1,
    ],
    ['凡例', [['0：はい'], ['1：いいえ']], 0, 1],
  ])('are obeyed on the sheet %s', (name, grid, yes, no) => {
    const outcome = readBook(formWith(answers(yes, no)), { name, grid });
    expect(outcome).toMatchObject(exactly);
    expect(outcome.names).toContain('code-list-used');
  });

  it('are asked about where they cannot be read, where two sheets differ, or on a sheet with another name', () => {
    const form = formWith(answers(0, 1));
    const differing = [
      {
        name: 'コード表',
        grid: [
          [0, '該当'],
          [1, '非該当'],
        ],
      },
      { name: '記入要領', grid: [['0：非該当　1：該当']] },
    ];
    const unclear = { name: '記入要領', grid: [['実施の有無は、やった所を「0」とします']] };
    const other = { name: 'Sheet2', grid: [['0：該当　1：非該当']] };
    for (const sheets of [differing, [unclear], [other]]) {
      const outcome = readBook(form, ...sheets);
      expect(outcome.names).toContain('codes-explained-unclearly');
      expect(outcome.provisional).toBe(true);
    }
  });

  it('say nothing of points, nor of what other sheets number', () => {
    const list = {
      name: 'コード表',
      grid: [
        [0, '該当'],
        [1, '非該当'],
      ],
    };
    const points = formWith({ headers: [['回答']], cells: ({ met, points: full }) => [met ? full : 0] });
    expect(readBook(points, list)).toMatchObject(exactly);
    const headings = { name: '記入要領', grid: [['1 実施状況の書き方'], ['2 該当する欄に記入してください']] };
    expect(readBook(formWith(answers(1, 0)), headings)).toMatchObject(exactly);
  });
});

describe('－ beside last year', () => {
  const cells = ({ at, met }: Asked): CellValue[] => (at % 2 === 0 ? [met ? '○' : '×', '－'] : ['×', met ? '○' : '×']);

  it('may mean "as last year" where many stand at rows answered then', () => {
    const outcome = read({ headers: [['前年度回答', '今年度回答']], cells });
    expect(isOpen(outcome)).toBe(true);
    expect(outcome.facts['dash-beside-last-year']).toMatchObject({ found: '前年度回答' });
  });

  it('is the no where nothing else is', () => {
    const outcome = read({
      headers: [['前年度回答', '今年度回答']],
      cells: ({ at, met }) => [at % 2 === 0 ? '○' : '×', met ? '○' : '－'],
    });
    expect(outcome).toMatchObject(exactly);
  });
});

// A newcomer's trial: 1 or blank under 「該当する場合は1を入力」 gave 0～800, and 929 points of 800 were at stake.
describe('one code alone', () => {
  it.each(['該当する場合は1を入力', '実施している場合は「1」を入力してください'])(
    'that is explained as usual (%s) is read',
    (note) => {
      expect(read({ ...answers(1, null), notes: [note] })).toMatchObject(exactly);
    },
  );

  it.each(['該当しない場合は1を入力', '実施の場合は0を入力'])(
    'that is explained the other way (%s) is asked about',
    (note) => {
      const outcome = read({ ...answers(1, note.includes('0') ? 0 : null), notes: [note] });
      expect(isOpen(outcome)).toBe(true);
    },
  );
});

test('answers that are all held put no more at stake than there is', () => {
  const { facts, most } = read(answers(null, '○', '要改善'));
  expect(facts['mark-means-no']).toMatchObject({ pointsAtStake: 800 });
  expect(most).toBe(800);
});
