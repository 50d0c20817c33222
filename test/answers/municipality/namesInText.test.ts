import { municipalitiesMentioned, nameInHeading, whoseIs } from '../../../src/answers/municipality/namesInText';

describe('whoseIs', () => {
  it.each([
    ['京都市', '京都市', undefined],
    ['余市町', '余市町', undefined],
    ['四日市市', '四日市市', undefined],
    ['十日町市', '十日町市', undefined],
    ['町田市', '町田市', undefined],
    ['大町町', '大町町', undefined],
    ['市川市', '市川市', undefined],
    ['村上市', '村上市', undefined],
    ['南区', '南区', undefined],
    ['裏磐梯村', '裏磐梯村', undefined],
    ['空知中部広域連合', '空知中部広域連合', undefined],
    ['新川地域介護保険組合', '新川地域介護保険組合', undefined],
    ['福島県北塩原村', '北塩原村', '福島県'],
    ['北海道 余市町', '余市町', '北海道'],
    ['府中市（東京都）', '府中市', '東京都'],
    ['府中市(東京)', '府中市', '東京都'],
    ['北塩原村 回答', '北塩原村', undefined],
    ['北塩原村（回答）', '北塩原村', undefined],
    ['回答（北塩原村）', '北塩原村', undefined],
    ['回答：北塩原村', '北塩原村', undefined],
    ['北塩原村（R7）', '北塩原村', undefined],
    ['得点（福島県北塩原村）', '北塩原村', '福島県'],
    ['01 小野町', '小野町', undefined],
    ['1.東神楽町', '東神楽町', undefined],
    ['①東川町', '東川町', undefined],
    ['北塩原村様', '北塩原村', undefined],
    ['川崎町 長寿課', '川崎町', undefined],
    ['No3川崎町', '川崎町', undefined],
    ['【3】川崎町', '川崎町', undefined],
    ['川崎町 ご担当者 様', '川崎町', undefined],
    ['川崎町福祉課長', '川崎町', undefined],
    ['R8_川崎町_回答', '川崎町', undefined],
    ['※川崎町', '川崎町', undefined],
    ['川崎町・宮城県', '川崎町', '宮城県'],
    ['〔宮城県〕川崎町', '川崎町', '宮城県'],
    ['宮城県柴田郡川崎町', '柴田郡川崎町', '宮城県'],
    ['川崎町（宮城県）\n長寿課', '川崎町', '宮城県'],
    ['東神楽\n町', '東神楽町', undefined],
    ['川崎町 令和8年度回答', '川崎町', undefined],
    ['架空町介護保険課', '架空町', undefined],
  ])('finds the municipality in %p', (header, name, prefecture) => {
    expect(whoseIs(header)).toMatchObject({ name, ...(prefecture === undefined ? {} : { prefecture }) });
    if (prefecture === undefined) expect(whoseIs(header)).not.toHaveProperty('prefecture');
  });

  it.each([
    ...[
      '市町村数',
      '市町村',
      '市区町村',
      '担当課',
      '地区',
      '学区',
      '選挙区',
      '全市町村',
      '該当市町村',
      '他市町村',
      '都市',
    ],
    ...['川崎町 備考', '川崎町 担当課', '川崎町 前年度', '市民課', '町民福祉課', '各市町村担当課', '10万以上の市'],
    ...['回答', '得点', '備考', '福島県', '東京都', '北海道', '京都府', '', '市', '前年度', '平均', '計', '近隣市'],
  ])('knows that %p is a word of forms', (header) => {
    expect(whoseIs(header)).toBeUndefined();
  });

  it.each(['本町', '当町', '本市', '貴市', '貴団体', '本村（回答）', '当町 長寿課', 'わが町'])(
    'takes %p for the town of the title',
    (header) => {
      expect(whoseIs(header)).toBe('own');
    },
  );

  it.each(['○○市', '〇〇県〇〇町', '●●村', '○○県○○市', '見本市', 'サンプル町', '（　）町', '△△町 長寿課', 'ＸＸ市'])(
    'takes %p for nobody',
    (header) => {
      expect(whoseIs(header)).toBe('nobody');
    },
  );

  it.each(['別府市', '当別町', '当麻町', '本庄市', '本山町', '本別町', '自由が丘町'])(
    'takes %p for a name',
    (header) => {
      expect(whoseIs(header)).toMatchObject({ name: header });
    },
  );

  it('finds the one name in a heading, the longest where one holds another', () => {
    expect(nameInHeading(['令和7年度 大津市 回答票'])).toMatchObject({ name: '大津市' });
    expect(nameInHeading(['回答票', '福島県北塩原村'])).toMatchObject({ name: '北塩原村', prefecture: '福島県' });
    expect(nameInHeading(['北塩原村・磐梯町'])).toBeUndefined();
    expect(nameInHeading(['（例：府中市）', 'Sheet1'])).toBeUndefined();
  });

  it.each([
    ['令和8年度 大雪地区広域連合 回答票', '大雪地区広域連合'],
    ['01_後志広域連合（倶知安町）', '後志広域連合'],
    ['歌志内市（空知中部広域連合）回答', '歌志内市'],
    ['札幌市中央区_回答', '札幌市中央区'],
    ['中央区_回答', '中央区'],
  ])('tells a union and a ward from a municipality: %p', (heading, name) => {
    expect(nameInHeading([heading])).toMatchObject({ name });
  });

  it('names what a text that is no name may mean', () => {
    const mentioned = (text: string) => municipalitiesMentioned(text).map(({ name, prefecture }) => prefecture + name);
    expect(mentioned('磐梯')).toEqual(['福島県磐梯町']);
    expect(mentioned('小野町外二町')).toEqual(['福島県小野町']);
    expect(mentioned('府中市（確認済）')).toEqual(['東京都府中市', '広島県府中市']);
    expect(mentioned('備考')).toEqual([]);
    expect(mentioned('津')).toEqual([]);
  });
});
