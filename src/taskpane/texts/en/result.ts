import type { ResultTexts } from '../resultTexts';
import { count } from './count';

/** Result */
export const result: ResultTexts = {
  heading: 'Result',
  municipality: 'Municipality',
  points: (total, max) => `${count(total)} / ${count(max)} points`,
  provisional: (min, max) => `Provisional: ${count(min)} to ${count(max)} points, because answers are open`,
  rate: (percent) => `${percent}% of the points`,
  rank: ({ low, high, of }) => `${low === high ? count(low) : `${count(low)} to ${count(high)}`} of ${count(of)}`,
  noRank: 'No national scores are known for this year',
  basis: {
    table: 'from the national table',
    distribution: 'from the published national distribution',
    'known-pairs': 'bracketed by published scores and ranks',
    none: 'no published figures',
  },
  rankLabel: 'National rank',
  goals: 'Points by goal',
  grants: { promotion: '推進', support: '支援', common: '共通' },
  grantTotals: { promotion: '推進交付金 total', support: '支援交付金 total' },
  bar: (points, max, mean) =>
    `${count(points)} / ${count(max)} points${mean === undefined ? '' : ` (national mean ${mean})`}`,
  legend: 'The upright stroke is the national mean; the dashed frame is what open answers could add.',
  charts: 'Charts',
  chartTable: 'Table of the figures',
  chartCategory: 'Category',
  noOutcome: 'Points rate what was undertaken; they are no measure of outcomes such as certification rates or costs.',
  checkCode: 'Check code',
  checkCodeHint: 'The same answers scored by the same rules give the same code everywhere.',
  restore: 'Undo the write',
  refresh: 'Refresh',
  openSheet: 'Open the score sheet',
  notWritten: 'This result has not been written to the sheets.',
  sheetsWritten: (names) => `Sheets written: ${names}`,
};
