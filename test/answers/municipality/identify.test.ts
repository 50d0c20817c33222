import fc from 'fast-check';
import { sentenceOf } from '../../../src/problems';
import { identifyMunicipality, type MunicipalityClaim } from '../../../src/answers/municipality/identify';
import { registeredMunicipalities } from '../../../src/answers';
import { publishedRanks } from '../../golden/cases';

/** `kind code notes` when identified, else the problem codes. */
const summary = (claim: MunicipalityClaim) => {
  const result = identifyMunicipality(claim);
  if (!result.ok) return result.problems.map(({ code }) => code).join(' ');
  const { kind, code, notes } = result.value;
  return [kind, code ?? '-', ...notes.map((note) => note.code)].join(' ');
};
const problemsOf = (claim: MunicipalityClaim) => {
  const result = identifyMunicipality(claim);
  return result.ok ? [] : result.problems;
};

describe('names', () => {
  test.each<[string, string, string]>([
    // rows 45, 46: variants, folded for matching, and said
    ['exact', '龍ケ崎市', 'municipality 082082'],
    ['竜 for 龍, ヶ for ケ', '竜ヶ崎市', 'municipality 082082 E-253'],
    ['ヶ for ケ', '龍ヶ崎市', 'municipality 082082 E-253'],
    ['が for ケ', '龍が崎市', 'municipality 082082 E-253'],
    ['鯵 for 鰺', '鯵ケ沢町', 'municipality 023213 E-253'],
    ['ヶ for ケ in 袖ケ浦', '袖ヶ浦市', 'municipality 122297 E-253'],
    ['釜 for 竈', '塩釜市', 'municipality 042030 E-253'],
    ['檮 for 梼', '檮原町', 'municipality 394050 E-253'],
    ['髙 for 高', '髙崎市', 'municipality 102024 E-253'],
    ['﨑 for 崎', '宮﨑市', 'municipality 452017 E-253'],
    ['𠮷 (outside the basic plane)', '𠮷野町', 'municipality 294411 E-253'],
    ['濱 for 浜', '横濱市', 'municipality 141003 E-253'],
    ['variation selector', '葛\u{E0100}城市', 'municipality 292117'],
    ['compatibility ideograph', '宝\uFA10市', 'municipality 282146'],
    ['decomposed kana', 'か\u3099す市', 'unknown - E-250'],
    ['decomposed kana in a real name', 'つか\u3099る市', 'municipality 022098'],
    ['half-width kana', 'ﾆｾｺ町', 'municipality 013951'],
    ['の for ノ', '西の島町', 'municipality 325261 E-253'],
    ['鹿嶋 is not 鹿島', '鹿嶋市', 'municipality 082228'],
    ['鹿島 is not 鹿嶋', '鹿島市', 'municipality 412074'],
    ['spaces', '　北 塩 原　村 ', 'municipality 074021'],
    ['zero-width space', '北塩\u200B原村', 'municipality 074021'],
    // row 47: what people add
    ['district', '西白河郡西郷村', 'municipality 074616 E-465'],
    ['prefecture', '福島県北塩原村', 'municipality 074021'],
    ['prefecture and district', '福島県耶麻郡北塩原村', 'municipality 074021 E-465'],
    ['prefecture and a shared name', '広島県府中市', 'municipality 342084'],
    ['prefecture in parentheses', '府中市（東京都）', 'municipality 132063'],
    ['city office', '八王子市役所', 'municipality 132012 E-465'],
    ['village office', '北塩原村役場', 'municipality 074021 E-465'],
    ['郡 inside the name', '大和郡山市', 'municipality 292036'],
    ['郡 in front is no district', '郡津市', 'unknown - E-250'],
    ['郡 first in the name', '郡山市', 'municipality 072036'],
    ['郡 before the ending', '上郡町', 'municipality 284815'],
    ['former name', '篠山市', 'municipality 282219 E-254'],
    ['former town', '富谷町', 'municipality 042161 E-254'],
    // row 43, 44: ask
    ['shared by two', '府中市', 'E-245'],
    ['shared by four', '池田町', 'E-245'],
    ['base of several', '府中', 'E-246'],
    ['base of one', '北塩原', 'E-246'],
    ['base that is a prefecture too', '福島', 'E-246'],
    ['base that ends in 市', '四日市', 'E-246'],
    // rows 47, 54: wards
    ['ward with its city', '横浜市鶴見区', 'ward - E-247'],
    ['ward with prefecture and city', '神奈川県横浜市鶴見区', 'ward - E-247'],
    ['ward alone', '都筑区', 'ward - E-247'],
    ['former ward', '浜北区', 'ward - E-247'],
    ['ward office', '都筑区役所', 'ward - E-247'],
    ['special ward', '千代田区', 'municipality 131016'],
    ['special ward whose name cities use too', '中央区', 'municipality 131024 E-257'],
    // row 49: unions
    ['union', '日高中部広域連合', 'union - E-256'],
    ['union that names a city', '浜田地区広域行政組合', 'union - E-256'],
    ['union with its member in parentheses', '後志広域連合（倶知安町）', 'union - E-256'],
    ['member with its union in parentheses', '歌志内市（空知中部広域連合）', 'municipality 012271 E-465'],
    ['association', '新川地域介護保険・ケーブルテレビ事業組合', 'union - E-256'],
    // row 50 and the rest
    ['prefecture', '福島県', 'E-248'],
    ['prefecture without 県', '東京', 'E-248'],
    ['invented', '架空市', 'unknown - E-250'],
    ['nothing', '', 'E-255'],
    ['only spaces', ' 　', 'E-255'],
  ])('%s: 「%s」 → %s', (_, name, expected) => {
    expect(summary({ name })).toBe(expected);
  });

  test.each<[string, string, string]>([
    ['府中市', '東京都', 'municipality 132063'],
    ['府中市', '東京', 'municipality 132063'],
    ['府中市', '広島県', 'municipality 342084'],
    ['伊達市', '北海道', 'municipality 012335'],
    ['伊達市', '福島', 'municipality 072133'],
    ['府中市', '福島県', 'E-249'],
    ['広島県府中市', '東京都', 'E-249'],
    ['府中', '東京都', 'E-246'],
    ['中央区', '東京都', 'municipality 131024'],
    ['中央区', '千葉県', 'ward - E-247'],
    ['鹿島市', '茨城県', 'municipality 082228 E-253'],
    ['架空市', '福島県', 'unknown - E-250'],
    ['滝沢村', '岩手県', 'municipality 032166 E-254'],
    ['滝沢村', '宮城県', 'unknown - E-250'],
    ['架空市', '架空県', 'unknown - E-252 E-250'],
    ['北塩原村', '架空県', 'municipality 074021 E-252'],
    ['那珂川町', '栃木県', 'municipality 094111'],
    ['那珂川町', '福岡県', 'municipality 402311 E-254'],
    ['福岡県介護保険広域連合', '福岡県', 'union - E-256'],
  ])('「%s」 in 「%s」 → %s', (name, prefecture, expected) => {
    expect(summary({ name, prefecture })).toBe(expected);
  });

  test('a shared name lists its candidates, in a sentence with cause and cure', () => {
    const [problem] = problemsOf({ name: '府中市' });
    expect(problem && sentenceOf(problem)).toBe(
      'E-245 「府中市」は複数あります：府中市（東京都 132063）、府中市（広島県 342084）。' +
        'どの市町村か決めていません。県内の順位は出ません。都道府県名か団体コードを入力してください（コマンドラインは --prefecture 都道府県名）。',
    );
  });

  test.each([
    ['141011', '横浜市（神奈川県 141003）'],
    ['141313', '川崎市（神奈川県 141305）'],
    ['141526', '相模原市（神奈川県 141500）'],
    ['221317', '浜松市（静岡県 221309）'],
    ['271411', '堺市（大阪府 271403）'],
    ['401374', '福岡市（福岡県 401307）'],
  ])('ward code %s names its city %s', (code, city) => {
    expect(identifyMunicipality({ code })).toMatchObject({
      value: { kind: 'ward', notes: [{ code: 'E-247', facts: { candidates: city } }] },
    });
  });

  test.each([
    [{ name: '髙崎市' }, '高崎市'],
    [{ name: '小 野 町' }, '小野町'],
    [{ name: '宮城県柴田郡川崎町役場' }, '川崎町'],
    [{ name: '鹿島市', prefecture: '茨城県' }, '鹿嶋市'],
    [{ name: '札幌市中央区役所' }, '札幌市中央区'],
    [{ name: '札幌市中央区役所保健福祉部' }, '札幌市中央区'],
    [{ name: '架 空 町 長寿課' }, '架空町'],
  ])('the name is printed as registered, an unknown one bare: %p → %s', (claim, name) => {
    expect(identifyMunicipality(claim)).toMatchObject({ value: { name } });
  });

  test('an unknown name can still be scored, with a check', () => {
    const result = identifyMunicipality({ name: '架空市', prefecture: '福島' });
    expect(result).toMatchObject({
      ok: true,
      value: { name: '架空市', prefecture: '福島県', code: undefined, kind: 'unknown', notes: [{ severity: 'check' }] },
    });
  });
});

test('a ward names its city, and a name what was left off it', () => {
  const notesOf = (claim: MunicipalityClaim) => {
    const result = identifyMunicipality(claim);
    return result.ok ? result.value.notes : [];
  };
  expect(notesOf({ name: '青葉区' })).toMatchObject([
    { facts: { candidates: '仙台市（宮城県 041009）、横浜市（神奈川県 141003）' } },
  ]);
  expect(notesOf({ name: '01 川崎町 長寿課 様', prefecture: '宮城' }).map((note) => sentenceOf(note))).toEqual([
    'E-465 「01 川崎町 長寿課 様」を川崎町（宮城県 043249）と読みました。',
  ]);
  expect(notesOf({ name: '東 川 町（北海道）' })).toEqual([]);
});

describe('codes and names together', () => {
  test.each<[string, string]>([
    ['074021 北塩原村', 'municipality 074021'],
    ['07402 北塩原村', 'municipality 074021'],
    ['府中市（342084）', 'municipality 342084'],
    ['132063 八王子市', 'E-244'],
    ['202510 北塩原村', 'municipality 074021'],
  ])('digits beside the name: %s → %s', (name, expected) => {
    expect(summary({ name })).toBe(expected);
  });

  test.each<[string, MunicipalityClaim, string]>([
    ['code alone', { code: 132063 }, 'municipality 132063'],
    ['code with its name', { code: '132063', name: '府中市' }, 'municipality 132063'],
    ['code settles a shared name', { code: '342084', name: '府中市' }, 'municipality 342084'],
    ['code settles a base name', { code: '342084', name: '府中' }, 'municipality 342084 E-465'],
    ['code with a variant name', { code: '082082', name: '竜ヶ崎市' }, 'municipality 082082 E-253'],
    ['name settles a short code', { code: 12211, name: '成田市' }, 'municipality 122114'],
    ['lost zero', { code: 12335, name: '伊達市' }, 'municipality 012335'],
    ['another name', { code: '132063', name: '八王子市' }, 'E-244'],
    ['another prefecture', { code: '132063', name: '府中市', prefecture: '広島県' }, 'E-244'],
    ['another prefecture in the name', { code: '132063', name: '広島県府中市' }, 'E-244'],
    ['an invented name', { code: '132063', name: '架空市' }, 'E-244'],
    ['a prefecture that contradicts a code alone', { code: '132063', prefecture: '広島県' }, 'E-244'],
    ['wrong check digit, good name', { code: '132064', name: '八王子市' }, 'municipality 132012 E-242'],
    ['wrong check digit, shared name', { code: '132064', name: '府中市' }, 'E-245 E-242'],
    ['wrong check digit, no name', { code: '132064' }, 'E-255 E-242'],
    ['blank code', { code: ' ', name: '八王子市' }, 'municipality 132012'],
    ['no code', { code: null, name: '八王子市' }, 'municipality 132012'],
    // rows 48, 54: wards
    ['ward code', { code: '141011' }, 'ward - E-247'],
    ['ward code with its ward', { code: '121011', name: '中央区' }, 'ward - E-247'],
    ['special ward code', { code: '131024', name: '中央区' }, 'municipality 131024'],
    ['ward renumbered in 2024', { code: '221384', name: '中央区' }, 'ward - E-247'],
    ["a ward under its city's code", { code: '141003', name: '鶴見区' }, 'ward - E-247'],
    ['prefecture code', { code: '070009', name: '福島県' }, 'E-248'],
    ['code from before a change', { code: '044237', name: '富谷町' }, 'municipality 042161 E-254'],
    ['code from before a change, new name', { code: '403059', name: '那珂川市' }, 'municipality 402311 E-254'],
    // row 48: newer than the register
    ['code unknown, name unknown', { code: '073458', name: '架空村' }, 'unknown 073458 E-251'],
    ['code unknown, name known', { code: '073458', name: '北塩原村' }, 'E-244'],
    // row 49: unions are never matched to a city
    ['union code', { code: '018015', name: '日高中部広域連合' }, 'union 018015 E-256'],
    ['union code without a name that says so', { code: '018015', name: '空知の会' }, 'union 018015 E-256'],
    ['union code alone', { code: '019011' }, 'union 019011 E-256'],
    ['union code under the name of a city', { code: '018015', name: '札幌市' }, 'E-244'],
    ["union under a member's code", { code: '016047', name: '日高中部広域連合' }, 'E-244'],
  ])('%s', (_, claim, expected) => {
    expect(summary(claim)).toBe(expected);
  });

  test('a mismatch names both', () => {
    expect(problemsOf({ code: '132063', name: '八王子市' })).toMatchObject([
      { found: '八王子市', facts: { code: '132063', official: '府中市（東京都 132063）' } },
    ]);
  });

  test('no refusal stops the scoring', () => {
    const claims: MunicipalityClaim[] = [{ name: '府中' }, { name: '福島県' }, { code: 1, name: '' }, {}];
    expect(claims.flatMap(problemsOf).every(({ severity }) => severity === 'check')).toBe(true);
    expect(claims.map((claim) => problemsOf(claim).length > 0)).toEqual([true, true, true, true]);
  });
});

describe('the whole register', () => {
  const all = registeredMunicipalities();
  const variantsOf = (name: string) => [
    name.replaceAll('ケ', 'ヶ'),
    name.replaceAll('ヶ', 'が'),
    name.replaceAll('龍', '竜').replaceAll('崎', '﨑').replaceAll('高', '髙').replaceAll('吉', '𠮷'),
    name.replaceAll('島', '嶋').replaceAll('沢', '澤').replaceAll('浜', '濱').replaceAll('ノ', '之'),
    ` ${Array.from(name).join('　')} `,
  ];

  test('every municipality is found by its code', () => {
    const lost = all.filter(({ code }) => summary({ code }) !== `municipality ${code}`);
    expect(lost).toEqual([]);
  });

  test('every municipality is found by prefecture and name, apart or written together, and with 役所 or 役場', () => {
    const lost = all.filter(({ code, prefecture, name }) =>
      [
        { prefecture, name },
        { prefecture: prefecture.replace(/[都府県]$/, ''), name },
        { name: `${prefecture}${name}` },
        { prefecture, name: `架空郡${name}` },
        { prefecture, name: `${name}${/[市区]$/.test(name) ? '役所' : '役場'}` },
      ].some((claim) => summary(claim).replace(/ E-465$/, '') !== `municipality ${code}`),
    );
    expect(lost).toEqual([]);
  });

  test('every municipality is found by variants of its name within its prefecture', () => {
    const lost = all.flatMap(({ code, prefecture, name }) =>
      variantsOf(name)
        .filter((variant) => !summary({ prefecture, name: variant }).startsWith(`municipality ${code}`))
        .map((variant) => `${prefecture} ${variant}`),
    );
    expect(lost).toEqual([]);
  });

  test('a name without prefecture is found, or asked about when others bear it', () => {
    const asked = all.filter(({ name }) => summary({ name }).startsWith('E-245'));
    expect(asked).toHaveLength(57);
    const lost = all.filter(
      (one) => !asked.includes(one) && !summary({ name: one.name }).startsWith(`municipality ${one.code}`),
    );
    expect(lost).toEqual([]);
  });

  test('every name in the published results is found by name, prefecture and code; every union stays a union', () => {
    const published = publishedRanks();
    expect(published.length).toBeGreaterThan(400);
    const lost = published.filter(
      ({ municipality, prefecture, code }) =>
        !/^municipality \d{6}$/.test(summary({ name: municipality, prefecture, code })),
    );
    expect(lost).toEqual([]);
    const unions = published.flatMap(({ union }) => union ?? []);
    expect(unions.length).toBeGreaterThan(400);
    expect(unions.filter((name) => summary({ name }) !== 'union - E-256')).toEqual([]);
  });

  test('any text at all is answered, never thrown at', () => {
    const claim = fc.record({
      name: fc.string({ unit: 'binary' }),
      prefecture: fc.string({ unit: 'grapheme' }),
      code: fc.oneof(fc.string(), fc.double(), fc.integer(), fc.boolean(), fc.date(), fc.constant(null)),
    });
    fc.assert(
      fc.property(claim, (given) => typeof identifyMunicipality(given).ok === 'boolean'),
      { seed: 41 },
    );
  });

  test.each([
    ['one character', '郡'.repeat(32_767)],
    ['brackets', '('.repeat(32_767)],
    ['a word', `福島県${'市役所'.repeat(10_000)}`],
  ])('a name of %s ten thousand times and more is nobody’s', (_, name) => {
    expect(summary({ name })).toMatch(/^unknown - E-250/);
  });
});
