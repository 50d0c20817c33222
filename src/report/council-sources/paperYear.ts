import type { YearOutcome } from '../../allocation';
import type { CouncilFacts } from '../council';

/** The two years a paper sets side by side; settings keys begin with these words. */
export type PaperYear = 'thisYear' | 'lastYear';

/** What is known of one of them. */
export const outcomeIn = ({ thisYear, comparison }: CouncilFacts, year: PaperYear): YearOutcome | undefined =>
  year === 'thisYear' ? thisYear : comparison?.before;
