import fc from 'fast-check';
import { evaluate, municipalitiesOf } from '../../src/evaluation';
import type { CellValue, SheetContent } from '../../src/workbook';
import { answerForm, flatList, schemeFor, workbook } from '../builders/answerSheets';
import { evaluated, statesOf, type Rows } from '../builders/evaluated';

/** The same run every time; a failure prints the case. */
const runs = (numRuns: number): fc.Parameters<unknown> => ({ numRuns, seed: 20_260_401 });

const years = ['R6', 'R7', 'R8'] as const;
type Answer = 'yes' | 'no';
const yes = ['○', '〇', '◯', 'Ｏ', 'o', '✓', 'はい', '有', '該当', 'TRUE', true, ' ○　'] as const;
const no = ['×', '✕', 'Ｘ', 'x', '☐', 'いいえ', '無', '非該当', 'FALSE', false, '　×'] as const;

const criteriaOf = (year: string) => schemeFor(year).indicators.flatMap(({ criteria }) => criteria);
const anyCase = fc.constantFrom(...years).chain((year) =>
  fc.record({
    year: fc.constant(year),
    answers: fc.array(fc.constantFrom<Answer>('yes', 'no'), {
      minLength: criteriaOf(year).length,
      maxLength: criteriaOf(year).length,
    }),
  }),
);
const rowsOf = (year: string, answers: readonly Answer[]): Rows => {
  const places = new Map(criteriaOf(year).map(({ id }, at) => [id, at]));
  const mark = ({ id }: { id: string }): CellValue => (answers[places.get(id) ?? 0] === 'yes' ? '○' : '×');
  return answerForm({ year, municipality: '北塩原村', prefecture: '福島県', mark });
};
const shuffled = <Item>(items: readonly Item[], seed: number): readonly Item[] =>
  items
    .map((item, at) => ({ item, key: Math.imul(at + 1, seed | 1) ^ Math.imul(seed, 0x9e3779b1) }))
    .sort((one, other) => one.key - other.key)
    .map(({ item }) => item);
/** What must not change: points, states, range, identity and the check code. */
const essence = (sheets: Parameters<typeof evaluated>[0]) => {
  const results = evaluated(sheets);
  const [municipality] = municipalitiesOf(results);
  return {
    count: municipalitiesOf(results).length,
    code: results.checkCode,
    states: statesOf(results),
    total: municipality?.total,
    range: municipality?.range,
    identity: [municipality?.identity.name, municipality?.identity.prefecture, municipality?.identity.code],
  };
};

describe('scores', () => {
  it('lie between 0 and 800 and are the sum of their parts', () => {
    fc.assert(
      fc.property(anyCase, ({ year, answers }) => {
        const [municipality] = municipalitiesOf(evaluated([{ grid: rowsOf(year, answers) }]));
        const points = (grant: string | null, goal: number | null, group: string | null) =>
          municipality?.blocks.find(
            ({ block }) => block.grant === grant && block.goal === goal && block.group === group,
          )?.points ?? NaN;
        const ofGrant = (grant: string) =>
          [1, 2, 3].reduce((sum, goal) => sum + points(grant, goal, null), points('common', 4, null));
        expect(municipality?.total).toBeGreaterThanOrEqual(0);
        expect(municipality?.total).toBeLessThanOrEqual(800);
        expect(points('promotion', null, null)).toBe(ofGrant('promotion'));
        expect(points('support', null, null)).toBe(ofGrant('support'));
        expect(municipality?.total).toBe(ofGrant('promotion') + ofGrant('support'));
        for (const grant of ['promotion', 'support'])
          for (const goal of [1, 2, 3])
            expect(points(grant, goal, null)).toBe(points(grant, goal, 'process') + points(grant, goal, 'activity'));
        const awards = municipality?.awards() ?? [];
        expect(awards.reduce((sum, award) => sum + award.points * (award.indicator.goal === 4 ? 2 : 1), 0)).toBe(
          municipality?.total,
        );
      }),
      runs(30),
    );
  });

  it('never fall when × becomes ○', () => {
    fc.assert(
      fc.property(anyCase, fc.nat(), ({ year, answers }, pick) => {
        const at = pick % answers.length;
        const with_ = (answer: Answer) =>
          municipalitiesOf(
            evaluated([
              {
                grid: rowsOf(
                  year,
                  answers.map((one, place) => (place === at ? answer : one)),
                ),
              },
            ]),
          )[0]!;
        const [before, after] = [with_('no'), with_('yes')];
        expect(after.total).toBeGreaterThanOrEqual(before.total);
        after.blocks.forEach(({ points }, block) => {
          expect(points).toBeGreaterThanOrEqual(before.blocks[block]!.points);
        });
      }),
      runs(30),
    );
  });

  it('of open answers lie between all × and all ○', () => {
    fc.assert(
      fc.property(anyCase, fc.array(fc.nat(), { minLength: 1, maxLength: 30 }), ({ year, answers }, picks) => {
        const open = new Set(picks.map((pick) => pick % answers.length));
        const asked = (cell: CellValue) =>
          municipalitiesOf(
            evaluated([
              { grid: rowsOf(year, answers).map((row, at) => (open.has(at - 4) ? [...row.slice(0, 7), cell] : row)) },
            ]),
          )[0]!;
        const { range, total } = asked('△');
        expect(range).toEqual({ least: asked('×').total, most: asked('○').total });
        expect(total).toBe(range.least);
      }),
      runs(8),
    );
  });
});

describe('results do not depend on', () => {
  it('the order of rows and columns, blank rows, extra columns and how marks are spelled', () => {
    fc.assert(
      fc.property(anyCase, fc.integer({ min: 1, max: 2 ** 31 - 1 }), ({ year, answers }, seed) => {
        const plain = rowsOf(year, answers);
        const [header = [], ...rows] = plain.slice(3);
        const spelled = rows.map((row, at) => [
          ...row.slice(0, 7),
          row[7] === '○' ? yes[(at + seed) % yes.length]! : no[(at * 3 + seed) % no.length]!,
        ]);
        const odd = ['備考', '__proto__', 'constructor', 'toString', 'メモ'];
        const wide = [[...header, ...odd], ...shuffled(spelled, seed).map((row) => [...row, ...odd.map(() => '○')])];
        const order = shuffled(
          wide[0]!.map((_, at) => at),
          seed + 1,
        );
        const turned = wide.map((row) => order.map((at) => row[at] ?? null));
        const loose = turned.flatMap((row, at): Rows => (at > 0 && (at + seed) % 7 === 0 ? [[], row] : [row]));
        expect(essence([{ grid: [...plain.slice(0, 3), ...loose] }])).toEqual(essence([{ grid: plain }]));
      }),
      runs(10),
    );
  });

  it('the order of sheets, and how the rows are spread over them', () => {
    fc.assert(
      fc.property(anyCase, fc.integer({ min: 1, max: 2 ** 31 - 1 }), ({ year, answers }, seed) => {
        const plain = rowsOf(year, answers);
        const head = plain.slice(0, 4);
        const part = (wanted: number): Rows => plain.slice(4).filter((_, at) => ((at * 7 + seed) >>> 3) % 3 === wanted);
        // Every part keeps one explicit no, so that blanks mean the same on each (here there are none).
        const sheets = [0, 1, 2]
          .map((at) => ({ name: `分割${at}`, grid: [...head, ...part(at)] }))
          .filter(({ grid }) => grid.length > 4);
        expect(essence(shuffled(sheets, seed))).toEqual(essence([{ grid: plain }]));
      }),
      runs(8),
    );
  });

  it('full or half width, the spelling of the year, and 5 or 6 digits of the code', () => {
    const wide = (text: string): string =>
      text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
    const numerals = new Map([
      ['Ⅰ', 'I'],
      ['Ⅱ', 'Ⅱ 公正'],
      ['Ⅲ', '３'],
      ['Ⅳ', 'iv'],
    ]);
    fc.assert(
      fc.property(anyCase, fc.nat({ max: 4 }), fc.nat({ max: 3 }), ({ year, answers }, titled, coded) => {
        const plain = rowsOf(year, answers);
        const count = Number(year.slice(1));
        const title = [`令和${count}年度`, `Ｒ${count}`, `${2018 + count}年度`, `FY${2018 + count}`, wide(`R${count}`)][
          titled
        ]!;
        const code = ['074021', '07402', 74021, wide('074021')][coded]!;
        const respelled = plain
          .slice(4)
          .map(([grant, goal, group, number, name, branch, points, answer]) => [
            `介護保険${String(grant)}`.replace('介護保険共通', '共通'),
            numerals.get(String(goal)) ?? null,
            `${String(group)}指標群`,
            wide(String(number)),
            name ?? null,
            String(branch).replace('ア', 'ｱ').replace('イ', 'ｲ').replace('ウ', 'ｳ').replace('エ', 'ｴ'),
            wide(String(points)),
            answer ?? null,
          ]);
        const grid = [[title], ['市町村名', '北塩原村', null, '団体コード', code], [], plain[3]!, ...respelled];
        expect(essence([{ grid }])).toEqual(essence([{ grid: plain }]));
      }),
      runs(10),
    );
  });

  it('the layout', () => {
    fc.assert(
      fc.property(anyCase, fc.boolean(), ({ year, answers }, goal4Twice) => {
        const places = new Map(criteriaOf(year).map(({ id }, at) => [id, at]));
        const mark = ({ id, points }: { id: string; points: number }): CellValue =>
          answers[places.get(id) ?? 0] === 'yes' ? points : 0;
        const list = flatList({ year, municipality: '福島県北塩原村', mark, goal4Twice });
        expect(essence([{ grid: list }])).toEqual(essence([{ grid: rowsOf(year, answers) }]));
      }),
      runs(8),
    );
  });
});

describe('damage', () => {
  const garbage: readonly CellValue[] = [
    null,
    '',
    '△',
    '◎',
    '○',
    '×',
    '○(予定)',
    '#REF!',
    0,
    1,
    -1,
    4,
    1e308,
    NaN,
    Infinity,
    true,
    new Date(NaN),
    new Date(0),
    '計',
    '合計',
    '__proto__',
    'constructor',
    '回答',
    '交付金',
    '目標Ⅳ',
    'ア',
    '①',
    'Ⅳ',
    '令和99年度',
    '推進',
    '支援',
    '共通',
    '北塩原村',
    '府中市',
    '市町村名',
    '(((((',
    '1'.repeat(400),
    '○'.repeat(40_000),
    '\ud800',
    '\u202e',
    '=1+1',
    '2185',
    '満点2,185点',
  ];
  it('of any cells ends in a result or a coded refusal, and never in points outside the range', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...years),
        fc.boolean(),
        fc.array(
          fc.tuple(fc.nat({ max: 60 }), fc.nat({ max: 9 }), fc.oneof(fc.constantFrom(...garbage), fc.string())),
          { maxLength: 25 },
        ),
        fc.array(fc.tuple(fc.nat({ max: 60 }), fc.nat({ max: 9 }), fc.nat({ max: 60 }), fc.nat({ max: 9 })), {
          maxLength: 4,
        }),
        (year, list, damages, blocks) => {
          const options = {
            year,
            municipality: '福島県北塩原村',
            mark: ({ id }: { id: string }) => (id.endsWith('a') ? '○' : '×'),
          };
          const grid = (list ? flatList(options) : answerForm(options)).map((row) => [...row]);
          for (const [row, column, value] of damages) (grid[row] ?? [])[column] = value;
          const merges = blocks.map(([top, left, bottom, right]) => ({
            top,
            left,
            bottom: top + bottom,
            right: left + right,
          }));
          const sheet: Partial<SheetContent> = {
            merges,
            uncalculated: ['H9', 'zzz'],
            hiddenRows: new Set([5]),
            filtered: list,
          };
          const result = evaluate(workbook({ name: 'constructor', grid, ...sheet }));
          const problems = result.ok ? result.value.problems : result.problems;
          for (const { code } of problems) expect(code).toMatch(/^E-\d{3}$/);
          if (!result.ok) {
            expect(result.problems.some(({ severity }) => severity === 'stop')).toBe(true);
            return;
          }
          for (const { total, range, provisional } of municipalitiesOf(result.value)) {
            expect(0 <= range.least && range.least <= range.most && range.most <= 800 && total === range.least).toBe(
              true,
            );
            expect(provisional || range.least === range.most).toBe(true);
          }
        },
      ),
      runs(300),
    );
  });
});
