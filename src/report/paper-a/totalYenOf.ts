import type { YearOutcome } from '../../allocation';
import { yen, type Yen } from '../../kernel';

/** 合計 of a year: both grants and the frame; undefined until both are known. */
export const totalYenOf = ({ yen: { promotion, support, outcomeOriented } }: YearOutcome): Yen | undefined =>
  promotion === undefined || support === undefined ? undefined : yen(promotion + support + (outcomeOriented ?? 0n));
