import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const { engine, hosts } = require('../config/rooms.cjs') as Record<'engine' | 'hosts', readonly string[]>;

test('every folder of src is a room with its place in the flow, a host, or a page for people', () => {
  const folders = readdirSync(join(root, 'src'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  const known = [...engine, ...hosts, 'rules', 'decisions'];
  expect(folders.filter((name) => !known.includes(name))).toEqual([]);
});

test.each(['src/rules/README.md', 'src/rules/design.md'])(
  '%s tells of every room, in the order of the flow',
  (page) => {
    const text = readFileSync(join(root, page), 'utf8');
    const drawn = /^kernel → .*$/m.exec(text)?.[0].split(' → ') ?? [];
    expect(drawn).toEqual([...engine, 'hosts']);
    const told = [...text.matchAll(/^\| ((?:`\w+` ?)+)\|/gm)].flatMap(([, names = '']) =>
      [...names.matchAll(/`(\w+)`/g)].map(([, name]) => name),
    );
    expect(told).toEqual(expect.arrayContaining([...engine, ...hosts]));
  },
);
