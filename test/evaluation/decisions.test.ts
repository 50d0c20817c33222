import fc from 'fast-check';
import {
  answerState,
  asksOf,
  decisionOn,
  decisionsIn,
  findTables,
  judgementWords,
  layoutOf,
  nothingAsked,
  settling,
  type Decision,
  type Judgement,
} from '../../src/answers';
import { municipalitiesOf, ourSheets, readBook, mergeResults, withoutGrids, type Results } from '../../src/evaluation';
import { answerable, decisionProblem, partsOf, problem, type Problem } from '../../src/problems';
import { decisionsSheet, resultSheets, resultsJson } from '../../src/report';
import { blockName, criterionIndexOf, isComputed } from '../../src/schemes';
import { measureSteps } from '../../src/score/measureSteps';
import { markerName, type CellValue, type SheetContent, type SheetModel } from '../../src/workbook';
import { answerForm, schemeFor, workbook } from '../builders/answerSheets';
import { evaluated, problemNames, type Rows } from '../builders/evaluated';
import { statesTotalling } from '../builders/states';

const scheme = schemeFor('R8');
const { byId, all } = criterionIndexOf(scheme);
const states = statesTotalling(scheme, 400);
/** Criteria that are answered with no, in the order of the form. */
const unmet = all
  .filter(({ index, indicator }) => states[index] === answerState.unmet && indicator.id !== 'P1a1')
  .map(({ criterion }) => criterion.id);
const [first = '', second = '', third = ''] = unmet;
const pointsOf = (id: string): number => byId.get(id)?.criterion.points ?? NaN;

const form = (marks: Readonly<Record<string, CellValue>> = {}): Rows =>
  answerForm({
    year: 'R8',
    municipality: '北塩原村',
    prefecture: '福島県',
    mark: ({ id }) => {
      const other = marks[id];
      if (other !== undefined) return other;
      return states[byId.get(id)!.index] === answerState.met ? '○' : '×';
    },
  });

const cellOf = (id: string): string => `H${String(5 + byId.get(id)!.index)}`;
/** 推進Ⅱ体制・取組1 ア, as the sheet 判定 wrote it before it used the one notation of the screens. */
const oldNotation = (id: string): string => {
  const { indicator, criterion } = byId.get(id)!;
  return `${blockName(indicator)}${String(indicator.number)} ${criterion.label}`;
};
const decision = (id: string, text: string, judgement: Judgement, more: Partial<Decision> = {}): Decision => ({
  sheet: '回答',
  cell: cellOf(id),
  text,
  judgement,
  ...more,
});
const sheet = (marks: Readonly<Record<string, CellValue>> = {}, more: Partial<SheetContent> = {}) => ({
  name: '回答',
  grid: form(marks),
  ...more,
});
const scored = (marks: Readonly<Record<string, CellValue>>, ...decisions: readonly Decision[]): Results =>
  evaluated([sheet(marks)], { decisions });
const own = (results: Results) => municipalitiesOf(results)[0]!;
const problemNamed = (results: Results, name: string): Problem | undefined =>
  results.problems.find((one) => one.name === name);
const valuesOf = ({ rows }: SheetModel): Rows => rows.map((row) => row.map(({ value }) => value));
const sheetNamed = (results: Results, name: string): Rows =>
  valuesOf(resultSheets(results).find((one) => one.name === name)!);

describe('a decision about a △', () => {
  const open = { [first]: '△' };

  test.each<[Judgement, CellValue, string]>([
    ['met', '○', '判定により○'],
    ['unmet', '×', '判定により×'],
  ])('%s scores as the mark would, with its code and reason', (judgement, typed, reason) => {
    const before = scored(open);
    expect([own(before).provisional, own(before).range.most]).toEqual([true, 400 + pointsOf(first)]);
    const results = scored(open, decision(first, '△', judgement));
    const plain = scored({ [first]: typed });
    expect([own(results).total, own(results).range, own(results).provisional, results.checkCode]).toEqual([
      own(plain).total,
      own(plain).range,
      false,
      plain.checkCode,
    ]);
    expect(results.checkCode).not.toBe(before.checkCode);
    expect(problemNames(results)).toEqual(problemNames(plain));
    const row = sheetNamed(results, '指標別').find((cells) => cells[11] === reason);
    expect(row?.at(-1)).toBe(`回答!${cellOf(first)}`);
    expect(sheetNamed(plain, '指標別').some((cells) => cells[11] === reason)).toBe(false);
  });

  it('says what it settled, on 要確認, in 処理記録 and in JSON', () => {
    const who = { by: '介護保険課 山田', at: '2026-11-27' };
    const [asked] = problemNamed(scored(open), 'triangle-mark')!.asked!.cells;
    const made = decisionOn(scheme, asked!, 'unmet', who);
    expect(made).toMatchObject({ ...decision(first, '△', 'unmet', who), criterion: expect.stringMatching(/^推進Ⅰ/) });
    const results = scored(open, made);
    expect(results.decisions).toEqual({
      settled: [{ decision: made, problems: [expect.objectContaining({ code: 'E-217' })], points: pointsOf(first) }],
      void: [],
    });
    const [row] = sheetNamed(results, '要確認').filter((cells) => cells[1] === '確認済み');
    expect(row).toEqual([
      expect.any(Number),
      '確認済み',
      'E-217',
      expect.stringContaining('△'),
      `回答!${cellOf(first)}`,
      '△',
      '×',
      pointsOf(first),
      '判定により×として採点しました',
      '判定：介護保険課 山田、2026-11-27。取り消すには、シート「判定」の行を削除してください',
    ]);
    const record = sheetNamed(results, '処理記録');
    expect(record).toContainEqual(['判定の件数', 1]);
    expect(record).toContainEqual([
      '判定',
      `回答!${cellOf(first)}「△」→ ×（${made.criterion ?? ''}、E-217、配点${String(pointsOf(first))}点、介護保険課 山田、2026-11-27）`,
    ]);
    const json = resultsJson(results);
    expect(json.decisions).toEqual([
      {
        file: null,
        ...decision(first, '△', 'unmet', who),
        inForce: true,
        points: pointsOf(first),
        problems: ['E-217'],
      },
    ]);
    expect(json.municipalities[0]?.criteria[first]).toMatchObject({ state: 'unmet', decided: true });
    expect(json.municipalities[0]?.criteria[second]).not.toHaveProperty('decided');
  });

  it('is void when the cell says something else, and both texts are told', () => {
    const results = scored({ [first]: '○' }, decision(first, '△', 'unmet'));
    expect(own(results).total).toBe(400 + pointsOf(first));
    expect(results.decisions?.settled).toEqual([]);
    expect(results.decisions?.void).toHaveLength(1);
    const told = problemNamed(results, 'decision-void');
    expect(told).toMatchObject({ code: 'E-299', sheet: '回答', cell: cellOf(first), found: '○', expected: '△' });
    expect(told && answerable(told)).toBeUndefined();
    expect(resultsJson(results).decisions[0]).toMatchObject({ inForce: false, problems: ['E-299'] });
    // The same text with other spaces is no other text.
    expect(scored({ [first]: ' △\n' }, decision(first, '△', 'unmet')).decisions?.void).toEqual([]);
  });

  it('settles one of several; the others go on with their count, points and place', () => {
    const marks = { [first]: '△', [second]: '△', [third]: '△' };
    const before = problemNamed(scored(marks), 'triangle-mark')!;
    expect([answerable(before), before.asked?.cells.map(({ cell }) => cell)]).toEqual([
      'met-unmet',
      [first, second, third].map(cellOf),
    ]);
    const after = problemNamed(scored(marks, decision(first, '△', 'met')), 'triangle-mark');
    expect(after).toMatchObject({
      cell: cellOf(second),
      facts: { count: 2 },
      pointsAtStake: pointsOf(second) + pointsOf(third),
    });
    const everyone = before.asked!.cells.map((cell) => decisionOn(scheme, cell, 'unmet'));
    expect(problemNames(scored(marks, ...everyone), 'triangle-mark')).toEqual([]);
  });
});

describe('what a decision may not do', () => {
  test.each<[string, Readonly<Record<string, CellValue>>, readonly Decision[], string, RegExp]>([
    [
      'speak against an answer in no doubt',
      {},
      [decision(first, '×', 'met')],
      'decision-without-effect',
      /疑いなく読めていて/,
    ],
    [
      'let an open reading stand',
      { [first]: '△' },
      [decision(first, '△', 'accepted')],
      'decision-without-effect',
      /○ か × で判定してください/,
    ],
    [
      'speak of a cell that is no answer',
      {},
      [{ ...decision(first, '', 'met'), cell: 'Z99' }],
      'decision-without-effect',
      /回答として読まれていません/,
    ],
    [
      'speak of a sheet that is not there',
      {},
      [{ ...decision(first, '×', 'unmet'), sheet: '__proto__' }],
      'decision-without-effect',
      /そのシートがこのブックにありません/,
    ],
    [
      'follow its cell to another criterion',
      { [first]: '△', [second]: '△' },
      [{ ...decisionOn(scheme, { sheet: '回答', cell: cellOf(second), text: '△', criterion: first }, 'met') }],
      'decision-without-effect',
      /別の指標の回答です/,
    ],
    [
      'follow its cell to another criterion, in the notation of the first version',
      { [first]: '△', [second]: '△' },
      [{ ...decision(second, '△', 'met'), criterion: oldNotation(first) }],
      'decision-without-effect',
      /別の指標の回答です/,
    ],
    [
      'contradict another',
      { [first]: '△' },
      [decision(first, '△', 'met'), decision(first, '△', 'unmet')],
      'decisions-disagree',
      /違う判定が2件あります/,
    ],
  ])('%s', (_, marks, decisions, name, words) => {
    const results = scored(marks, ...decisions);
    const plain = scored(marks);
    expect(results.checkCode).toBe(plain.checkCode);
    expect(results.decisions?.settled).toEqual([]);
    expect(results.decisions?.void).toHaveLength(decisions.length);
    expect(problemNames(results)).toEqual([...problemNames(plain), name]);
    expect(partsOf(problemNamed(results, name)!).what).toMatch(words);
  });

  test.each<[string, Problem]>([
    ['a refusal', problem('year-contradicts', { sheet: '回答', cell: 'H12' })],
    ['what has no cell', problem('few-criteria', {}, { count: 1, of: 2 })],
    ['what is told for the record', problem('not-applicable', { sheet: '回答', cell: 'H12' }, { count: 1 })],
    [
      'what is said of a decision',
      decisionProblem(
        'decision-unreadable',
        { sheet: '回答', cell: 'H12', asked: nothingAsked },
        { detail: { ja: '', en: '' } },
      ),
    ],
  ])('settle %s', (_, one) => {
    const all = new Map([['回答\u0000H12', decision(first, '', 'accepted', { cell: 'H12' })]]);
    expect(answerable(one)).toBeUndefined();
    expect(settling([one], all, scheme)).toEqual({ open: [one], settled: new Map() });
    const other = problem('points-differ', { sheet: '回答', cell: 'H12', criterion: first });
    expect([answerable(other), settling([other], all, scheme).open]).toEqual(['accept', []]);
  });

  it('count twice what is written twice; the reader is told of it', () => {
    const results = scored({ [first]: '△' }, decision(first, '△', 'met'), decision(first, '△', 'met'));
    expect(results.decisions?.settled).toHaveLength(1);
    expect(problemNamed(results, 'decision-repeated')).toMatchObject({ severity: 'info', facts: { count: 2 } });
    expect(own(results).total).toBe(400 + pointsOf(first));
  });
});

describe('a reading that may stand', () => {
  const struck = { [first]: '○' };
  const withStruck = (...decisions: readonly Decision[]): Results =>
    evaluated([sheet(struck, { struckThrough: [cellOf(first)] })], { decisions });

  it('takes the doubt and leaves the reading', () => {
    const before = withStruck();
    const doubt = problemNamed(before, 'struck-through')!;
    expect(answerable(doubt)).toBe('accept');
    const results = withStruck(decision(first, '○', 'accepted'));
    expect(problemNames(results)).toEqual(problemNames(before).filter((name) => name !== 'struck-through'));
    expect([own(results).total, results.checkCode]).toEqual([own(before).total, before.checkCode]);
    expect(results.decisions?.settled).toMatchObject([{ problems: [{ code: 'E-226' }] }]);
  });

  it('can be decided against, since it is in doubt', () => {
    const results = withStruck(decision(first, '○', 'unmet'));
    expect([own(results).total, problemNames(results, 'struck-through')]).toEqual([400, []]);
  });

  it('takes a doubt that only the scored answers show; ○ or × at the same cell does not hide it', () => {
    // The narrower tier of one measure is met without the wider one.
    const step = measureSteps(scheme).find(({ wider, narrower }) =>
      [wider, narrower].every(({ index, indicator }) => states[index] === answerState.unmet && !isComputed(indicator)),
    );
    const id = step!.narrower.criterion.id;
    const decided = scored({ [id]: '△' }, decision(id, '△', 'met'));
    const gap = problemNamed(decided, 'tier-gap')!;
    expect([gap.cell, answerable(gap)]).toEqual([cellOf(id), 'accept']);
    const settled = scored({ [id]: '△' }, decision(id, '△', 'met'), decision(id, '△', 'accepted'));
    expect(problemNames(settled, 'tier-gap')).toEqual([]);
    expect(settled.checkCode).toBe(decided.checkCode);
    expect(settled.decisions?.settled.map(({ problems }) => problems.map(({ code }) => code))).toEqual([
      ['E-313'],
      ['E-217'],
    ]);
  });
});

it('a blank can be decided', () => {
  const before = scored({ [first]: null, [second]: null });
  const doubt = problemNamed(before, 'unanswered')!;
  expect(answerable(doubt)).toBe('met-unmet');
  const results = scored({ [first]: null, [second]: null }, decision(first, '', 'met'));
  expect(own(results).range).toEqual({ least: 400 + pointsOf(first), most: 400 + pointsOf(first) + pointsOf(second) });
  expect(results.decisions?.settled[0]?.problems).toMatchObject([{ code: 'E-211', cell: cellOf(first) }]);
});

describe('the sheet 判定', () => {
  const marks = { [first]: '△', [second]: null, [third]: '=1+1' };
  const decisions = [
    decisionOn(scheme, { ...decision(first, '△', 'unmet'), criterion: first }, 'unmet', {
      by: '山田',
      at: '2026-11-27',
    }),
    decision(second, '', 'met'),
    decision(third, '=1+1', 'unmet'),
  ];
  const record = (rows = valuesOf(decisionsSheet(decisions)), name = '判定') => ({ name, grid: rows });

  it('gives back what was written, and every face reads it', () => {
    const read = decisionsIn(workbook(sheet(marks), record()));
    expect(read.problems).toEqual([]);
    expect(read.decisions.map((one) => ({ ...one, place: undefined }))).toEqual(decisions);
    expect(read.decisions[0]?.place).toEqual({ sheet: '判定', cell: 'D5' });
    const results = evaluated([sheet(marks), record()]);
    expect(results.decisions?.settled).toHaveLength(3);
    expect(results.checkCode).toBe(scored(marks, ...decisions).checkCode);
    // It is ours: listing it would make the run after a write say something else than the write.
    expect(results.reading[0]?.sheets.map(({ sheet: name, use }) => [name, use])).toEqual([['回答', 'answers']]);
    expect(problemNames(results)).toEqual(problemNames(scored(marks, ...decisions)));
  });

  it('is no sheet whose answers may be chosen, whatever its rows look like', () => {
    const typed = ['推進', 'Ⅰ', '体制・取組', 1, 'ア', 5];
    const grid = [
      ['シート', 'セル', '書かれていた内容', '判定', '指標', '枝番', '配点'],
      ...Array.from({ length: 9 }, () => typed),
    ];
    expect(findTables(workbook({ name: '判定', grid: [grid[0]!.slice(3), ...grid.slice(1)] }))).not.toEqual([]);
    expect(layoutOf(workbook(sheet(marks), { name: '判定', grid })).map(({ name }) => name)).toEqual(['回答']);
  });

  it('is found by its mark, whatever it is called, and is not left out of what the pane reads', () => {
    const names = [{ name: markerName('decisions'), refersTo: "='控え'!$A$1:$G$100", sheet: '控え' }];
    const book = { ...workbook(sheet(marks), record(undefined, '控え')), names };
    expect(decisionsIn(book).decisions).toHaveLength(3);
    expect(ourSheets(names)).toEqual(new Set());
    const blind = { ...workbook(sheet(marks), { name: '控え', grid: [['メモ']] }), names };
    expect(decisionsIn(blind).problems).toMatchObject([{ code: 'E-319', sheet: '控え' }]);
  });

  it('yields to what a person decided since', () => {
    const results = evaluated([sheet(marks), record()], { decisions: decisions.slice(1) });
    expect(results.decisions?.settled).toHaveLength(2);
    expect(problemNames(results, 'triangle-mark')).toHaveLength(1);
  });

  test.each<[string, readonly CellValue[], Partial<Decision> | string]>([
    ['as a person types it', ['回答', ' $h$１２ ', 1, '多分'], '判定は'],
    ['with the sheet in the address', [null, "'回答 (2)'!H12", 1, '○'], { sheet: '回答 (2)', cell: 'H12', text: '1' }],
    ['full-width and absolute', ['回答', '＄Ｈ＄１２', true, '〇'], { cell: 'H12', text: 'TRUE', judgement: 'met' }],
    ['in other words', ['回答', 'H12', '△', 'この読み方でよい'], { judgement: 'accepted' }],
    ['no sheet', [null, 'H12', '△', '○'], 'シートの名前'],
    ['no address', ['回答', '__proto__', '△', '○'], 'H12 のように'],
    ['a block', ['回答', 'H12:H13', '△', '○'], 'H12 のように'],
  ])('a row %s', (_, row, expected) => {
    const grid = [['シート', 'セル', '書かれていた内容', '判定'], row, ['回答', 'H13', '△', null]];
    const read = decisionsIn(workbook({ name: 'だれかの表', grid }));
    if (typeof expected === 'string') {
      expect(read.decisions).toEqual([]);
      expect(read.problems).toMatchObject([{ code: 'E-319', sheet: 'だれかの表', cell: 'D2' }]);
      expect(JSON.stringify(read.problems[0]?.facts)).toContain(expected);
    } else expect(read).toMatchObject({ decisions: [expected], problems: [] });
  });

  it('is read up to a bound', () => {
    const row = ['回答', 'H12', '△', '○'];
    const grid = [['シート', 'セル', '書かれていた内容', '判定'], ...Array.from({ length: 6000 }, () => row)];
    const read = decisionsIn(workbook({ name: '判定', grid }));
    expect([read.decisions.length, read.problems.map(({ code }) => code)]).toEqual([5000, ['E-458']]);
  });

  it('a long text is remembered by its beginning, and any change of it is seen', () => {
    const long = `${'長'.repeat(400)}い`;
    const [asked] = problemNamed(scored({ [first]: long }), 'unreadable-mark')!.asked!.cells;
    expect(asked!.text.length).toBeLessThan(240);
    const made = decisionOn(scheme, asked!, 'unmet');
    expect(scored({ [first]: long }, made).decisions?.settled).toHaveLength(1);
    expect(scored({ [first]: long }, { ...made, text: long }).decisions?.settled).toHaveLength(1);
    expect(scored({ [first]: `${'長'.repeat(400)}く` }, made).decisions?.void).toHaveLength(1);
  });
});

it('a folder of workbooks counts the decisions of each, by its file', () => {
  const item = (
    file: string,
    marks: Readonly<Record<string, CellValue>>,
    town: string,
    ...decisions: readonly Decision[]
  ) => {
    const grid = form(marks).map((row) => row.map((value) => (value === '北塩原村' ? town : value)));
    const outcome = readBook(workbook({ name: '回答', grid }), { decisions });
    return { file, outcome: outcome.ok ? { ...outcome, value: withoutGrids(outcome.value) } : outcome };
  };
  const merged = mergeResults([
    item('a.xlsx', { [first]: '△' }, '北塩原村', decision(first, '△', 'met')),
    item(
      'b.xlsx',
      { [first]: '△', [second]: '△' },
      '磐梯町',
      decision(first, '○', 'met'),
      decision(second, '△', 'unmet'),
    ),
  ]);
  if (!merged.ok) throw new Error(JSON.stringify(merged.problems));
  expect(merged.value.decisions?.settled.map(({ file, decision: { cell } }) => [file, cell])).toEqual([
    ['a.xlsx', cellOf(first)],
    ['b.xlsx', cellOf(second)],
  ]);
  expect(merged.value.decisions?.void.map(({ file }) => file)).toEqual(['b.xlsx']);
  expect(merged.value.problems.filter(({ name }) => name === 'decision-void')).toMatchObject([{ file: 'b.xlsx' }]);
  const marks = merged.value.problems.filter(({ name }) => name === 'triangle-mark');
  expect(marks).toMatchObject([{ file: 'b.xlsx', cell: cellOf(first), facts: { count: 1 } }]);
});

describe('for any answers and decisions', () => {
  const written = ['○', '×', '△', '◎', null, '未定', '○（予定）', '2', '○？'] as const;
  const anyMarks = fc
    .array(fc.constantFrom(...written), { minLength: all.length, maxLength: all.length })
    .map((texts) => Object.fromEntries(all.map(({ criterion }, at) => [criterion.id, texts[at] ?? null])));
  const anyJudgement = fc.constantFrom<Judgement>('met', 'unmet', 'accepted');
  const anyDecisions = (marks: Readonly<Record<string, CellValue>>) =>
    fc
      .array(
        fc.record({
          at: fc.nat(all.length - 1),
          judgement: anyJudgement,
          stale: fc.boolean(),
        }),
        { maxLength: 60 },
      )
      .map((list) =>
        list.map(({ at, judgement, stale }) => {
          const { id } = all[at]!.criterion;
          return decision(id, stale ? '前' : String(marks[id] ?? ''), judgement);
        }),
      );
  const essence = (results: Results) => ({
    code: results.checkCode,
    range: own(results).range,
    problems: results.problems.map(({ name, cell, facts, pointsAtStake }) => ({ name, cell, facts, pointsAtStake })),
    settled: results.decisions?.settled.map(({ decision: { cell, judgement } }) => [cell, judgement]),
    void: results.decisions?.void.map(({ decision: { cell, judgement }, problem }) => [cell, judgement, problem.code]),
  });

  it('the order of decisions does not matter, nor that they go through the sheet', () => {
    fc.assert(
      fc.property(
        anyMarks.chain((marks) => fc.tuple(fc.constant(marks), anyDecisions(marks), fc.nat())),
        ([marks, decisions, seed]) => {
          const other = decisions
            .map((one, at) => ({ one, key: Math.imul(at + 1, seed | 1) % 97 }))
            .sort((a, b) => a.key - b.key)
            .map(({ one }) => one);
          const told = essence(scored(marks, ...decisions));
          expect(essence(scored(marks, ...other))).toEqual(told);
          expect(essence(evaluated([sheet(marks), { name: '判定', grid: valuesOf(decisionsSheet(other)) }]))).toEqual(
            told,
          );
        },
      ),
      { numRuns: 15, seed: 20_261_127 },
    );
  });

  it('deciding everything that is asked leaves no range and nothing asked', () => {
    fc.assert(
      fc.property(anyMarks, fc.func(fc.constantFrom<Judgement>('met', 'unmet')), (marks, judge) => {
        const decisions: Decision[] = [];
        let results = scored(marks);
        const asks = (): readonly Problem[] => results.problems.filter((one) => answerable(one) !== undefined);
        for (let round = 0; round < 4 && asks().length > 0; round += 1) {
          for (const one of asks()) {
            const by = answerable(one) === 'accept' ? 'accept' : 'judge';
            const asked = asksOf(one, workbook(sheet(marks)));
            expect(asked).not.toEqual([]);
            for (const cell of asked) {
              const known = decisions.some(
                (made) => made.cell === cell.cell && (made.judgement === 'accepted') === (by === 'accept'),
              );
              if (!known) decisions.push(decisionOn(scheme, cell, by === 'accept' ? 'accepted' : judge(cell.cell)));
            }
          }
          results = scored(marks, ...decisions);
        }
        expect(asks().map(({ code, cell }) => [code, cell])).toEqual([]);
        expect(own(results).provisional).toBe(false);
        expect(own(results).range.least).toBe(own(results).range.most);
        expect(results.decisions?.void ?? []).toEqual([]);
      }),
      { numRuns: 12, seed: 20_261_127 },
    );
  });
});

it('the words of a judgement are those the sheet offers', () => {
  expect(decisionsSheet([]).choices?.[0]?.values).toEqual(Object.values(judgementWords));
});

test('a decision of the first version counts as one of today, and is written in the notation of the screens', () => {
  const of = (criterion: string) => scored({ [first]: '△' }, decision(first, '△', 'met', { criterion }));
  const { criterion: today = '' } = decisionOn(
    scheme,
    { sheet: '回答', cell: cellOf(first), text: '△', criterion: first },
    'met',
  );
  expect(today).toMatch(/^(?:推進|支援|共通)[Ⅰ-Ⅳ](?:体制|活動|成果)\d+ [ア-ク][①-⑨]?$/);
  expect(own(of(today)).total).toBe(400 + pointsOf(first));
  expect(own(of(oldNotation(first))).total).toBe(400 + pointsOf(first));
});
