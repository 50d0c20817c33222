import type { CellValue } from '../../../src/workbook';
import { exactly, read, trueTotal, type Asked } from './form';

const mark = ({ met }: Asked): CellValue => (met ? '○' : '×');
const tick = ({ at }: Asked): CellValue => (at % 4 === 1 ? '✓' : null);
const everything = { least: 0, most: 800, provisional: true };

describe('the only marks stand under a header that is no answer', () => {
  it.each([
    ...['対象', '目標達成', '改善予定', '重点', '優先', '新規', '廃止', '変更', '次年度', '来年度', '計画', '予定'],
    ...[
      '取得目標',
      '令和6年度目標',
      '提出',
      '提出済',
      '添付',
      '県確認',
      '決裁',
      '近隣',
      '先進地',
      '国',
      'モデル',
      '取下げ',
    ],
    ...['該当見込み', '不要', '来年度の実施予定', '修正箇所'],
  ])('%s: nothing is final, and the header is named with the cure', (header) => {
    const outcome = read({ headers: [[header]], cells: (asked) => [mark(asked)] });
    expect(outcome).toMatchObject({ ...everything, names: ['header-not-answers'] });
    expect(outcome.facts['header-not-answers']).toMatchObject({ found: `「${header}」`, cell: 'H4' });
  });

  it.each([
    ...[
      '回答',
      'チェック',
      'チェック欄',
      '取組状況',
      '達成状況',
      '評価',
      '実施状況',
      '市の回答',
      '自己評価',
      '該当有無',
      '有無',
    ],
    ...[
      '回答内容',
      '結果',
      '本町の状況',
      '市町村',
      '達成',
      '実施',
      '修正後',
      '最終',
      '今回',
      'R6見込',
      '令和6年度',
      '北塩原村',
    ],
    null,
  ])('%s is believed', (header) => {
    expect(read({ headers: [[header]], cells: (asked) => [mark(asked)] })).toMatchObject(exactly);
  });

  it('one whose ○ may say no is one question too', () => {
    const outcome = read({ headers: [['要対応']], cells: (asked) => [mark(asked)] });
    expect(outcome).toMatchObject({ ...everything, names: ['mark-means-no'] });
  });

  it('is final where a person chose the column', () => {
    const columns = { headers: [['来年度の実施予定']], cells: (asked: Asked) => [mark(asked)] };
    expect(read(columns, { column: { header: '来年度の実施予定' } })).toMatchObject(exactly);
  });

  it('two of them are one question', () => {
    const outcome = read({
      headers: [['取得見込み', '取得目標']],
      cells: (asked) => [mark(asked), asked.at < 9 ? '○' : mark(asked)],
    });
    expect(outcome).toMatchObject({ ...everything, names: ['header-not-answers'] });
    expect(outcome.facts['header-not-answers']).toMatchObject({ found: '「取得見込み」・「取得目標」' });
  });
});

describe('ticks beside a column that may be the answers', () => {
  const inWords = ({ met }: Asked): CellValue => (met ? '満たしていると思われる' : '難しい');

  it.each<[string, string, string | null, (asked: Asked) => CellValue, string]>([
    ['words nobody can read', 'チェック', '町の考え方', inWords, '「チェック」・「町の考え方」'],
    [
      'such words under a header of answers',
      '確認済',
      '自己評価結果（文章）',
      inWords,
      '「確認済」・「自己評価結果（文章）」',
    ],
    ['marks without a header', 'チェック', null, mark, '「チェック」・I列'],
  ])('%s: both are named', (_, ticks, header, cell, found) => {
    const outcome = read({ headers: [[ticks, header]], cells: (asked) => [tick(asked), cell(asked)] });
    expect(outcome).toMatchObject(everything);
    expect(outcome.facts['ticks-beside-answers']).toMatchObject({ found });
    expect(trueTotal()).toBeLessThanOrEqual(Number(outcome.most));
  });

  it('are the answers beside prose and beside notes', () => {
    const cells = (asked: Asked): CellValue[] => [asked.met ? '✓' : null, `第${asked.at}回の会議で決めた`, '介護係'];
    expect(read({ headers: [['チェック', '取組', '担当課']], cells })).toMatchObject(exactly);
  });
});

describe('signs that look like others', () => {
  it('一 typed for a dash says no beside ○ alone, and is a question beside ×', () => {
    expect(read({ headers: [['回答']], cells: ({ met }) => [met ? '〇' : '一'] })).toMatchObject(exactly);
    const some = read({ headers: [['回答']], cells: (asked) => [asked.at % 50 === 1 ? '一' : mark(asked)] });
    expect(some).toMatchObject({ provisional: true, names: ['unreadable-mark'] });
    expect(some.least).toBeLessThanOrEqual(trueTotal());
    expect(some.most).toBeGreaterThanOrEqual(trueTotal());
  });

  it.each(['◉', '⦿', '⚫', '★'])('%s beside ○ makes a question of both', (chosen) => {
    expect(read({ headers: [['回答']], cells: ({ met }) => [met ? chosen : '○'] })).toMatchObject(everything);
  });
});
