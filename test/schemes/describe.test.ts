import { schemeHash, scoredYears } from '../../src/schemes';
import { describeScheme } from '../tools/scheme-pages/describe';
import { describeBlockScheme } from '../tools/scheme-pages/describeBlockScheme';
import { markdownTable } from '../tools/scheme-pages/markdownTable';
import { jsonSchemas } from '../tools/jsonSchemas';
import { blockSubjectFor, nationalFor, schemeFor } from './lint/packaged';

const pageOf = (year: 'R6' | 'R7' | 'R8'): string => {
  const { national, scheme } = nationalFor(year);
  const before = scoredYears()[scoredYears().indexOf(year) - 1];
  return describeScheme({ scheme, national, previous: before === undefined ? undefined : schemeFor(before) });
};

describe('the readable page of a scheme', () => {
  test.each(['R6', 'R7', 'R8'] as const)(
    '%s has a row for every criterion, with points, rule, count and share',
    (year) => {
      const { national, scheme } = nationalFor(year);
      const rows = pageOf(year)
        .split('\n')
        .filter((line) => /^\| .*\| [\d.]+% \|$/.test(line))
        .map((line) =>
          line
            .split(' | ')
            .slice(2)
            .map((cell) => cell.replace(' |', '')),
        );
      const counts = new Map(national.criteria);
      expect(rows.map(([label, points, , count]) => [label, Number(points), Number(count)])).toEqual(
        scheme.goals.flatMap(({ grant, goal }) =>
          scheme.indicators
            .filter((indicator) => indicator.grant === grant && indicator.goal === goal)
            .flatMap(({ criteria }) => criteria.map(({ id, label, points }) => [label, points, counts.get(id)])),
        ),
      );
    },
  );

  test('every kind of rule is put in words', () => {
    const page = pageOf('R8');
    expect(page).toContain('| ア | 4 | 自己評価（○・×） | 1701 | 97.7% |');
    expect(page).toContain('この指標を除く総得点が上位7割（412点以上、同点を含む） | 1226 | 70.4% |');
    expect(page).toContain('データのある市町村のうち上位7割（小さいほど上位、同点を含む）');
    expect(page).toContain('| ア | 3 | 実施している（0より大きい） | 81 | 4.7% |');
    expect(page).toContain('実施している市町村のうち上位5割（大きいほど上位、同点を含む）');
    expect(page).toContain('短期的な要介護度の変化（要介護１・２）（20点）：ア・イのうち最も高いもの（最大20点）');
    expect(pageOf('R6')).toContain('この指標を除く総得点が上位7割（区切りは非公表、同点を含む）');
  });

  test('new, dropped, moved and changed indicators stand among the changes', () => {
    const changes = pageOf('R7').split('## 前年度')[1];
    expect(changes).toContain('| 廃止 | 認知症初期集中支援チームの活動状況 |');
    expect(changes).toContain('| 新設 | 難聴高齢者の早期発見・早期介入 |');
    expect(changes).toContain(
      '| 番号の移動 | 認知症サポーター等を活用した地域支援体制の構築 | 支援Ⅱ体制・取組3 | 支援Ⅱ体制・取組1 |',
    );
    expect(changes).toContain('| 枝番・配点の変更 | 給付費適正化事業の取組状況 |');
    expect(pageOf('R6')).toContain('比べていません');
  });

  test('the hash and the open questions stand on the page', () => {
    expect(pageOf('R8')).toContain(schemeHash(schemeFor('R8')));
    expect(pageOf('R6')).toContain('今年度の評価得点）の区切りは公表されていない');
  });

  test('block pages say what is not published', () => {
    const { national, scheme } = blockSubjectFor('R5', 'municipality');
    expect(describeBlockScheme(scheme, national)).toContain('| 推進 計 | 742.94 | 非公表 |');
  });

  test('a bar or a line break inside a cell does not break the table', () => {
    expect(markdownTable(['a'], [['x|y\nz']])).toBe('| a |\n| --- |\n| x\\|y z |');
  });

  test('the JSON Schema knows both levels and allows no unknown key', () => {
    const text = JSON.stringify(jsonSchemas().find(({ path }) => path.endsWith('scheme.schema.json')));
    expect(text).toContain('"const":"criterion"');
    expect(text).toContain('"const":"block"');
    expect(text).toContain('"additionalProperties":false');
  });
});
