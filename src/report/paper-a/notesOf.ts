import { inThousandYen } from '../../allocation';
import type { FigureSource } from '../../workbook';
import { amountSource } from '../council-sources';
import type { CouncilFacts } from '../council';
import { together } from '../sources';
import { outcomeFrameOf } from './outcomeFrameOf';

interface Note {
  readonly text: string;
  /** Of the figure in it. */
  readonly source: FigureSource | undefined;
}

/** The notes under the amounts; always as many for one layout, so that the user's texts below keep their place. */
export const notesOf = (facts: CouncilFacts): readonly Note[] => {
  const { thisYear, basis } = facts;
  const flat = flatNote(facts);
  return [
    {
      text: `※ ${thisYear.yen.outcomeOriented === undefined ? '' : '通常枠の'}金額は、評価の得点と第１号被保険者の規模で決まります。${flat?.text ?? ''}`,
      source: flat?.source,
    },
    {
      text: `※ ${basis === 'notice' ? '' : '金額は国の通知による額ではなく、見込みです。'}端数処理の関係で、合計が一致しない場合があります。`,
      source: undefined,
    },
  ];
};

/** What the packaged plan says of the frame's flat amount, where it is this very amount. */
const flatNote = (facts: CouncilFacts): Note | undefined => {
  const { outcomeOriented } = facts.thisYear.yen;
  const known = outcomeFrameOf(facts.results.scheme.fiscalYear);
  if (known?.frame.kind !== 'flat' || outcomeOriented === undefined) return undefined;
  const isFlat = known.frame.perClass.some((one) => one.yen !== 'unspecified' && BigInt(one.yen) === outcomeOriented);
  return isFlat
    ? {
        text: `成果指向型配分枠は、同じ規模の市町村に一律 ${inThousandYen(outcomeOriented)}です。`,
        source: together(['一律の額', known.source], ['交付額', amountSource(facts, 'thisYear', 'outcomeOriented')]),
      }
    : undefined;
};
