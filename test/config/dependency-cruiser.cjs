const { engine: flow, hosts, parts } = require('./rooms.cjs');

const adapters = '^src/workbook/(file|officejs)/';
const anyOf = (names) => `^src/(${names.join('|')})/`;

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...flow.map((folder, place) => ({
      name: `${folder}-looks-back-only`,
      comment: `src/${folder} may use ${flow.slice(0, place).join(', ') || 'nothing of ours'}. Pass later results in as arguments instead.`,
      severity: 'error',
      from: { path: `^src/${folder}/` },
      to: { path: anyOf([...flow.slice(place + 1), ...hosts]) },
    })),
    ...Object.entries(parts).flatMap(([room, folders]) =>
      folders.slice(0, -1).map((folder, place) => ({
        name: `${room}-${folder}-looks-back-only`,
        comment: `src/${room}/${folder} may use ${folders.slice(0, place).join(', ') || 'no folder beside it'}.`,
        severity: 'error',
        from: { path: `^src/${room}/${folder}/` },
        to: { path: `^src/${room}/(${folders.slice(place + 1).join('|')})/` },
      })),
    ),
    {
      name: 'through-the-index',
      comment: 'A folder is entered by its index.ts. Export what you need there, or move the code to where it is used.',
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: {
        path: '^src/[^/]+/.+',
        pathNot: ['^src/$1/', '^src/[^/]+/index[.]ts$', '^src/workbook/(file|officejs)/index[.]ts$'],
      },
    },
    {
      name: 'adapters-by-their-index',
      comment: 'An adapter is entered by its own index.ts, and adapters do not know each other.',
      severity: 'error',
      from: { path: '^src/', pathNot: [adapters] },
      to: { path: adapters, pathNot: '/index[.]ts$' },
    },
    {
      name: 'adapters-are-for-hosts',
      comment: 'Only the entry points choose a workbook. The engine sees the port.',
      severity: 'error',
      from: { path: '^src/', pathNot: [anyOf(hosts), adapters] },
      to: { path: adapters },
    },
    {
      name: 'adapters-apart',
      comment: 'Adapters share the port, not each other.',
      severity: 'error',
      from: { path: '^src/workbook/(file|officejs)/' },
      to: { path: adapters, pathNot: '^src/workbook/$1/' },
    },
    {
      name: 'pane-without-files',
      comment: 'Inside Excel there is no file to open; keep hucre out of the add-in.',
      severity: 'error',
      from: { path: anyOf(['taskpane', 'commands', 'functions']) },
      to: { path: '^src/workbook/file/' },
    },
    {
      name: 'cli-without-excel',
      comment: 'The command line has no Excel.',
      severity: 'error',
      from: { path: '^src/cli/' },
      to: { path: '^src/workbook/officejs/' },
    },
    {
      name: 'workbench-without-excel',
      comment: 'The page without Excel opens files.',
      severity: 'error',
      from: { path: '^src/workbench/' },
      to: { path: '^src/workbook/officejs/' },
    },
    {
      name: 'grid-in-one-place',
      comment: 'The grid is large, and only the page without Excel shows sheets.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/workbench/components/SheetGrid[.]tsx$' },
      to: { path: 'node_modules/@glideapps' },
    },
    {
      name: 'engine-is-pure',
      comment:
        'No file system, network, React, hucre or Office in the engine; zod only where schemes and settings are read.',
      severity: 'error',
      from: {
        path: anyOf(flow),
        pathNot: [
          adapters,
          '^src/(schemes|settings|allocation)/',
          '^src/report/scoreFile[.]ts$',
          '^src/kernel/hash[.]ts$',
        ],
      },
      to: {
        dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-peer', 'npm-optional'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'zod-where-data-enters',
      comment:
        'A schema belongs to the folder whose data it describes: schemes, settings, the plans of allocation, the JSON of report.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/(schemes|settings|allocation)/', '^src/report/scoreFile[.]ts$'] },
      to: { path: 'node_modules/zod' },
    },
    {
      name: 'hashes-in-one-place',
      comment: 'SHA-256 is asked of the kernel.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/kernel/hash[.]ts$' },
      to: { path: 'node_modules/@noble/hashes' },
    },
    {
      name: 'hucre-in-one-place',
      comment: 'The file library is an implementation detail of one adapter.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/workbook/file/'] },
      to: { path: 'node_modules/(hucre|fflate)' },
    },
    {
      name: 'office-helpers-in-one-place',
      comment: 'The package is archived; keep it replaceable.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/taskpane/viewMemory[.]ts$' },
      to: { path: 'node_modules/@microsoft/office-js-helpers' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Split the shared part out, downwards.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      comment: 'Nothing uses this file. Use it or delete it.',
      from: { orphan: true, path: '^src/', pathNot: ['[.]d[.]ts$', '[.]json$', '[.]md$', '[.]mjs$'] },
      to: {},
    },
    {
      name: 'src-not-to-test',
      severity: 'error',
      comment: 'Production code never imports a test.',
      from: { path: '^src/' },
      to: { path: '^test/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
