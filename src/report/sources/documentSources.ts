import type { AllocationPlan } from '../../allocation';
import type { RankBand } from '../../rank';
import type { NationalFigures, Scheme } from '../../schemes';
import type { FigureSource } from '../../workbook';

/** A figure of the year's rules: 配点, 満点. */
export const fromRules = ({ documents, source }: Pick<Scheme, 'documents' | 'source'>, what: string): FigureSource => ({
  kind: 'rules',
  text: `${what}：${titleOf(documents, source.document)}（${source.place}）による配点です。`,
});

/** A published figure of the nation, with its document. */
export const fromPublished = (
  { documents, source }: Pick<NationalFigures, 'documents' | 'source'>,
  what: string,
): FigureSource => ({
  kind: 'published',
  text: `${what}：${titleOf(documents, source.document)}（${source.place}）の公表値です。`,
});

/** A figure worked out from published ones, or printed elsewhere than they; `source` says where and how. */
export const fromPublishedParts = (
  { documents }: Pick<NationalFigures, 'documents'>,
  source: NationalFigures['source'],
  what: string,
): FigureSource => ({
  kind: 'published',
  text: `${what}：${titleOf(documents, source.document)}（${source.place}）によります。`,
});

/** A national rank that the published distribution, or published pairs of points and rank, give for the points. */
export const rankFromPublished = (
  { documents, source, knownRanksSource }: NationalFigures,
  basis: Extract<RankBand['basis'], 'distribution' | 'known-pairs'>,
): FigureSource => {
  const [rests, from] =
    basis === 'distribution' ? ['総得点の分布', source] : ['総得点と順位の組', knownRanksSource ?? source];
  return {
    kind: 'published',
    text: `公表された${rests}から求めました。出典は${titleOf(documents, from.document)}（${from.place}）です。`,
  };
};

/** A figure of the year's budget or of its frames, with the document the plan cites. */
export const fromPlan = (
  { documents }: Pick<AllocationPlan, 'documents'>,
  source: AllocationPlan['total']['source'],
): FigureSource => ({ kind: 'plan', text: `${titleOf(documents, source.document)}（${source.place}）による額です。` });

const titleOf = (documents: Scheme['documents'], id: string): string =>
  documents.find((document) => document.id === id)?.title ?? id;
