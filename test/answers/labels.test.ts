import {
  goalIn,
  isSumLabel,
  readBranch,
  readCompositeLabel,
  readGoal,
  readGrant,
  readGroup,
  readIndicatorNumber,
  readSubBranch,
  remembered,
} from '../../src/answers/labels';

describe('labels', () => {
  it.each([
    ['推進', 'promotion'],
    ['保険者機能強化推進交付金', 'promotion'],
    ['支援', 'support'],
    ['介護保険保険者努力支援交付金', 'support'],
    ['共通', 'common'],
    ['推進・支援', 'common'],
    ['その他', undefined],
  ])('reads the grant %p', (text, grant) => {
    expect(readGrant(text)).toBe(grant);
  });

  it.each([
    ['Ⅳ', 4],
    ['IV', 4],
    ['ⅳ', 4],
    ['４', 4],
    ['iv', 4],
    ['目標Ⅰ', 1],
    ['目標 II', 2],
    ['【目標Ⅲ】介護人材', 3],
    ['Ⅱ 公正・公平な給付', 2],
    ['三', 3],
    ['Ⅴ', undefined],
    ['目標5', undefined],
    ['12', undefined],
  ])('reads the goal %p', (text, goal) => {
    expect(readGoal(text)).toBe(goal);
  });

  it.each([
    ['体制・取組指標群', 'process'],
    ['活動（中間アウトカム）指標群', 'activity'],
    ['成果指標群', 'outcome'],
    ['アウトカム', 'outcome'],
    ['その他', undefined],
  ])('reads the group %p', (text, group) => {
    expect(readGroup(text)).toBe(group);
  });

  it.each([
    ['ア', 'a', ''],
    ['ｱ', 'a', ''],
    ['ア①', 'a', '1'],
    ['ア(1)', 'a', '1'],
    ['ア（１）', 'a', '1'],
    ['ｱ-1', 'a', '1'],
    ['（イ）②', 'b', '2'],
    ['エの③', 'd', '3'],
    ['工', 'd', ''],
    ['カ', 'f', ''],
    ['力', 'f', ''],
    ['ア　①', 'a', '1'],
    ['ア.', 'a', ''],
  ])('reads the branch %p', (text, letter, digit) => {
    expect(readBranch(text)).toEqual({ letter, digit });
  });

  it.each(['ガ', 'ケ', 'ァ', 'アイ', 'アウトカム', '①', '', 'ア⑩'])('reads no branch from %p', (text) => {
    expect(readBranch(text)).toBeUndefined();
  });

  it('reads a step alone', () => {
    expect(['①', '(1)', '１', '9', '⑩', '0', 'ア'].map(readSubBranch)).toEqual([
      '1',
      '1',
      '1',
      '9',
      undefined,
      undefined,
      undefined,
    ]);
  });

  it.each([
    ['3', 3],
    ['３', 3],
    ['(3)', 3],
    ['③', 3],
    ['指標3', 3],
    ['No.3', 3],
    ['3 施策の実施', 3],
    ['65歳以上の人', undefined],
    ['施策', undefined],
    ['2025', undefined],
  ])('reads the indicator number %p', (text, number) => {
    expect(readIndicatorNumber(text)).toBe(number);
  });

  it.each([
    '計',
    '小計',
    '合計',
    '総計',
    '推進計',
    '目標Ⅰ 計',
    '得点計',
    '合計（800点満点）',
    '1 / 特徴 / 計',
    '合計点',
  ])('knows the sum %p', (text) => {
    expect(isSumLabel(text)).toBe(true);
  });

  it.each([
    '計画',
    '集計',
    '統計',
    '推計',
    '会計',
    '設計',
    '事業計画の進捗状況',
    '点数は推進と支援のそれぞれについて四捨五入せずに求めた合計',
  ])('takes %p for no sum', (text) => {
    expect(isSumLabel(text)).toBe(false);
  });

  it('finds the goal in a sum label', () => {
    expect(['推進Ⅰ計', '推進 目標2 計', '推進計'].map(goalIn)).toEqual([1, 2, undefined]);
  });

  const name = '施策の実施状況の把握・改善';
  it.each([
    [`3 / ${name} / ア / ①`, { number: 3, name, branch: { letter: 'a', digit: '1' } }],
    [`３／${name}／ｱ／①`, { number: 3, name, branch: { letter: 'a', digit: '1' } }],
    [`3/${name}/ア①`, { number: 3, name, branch: { letter: 'a', digit: '1' } }],
    [`3 / ${name} / ア / (1)`, { number: 3, name, branch: { letter: 'a', digit: '1' } }],
    [`3 ${name} / ア`, { number: 3, name, branch: { letter: 'a', digit: '' } }],
    [`(3) ${name} / ア`, { number: 3, name, branch: { letter: 'a', digit: '' } }],
    [`指標3 / ${name} / ア`, { number: 3, name, branch: { letter: 'a', digit: '' } }],
    [`${name} / ア / ①`, { name, branch: { letter: 'a', digit: '1' } }],
    [`3 ${name} ア①`, { number: 3, name, branch: { letter: 'a', digit: '1' } }],
    ['3-ア-①', { number: 3, branch: { letter: 'a', digit: '1' } }],
    ['3-ア', { number: 3, branch: { letter: 'a', digit: '' } }],
    ['ア / ①', { branch: { letter: 'a', digit: '1' } }],
    ['ア', { branch: { letter: 'a', digit: '' } }],
    ['①', { digit: '1' }],
    [`3 / ${name}`, { number: 3, name }],
    [`3 | ${name} | ア`, { number: 3, name, branch: { letter: 'a', digit: '' } }],
    [name, { name }],
    ['', {}],
  ])('takes the composite label %p apart', (text, parts) => {
    expect(readCompositeLabel(text)).toEqual(parts);
  });
});

describe('remembered', () => {
  const counted = (): { readonly ask: (text: string) => number | undefined; readonly asked: string[] } => {
    const asked: string[] = [];
    const ask = remembered((text: string) => {
      asked.push(text);
      return text === '' ? undefined : text.length;
    }, 2);
    return { ask, asked };
  };

  test('a text is read once, also one that means nothing', () => {
    const { ask, asked } = counted();
    expect(['', 'ab', '', 'ab'].map(ask)).toEqual([undefined, 2, undefined, 2]);
    expect(asked).toEqual(['', 'ab']);
  });

  test('what nobody asked for lately makes room', () => {
    const { ask, asked } = counted();
    for (const text of ['a', 'b', 'c', 'a', 'd', 'e', 'a', 'b']) ask(text);
    expect(asked).toEqual(['a', 'b', 'c', 'd', 'e', 'b']);
  });
});
