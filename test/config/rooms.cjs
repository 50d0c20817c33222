/** The rooms of src in the order in which data flows (rules/design.md#rooms): each may use those before it. */
const engine = [
  'kernel',
  'problems',
  'schemes',
  'workbook',
  'answers',
  'score',
  'rank',
  'settings',
  'years',
  'allocation',
  'outlook',
  'evaluation',
  'report',
];

/** Who speaks to a person or to Excel: they use everything, and nothing uses them. */
const hosts = ['taskpane', 'commands', 'functions', 'workbench', 'cli'];

/** The folders inside a room, in the order in which each may use those before it; modules beside them are free. */
const parts = {
  answers: ['decisions', 'municipality', 'years', 'tables', 'alignment', 'columns', 'sheets', 'national'],
  report: ['layout', 'charts', 'papers', 'sheets'],
  taskpane: ['charts', 'texts', 'mapping', 'state', 'actions', 'components'],
  workbench: ['work', 'state', 'components'],
};

module.exports = { engine, hosts, parts };
