import type { CellValue } from '../../../src/workbook';
import { exactly, read, type Asked } from './form';

const mark = ({ met }: Asked): CellValue => (met ? '○' : '×');
const total = exactly.least;

/** Five criteria that are not met, answered ○ in the first column. */
const wrongRows = new Set([4, 7, 10, 13, 19]);
const isWrong = ({ at }: Asked): boolean => wrongRows.has(at);
const first = (asked: Asked): CellValue => (isWrong(asked) ? '○' : mark(asked));

const heldAround = { least: total, provisional: true };

const withColumn = (header: CellValue, beside: (asked: Asked) => CellValue) =>
  read({ headers: [['回答', header]], cells: (asked) => [first(asked), beside(asked)] });

describe('a column of few marks among words', () => {
  it.each([
    ['最終', '同左'],
    ['修正', '変更なし'],
    ['修正後', '←'],
    ['訂正後', '修正なし'],
    ['最終回答', '異議なし'],
    ['県確認', '問題なし'],
    ['課長確認', '了'],
    ['二次', '〃'],
    ['最終', '保留'],
    ['修正', '確認中'],
    ['R6最終', '同じ'],
    ['朱書き', null],
    ['正', null],
    ['摘要', null],
    [null, null],
  ])('%s with × in five rows and %s in the others: the five are held', (header, filler) => {
    const outcome = withColumn(header, (asked) => (isWrong(asked) ? '×' : filler));
    expect(outcome).toMatchObject({ ...heldAround, names: ['answer-columns-differ'] });
    expect(outcome.facts['answer-columns-differ']).toMatchObject({ count: 5, cell: 'H9' });
  });

  it.each([
    ['最終', '×（資料なし）'],
    ['県確認', '×（要件を満たさない）'],
    ['最終', '非該当'],
    ['最終', '未実施'],
    ['県判定', '否'],
    ['最終', '△'],
  ])('%s: 「%s」 is a mark too', (header, said) => {
    const outcome = withColumn(header, (asked) => (isWrong(asked) ? said : '同左'));
    expect(outcome).toMatchObject({ ...heldAround, names: ['answer-columns-differ'] });
  });

  it('is held in the rows that differ also where a third of its cells are marks', () => {
    const outcome = withColumn('最終', (asked) => (asked.at % 3 === 0 || isWrong(asked) ? mark(asked) : '作成中'));
    expect(outcome).toMatchObject({ ...heldAround, names: ['answer-columns-differ'] });
    expect(outcome.facts['answer-columns-differ']).toMatchObject({ count: 5 });
  });

  it('holds 要修正 among OK, 同左 among points, and points taken away', () => {
    expect(withColumn('県判定', (asked) => (isWrong(asked) ? '要修正' : 'OK'))).toMatchObject({
      ...heldAround,
      names: ['answer-corrected-beside'],
    });
    const points = (asked: Asked): CellValue => (first(asked) === '○' ? asked.points : 0);
    const columns = {
      headers: [['自己採点', '県採点']],
      cells: (asked: Asked) => [points(asked), isWrong(asked) ? 0 : '同左'],
    };
    expect(read(columns)).toMatchObject({ ...heldAround, names: ['answer-columns-differ'] });
    expect(withColumn('調整', (asked) => (isWrong(asked) ? -asked.points : null))).toMatchObject(heldAround);
  });

  it('reads 0 among 同左 as the "no" of a form in 1 and 0', () => {
    const flag = (asked: Asked): CellValue => (first(asked) === '○' ? 1 : 0);
    const cells = (asked: Asked): CellValue[] => [flag(asked), isWrong(asked) ? 0 : '同左'];
    expect(read({ headers: [['回答', '最終']], cells })).toMatchObject({
      ...heldAround,
      names: ['answer-columns-differ'],
    });
  });

  it('is settled by choosing the column of the answers', () => {
    const cells = (asked: Asked): CellValue[] => [mark(asked), isWrong(asked) ? '○' : '同左'];
    expect(read({ headers: [['回答', '最終']], cells }, { column: { header: '回答' } })).toMatchObject(exactly);
  });

  it('is no objection where it repeats the answers', () => {
    const cells = (asked: Asked): CellValue[] => [mark(asked), isWrong(asked) ? '×' : '同左'];
    expect(read({ headers: [['回答', '最終']], cells })).toMatchObject({ ...exactly, names: [] });
  });
});

describe('a column of remarks', () => {
  it.each([
    ['備考', '○→×'],
    ['備考', '県より×に修正の指示あり'],
    ['メモ', '×に変更'],
    ['理由', '実施していないため×に変更'],
    ['県意見', '→×'],
    ['備考', '県修正：×'],
    ['県コメント', '要修正'],
    ['備考', '誤り。正しくは非該当'],
    ['備考', '×では？'],
    ['県コメント', '取消'],
    ['備考', '県指摘により×'],
    ['県確認', 'NG'],
    ['県確認', '不備あり'],
    ['県確認', '疑義あり'],
    ['担当課', '○→×（県）'],
    [null, '×に修正'],
  ])('%s: 「%s」 holds the rows it stands at, and both texts are told', (header, remark) => {
    const outcome = withColumn(header, (asked) => (isWrong(asked) ? remark : null));
    expect(outcome).toMatchObject({ ...heldAround, names: ['answer-corrected-beside'] });
    expect(outcome.facts['answer-corrected-beside']).toMatchObject({ count: 5, cell: 'I9' });
    expect(String(outcome.facts['answer-corrected-beside']?.['found' as never])).toContain(
      `I9「${remark}」（回答は「○」）`,
    );
  });

  it.each(['備考', '県コメント'])('%s: a × alone beside ○ is another answer', (header) => {
    const outcome = withColumn(header, (asked) => (isWrong(asked) ? '×' : null));
    expect(outcome).toMatchObject({ ...heldAround, names: ['answer-columns-differ'] });
  });

  it.each<[string, CellValue]>([
    ['備考', '○に変更予定'],
    ['備考', 'R7から○'],
    ['備考', '○○市の例を参照'],
    ['備考', '要確認'],
    ['備考', '対象外'],
    ['備考', '修正なし'],
    ['備考', '変更なし'],
    ['備考', '×→×'],
    ['備考', '事業所の指定取消の件数'],
    ['備考', '該当者なし'],
    ['備考', '該当なし'],
    ['備考', '令和5年4月→令和5年9月に変更'],
    ['備考', '○地域ケア会議で検討'],
    ['備考', '様式1→様式2'],
    ['備考', '修正済'],
    ['備考', '県に確認済'],
    ['備考', '判定会議の記録'],
    ['備考', '国保連のデータで判定'],
    ['備考', '要修正箇所なし'],
    ['確認書類', '○'],
    ['確認者', '田中'],
    ['備考', '次年度は○に修正'],
    ['根拠資料', '○'],
    ['担当課', '介護保険課'],
    ['資料番号', 3],
    ['重点', '○'],
    ['新規', '○'],
    ['課題', 'あり'],
  ])('%s: 「%s」 says nothing of the answer', (header, remark) => {
    const cells = (asked: Asked): CellValue[] => [mark(asked), isWrong(asked) ? remark : null];
    expect(read({ headers: [['回答', header]], cells })).toMatchObject(exactly);
  });
});
