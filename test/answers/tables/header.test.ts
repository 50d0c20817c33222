import { municipalityHeader } from '../../../src/answers/tables/header';
import { nameInHeading } from '../../../src/answers/tables/answerColumns';

describe('municipalityHeader', () => {
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
  ])('finds the municipality in %p', (header, name, prefecture) => {
    expect(municipalityHeader(header)).toEqual({ name, ...(prefecture === undefined ? {} : { prefecture }) });
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
    ...['回答', '得点', '備考', '福島県', '東京都', '北海道', '京都府', '', '市', '前年度', '平均', '計', '近隣市'],
  ])('knows that %p is a word of forms', (header) => {
    expect(municipalityHeader(header)).toBeUndefined();
  });

  it('finds the one name in a heading, the longest where one holds another', () => {
    expect(nameInHeading(['令和7年度 大津市 回答票'])).toEqual({ name: '大津市' });
    expect(nameInHeading(['回答票', '福島県北塩原村'])).toEqual({ name: '北塩原村', prefecture: '福島県' });
    expect(nameInHeading(['北塩原村・磐梯町'])).toBeUndefined();
    expect(nameInHeading(['（例：府中市）', 'Sheet1'])).toBeUndefined();
  });
});
