import { inThousandYen, type AllocationPlan } from '../../allocation';
import { sourceOf } from '../origins';
import type { CouncilFacts } from '../council';
import { type Line, line, span, userSpan, fullWidth } from '../layout';
import { outcomeFrameOf } from './outcomeFrameOf';

/** Rows offered for the programmes that were selected. */
const programmeRows = 4;

/** ２ 成果指向型配分枠: what it is, that the municipality was selected, and room for the programmes it was selected for. */
export const frameLines = (facts: CouncilFacts, width: number): readonly Line[] => {
  const { results, name, year, thisYear } = facts;
  const amount = thisYear.yen.outcomeOriented;
  const places = placesOf(results.money.plan);
  return [
    line(span(`２ 成果指向型配分枠（${year}）`, width, 'heading')),
    line(span('（１）概要', width, 'strong')),
    line(
      userSpan(
        `データやロジックモデルを用いて成果を確かめながら改善を進める取組のうち、特に優れたものを行う市町村に交付されます。${places}`,
        width,
      ),
    ),
    line(span(`（２）${name}が交付対象に選定`, width, 'strong')),
    line(
      span(
        `次の事業が評価されました。${amount === undefined ? '' : `成果指向型配分枠の額は${inThousandYen(amount.value)}です。`}`,
        width,
        'paragraph',
        undefined,
        sourceOf(amount),
      ),
    ),
    ...Array.from({ length: programmeRows }, (_, at) =>
      line(userSpan(at === 0 ? '◆（評価された事業の名称と内容を書きます）' : null, width)),
    ),
    line(),
  ];
};

const placesOf = (plan: AllocationPlan | undefined): string => {
  const frame = outcomeFrameOf(plan)?.frame;
  if (frame?.kind !== 'flat' || typeof frame.places !== 'number') return '';
  return `対象は全国で${fullWidth(String(frame.places))}市町村です。`;
};
