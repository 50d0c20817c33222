import type { CellValue } from '../../../src/workbook';
import { exactly, read, type Asked } from './form';

const total = exactly.least;
const answers = (yes: CellValue, no: CellValue) => ({
  headers: [['回答']],
  cells: ({ met }: Asked): CellValue[] => [met ? yes : no],
});
/** The truth lies in the range, which is open. */
const expectAsked = (outcome: ReturnType<typeof read>): void => {
  expect(outcome.provisional).toBe(true);
  expect([Number(outcome.least) <= total, total <= Number(outcome.most)]).toEqual([true, true]);
};

describe('answers in words and signs', () => {
  it.each<[CellValue, CellValue]>([
    ['実施している', '実施していない'],
    ['できている', 'できていない'],
    ['行っています', '行っていません'],
    ['策定済み', '未策定'],
    ['対応済', '未対応'],
    ['実績あり', '実績なし'],
    ['■該当 □非該当', '□該当 ■非該当'],
    ['☑はい ☐いいえ', '☐はい ☑いいえ'],
    ['●はい　○いいえ', '○はい　●いいえ'],
    ['有☑／無☐', '有☐／無☑'],
    ['1：該当', '2：非該当'],
    ['①はい', '②いいえ'],
    ['○', 'ー'],
    ['○', '－'],
    ['○', '／'],
    ['レ', null],
    ['レ', '×'],
    ['■', '□'],
    ['達成', '未達成'],
  ])('%s and %s are read', (yes, no) => {
    expect(read(answers(yes, no))).toMatchObject(exactly);
  });

  it.each(['検討中', '一部実施している', '実施予定', '未定', '未確認', '実施していないが予定あり', '準備している'])(
    '%s is no answer, and is asked once',
    (word) => {
      const outcome = read({ headers: [['回答']], cells: ({ at, met }) => [at < 5 ? word : met ? '○' : '×'] });
      expectAsked(outcome);
      expect(outcome.facts['unreadable-mark']).toMatchObject({ found: word, count: 5, cell: 'H5' });
    },
  );

  it('a choice with no box ticked, or with two, is open', () => {
    const cells = ({ at, met }: Asked): CellValue[] => [
      at === 0 ? '□該当 □非該当' : at === 1 ? '■該当 ■非該当' : met ? '■該当 □非該当' : '□該当 ■非該当',
    ];
    const outcome = read({ headers: [['回答']], cells });
    expectAsked(outcome);
    expect(outcome.names.filter((name) => name === 'undecided-boxes')).toHaveLength(2);
  });
});

describe('codes', () => {
  it.each<[string, CellValue, CellValue]>([
    ['回答（1:該当 2:非該当）', 1, 2],
    ['回答（0:該当 1:非該当）', 0, 1],
    ['回答（1=はい、2=いいえ）', '１', '２'],
    ['結果\n1=はい 0=いいえ', 1, 0],
    ['回答（1…実施、9…未実施）', 1, 9],
    ['回答\n該当：1\n非該当：0', 1, 0],
    ['回答（●：該当 ○：非該当）', '●', '○'],
    ['回答（A：該当 B：非該当）1該当・2非該当', 1, 2],
  ])('are obeyed as the header %s explains them', (header, yes, no) => {
    const outcome = read({ ...answers(yes, no), headers: [[header]] });
    expect(outcome).toMatchObject(exactly);
    expect(outcome.names).toContain('code-list-used');
  });

  it('are obeyed as a note above the table explains them', () => {
    const notes = ['※ 回答欄には、該当する場合は「1」、該当しない場合は「2」を入力してください。'];
    expect(read({ ...answers(1, 2), notes })).toMatchObject(exactly);
    expect(read({ ...answers(0, 1), notes: ['0：該当　1：非該当'] })).toMatchObject(exactly);
  });

  // A newcomer's trial: the legend beside the first rows was not seen.
  it.each<[string, readonly CellValue[]]>([
    ['in one cell', ['1：非該当 2：該当']],
    ['in two cells', ['1：非該当', '2：該当']],
  ])('are obeyed as a note right of the table explains them, %s', (_, legend) => {
    const cells = ({ at, met }: Asked): CellValue[] => [met ? 2 : 1, null, legend[at] ?? null];
    expect(read({ headers: [['回答']], cells })).toMatchObject(exactly);
  });

  it('are not explained by a text that stands in every row', () => {
    const cells = ({ met }: Asked): CellValue[] => [met ? 2 : 1, null, '1：非該当 2：該当'];
    expect(read({ headers: [['回答']], cells }).provisional).toBe(true);
  });

  it('without a list are asked once for each', () => {
    const outcome = read(answers(1, 2));
    expectAsked(outcome);
    expect(outcome.names).toEqual(['ask-mark', 'ask-mark']);
    expect(read(answers(1, 2), { markMeanings: new Map([['2', 'unmet']]) })).toMatchObject(exactly);
  });

  it('points are points, and slips among them are told together', () => {
    const points = ({ met, points: full }: Asked): CellValue[] => [met ? full : 0];
    expect(read({ headers: [['回答']], cells: points })).toMatchObject({ ...exactly, names: [] });
    const slips = read({ headers: [['回答']], cells: (asked) => (asked.at < 3 ? [77 + asked.at] : points(asked)) });
    expectAsked(slips);
    expect(slips.facts['points-out-of-range']).toMatchObject({ count: 3, found: '77・78・79' });
  });

  it('counts among the answers are not taken for points', () => {
    const cells = ({ at, met, points }: Asked): CellValue[] => [
      at % 4 === 0 ? (at % 8 === 0 ? points : 35 + at) : met ? '○' : '×',
    ];
    expectAsked(read({ headers: [['回答']], cells }));
  });
});

describe('spellings that speak against each other', () => {
  it('０ beside ×, or among ○, may be a ○: asked once', () => {
    const typed = read(answers('０', '×'));
    expectAsked(typed);
    expect(typed.names).toEqual(['ask-mark']);
    expect(read(answers('０', '×'), { markMeanings: new Map([['0', 'met']]) })).toMatchObject(exactly);
    expectAsked(read({ headers: [['回答']], cells: ({ at, met }) => [met ? (at % 9 === 0 ? 0 : '○') : '×'] }));
    expectAsked(read({ headers: [['回答']], cells: ({ at, met }) => [met ? (at % 9 === 0 ? '０' : '○') : null] }));
  });

  it('0 is the no where nothing else is', () => {
    expect(read(answers('○', 0))).toMatchObject(exactly);
    expect(read(answers(1, 0))).toMatchObject(exactly);
  });

  it.each(['●', '◎'])('%s beside ○ makes both a question', (sign) => {
    const outcome = read(answers(sign, '○'));
    expectAsked(outcome);
    expect(outcome.names).toEqual(['ask-mark', 'ask-mark']);
    // The one told to be the yes leaves the other a question: it is no second yes.
    const half = read(answers(sign, '○'), { markMeanings: new Map([[sign, 'met']]) });
    expectAsked(half);
    expect(half.names).toEqual(['ask-mark']);
    expect(read(answers(sign, '○'), { markMeanings: new Map([['○', 'unmet']]) }).names).toEqual(['ask-mark']);
    // The one told to be the no leaves the ordinary yes.
    expect(read(answers('○', sign), { markMeanings: new Map([[sign, 'unmet']]) })).toMatchObject(exactly);
    const told = new Map([
      [sign, 'met'],
      ['○', 'unmet'],
    ] as const);
    expect(read(answers(sign, '○'), { markMeanings: told })).toMatchObject(exactly);
  });

  it('two words for yes, and nothing else, are a question', () => {
    const outcome = read(answers('済', '可'));
    expectAsked(outcome);
    expect(outcome.names).toEqual(['ask-mark', 'ask-mark']);
  });

  it('a code that is not in the list is no number of points', () => {
    const cells = ({ at, met, points }: Asked): CellValue[] => [at < 3 ? 3 : points === 3 ? 3 : met ? 1 : 2];
    expectAsked(read({ headers: [['回答（1：該当 2：非該当）']], cells, year: 'R6' }));
  });

  it('レ beside ○, and ー beside ×, stay open', () => {
    expectAsked(read({ headers: [['回答']], cells: ({ at, met }) => [met ? (at % 9 === 0 ? 'レ' : '○') : '×'] }));
    expectAsked(read({ headers: [['回答']], cells: ({ at, met }) => [at % 9 === 1 ? 'ー' : met ? '○' : '×'] }));
  });

  it('one spelling is one question, with the number of cells and all their points', () => {
    const outcome = read({ headers: [['回答']], cells: ({ at, met }) => [at < 20 ? '◎' : met ? '○' : '×'] });
    expectAsked(outcome);
    expect(outcome.names).toEqual(['ask-mark']);
    expect(outcome.facts['ask-mark']).toMatchObject({ found: '◎', count: 20, cell: 'H5' });
    const { least = 0, most = 0 } = outcome;
    expect(outcome.facts['ask-mark']).toMatchObject({ pointsAtStake: most - least });
  });
});
