import { evaluate, municipalitiesOf } from '../../../src/evaluation';
import type { CellValue } from '../../../src/workbook';
import { workbook } from '../../builders/answerSheets';
import { formWith, trueTotal, type Asked } from './form';

const total = trueTotal();
const sign = (met: boolean): CellValue => (met ? '○' : '×');

/** Four criteria that are not met; the first answers of the second town say ○ there. */
const wrongRows = new Set([4, 7, 10, 13]);
const isWrong = ({ at }: Asked): boolean => wrongRows.has(at);

interface Town {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  readonly provisional: boolean;
}

const towns = (headers: readonly CellValue[], cells: (asked: Asked) => readonly CellValue[]) => {
  const result = evaluate(workbook({ name: '回答', grid: formWith({ headers: [headers], cells }) }));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return {
    names: result.value.problems.map(({ name }) => name),
    towns: municipalitiesOf(result.value).map(({ identity: { name }, range: { least, most }, provisional }): Town => ({
      name,
      least,
      most,
      provisional,
    })),
  };
};

const right = (name: string): Town => ({ name, least: total, most: total, provisional: false });
const held = (name: string) => ({ name, least: total, provisional: true });

describe('a column beside the name of a municipality is its', () => {
  it.each(['県判定', '県確認', '県修正', '最終', '確認後', '県', null])('%s, whole', (header) => {
    const cells = (asked: Asked) => [
      ...[sign(asked.met), sign(asked.met)],
      ...[sign(asked.met || isWrong(asked)), sign(asked.met)],
    ];
    const read = towns(['北塩原村', header, '磐梯町', header], cells);
    expect(read.towns).toMatchObject([right('北塩原村'), held('磐梯町')]);
    expect(read.names).toContain('answer-columns-differ');
  });

  it.each<[string, CellValue]>([
    ['最終', null],
    ['修正', '同左'],
    ['備考', null],
  ])('%s, only where it was changed', (header, filler) => {
    const cells = (asked: Asked) => [
      ...[sign(asked.met), filler],
      ...[sign(asked.met || isWrong(asked)), isWrong(asked) ? '×' : filler],
    ];
    expect(towns(['北塩原村', header, '磐梯町', header], cells).towns).toMatchObject([
      right('北塩原村'),
      held('磐梯町'),
    ]);
  });

  it('in turn, where it stands behind all of them or before each', () => {
    const own = (asked: Asked): CellValue => sign(asked.met || isWrong(asked));
    const behind = towns(['北塩原村', '磐梯町', '県判定', '県判定'], (asked) => [
      ...[sign(asked.met), own(asked)],
      ...[sign(asked.met), sign(asked.met)],
    ]);
    expect(behind.towns).toMatchObject([right('北塩原村'), held('磐梯町')]);
    const before = towns(['県判定', '北塩原村', '県判定', '磐梯町'], (asked) => [
      ...[sign(asked.met), sign(asked.met)],
      ...[sign(asked.met), own(asked)],
    ]);
    expect(before.towns).toMatchObject([right('北塩原村'), held('磐梯町')]);
  });

  it('alone with the only name, on either side', () => {
    const cells = (asked: Asked) => [sign(asked.met || isWrong(asked)), sign(asked.met)];
    expect(towns(['北塩原村', '最終'], cells).towns).toMatchObject([held('北塩原村')]);
    expect(towns(['自己評価', '北塩原村'], cells).towns).toMatchObject([held('北塩原村')]);
  });

  it.each(['他市', '近隣町村', '管内市町村', '○○町', '磐梯'])('but not that of %s', (header) => {
    const cells = (asked: Asked) => [sign(asked.met), sign(asked.met || isWrong(asked))];
    expect(towns(['北塩原村', header], cells).towns).toEqual([right('北塩原村')]);
  });

  it('and not one that stands once beside several', () => {
    const cells = (asked: Asked) => [sign(asked.met || isWrong(asked)), sign(asked.met), sign(asked.met)];
    expect(towns(['集計', '北塩原村', '磐梯町'], cells).towns).toEqual([right('北塩原村'), right('磐梯町')]);
  });

  it('of another year is not this year’s', () => {
    const cells = (asked: Asked) => [sign(asked.met), sign(!asked.met), sign(asked.met), sign(!asked.met)];
    const read = towns(['北塩原村', 'R5', '磐梯町', 'R5'], cells);
    expect(read.towns).toEqual([right('北塩原村'), right('磐梯町')]);
  });
});

describe('versions behind the name', () => {
  it.each([
    ['（当初）', '（最終）'],
    ['', '最終'],
    ['', '（県判定）'],
    ['\n自己評価', '\n県評価'],
    [' 一次', ' 二次'],
    ['(回答)', '(確認後)'],
  ])('%j and %j are those of one municipality', (first, last) => {
    const cells = (asked: Asked) => [
      ...[sign(asked.met), sign(asked.met)],
      ...[sign(asked.met || isWrong(asked)), sign(asked.met)],
    ];
    const headers = ['北塩原村', '磐梯町'].flatMap((name) => [`${name}${first}`, `${name}${last}`]);
    expect(towns(headers, cells).towns).toMatchObject([right('北塩原村'), held('磐梯町')]);
  });
});
