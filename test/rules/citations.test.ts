import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { anchorsOf, citationFaults, handWritten } from './citations';

const root = join(__dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
/** What is looked at here would be found in this folder itself, where the faults are made on purpose. */
const files = handWritten(root, ['src', 'test', 'assets', 'webpack.config.js', 'README.md', 'CHANGELOG.md']).filter(
  (path) => !path.startsWith('test/rules/citations'),
);

test('every citation leads to a page and an anchor of the repository', () => {
  expect(files.length).toBeGreaterThan(300);
  expect(files.flatMap((path) => citationFaults(root, path, read(path)))).toEqual([]);
});

describe('a citation', () => {
  const why = (text: string, path = 'src/a.ts'): readonly string[] =>
    citationFaults(root, path, text).map((fault) => fault.why);

  test.each([
    '(rules/grants.md#best-of-alternatives)',
    'src/rules/grants.md#own-total',
    'rules/bad-inputs.md#b041, #b042',
    'rules/bad-inputs.md#b040–#b053',
    'rules/excel.md',
    'decisions/file-limits.md',
  ])('%s is found', (text) => {
    expect(why(text)).toEqual([]);
  });

  test.each([
    ['rules/grant.md', 'no such page'],
    ['rules/grants.md#best-of-alternative', 'no such anchor'],
    ['rules/bad-inputs.md#b127–#b999', 'no such anchor'],
    ['decisions/file-limit.md', 'no such page'],
  ])('%s is found missing: %s', (text, reason) => {
    expect(why(text)).toEqual([reason]);
  });

  test.each([
    'domain §0.5',
    'ux-reliability §7 row 12',
    'ux §2.7',
    'design §6',
    'officejs-host.md B.2',
    'style §2.3',
    'docs: NFKC',
    'issue 3',
    '../shared',
  ])('%s leads out of the repository', (text) => {
    expect(why(`// as ${text} has it`)).toEqual(['cites no page of the repository']);
  });

  test.each([
    ['[a](design.md#layouts)', []],
    ['[a](#structure)', []],
    ['[a](../decisions/file-limits.md) and [b](https://example.org/x.md#y)', []],
    ['[a](desing.md)', ['no such file']],
    ['[a](#no-such)', ['no such anchor']],
    ['[a](../../test/rules/none.test.ts)', ['no such file']],
  ])('the link %s of a page: %j', (text, reasons) => {
    expect(why(text, 'src/rules/grants.md')).toEqual(reasons);
  });
});

test('anchors are those GitHub makes of headings, and those a page names itself', () => {
  const page =
    '# Best of alternatives\n## 1,741 `rows`, a [link](x.md)\n## A\n## A\n```\n# none\n```\n| <a id="b001"></a>B001 |\n';
  expect([...anchorsOf(page)]).toEqual(['best-of-alternatives', '1741-rows-a-link', 'a', 'a-1', 'b001']);
});

test('the bad inputs stand in order, each with what must come out', () => {
  const rows = [
    ...read('src/rules/bad-inputs.md').matchAll(/^\| <a id="b(\d{3})"><\/a>B(\d{3}) \| (.+) \| (.+) \| (.+) \|$/gm),
  ];
  expect(rows.map(([, id, name]) => [Number(id), Number(name)])).toEqual(
    Array.from({ length: 135 }, (_, at) => [at + 1, at + 1]),
  );
});

test('every override and every version told to be held is the one of package.json, with its reason', () => {
  const { dependencies, devDependencies, overrides } = JSON.parse(read('package.json')) as Record<
    'dependencies' | 'devDependencies' | 'overrides',
    Record<string, string>
  >;
  const table = /^## Versions$[\s\S]*?(?=^## )/m.exec(read('src/rules/README.md'))?.[0] ?? '';
  const rows = [...table.matchAll(/^\| (`.+) \| ([\d.]+) \| (.+) \|$/gm)].flatMap(([, names = '', version, why]) =>
    [...names.matchAll(/`([^`]+)`/g)].map(([, name = '']) => ({ name, version, why })),
  );
  const versions = { ...dependencies, ...devDependencies, ...overrides };
  expect(rows.map(({ name, version }) => [name, version])).toEqual(rows.map(({ name }) => [name, versions[name]]));
  expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(overrides)));
});
