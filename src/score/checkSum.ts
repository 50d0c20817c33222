import type { MunicipalityAnswers, PrintedSum, SumTarget } from '../answers';
import { problem, type Problem } from '../kernel';
import { blockKey, blockName, type Scheme } from '../schemes';
import { compileScheme } from './compiledScheme';
import { earnedPoints } from './earnedPoints';
import { pointsOf, type ScoreTable } from './scoreTable';

/** Least and most points of what a sum may stand for. */
interface Span {
  readonly name: string;
  readonly least: number;
  readonly most: number;
}

/** A printed sum that is not ours, whatever it may be the sum of; names both figures. */
export const checkSum = (
  scheme: Scheme,
  { states }: MunicipalityAnswers,
  sum: PrintedSum,
  least: ScoreTable,
  most: ScoreTable,
): readonly Problem[] => {
  const spans = sum.targets.flatMap((target) => spanOf(scheme, states, target, least, most) ?? []);
  const [likeliest] = spans;
  if (likeliest === undefined || spans.some((span) => sum.value >= span.least && sum.value <= span.most)) return [];
  return [
    problem(
      'subtotal-differs',
      { sheet: sum.sheet, cell: sum.cell, found: String(sum.value), expected: expectedOf(likeliest) },
      { block: likeliest.name },
    ),
  ];
};

const expectedOf = ({ least, most }: Span): string => (least === most ? String(least) : `${least}～${most}`);

const spanOf = (
  scheme: Scheme,
  states: Uint8Array,
  target: SumTarget,
  least: ScoreTable,
  most: ScoreTable,
): Span | undefined => {
  const compiled = compileScheme(scheme);
  if ('indicator' in target) {
    const place = scheme.indicators.findIndex(({ id }) => id === target.indicator);
    const indicator = scheme.indicators[place];
    if (indicator === undefined || place === compiled.ownTotal?.indicator) return undefined;
    const earned = (open: 'as-unmet' | 'as-met') => earnedPoints(compiled, states, 0, place, open);
    return { name: `「${indicator.name}」`, least: earned('as-unmet'), most: earned('as-met') };
  }
  const at = compiled.blocks.findIndex(({ key }) => key === blockKey(target));
  const block = compiled.blocks[at];
  return block && { name: blockName(block), least: pointsOf(least, 0, at), most: pointsOf(most, 0, at) };
};
