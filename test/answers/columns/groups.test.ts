import { evaluate, municipalitiesOf } from '../../../src/evaluation';
import type { CellValue } from '../../../src/workbook';
import { workbook } from '../../builders/answerSheets';
import { exactly, formWith, read, type Asked } from './form';

const mark = ({ met }: Asked): CellValue => (met ? '○' : '×');
const wrong = ({ met }: Asked): CellValue => (met ? '×' : '○');
const total = exactly.least;

describe('a pair of columns', () => {
  it.each([
    ['該当', '非該当'],
    ['はい', 'いいえ'],
    ['有', '無'],
    ['あり', 'なし'],
    ['実施済', '未実施'],
    ['実施している', '実施していない'],
    ['できている', 'できていない'],
    ['○', '×'],
    ['該当する', '該当しない'],
    ['達成', '未達成'],
  ])('%s｜%s is one answer', (yes, no) => {
    expect(read({ headers: [[yes, no]], cells: ({ met }) => (met ? ['○', null] : [null, '○']) })).toMatchObject(
      exactly,
    );
  });

  it.each<[string, CellValue, CellValue]>([
    ['レ and nothing', 'レ', null],
    ['○ and ×', '○', '×'],
    ['1 and 0', 1, 0],
    ['■ and □', '■', '□'],
    ['TRUE and FALSE', true, false],
  ])('may be marked with %s', (_, chosen, other) => {
    const cells = ({ met }: Asked): CellValue[] => (met ? [chosen, other] : [other, chosen]);
    expect(read({ headers: [['はい', 'いいえ']], cells })).toMatchObject(exactly);
  });

  it('the other way round, with a third column, and under a merged header', () => {
    const cells = ({ met }: Asked): CellValue[] => (met ? [null, '○', null] : ['○', null, null]);
    const merges = [{ top: 3, bottom: 3, left: 7, right: 9 }];
    expect(
      read({
        headers: [
          ['回答', null, null],
          ['いいえ', 'はい', '対象外'],
        ],
        cells,
        merges,
      }),
    ).toMatchObject(exactly);
  });

  it('without a mark is unanswered, with two it is open and told once', () => {
    const outcome = read({
      headers: [['該当', '非該当']],
      cells: ({ at, met }) => (at < 2 ? [null, null] : at < 5 ? ['○', '○'] : met ? ['○', null] : [null, '○']),
    });
    expect(outcome.provisional).toBe(true);
    expect([Number(outcome.least) <= total, total <= Number(outcome.most)]).toEqual([true, true]);
    expect(outcome.facts['both-marked']).toMatchObject({ count: 3, cell: 'H7' });
    expect(outcome.names.filter((name) => name === 'both-marked')).toHaveLength(1);
  });

  it.each(['非該当', 'なし', '無', '該当なし', '×', '不可'])(
    'is asked about where its "no" stands alone: %s',
    (header) => {
      const columns = { headers: [[header]], cells: ({ met }: Asked) => [met ? null : '○'] };
      expect(read(columns)).toMatchObject({ least: 0, most: 800, provisional: true, names: ['mark-means-no'] });
      expect(read(columns, { column: { header } })).toMatchObject({
        provisional: true,
        names: ['mark-means-no'],
      });
      expect(read(columns, { markMeanings: new Map([['○', 'unmet']]) })).toMatchObject(exactly);
    },
  );

  it('a third choice between them is neither', () => {
    const outcome = read({
      headers: [['実施', '一部実施', '未実施']],
      cells: ({ at, met }) => (at < 6 ? [null, '○', null] : met ? ['○', null, null] : [null, null, '○']),
    });
    expect([outcome.provisional, outcome.names]).toEqual([true, ['neither-chosen']]);
    expect(outcome.facts['neither-chosen']).toMatchObject({ count: 6 });
  });

  it('a column beside that bears marks of its own does not belong to it', () => {
    const cells = ({ met }: Asked): CellValue[] => (met ? ['○', null, '✓'] : [null, '○', '✓']);
    expect(read({ headers: [['はい', 'いいえ', '点検']], cells })).toMatchObject(exactly);
  });

  it('a △ in one of the columns is no mark', () => {
    const outcome = read({
      headers: [['はい', 'いいえ']],
      cells: ({ at, met }) => (at === 0 ? ['△', null] : met ? ['○', null] : [null, '○']),
    });
    expect([outcome.provisional, outcome.names]).toEqual([true, ['triangle-mark']]);
  });
});

describe('columns of sections', () => {
  const sections = ['高齢福祉課', '介護保険係', '地域包括支援センター'];
  const spread = (asked: Asked): CellValue[] => sections.map((_, at) => (asked.at % 3 === at ? mark(asked) : null));

  it('are one answer, without a word', () => {
    expect(read({ headers: [sections], cells: spread })).toEqual({ ...exactly, names: [], facts: {} });
  });

  it('also under a merged 回答, merged or only written over the first', () => {
    const headers = [['回答', null, null], sections];
    expect(read({ headers, cells: spread })).toMatchObject({ ...exactly, names: [] });
    const merges = [{ top: 3, bottom: 3, left: 7, right: 9 }];
    expect(
      read({
        headers: [
          ['回答', null, null],
          ['高齢', '介護', '包括'],
        ],
        cells: spread,
        merges,
      }),
    ).toMatchObject({
      ...exactly,
      names: [],
    });
  });

  // A newcomer's trial: only 包括 was known for a section, and the answers of the others were left aside.
  it.each([
    [['介護', '健康', '包括'], '○', '×'],
    [['包括', '保険福祉', '健康づくり'], '○', null],
    [['甲', '乙', '長寿支援課'], '○', '×'],
  ])('with short names beside one that is known share the rows: %j', (names, yes, no) => {
    const cells = ({ at, met }: Asked): CellValue[] =>
      names.map((_, of) => (Math.floor(at / 3) % 3 === of ? (met ? yes : no) : null));
    expect(read({ headers: [names], cells })).toMatchObject({
      ...exactly,
      names: no === null ? ['blank-means-no'] : [],
    });
  });

  it('a column that marks rows of another kind is no section', () => {
    const cells = (asked: Asked): CellValue[] => [mark(asked), asked.at % 5 === 0 ? '○' : null];
    expect(read({ headers: [['長寿支援課', '重点']], cells })).toMatchObject(exactly);
    const circles = ({ at, met }: Asked): CellValue[] => [met ? '○' : null, !met && at % 5 === 0 ? '○' : null];
    expect(read({ headers: [['長寿支援課', '重点']], cells: circles })).toMatchObject(exactly);
  });

  it('are held where two differ', () => {
    const cells = (asked: Asked): CellValue[] =>
      asked.at === 4 ? ['○', '×', null] : asked.at === 6 ? [mark(asked), mark(asked), null] : spread(asked);
    const outcome = read({ headers: [sections], cells });
    expect(outcome.facts['departments-differ']).toMatchObject({
      count: 1,
      cells: 'H9',
      found: '「高齢福祉課」・「介護保険係」・「地域包括支援センター」',
    });
    expect(outcome.provisional).toBe(true);
  });

  it('that only mark who is in charge do not answer beside 回答', () => {
    const cells = (asked: Asked): CellValue[] => [mark(asked), '○', null];
    expect(read({ headers: [['回答', '高齢福祉課', '介護保険課']], cells })).toMatchObject(exactly);
  });
});

describe('versions of one answer', () => {
  const twoDiffer = (asked: Asked): CellValue[] => [asked.at < 2 ? wrong(asked) : mark(asked), mark(asked)];

  it.each([
    ['当初回答', '修正後回答'],
    ['市町村回答', '県確認'],
    ['回答', '県確認後'],
    ['自己評価', '確認結果'],
    ['一次回答', '二次回答'],
    ['自己評価', '県判定'],
    ['市', '県確認'],
    ['回答', '県'],
    ['回答', '甲'],
  ])('%s｜%s are not chosen between: what differs is held', (one, other) => {
    const outcome = read({ headers: [[one, other]], cells: twoDiffer });
    expect(outcome.provisional).toBe(true);
    expect([Number(outcome.least) <= total, total <= Number(outcome.most)]).toEqual([true, true]);
    expect(outcome.facts['answer-columns-differ']).toMatchObject({ count: 2, found: `「${one}」・「${other}」` });
  });

  it('agree without a word, also where only the changed answers are written again', () => {
    expect(read({ headers: [['当初', '修正後']], cells: (asked) => [mark(asked), mark(asked)] })).toMatchObject({
      ...exactly,
      names: [],
    });
    const changed = (asked: Asked): CellValue[] => [mark(asked), asked.at === 5 ? mark(asked) : null];
    expect(read({ headers: [['回答', '修正後']], cells: changed })).toMatchObject({ ...exactly, names: [] });
  });

  it('differ where one marks only yes and leaves a yes of the other blank', () => {
    const cells = ({ at, met }: Asked): CellValue[] => [met ? '○' : null, met && at !== 0 ? '○' : null];
    const outcome = read({ headers: [['当初', '修正後']], cells });
    expect(outcome.facts['answer-columns-differ']).toMatchObject({ count: 1 });
  });

  it('a column 確認 with ticks alone is no version', () => {
    expect(read({ headers: [['回答', '確認']], cells: (asked) => [mark(asked), '✓'] })).toMatchObject(exactly);
  });

  it('a column 県確認 that only writes what became a yes is one', () => {
    const cells = (asked: Asked): CellValue[] => [asked.at === 6 ? '×' : mark(asked), asked.at === 6 ? '○' : null];
    const outcome = read({ headers: [['市町村回答', '県確認']], cells });
    expect(outcome.provisional).toBe(true);
    expect(outcome.facts['answer-columns-differ']).toMatchObject({ count: 1 });
  });

  it('without headers differ by the blanks of one', () => {
    const cells = ({ at, met }: Asked): CellValue[] => [met ? 'レ' : null, met && at % 5 > 0 ? 'レ' : null];
    expect(read({ headers: [[null, null]], cells }).names).toContain('answer-columns-differ');
  });

  it('are settled by choosing a column', () => {
    const choice = { column: { header: '県確認' } };
    expect(read({ headers: [['市町村回答', '県確認']], cells: twoDiffer }, choice)).toMatchObject(exactly);
  });
});

describe('another year beside this one', () => {
  it.each([
    ['R5', 'R6'],
    ['令和５年度回答', '令和６年度回答'],
    ['前年度', '今年度'],
    ['昨年度回答', '回答'],
    ['回答（昨年度）', '回答'],
    ['前回の回答', '今回の回答'],
    ['2023年度', '2024年度'],
    ['５年度', '６年度'],
  ])('%s｜%s: this year is read, in either order, without a word', (last, current) => {
    const cells = (asked: Asked): CellValue[] => [wrong(asked), mark(asked)];
    expect(read({ headers: [[last, current]], cells })).toMatchObject({ ...exactly, names: [] });
    const reversed = (asked: Asked): CellValue[] => [mark(asked), wrong(asked)];
    expect(read({ headers: [[current, last]], cells: reversed })).toMatchObject({ ...exactly, names: [] });
  });

  it('a year over a pair of columns counts for both', () => {
    const merges = [
      { top: 3, bottom: 3, left: 7, right: 8 },
      { top: 3, bottom: 3, left: 9, right: 10 },
    ];
    const headers = [
      ['令和５年度', null, '令和６年度', null],
      ['該当', '非該当', '該当', '非該当'],
    ];
    const cells = ({ met }: Asked): CellValue[] => (met ? [null, '○', '○', null] : ['○', null, null, '○']);
    expect(read({ headers, cells, merges }, { year: 'R6' })).toMatchObject(exactly);
  });

  it('a year over the first of its columns counts for both, where merges are lost', () => {
    const headers = [
      ['令和５年度', null, '令和６年度', null],
      ['該当', '非該当', '該当', '非該当'],
    ];
    const cells = ({ met }: Asked): CellValue[] => (met ? [null, '○', '○', null] : ['○', null, null, '○']);
    expect(read({ headers, cells }, { year: 'R6' })).toMatchObject(exactly);
  });

  it.each([
    ['R5実績', 'R6見込'],
    ['令和5年度実績', '今年度'],
    ['旧', '新'],
  ])('%s｜%s: what was done last year is no answer for this', (last, current) => {
    const cells = (asked: Asked): CellValue[] => [wrong(asked), mark(asked)];
    expect(read({ headers: [[last, current]], cells })).toMatchObject(exactly);
  });

  it('three years in points', () => {
    const cells = ({ met, points }: Asked): CellValue[] => [0, met ? points : 0, points];
    expect(read({ headers: [['令和5年度', '令和6年度', '令和7年度']], cells }, { year: 'R6' })).toMatchObject(exactly);
  });

  it('a date or the year of the deeds over the answers is no fiscal year', () => {
    for (const header of ['回答（令和5年10月15日時点）', '回答（令和5年度実績）', '回答（R5.10.1現在）']) {
      expect(read({ headers: [[header]], cells: (asked) => [mark(asked)] })).toMatchObject(exactly);
    }
  });
});

describe('the column of answers', () => {
  it.each(['市の回答', 'チェック', '取組状況', '達成状況', '本市の自己評価', '○×', '判定（○・×）', '状況'])(
    'is found under %s',
    (header) => {
      expect(read({ headers: [[header]], cells: (asked) => [mark(asked)] })).toMatchObject({ ...exactly, names: [] });
    },
  );

  it('is found without a header, and under headers of two rows', () => {
    expect(read({ headers: [[null]], cells: (asked) => [mark(asked)] })).toMatchObject({ ...exactly, names: [] });
    const merges = [{ top: 3, bottom: 3, left: 7, right: 8 }];
    const headers = [
      ['自己点検', null],
      ['該当\n○／×', '根拠資料'],
    ];
    expect(read({ headers, cells: (asked) => [mark(asked), '計画書'], merges })).toMatchObject({
      ...exactly,
      names: [],
    });
  });

  it('is not one of numerators and denominators', () => {
    const cells = (asked: Asked): CellValue[] => [mark(asked), asked.points, 100];
    expect(read({ headers: [['回答', '分子', '分母']], cells })).toMatchObject({ ...exactly, names: [] });
  });

  it('names the other columns that look like it, and how many answers differ', () => {
    const cells = (asked: Asked): CellValue[] => [mark(asked), asked.at < 100 ? wrong(asked) : mark(asked)];
    const outcome = read({ headers: [['回答', '甲']], cells });
    expect(outcome).toMatchObject({ ...exactly, names: ['columns-not-used'] });
    expect(outcome.facts['columns-not-used']).toMatchObject({ found: 'I列「甲」（100件）', count: 1 });
  });

  it('that is missing is missed with the header and the columns that are there', () => {
    const outcome = read({ headers: [['備考', '根拠資料']], cells: () => ['確認済み', '計画書'] });
    expect(outcome.names).toEqual(['no-answer-column']);
    expect(outcome.facts['no-answer-column']).toMatchObject({ found: 'H列「備考」・I列「根拠資料」', row: 4 });
  });
});

describe('sections that write something into the rows of the others', () => {
  const headers = [['長寿課', '地域包括', '健康推進課']];
  const inOwnRow = (word: string) => (asked: Asked) =>
    [0, 1, 2].map((section) => (asked.at % 3 === section ? mark(asked) : word));

  it.each(['担当外', '/', '他課', '…', '・', '—', '斜線', '長寿課で回答'])('%s there is no answer', (word) => {
    expect(read({ headers, cells: inOwnRow(word) })).toMatchObject({ ...exactly, names: [] });
  });

  it('確認中 there, and 担当外 where nobody answers, are open', () => {
    expect(read({ headers, cells: inOwnRow('確認中') })).not.toMatchObject({ provisional: false });
    const outcome = read({
      headers,
      cells: (asked) => (asked.at === 0 ? ['担当外', '担当外', '担当外'] : inOwnRow('担当外')(asked)),
    });
    expect(outcome.provisional).toBe(true);
  });
});

test('a form with its criteria in columns is read sideways, its title left aside', () => {
  const form = formWith({ headers: [['回答']], cells: (asked) => [mark(asked)] });
  const [title = [], town = [], ...rows] = form;
  const table = rows.slice(1);
  const sideways = (table[0] ?? []).map((_, column) => table.map((row) => row[column] ?? null));
  const result = evaluate(workbook({ name: '回答', grid: [title, town, [], ...sideways] }));
  const [only] = result.ok ? municipalitiesOf(result.value) : [];
  expect(only).toMatchObject({ total, provisional: false });
});
