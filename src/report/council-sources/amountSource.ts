import { basisWords } from '../../allocation';
import type { MoneyGrant } from '../../settings';
import { grantNames } from '../../schemes';
import type { FigureSource } from '../../workbook';
import type { CouncilFacts } from '../council';
import { computed, fromGrantAmount } from '../sources';
import { outcomeIn, type PaperYear } from './paperYear';
import { toldSource } from './toldSource';

/** Where an amount comes from: told, shared out or estimated; undefined where the amount is not known. */
export const amountSource = (facts: CouncilFacts, year: PaperYear, row: MoneyGrant): FigureSource | undefined => {
  if (outcomeIn(facts, year)?.yen[row] === undefined) return undefined;
  if (year === 'lastYear') return toldSource(facts, `lastYear.yen.${row}`);
  const decided = decidedAmount(facts, row);
  return decided === undefined || decided.basis === 'notice'
    ? toldSource(facts, `notice.${row}`)
    : fromGrantAmount(decided);
};

/** The sum of a year's amounts; an amount that is no notice is named so. */
export const totalAmountSource = (facts: CouncilFacts, year: PaperYear): FigureSource =>
  computed(summands(facts, year));

/** The sum of this year's amounts, and its changes from last year's. */
export const totalChangeSource = (facts: CouncilFacts): FigureSource =>
  computed(
    `合計は${summands(facts, 'thisYear')}、前年比は今年度の合計－前年度の合計${
      facts.thisYear.yen.outcomeOriented === undefined ? '' : '、※は成果指向型配分枠を除いた合計どうしの差'
    }`,
  );

/** 推進＋成果指向型配分枠＋支援, as far as they are there. */
const summands = (facts: CouncilFacts, year: PaperYear): string =>
  (['promotion', 'outcomeOriented', 'support'] as const)
    .filter((row) => outcomeIn(facts, year)?.yen[row] !== undefined)
    .map((row) => {
      const basis = year === 'thisYear' ? decidedAmount(facts, row)?.basis : undefined;
      const name = row === 'outcomeOriented' ? '成果指向型配分枠' : grantNames[row].short;
      return basis === undefined || basis === 'notice' ? name : `${name}（${basisWords[basis]}）`;
    })
    .join('＋');

const decidedAmount = ({ own }: CouncilFacts, row: MoneyGrant) => own?.grants?.[row] ?? undefined;
