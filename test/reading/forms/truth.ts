import { answerState } from '../../../src/answers';
import { criterionIndexOf, type Criterion, type Indicator, type Scheme } from '../../../src/schemes';
import { indicatorPoints, pointsOf, scoreTable } from '../../../src/score';
import type { Draw } from './draw';

/** The answers of one municipality, and what they are worth. */
export interface Truth {
  readonly municipality: Place;
  /** Ids of the criteria met. */
  readonly met: ReadonlySet<string>;
  readonly total: number;
  /** By the key of the block. */
  readonly points: ReadonlyMap<string, number>;
  /** By the id of the indicator. */
  readonly ofIndicators: ReadonlyMap<string, number>;
}

/** A municipality of the register whose name no other bears. */
export interface Place {
  readonly name: string;
  readonly prefecture: string;
}

const places: readonly Place[] = [
  { name: '東川町', prefecture: '北海道' },
  { name: '美瑛町', prefecture: '北海道' },
  { name: '東神楽町', prefecture: '北海道' },
  { name: '上砂川町', prefecture: '北海道' },
  { name: '北塩原村', prefecture: '福島県' },
  { name: '会津若松市', prefecture: '福島県' },
  { name: '小野町', prefecture: '福島県' },
  { name: '喜多方市', prefecture: '福島県' },
  { name: '八王子市', prefecture: '東京都' },
  { name: '練馬区', prefecture: '東京都' },
  { name: '檜原村', prefecture: '東京都' },
  { name: '天草市', prefecture: '熊本県' },
  { name: '荒尾市', prefecture: '熊本県' },
  { name: '美馬市', prefecture: '徳島県' },
];

/** Municipalities of one prefecture, so that a list of them is one of a prefectural office. */
export const neighbours = (draw: Draw, count: number): readonly Place[] => {
  const { prefecture } = draw.one(places.filter(({ prefecture: own }) => ['北海道', '福島県', '東京都'].includes(own)));
  return draw.some(
    places.filter((place) => place.prefecture === prefecture),
    count,
  );
};

export const anyPlace = (draw: Draw): Place => draw.one(places);

/** Random answers as a real municipality can have them: the steps of a figure nested, 推Ⅰ活動1 as the total says. */
export const drawTruth = (draw: Draw, scheme: Scheme, municipality: Place): Truth => {
  const diligence = draw.between(25, 85) / 100;
  const met = new Set<string>();
  for (const indicator of scheme.indicators) {
    for (const criterion of drawMet(draw, indicator, diligence)) met.add(criterion.id);
  }
  return truthOf(scheme, municipality, met);
};

/** The same answers with `count` of them the other way round. */
export const changed = (draw: Draw, scheme: Scheme, { municipality, met }: Truth, count: number): Truth => {
  const marked = scheme.indicators.filter(({ rule }) => rule.kind === 'marked').flatMap(({ criteria }) => criteria);
  const flipped = new Set(draw.some(marked, count).map(({ id }) => id));
  const ids = scheme.indicators.flatMap(({ criteria }) => criteria.map(({ id }) => id));
  return truthOf(scheme, municipality, new Set(ids.filter((id) => met.has(id) !== flipped.has(id))));
};

const drawMet = (draw: Draw, { rule, criteria }: Indicator, diligence: number): readonly Criterion[] => {
  if (rule.kind === 'marked') return criteria.filter(() => draw.chance(diligence));
  const measures = [...new Set(criteria.map(({ measure }) => measure))];
  return measures.flatMap((measure) => {
    const steps = criteria.filter((criterion) => criterion.measure === measure);
    return steps.slice(0, draw.between(0, steps.length));
  });
};

/** What answers are worth by the engine's own scoring; an indicator that follows from the total is answered as it follows. */
const truthOf = (scheme: Scheme, municipality: Place, met: ReadonlySet<string>): Truth => {
  const { all } = criterionIndexOf(scheme);
  const states = Uint8Array.from(all, ({ criterion }) => (met.has(criterion.id) ? answerState.met : answerState.unmet));
  const table = scoreTable(scheme, states, 1);
  const { ownTotal, blocks, totalBlock } = table.compiled;
  const own = ownTotal === undefined ? undefined : scheme.indicators[ownTotal.indicator];
  const settled = new Set(met);
  own?.criteria.forEach(({ id }, step) => {
    if ((table.ownTotals[0] ?? 0) >= (ownTotal?.cutOffs[step] ?? Infinity)) settled.add(id);
    else settled.delete(id);
  });
  return {
    municipality,
    met: settled,
    total: pointsOf(table, 0, totalBlock),
    points: new Map(blocks.map(({ key }, block) => [key, pointsOf(table, 0, block)])),
    ofIndicators: new Map(scheme.indicators.map(({ id }, at) => [id, indicatorPoints(table, states, 0, at)])),
  };
};
