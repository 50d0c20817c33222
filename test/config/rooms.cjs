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
  'evaluation',
  'report',
];

/** Who speaks to a person or to Excel: they use everything, and nothing uses them. */
const hosts = ['taskpane', 'commands', 'functions', 'cli'];

module.exports = { engine, hosts };
