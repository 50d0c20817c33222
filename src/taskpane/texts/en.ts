import { count } from './en/count';
import { layout } from './en/layout';
import { reports } from './en/reports';
import { result } from './en/result';
import { source } from './en/source';
import type { PaneTexts } from './paneTexts';

/** English */
export const en: PaneTexts = {
  language: 'en',
  title: 'Grant scoring',
  help: 'How to use (first screen)',
  tabs: { layout: 'Reading', problems: 'Check', preview: 'Write', result: 'Result', source: 'Source' },
  tabList: 'Steps of scoring',
  dismiss: 'Close',
  welcome: {
    heading: 'Scores your answer form',
    lines: [
      'Reads the answers (○ ×) in the open workbook.',
      'Shows points, rank and doubtful answers.',
      'Writes to sheets of its own; your answers stay as they are.',
    ],
    score: 'Score this table',
    sample: 'Open the sample',
    skip: 'Skip',
    privacy: 'No data leaves this computer.',
    nothingRead: 'Nothing has been read yet',
    nothingReadHint: 'Press "Score this table" to read the answers of the open workbook.',
  },
  layout,
  problems: {
    heading: 'Places to check',
    groups: { stop: 'Stopping errors', check: 'To check', info: 'Information' },
    filter: 'Show',
    all: 'All',
    none: 'Nothing needs to be checked.',
    noneOfFilter: 'Nothing of this kind.',
    jump: 'Go to cell',
    jumpTo: (place) => `Go to ${place}`,
    stake: (points) => `up to ${count(points)} points`,
    keys: 'Choose with ↑ ↓, go to the cell with Enter.',
    more: (rest) => `Show the other ${count(rest)}`,
    stale: 'Cells were changed.',
    recheck: 'Read again',
  },
  preview: {
    heading: 'What will be written',
    change: (before, now) => `Total ${before} → ${now}`,
    first: (now) => `Total ${now}`,
    created: 'new sheet',
    refreshed: 'refresh',
    unchanged: 'no change',
    cells: (cells) => `${count(cells)} cells`,
    range: (address) => `range ${address}`,
    edited: 'edited since the last write',
    editedWarning:
      'Values in our sheets were edited since the last write. Writing replaces them by the results. Move what you want to keep out of the range.',
    onlyOurs: 'Only our own sheets are written. Your answers and other sheets stay as they are.',
    open: (problems) => `${count(problems)} places are still to be checked.`,
    write: 'Write',
    back: 'Back to the reading',
    make: 'Show what would be written',
    missing: 'There is nothing to write yet.',
  },
  reports,
  result,
  source,
  busy: {
    tasks: {
      read: 'Reading the workbook',
      preview: 'Working out what to write',
      write: 'Writing the sheets',
      restore: 'Undoing',
      sample: 'Opening the sample',
      source: 'Looking up the source',
      year: 'Adding the year',
    },
    stages: {
      look: 'look at the workbook',
      measure: 'measure the ranges',
      read: 'read the cells',
      score: 'score',
      prepare: 'prepare the write',
      write: 'write',
      undo: 'undo',
    },
    waiting: 'Waiting for Excel. If you are editing a cell, finish with Enter.',
    cancel: 'Cancel',
    cancelling: 'Cancelling…',
    progress: (percent) => `${String(percent)}%`,
  },
  notices: {
    restored: 'Our sheets are as they were before the write.',
    unchanged: 'The same result as last time; not one cell was changed.',
    'sample-opened': 'The sample is open. Press "Score this table".',
    'year-added':
      'The year of the file was added. Scoring and functions can use it until the pane is closed; Ctrl+Alt+F9 works formulas out again.',
  },
  fault: {
    where: 'Where',
    effect: 'Effect',
    cure: 'Cure',
    crashed: 'The pane could not be shown. The workbook was not changed.',
    reload: 'Open the pane again',
  },
  outside: {
    heading: 'Please open this inside Excel',
    text: 'This page is an Excel add-in; it does nothing in a browser alone.',
    hint: 'Where Excel is not at hand, the stand-alone page works without internet. Ask whoever distributes it.',
  },
};
