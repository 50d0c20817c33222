import { figuresOf, samePlace } from '../../../src/schemes/counting';
import { markdownTable } from './markdownTable';
import type { NationalFigures } from '../../../src/schemes/national';
import { combinationWords, ruleWords } from './ruleWords';
import type { Indicator, Scheme } from '../../../src/schemes/scheme';
import { confidenceWords, goalNumeral, grantNames, groupNames } from '../../../src/schemes/names';

/** One table per grant × goal × group: every criterion with its points, rule, and how many municipalities have it. */
export const describeGroups = (scheme: Scheme, national: NationalFigures | undefined): string => {
  const counts = new Map(national?.criteria ?? []);
  const tables = scheme.goals.flatMap(({ grant, goal, name, groups }) =>
    groups.map(({ group, maxPoints }) => {
      const block = { grant, goal, group };
      const indicators = scheme.indicators.filter((each) => samePlace(each, block));
      const published = figuresOf(national, block);
      const figures =
        published === undefined ? '' : `、全国平均 ${published.mean.toFixed(2)}点、中央値 ${published.median}点`;
      return [
        `### ${grantNames[grant].short} ${goalNumeral(goal)} ${groupNames[group].full}`,
        `${name}（配点 ${maxPoints}点${figures}）`,
        markdownTable(
          ['番号', '指標', '枝番', '配点', '判定の方法', '該当市町村数', '該当率'],
          indicators.flatMap((indicator) => rowsOf(indicator, counts, national?.municipalities)),
          ['番号', '配点', '該当市町村数', '該当率'],
        ),
        `出典：${sourcesOf(indicators)}`,
      ].join('\n\n');
    }),
  );
  return [
    `## 指標と枝番`,
    national === undefined
      ? '該当市町村数と該当率は、まだ公表されていません。'
      : `該当市町村数と該当率は、全国 ${national.municipalities} 市町村の公表結果です。`,
    ...tables,
  ].join('\n\n');
};

/** The indicators' documents with how sure they are; the place of each stands in scheme.json. */
const sourcesOf = (indicators: readonly Indicator[]): string =>
  [...new Set(indicators.map(({ source }) => `${source.document}（${confidenceWords[source.confidence]}）`))].join(
    '、',
  );

const rowsOf = (
  indicator: Indicator,
  counts: ReadonlyMap<string, number>,
  municipalities: number | undefined,
): readonly (readonly (string | number)[])[] => {
  const combination = combinationWords(indicator);
  return indicator.criteria.map((criterion, at) => {
    const count = counts.get(criterion.id);
    return [
      at === 0 ? indicator.number : '',
      at === 0 ? `${indicator.name}（${indicator.maxPoints}点）${combination === '' ? '' : `：${combination}`}` : '',
      criterion.label,
      criterion.points,
      ruleWords(indicator, criterion),
      count ?? '―',
      count === undefined || municipalities === undefined ? '―' : `${((count * 100) / municipalities).toFixed(1)}%`,
    ];
  });
};
