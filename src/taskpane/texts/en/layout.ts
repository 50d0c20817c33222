import type { LayoutTexts } from '../layoutTexts';
import { count } from './count';

/** Reading */
export const layout: LayoutTexts = {
  heading: 'The table as it was read',
  recognised: 'What was recognised',
  choices: 'Correct what is read',
  confidence: 'Confidence',
  levels: { high: 'high', medium: 'medium', low: 'low' },
  counts: (found, asked, unread) =>
    `Found the cells of ${count(found)} of ${count(asked)} criteria${unread > 0 ? `; ${count(unread)} answers cannot be decided` : ''}`,
  municipality: 'Municipality',
  severalMunicipalities: (first, all) => `${first} and others (${count(all)} in all)`,
  nation: (all) => `National table: ${count(all)} municipalities are scored`,
  sheet: 'Sheet',
  allSheets: (all) => (all > 1 ? `Automatic (all ${count(all)} sheets with tables)` : 'Automatic'),
  column: 'Column of answers',
  allColumns: (found) => (found === '' ? 'Automatic' : `Automatic (${found})`),
  columnName: (letter, header) => `Column ${letter}: ${header}`,
  noHeader: '(no header)',
  year: 'Fiscal year',
  addYear: 'Add a year from a file',
  yearFound: (year) => (year === undefined ? 'Automatic' : `Automatic (${year})`),
  samples: 'Examples of the reading',
  sampleColumns: ['Criterion', 'Cell', 'Read as'],
  blank: '(blank)',
  readAs: { met: 'met', unmet: 'not met', unanswered: 'unanswered', held: 'undecided' },
  marks: 'What do these marks mean?',
  markQuestion: (mark, cells) => `"${mark}" (${count(cells)} cells) means`,
  markAnswers: { met: 'met (○)', unmet: 'not met (×)', open: 'leave open' },
  changes: 'Headers that changed since last time',
  change: (place, before, now) => `${place}: "${before}" → "${now}"`,
  confirm: 'Score it like this',
  again: 'Read again',
  remembered: 'This reading is kept in the workbook and used next time.',
  refused: 'It cannot be scored like this',
};
