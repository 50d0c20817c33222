import type { ReportTexts } from '../reportTexts';
import { count } from './count';

/** Write: reports */
export const reports: ReportTexts = {
  heading: 'Reports to write as well',
  hint: 'The result sheets (points, indicators …) are always written.',
  names: {
    a: 'Paper A',
    b: 'Paper B',
    analysis: 'Analysis by indicator',
    prefecture: 'List of municipalities',
    charts: 'Charts',
    data: 'Machine-readable',
  },
  about: {
    a: 'Grant amounts and their use, for the council',
    b: 'Points and ranks, for the council',
    analysis: 'Indicators by points missed, most first',
    prefecture: 'Points and ranks of the municipalities',
    charts: 'Rates by goal, last year, the nation',
    data: 'One value per cell, for publishing',
  },
  needs: {
    a: 'Needs exactly one municipality.',
    b: 'Needs exactly one municipality.',
    analysis: 'Needs the answers of exactly one municipality.',
    prefecture: 'Needs several municipalities or a national table.',
    charts: 'Needs the answers of exactly one municipality.',
    data: 'Needs points of a municipality.',
  },
  standing: 'Refreshes the sheet in the workbook',
  sheets: (sheets) => `Sheets to write: ${count(sheets)}`,
};
