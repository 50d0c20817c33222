import { grants } from '../../schemes';
import { inThousandYen } from '../../allocation';
import type { FigureSource } from '../../workbook';
import { basisOf, type CouncilFacts } from '../council';
import { together } from '../origins';
import { outcomeFrameOf } from './outcomeFrameOf';

interface Note {
  readonly text: string;
  /** Of the figure in it. */
  readonly source: FigureSource | undefined;
}

/** The notes under the amounts; always as many for one layout, so that the user's texts below keep their place. */
export const notesOf = (facts: CouncilFacts): readonly Note[] => {
  const { thisYear } = facts;
  const flat = flatNote(facts);
  return [
    {
      text: `※ ${thisYear.yen.outcomeOriented === undefined ? '' : '通常枠の'}金額は、評価の得点と第１号被保険者の規模で決まります。${flat?.text ?? ''}`,
      source: flat?.source,
    },
    {
      text: `※ ${expectedText(facts)}端数処理の関係で、合計が一致しない場合があります。`,
      source: undefined,
    },
  ];
};

/** Which amounts no notice tells. */
const expectedText = (facts: CouncilFacts): string => {
  if (facts.basis === 'notice') return '';
  const told = grants.some((row) => basisOf(facts.own?.grants, row) === 'notice');
  return told ? '国の通知のない金額は、見込みです。' : '金額は国の通知による額ではなく、見込みです。';
};

/** What the plan of the run says of the frame's flat amount, where it is this very amount. */
const flatNote = (facts: CouncilFacts): Note | undefined => {
  const { outcomeOriented } = facts.thisYear.yen;
  const known = outcomeFrameOf(facts.results.money.plan);
  if (known?.frame.kind !== 'flat' || outcomeOriented === undefined) return undefined;
  const isFlat = known.frame.perClass.some(
    (one) => one.yen !== 'unspecified' && BigInt(one.yen) === outcomeOriented.value,
  );
  return isFlat
    ? {
        text: `成果指向型配分枠は、同じ規模の市町村に一律 ${inThousandYen(outcomeOriented.value)}です。`,
        source: together(['一律の額', known.source], ['交付額', outcomeOriented]),
      }
    : undefined;
};
