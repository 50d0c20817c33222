import { settingFields } from '../../src/settings';
import { evaluate, municipalitiesOf } from '../../src/evaluation';
import { inThousandYen, yen } from '../../src/kernel';
import { reportSheets, resultsJson, resultSheets, settingsForm } from '../../src/report';
import { cellAt, type CellValue, type SheetModel } from '../../src/workbook';
import { readWorkbookFile, refreshWorkbookFile, writeWorkbookFile } from '../../src/workbook/file';
import { answerForm, workbook } from '../builders/answerSheets';

const answers = (): readonly (readonly CellValue[])[] =>
  answerForm({ year: 'R7', municipality: '北塩原村', prefecture: '福島県', mark: () => '○' });

const evaluated = (...settings: readonly (readonly CellValue[])[]) => {
  const result = evaluate(
    workbook({ name: '回答', grid: answers() }, { name: '設定', grid: [['項目', '値', '単位'], ...settings] }),
  );
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};

const notices: readonly (readonly CellValue[])[] = [
  ['内示額（推進）', 40_676, '千円'],
  ['内示額（成果指向型配分枠）', 116_762, '千円'],
  ['内示額（支援）', 82_935, '千円'],
];
const texts = (sheet: SheetModel | undefined): readonly (readonly CellValue[])[] =>
  (sheet?.rows ?? []).map((row) => row.map(({ value }) => value).filter((value) => value !== null));
const sheetOf = (results: ReturnType<typeof evaluated>, marker: string) =>
  resultSheets(results).find((sheet) => sheet.marker === marker);

describe('the sheets of the money', () => {
  test('配分 names each amount with its basis, and adds them up', () => {
    const rows = texts(sheetOf(evaluated(...notices), 'allocation'));
    expect(rows).toContainEqual(['保険者機能強化推進交付金', 40_676_000, 40_676_000, 40_676_000, '内示額']);
    expect(rows).toContainEqual(['合計', 240_373_000, 240_373_000, 240_373_000, '内示額']);
  });

  test('an estimate is never called 内示額 in 配分, and its method and limits stand below', () => {
    const rows = texts(sheetOf(evaluated(['第1号被保険者数', 900, '人']), 'allocation'));
    expect(rows.find(([label]) => label === '介護保険保険者努力支援交付金')?.[4]).toBe('試算');
    expect(rows.flat().some((text) => String(text).startsWith('※ 試算の限界'))).toBe(true);
  });

  test('an estimate too wide for one figure shows its band, both scenarios, and how often each was seen', () => {
    const results = evaluated(['第1号被保険者数', 900, '人'], ['所要見込額（支援）', 1_000, '千円']);
    const { promotion, support } = municipalitiesOf(results)[0]!.grants!;
    expect([promotion.yen, support.yen]).toEqual([null, null]);
    const rows = texts(sheetOf(results, 'allocation'));
    const [low, high] = [Number(support.low), Number(support.high)];
    const band = (from: bigint, to: bigint): string => `${inThousandYen(yen(from))}～${inThousandYen(yen(to))}`;
    const label = '介護保険保険者努力支援交付金';
    const at = rows.findIndex(([first]) => first === label);
    expect(rows.slice(at, at + 4)).toEqual([
      [label, band(support.low, support.high), low, high, '試算'],
      ['　うち基本分のみ', '（幅のみ）', low, Number(support.scenarios[0]?.high), '同規模の9件中4件'],
      ['　うち追加配分を受けた場合', '（幅のみ）', Number(support.scenarios[1]?.low), high, '同規模の9件中5件'],
      ['　所要見込額までの額（確定額）', '（幅のみ）', Math.min(low, 1_000_000), 1_000_000, '追加交付額を除く'],
    ]);
    expect(rows.find(([first]) => first === '合計')).toEqual([
      '合計',
      band(promotion.low + support.low, promotion.high + support.high),
      Number(promotion.low + support.low),
      Number(promotion.high + support.high),
      '試算',
    ]);
    const notes = rows.flat().map(String);
    expect(notes.filter((text) => text.startsWith('※ 確定額は別の額です'))).toHaveLength(1);
    // What the amounts take in and what the notes say they leave out is not the same.
    expect(notes.filter((text) => /追加配分.*見込んでいません/.test(text))).toEqual([]);
    expect(rows.flat()).not.toContain(0);
    expect(resultsJson(results)).toMatchObject({
      municipalities: [
        {
          grants: {
            totalYen: null,
            support: {
              yen: null,
              low,
              high,
              basis: 'estimate',
              scenarios: [
                { kind: 'basic-only', low, seen: { sizeClass: { count: 4, of: 9 }, points: { count: 2, of: 7 } } },
                { kind: 'with-add-on', high, seen: { sizeClass: { count: 5, of: 9 }, points: { count: 5, of: 7 } } },
              ],
            },
          },
        },
      ],
    });
    for (const paper of [...reportSheets(results, 'a'), ...reportSheets(results, 'b')]) {
      const text = texts(paper).flat().join('\n').normalize('NFKC');
      expect(text).toContain('幅の広い');
      expect(text).not.toMatch(/\b0(?:千)?円/);
    }
  });

  test('points and persons of 設定 alone give an estimate, and a notice off it is asked about', () => {
    const told = (...settings: readonly (readonly CellValue[])[]) => {
      const rows = [['項目', '値', '単位'], ['評価年度', 'R7'], ['第1号被保険者数', 155_600, '人'], ['今年度の得点（推進）', 309], ['今年度の得点（支援）', 269], ...settings]; // prettier-ignore
      const result = evaluate(workbook({ name: '設定', grid: rows }));
      if (!result.ok) throw new Error(JSON.stringify(result.problems));
      return result.value;
    };
    const results = told();
    const { grants } = results.money.own!;
    // 八王子市 R7: 40,676千円 and 82,935千円 (資料4-1).
    expect(grants!.promotion.low <= 40_676_000n && grants!.promotion.high >= 40_676_000n).toBe(true);
    expect(grants!.support.low <= 82_935_000n && grants!.support.high >= 82_935_000n).toBe(true);
    expect([grants!.promotion, grants!.support].map(({ because }) => because[0])).toEqual([
      expect.stringContaining('推進309点'),
      expect.stringContaining('支援269点'),
    ]);
    const rows = texts(sheetOf(results, 'allocation'));
    expect(rows.find(([label]) => label === '合計')?.[1]).toBe(Number(grants!.totalYen));
    const [paper] = reportSheets(results, 'a');
    expect(texts(paper).flat().join()).toContain('評価結果に基づく交付額（試算）');
    expect(told(['内示額（推進）', 40_676, '千円']).problems.map(({ code }) => code)).not.toContain('E-533');
    expect(told(['内示額（推進）', 40_676, '円']).problems.map(({ code }) => code)).toContain('E-533');
  });

  test('前年度比較 and 使途 appear with what was told, and not without', () => {
    expect(resultSheets(evaluated(...notices)).map(({ name }) => name)).toEqual([
      '得点',
      '指標別',
      '配分',
      '要確認',
      '読み取り',
      '検算',
      '処理記録',
    ]);
    const results = evaluated(
      ...notices,
      ['前年度', 'R6'],
      ['前年度の金額（推進）', 45_195, '千円'],
      ['前年度の金額（支援）', 90_749, '千円'],
      [],
      ['事業名', '交付金', '経費区分', '金額', '単位'],
      ['介護予防把握事業', '推進', '介護予防', 40_000, '千円'],
    );
    const compared = texts(sheetOf(results, 'comparison'));
    expect(compared).toContainEqual(['合計', 135_944, 240_373, 104_429]);
    expect(compared).toContainEqual(['（成果指向型配分枠を除いた増減）', -12_333]);
    const used = texts(sheetOf(results, 'use'));
    expect(used).toContainEqual(['未充当', 676_000, 676_000 / 40_676_000]);
    expect(used).toContainEqual(['全体', 240_373_000]);
  });

  test('the JSON carries the grants in yen, as numbers', () => {
    expect(resultsJson(evaluated(...notices))).toMatchObject({
      municipalities: [
        {
          grants: {
            promotion: { yen: 40_676_000, low: 40_676_000, high: 40_676_000, basis: 'notice' },
            outcomeOriented: { yen: 116_762_000 },
            support: { yen: 82_935_000 },
            totalYen: 240_373_000,
          },
        },
      ],
    });
    expect(resultsJson(evaluated())).toMatchObject({ municipalities: [{ grants: null }] });
  });
});

describe('the form 設定 of the template', () => {
  test('is read back from a file with every field, and a blank one complains of nothing', async () => {
    const form = settingsForm();
    const filled: SheetModel = {
      ...form,
      rows: form.rows.map((row) => {
        if (row[0]?.value === '内示額（支援）')
          return row.map((one, at) => (at === 1 ? { ...one, value: 82_935 } : one));
        return row;
      }),
    };
    const read = async (sheet: SheetModel) => {
      const content = await readWorkbookFile(await writeWorkbookFile([sheet]), 'x.xlsx');
      if (!content.ok) throw new Error(JSON.stringify(content.problems));
      return content.value.sheets[0]?.grid ?? [];
    };
    const grid = await read(filled);
    expect(settingFields.map(({ label }) => grid.some((_, row) => cellAt(grid, row, 0) === label))).not.toContain(
      false,
    );
    const result = evaluate(workbook({ name: '回答', grid: answers() }, { name: '設定', grid }));
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    expect(result.value.money.settings?.notice.support).toBe(82_935_000n);
    const blank = evaluate(workbook({ name: '回答', grid: answers() }, { name: '設定', grid: await read(form) }));
    expect(blank.ok && blank.value.problems.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  test('keeps what was filled in when the form is written again', async () => {
    const form = settingsForm();
    const filled = {
      ...form,
      rows: form.rows.map((row) =>
        row[0]?.value === '資料番号' ? row.map((one, at) => (at === 1 ? { ...one, value: '資料4-1' } : one)) : row,
      ),
    };
    const bytes = await writeWorkbookFile([filled]);
    const refreshed = await refreshWorkbookFile(bytes, 'x.xlsx', [form]);
    expect(refreshed.ok && refreshed.value.bytes === bytes).toBe(true);
  });
});
