import { municipalitiesOf } from '../../../src/evaluation';
import type { CellValue } from '../../../src/workbook';
import { answerForm } from '../../builders/answerSheets';
import { evaluated, problemNames, type Rows } from '../../builders/evaluated';

const table = answerForm({ year: 'R6', municipality: '', mark: ({ id }) => (id.endsWith('a') ? '○' : '×') }).slice(3);
const heading: Rows = [['令和6年度 評価指標 回答票']];
const named = (header: CellValue): Rows => [
  table[0]!.map((cell) => (cell === '回答' ? header : cell)),
  ...table.slice(1),
];
const identityOf = (grid: Rows, options: Parameters<typeof evaluated>[1] = {}, name = 'Sheet1') => {
  const results = evaluated([{ grid, name }], options);
  expect(municipalitiesOf(results)).toHaveLength(1);
  const identity = municipalitiesOf(results)[0]!.identity;
  return [identity.name, identity.prefecture, identity.code];
};
const kitashiobara = ['北塩原村', '福島県', '074021'];

describe('whose answers they are', () => {
  it.each<[string, Rows]>([
    ['name and prefecture', [['市町村名', '北塩原村', null, '都道府県', '福島県']]],
    ['the short form of the prefecture', [['市町村名', '北塩原村', null, '都道府県', '福島']]],
    ['the prefecture before the name', [['市町村名', '福島県北塩原村']]],
    ['one cell with a colon', [['市町村名：北塩原村　都道府県：福島県']].map(() => ['市町村名：北塩原村'])],
    ['one cell with a space', [['市町村名　北塩原村']]],
    [
      'values under their labels',
      [
        ['市町村名', '都道府県', '団体コード'],
        ['北塩原村', '福島県', '074021'],
      ],
    ],
    [
      'name and code',
      [
        ['市町村名', '北塩原村'],
        ['団体コード', 74021],
      ],
    ],
    [
      'a code without check digit',
      [
        ['市町村名', '北塩原村'],
        ['団体コード', '07402'],
      ],
    ],
    ['a heading', [['福島県北塩原村 回答票']]],
  ])('is told by %s', (_, title) => {
    expect(identityOf([...heading, ...title, ...table])).toEqual(kitashiobara);
  });

  it('is told by the column, the sheet, the file or its folder, in this order', () => {
    expect(identityOf([...heading, ...named('福島県北塩原村')])).toEqual(kitashiobara);
    expect(identityOf([...heading, ...table], {}, '北塩原村')).toEqual(kitashiobara);
    expect(identityOf([...heading, ...table], { fileName: '北塩原村_R6.xlsx' })).toEqual(kitashiobara);
    expect(identityOf([...heading, ...table], { fileName: '回答.xlsx', folders: ['北塩原村', '会津'] })).toEqual(
      kitashiobara,
    );
    expect(identityOf([...heading, ...named('磐梯町')], { fileName: '北塩原村.xlsx' }, '猪苗代町')[0]).toBe('磐梯町');
  });

  it('asks for the prefecture of a shared name, and takes it where it stands', () => {
    const results = evaluated([{ grid: [...heading, ['市町村名', '府中市'], ...table] }]);
    expect(problemNames(results)).toContain('municipality-shared-name');
    expect(municipalitiesOf(results)[0]?.identity.code).toBeUndefined();
    expect(identityOf([...heading, ['市町村名', '府中市', null, '都道府県', '広島'], ...table])).toEqual([
      '府中市',
      '広島県',
      '342084',
    ]);
  });

  it('says that nobody is named', () => {
    expect(problemNames(evaluated([{ grid: [...heading, ...table] }]))).toContain('municipality-nameless');
  });

  it('joins a sheet with a shared name to the one that gives the prefecture', () => {
    const of = (...grants: readonly string[]): Rows =>
      table.filter(([grant], at) => at === 0 || grants.includes(String(grant)));
    const results = evaluated([
      { name: '支援', grid: [...heading, ['市町村名', '府中市'], ...of('支援', '共通')] },
      { name: '推進', grid: [...heading, ['市町村名', '府中市', null, '都道府県', '東京都'], ...of('推進')] },
    ]);
    expect(municipalitiesOf(results).map(({ identity }) => identity.code)).toEqual(['132063']);
    expect(municipalitiesOf(results)[0]?.provisional).toBe(false);
  });

  describe('in a list of several', () => {
    const listOf = (headers: readonly string[], title: Rows = []): Rows => [
      ...heading,
      ...title,
      ...table.map((row, at) => [
        ...row.slice(0, -1),
        ...headers.map((header) => (at === 0 ? header : (row.at(-1) ?? null))),
      ]),
    ];
    const read = (...given: Parameters<typeof listOf>) => {
      const results = evaluated([{ grid: listOf(...given) }]);
      return {
        names: municipalitiesOf(results).map(({ identity }) => identity.name),
        told: results.problems.flatMap(({ name, cell, found }) =>
          name === 'column-of-nobody' ? [`${cell} ${found}`] : [],
        ),
      };
    };

    it('names every column of marks that sounds like a municipality and is none it knows', () => {
      expect(read(['01 北塩原村', '磐梯', '小野町（確認済）', '○○市', '猪苗代町様'])).toEqual({
        names: ['北塩原村', '猪苗代町'],
        told: ['I2 磐梯', 'J2 小野町(確認済)', 'K2 ○○市'],
      });
    });

    it('says nothing of columns that bear no marks', () => {
      const grid = listOf(['北塩原村', '磐梯町 備考']).map((row, at) =>
        at < 2 ? row : [...row.slice(0, -1), '資料2'],
      );
      expect(problemNames(evaluated([{ grid }]), 'column-of-nobody')).toEqual([]);
    });

    it('takes 本町 for the municipality of the title, beside others too', () => {
      expect(read(['本町', '北塩原村'], [['福島県磐梯町 回答一覧']]).names).toEqual(['磐梯町', '北塩原村']);
      expect(read(['当町'], [['市町村名', '磐梯町']]).names).toEqual(['磐梯町']);
      expect(read(['本町']).names).toEqual(['（市町村名なし）']);
    });
  });

  it.each<[CellValue, number | null]>([
    [1234, 1234],
    ['１，２３４人', 1234],
    ['約1,200', null],
    ['1.2千人', null],
    ['12点', null],
    [0, null],
    [-5, null],
    [1234.5, null],
  ])('reads the insured persons %p as %p', (cell, insured) => {
    const results = evaluated([{ grid: [...heading, ['市町村名', '北塩原村'], ['第1号被保険者数', cell], ...table] }]);
    expect(municipalitiesOf(results)[0]?.insured).toBe(insured);
    expect(problemNames(results, 'insured-unreadable')).toHaveLength(insured === null ? 1 : 0);
  });
});
