import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { grammarFaults, grammarOf } from '../builders/grammar';

const root = join(__dirname, '../..');
const host = 'https://addin.example.jp/score';
const built = mkdtempSync(join(tmpdir(), 'incentive-addin-'));
let manifest = '';

/** Every value of an attribute, or of an element's text. */
const all = (pattern: RegExp): readonly string[] => [...manifest.matchAll(pattern)].map(([, value = '']) => value);
const fileOf = (url: string): string => join(built, url.slice(host.length + 1));
interface Metadata {
  readonly functions: readonly {
    readonly id: string;
    readonly name: string;
    readonly description: string;
    readonly helpUrl?: string;
    readonly parameters: readonly { readonly name: string; readonly description: string }[];
  }[];
}
/** A file whose name bears a hash of its content. */
const hashed = (start: string, end: string): string => {
  const [name, ...others] = readdirSync(built).filter((one) => one.startsWith(start) && one.endsWith(end));
  expect([name, others]).toEqual([expect.stringMatching(/\.[0-9a-f]{20}\.[a-z]+$/), []]);
  return name ?? '';
};
const json = (name: string): Metadata => {
  const metadata: Metadata = JSON.parse(readFileSync(join(built, name), 'utf8'));
  return metadata;
};

beforeAll(() => {
  const webpack = join(root, 'node_modules/webpack/bin/webpack.js');
  execFileSync(process.execPath, [webpack, '--env', 'web', '--env', `baseUrl=${host}/`, '--output-path', built], {
    cwd: root,
    stdio: 'pipe',
  });
  manifest = readFileSync(join(built, 'manifest.xml'), 'utf8');
});
afterAll(() => {
  rmSync(built, { recursive: true });
});

test('office-addin-manifest reads it', () => {
  // In a process of its own: jest cannot load the ES modules it needs.
  const read = `import('office-addin-manifest').then(({ default: { OfficeAddinManifest } }) => OfficeAddinManifest.readManifestFile(process.argv[1])).then((info) => console.log(JSON.stringify(info)))`;
  const info = execFileSync(process.execPath, ['-e', read, join(built, 'manifest.xml')], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(JSON.parse(info)).toMatchObject({
    id: '6bc27253-339f-4999-82ea-24af6678bca5',
    defaultLocale: 'ja-JP',
    hosts: ['Workbook'],
    officeAppType: 'TaskPaneApp',
    permissions: 'ReadWriteDocument',
    version: `${JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version}.0`,
  });
});

test('every address is https, of the host it was built for, and a file that was built', () => {
  const urls = all(/(?:DefaultValue|Value)="(https?:[^"]*)"/g);
  expect(urls.length).toBeGreaterThan(15);
  expect(manifest).not.toMatch(/localhost|http:\/\/(?!schemas\.microsoft\.com|www\.w3\.org)/);
  for (const url of urls) expect([url, url.startsWith(`${host}/`) && existsSync(fileOf(url))]).toEqual([url, true]);
});

test('manifest.xml and functions.json change with the version only', () => {
  const sum = createHash('sha256');
  for (const name of ['manifest.xml', 'functions.json', 'functions-en.json'])
    sum.update(readFileSync(join(built, name)));
  const { version }: { version: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const recorded: Readonly<Record<string, string>> = JSON.parse(readFileSync(join(__dirname, 'versions.json'), 'utf8'));
  // Excel keeps both and looks at them again for a higher version only. They have changed: raise the version in package.json,
  // then add it with this sum as the last line of versions.json.
  expect({ [version]: sum.digest('hex') }).toEqual({ [version]: recorded[version] });
  expect(Object.keys(recorded).at(-1)).toBe(version);
});

test('every resid is declared, used, unique and at most 32 characters', () => {
  const declared = all(/<bt:(?:Image|Url|String) id="([^"]*)"/g);
  const used = new Set(all(/resid="([^"]*)"/g));
  expect([...used].sort()).toEqual([...declared].sort());
  expect(declared.filter((id) => id.length > 32)).toEqual([]);
});

test('icons are as large as the manifest says, and there in every size for every button', () => {
  const url = new Map(
    [...manifest.matchAll(/<bt:Image id="([^"]*)" DefaultValue="([^"]*)"/g)].map(([, id = '', at = '']) => [id, at]),
  );
  const sizeOf = (file: string): readonly number[] => [16, 20].map((at) => readFileSync(file).readUInt32BE(at));
  const images = [...manifest.matchAll(/<bt:Image size="(\d+)" resid="([^"]*)"/g)];
  for (const [, size, resid = ''] of images)
    expect(sizeOf(fileOf(url.get(resid)!))).toEqual([Number(size), Number(size)]);
  for (const icon of manifest.match(/<Icon>[^]*?<\/Icon>/g) ?? []) {
    const sizes = [...icon.matchAll(/size="(\d+)"/g)].map(([, size]) => Number(size));
    expect(sizes).toEqual([16, 20, 24, 32, 40, 48, 64, 80]);
  }
  expect(all(/<IconUrl DefaultValue="([^"]*)"/g).map((at) => sizeOf(fileOf(at)))).toEqual([[32, 32]]);
  expect(all(/<HighResolutionIconUrl DefaultValue="([^"]*)"/g).map((at) => sizeOf(fileOf(at)))).toEqual([[64, 64]]);
});

test('one shared runtime: runtime, function file, functions page and pane are the same page, for ever', () => {
  expect(manifest).toMatch(/<Runtime resid="Taskpane\.Url" lifetime="long" ?\/>/);
  expect(manifest).toMatch(/<FunctionFile resid="Taskpane\.Url" ?\/>/);
  expect(manifest).toMatch(/<Page>\s*<SourceLocation resid="Taskpane\.Url" ?\/>/);
  expect(all(/<Set Name="([^"]*)" MinVersion/g)).toEqual(['ExcelApi', 'SharedRuntime']);
  expect(all(/MinVersion="([^"]*)" ?\//g)).toEqual(['1.15', '1.1']);
});

test('the script registers exactly the functions of functions.json, in both languages, and the ribbon’s commands', () => {
  const script = readFileSync(join(built, hashed('addin.', '.js')), 'utf8');
  const ribbon = readFileSync(join(built, hashed('ribbon.', '.js')), 'utf8');
  const [japanese, english] = [json('functions.json'), json('functions-en.json')];
  const registered = [...script.matchAll(/CustomFunctions\.associate\("([A-Z]+)"/g)].map(([, id]) => id);
  expect(japanese.functions.map(({ id }) => id)).toEqual(registered);
  expect(english.functions.map(({ id }) => id)).toEqual(registered);
  const page = readFileSync(join(built, 'functions.html'), 'utf8');
  for (const [one, words] of [[japanese, /[ぁ-んァ-ヶ一-龠]/], [english, /^[^ぁ-んァ-ヶ一-龠]*$/]] as const) {
    // Beside a second flag, Excel 2021 crashes (rules/excel.md#custom-functions).
    expect({ ...one, functions: [] }).toEqual({ allowErrorForDataTypeAny: true, functions: [] });
    for (const { id, description, helpUrl, parameters } of one.functions) {
      expect(description.replaceAll('試算', '')).toMatch(words);
      for (const { name } of parameters) expect(name).toMatch(words);
      expect(helpUrl).toBe(`${host}/functions.html#${id}`);
      expect(page).toMatch(new RegExp(`<section id="?${id}"?>`));
    }
  } // prettier-ignore
  for (const command of all(/<FunctionName>([^<]*)</g)) expect(ribbon).toContain(`"${command}"`);
});

test('the address of the functions’ script stays and leads to the bundle', () => {
  expect(all(/id="Functions\.Script\.Url" DefaultValue="([^"]*)"/g)).toEqual([`${host}/functions.js`]);
  expect(readFileSync(join(built, 'functions.js'), 'utf8')).toContain(hashed('addin.', '.js'));
});

test('texts keep within the lengths Office allows', () => {
  const within = (pattern: RegExp, most: number): void => {
    const texts = all(pattern);
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.filter((text) => text.length > most)).toEqual([]);
  };
  const block = (name: string): RegExpExecArray => new RegExp(`<bt:${name}>[^]*</bt:${name}>`).exec(manifest)!;
  const values = (text: string): readonly string[] =>
    [...text.matchAll(/Value="([^"]*)"/g)].map(([, value = '']) => value);
  within(/<DisplayName DefaultValue="([^"]*)"/g, 125);
  within(/<Description DefaultValue="([^"]*)"/g, 250);
  expect(values(block('ShortStrings')[0]).filter((text) => text.length > 125)).toEqual([]);
  expect(values(block('LongStrings')[0]).filter((text) => text.length > 250)).toEqual([]);
});

test('the page: Microsoft’s script unchanged and first, our script after it, the CSP of decision 8, nothing inline', () => {
  const page = readFileSync(join(built, 'taskpane.html'), 'utf8');
  const scripts = [...page.matchAll(/<script ([^>]*)><\/script>/g)].map(([, attributes = '']) =>
    attributes.replaceAll('"', ''),
  );
  // webpack drops quotes that HTML does not need. A deferred script runs after all others, wherever it stands.
  expect(scripts.sort()).toEqual([
    `defer src=${hashed('addin.', '.js')}`,
    'src=https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
    `src=${hashed('ribbon.', '.js')}`,
  ]);
  expect(page.match(/<script/g)).toHaveLength(3);
  expect(page.indexOf('ribbon.')).toBeGreaterThan(page.indexOf('office.js'));
  expect(page).toContain(`<link rel=stylesheet href=${hashed('taskpane.', '.css')}>`);
  expect(page).toContain(
    "default-src 'none'; script-src 'self' https://appsforoffice.microsoft.com; style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; img-src 'self' data:; connect-src 'self'; worker-src 'self'",
  );
  expect(page).not.toMatch(/<style|\son[a-z]+=|style=/);
});

test('the manifest for a recording: another add-in by its id, the same page with ?record, no functions', () => {
  const record = readFileSync(join(built, 'manifest-record.xml'), 'utf8');
  expect(grammarFaults(grammarOf('manifest.grammar'), record)).toEqual([]);
  const idOf = (text: string): string | undefined => /<Id>([^<]*)</.exec(text)?.[1];
  expect(idOf(record)).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  expect(idOf(record)).not.toBe(idOf(manifest));
  const pages = (text: string): readonly string[] => text.match(/taskpane\.html[^"]*/g) ?? [];
  expect(new Set(pages(record))).toEqual(new Set(['taskpane.html?record']));
  expect(pages(record)).toHaveLength(pages(manifest).length);
  expect(record).not.toMatch(/Functions\.|CustomFunctions/);
  expect(record).toContain('（記録用）');
  const tabs = [manifest, record].map((text) => /id="Tab.Label" DefaultValue="([^"]*)"/.exec(text)?.[1]);
  expect(new Set(tabs).size).toBe(2);
});

test('what records is loaded with ?record only', () => {
  const first = [hashed('addin.', '.js'), hashed('ribbon.', '.js')].map((name) =>
    readFileSync(join(built, name), 'utf8'),
  );
  expect(first.filter((script) => script.includes('executeRichApiRequestAsync'))).toEqual([]);
  const later = readdirSync(built).filter((name) => /^\d+\..*\.js$/.test(name));
  expect(
    later.filter((name) => readFileSync(join(built, name), 'utf8').includes('executeRichApiRequestAsync')),
  ).toHaveLength(1);
});

test('a base address that is not https is refused', () => {
  const run = (...args: readonly string[]): number | null =>
    spawnSync(process.execPath, [join(root, 'src/cli/launch.mjs'), 'build', ...args], { stdio: 'pipe' }).status;
  expect([
    run('--base-url', 'http://x.jp'),
    run('--base-url'),
    run('https://x.jp'),
    run('--other', 'https://x.jp'),
  ]).toEqual([2, 2, 2, 2]);
});

test('it is built as Office asks: order, numbers, lengths and values of every element', () => {
  const grammar = grammarOf('manifest.grammar');
  expect(grammarFaults(grammar, manifest)).toEqual([]);
  const broken = [
    manifest.replace('lifetime="long"', 'lifetime="forever"'),
    manifest.replace('xsi:type="ShowTaskpane"', 'xsi:type="ShowDialog"'),
    manifest.replace(/(<Runtimes>[^]*<\/Runtimes>)([^]*<\/AllFormFactors>)/, '$2$1'),
    manifest.replace(/<DefaultLocale>.*<\/DefaultLocale>/, ''),
  ];
  for (const each of broken)
    expect([each === manifest, grammarFaults(grammar, each).length > 0]).toEqual([false, true]);
});
