import type { CellValue } from '../../../src/workbook';
import { exactly, formWith, read, type Asked } from './form';
import { evaluate } from '../../../src/evaluation';
import { workbook } from '../../builders/answerSheets';

const mark = ({ met }: Asked): CellValue => (met ? '○' : '×');
const earned = ({ met, points }: Asked): number => (met ? points : 0);
const total = exactly.least;

describe('points beside the marks', () => {
  it('that agree are silent', () => {
    const cells = (asked: Asked): CellValue[] => [mark(asked), earned(asked)];
    expect(read({ headers: [['回答', '得点']], cells })).toMatchObject({ ...exactly, names: [] });
  });

  it('that differ in a row are told with both figures, and the row is open', () => {
    const cells = (asked: Asked): CellValue[] => [mark(asked), asked.at === 1 ? asked.points : earned(asked)];
    const outcome = read({ headers: [['回答', '得点']], cells });
    const open = { least: total, most: total + 4, provisional: true };
    expect(outcome).toMatchObject({ ...open, names: ['points-differ-somewhere'] });
    const choice = { column: { header: '回答' } };
    expect(read({ headers: [['回答', '得点']], cells }, choice)).toMatchObject(exactly);
    expect(outcome.facts['points-differ-somewhere']).toMatchObject({ count: 1, column: '「得点」', cell: 'I6' });
  });

  it('that differ in many rows leave these open', () => {
    const cells = (asked: Asked): CellValue[] => [asked.at % 4 === 0 ? '○' : mark(asked), earned(asked)];
    const outcome = read({ headers: [['判定', '現在の点数']], cells });
    expect(outcome.names).toEqual(['points-differ-often']);
    expect([outcome.provisional, outcome.least! <= total, total <= outcome.most!]).toEqual([true, true, true]);
  });

  it('a verdict of a plan is no answer: 可 and 済 beside the points', () => {
    const verdicts = (met: string, other: string) => (asked: Asked) => [asked.met ? met : other, earned(asked)];
    const headers = [['判定', '現在の点数']];
    expect(read({ headers, cells: verdicts('済', '可') }).names).toEqual(['ask-mark', 'ask-mark']);
    expect(read({ headers, cells: verdicts('可', '可') }).names).toEqual(['points-speak-against']);
  });

  it('are read where the verdict is no mark', () => {
    const cells = (asked: Asked): CellValue[] => [asked.met ? '低' : '高', earned(asked)];
    expect(read({ headers: [['判定', '現在の点数']], cells })).toMatchObject(exactly);
  });

  it('are asked about where they fit the words but for a row', () => {
    const cells = (asked: Asked): CellValue[] => [asked.met ? 'A' : 'B', asked.at === 1 ? asked.points : earned(asked)];
    expect(read({ headers: [['回答', '自己採点']], cells })).toMatchObject({ least: 0, provisional: true });
  });

  it('of last year are not held against the marks', () => {
    const cells = (asked: Asked): CellValue[] => [asked.points - earned(asked), mark(asked)];
    expect(read({ headers: [['前年度得点', '回答']], cells })).toMatchObject({ ...exactly, names: [] });
  });

  it('full points are no answers', () => {
    const cells = (asked: Asked): CellValue[] => [mark(asked), asked.points, 0];
    expect(read({ headers: [['回答', '満点', '増減']], cells })).toMatchObject({ ...exactly, names: [] });
    expect(read({ headers: [['回答', '点数', '差']], cells })).toMatchObject({ ...exactly, names: [] });
    expect(read({ headers: [['点数']], cells: ({ points }) => [points] }).names).toEqual(['no-answer-column']);
  });
});

describe('a list of what is missing', () => {
  const rows = (headers: readonly CellValue[], cells: (asked: Asked) => readonly CellValue[]) => {
    const form = formWith({ headers: [headers], cells });
    return evaluate(workbook({ name: '一覧', grid: form.slice(0, 30) }));
  };

  it('is refused: 0 points in every row', () => {
    const lists = [
      rows(['判定', '令和6年度'], () => ['可', 0]),
      rows(['令和6年度'], () => [0]),
      rows(['現在の点数'], () => [0]),
    ];
    expect(lists.map((list) => (list.ok ? 'scored' : list.problems[0]?.name))).toEqual([
      'points-speak-against',
      'zeros-only',
      'zeros-only',
    ]);
  });
});
