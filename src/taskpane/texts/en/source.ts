import type { SourceTexts } from '../sourceTexts';

/** Source */
export const source: SourceTexts = {
  heading: 'Where does this figure come from?',
  hint: 'Select a figure on a sheet that scoring wrote, then press the button.',
  ask: 'Show the source of the selected cell',
  scoreFirst: 'Score the workbook first. The figures of the results can then be traced.',
  kindLabel: 'Kind',
  kinds: {
    answers: 'scored from the answers',
    told: 'entered in the settings',
    published: 'published figure',
    table: 'from the national table',
    rules: 'rule of the year (maximum points …)',
    plan: 'allocation plan or estimate',
    computed: 'computed from the same sheet',
  },
  printed: 'Printed',
  text: 'Source',
  jump: 'Go to the original cell',
  noFigure: 'There is no figure to trace in this cell: it is a heading, blank, or yours to write.',
  notOurs: 'Scoring did not write this cell. Select a figure on a sheet that scoring wrote.',
  otherScoring: 'The present scoring makes no such sheet. It was written for another year or other answers.',
  differs: (found) =>
    `The cell says ${found === '' ? 'nothing' : `"${found}"`}, which is not what the present scoring gives. It was edited or is older. Refreshing writes the present value.`,
};
