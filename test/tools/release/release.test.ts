import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { get } from 'node:https';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import type { Terminal } from '../../../src/cli/terminal';
import { serveFolder } from '../../host/web/serveFolder';
import { describeWith } from '../../builders/withProgram';
import { headersFor, type Headers } from '../hosting/headers';
import { opened, packed } from './archive';
import { checkHostCommand } from './checkHostCommand';
import { releaseOptions } from './releaseCommand';
import { releaseFiles, sha256Of, type ReleaseParts } from './releaseFiles';
import { sbomOf } from './sbom';

const root = join(__dirname, '../../..');
const asset = (name: string): string => readFileSync(join(root, 'assets/release', name), 'utf8');
const site = new Map(
  Object.entries({
    'taskpane.html': '<!doctype html>',
    'addin.0123456789abcdef0123.js': 'void 0',
    'taskpane.fedcba98765432100000.css': 'p{}',
    'functions.js': 'void 0',
    'functions.json': '{}',
    'functions-en.json': '{}',
    'icons/score-16.png': 'png',
    'manifest.xml': '<OfficeApp/>',
    'licences.txt': 'MIT',
  }).map(([path, text]): [string, Uint8Array] => [path, Buffer.from(text)]),
);
const parts: ReleaseParts = {
  version: '0.1.0',
  baseUrl: 'https://addin.example.lg.jp/score',
  frameAncestors: ['https://portal.example.lg.jp'],
  site,
  alone: new Map([['incentive-cli.mjs', Buffer.from('void 0')]]),
  installPage: asset('install.html'),
  trustedCatalog: asset('trusted-catalog.reg'),
  sbom: '{}\n',
};
const files = releaseFiles(parts);
const textOf = (path: string): string => Buffer.from(files.get(path)!).toString('utf8');
const expected = new Map([...site.keys()].map((path) => [path, headersFor(path, parts.frameAncestors)]));

describe('the headers', () => {
  test.each([
    ['taskpane.html', 'text/html; charset=utf-8', 'no-cache', undefined],
    [
      'addin.0123456789abcdef0123.js',
      'text/javascript; charset=utf-8',
      'public, max-age=31536000, immutable',
      undefined,
    ],
    ['functions.js', 'text/javascript; charset=utf-8', 'no-cache', undefined],
    ['functions.json', 'application/json; charset=utf-8', 'no-cache', '*'],
    ['functions-en.json', 'application/json; charset=utf-8', 'no-cache', '*'],
    ['icons/score-16.png', 'image/png', 'no-cache', '*'],
    ['manifest.xml', 'application/xml; charset=utf-8', 'no-cache', undefined],
    ['page.css', 'text/css; charset=utf-8', 'no-cache', undefined],
  ])('of %s', (path, type, cache, cors) => {
    const { 'Content-Security-Policy': csp = '', ...headers } = headersFor(path, ['https://portal.example.lg.jp']);
    expect(headers).toEqual({
      'Content-Type': type,
      'Cache-Control': cache,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      ...(cors !== undefined && { 'Access-Control-Allow-Origin': cors }),
    });
    const frames = csp.split(' ');
    expect(frames).toEqual(
      expect.arrayContaining([
        'frame-ancestors',
        "'self'",
        'https://*.officeapps.live.com',
        'https://teams.microsoft.com',
        'https://*.microsoft365.com',
        'https://onedrive.live.com',
        'https://*.office.net',
        'https://portal.example.lg.jp',
      ]),
    );
  });

  test('of a kind nobody named are not guessed', () => {
    expect(() => headersFor('a.woff2')).toThrow('a.woff2');
  });
});

test('the same files give the same bytes, in whatever order they were read', () => {
  const again = releaseFiles({ ...parts, site: new Map([...site].reverse()) });
  expect(Buffer.from(packed(files)).equals(packed(again))).toBe(true);
  const other = releaseFiles({ ...parts, site: new Map([...site, ['functions.js', Buffer.from('void 1')]]) });
  expect(Buffer.from(packed(files)).equals(packed(other))).toBe(false);
});

test('SHA256SUMS names every other file with its sum', () => {
  const lines = textOf('SHA256SUMS').trimEnd().split('\n');
  const others = [...files].filter(([path]) => path !== 'SHA256SUMS');
  expect(lines).toEqual(others.map(([path, bytes]) => `${sha256Of(bytes)}  ${path}`));
});

test('what web.config makes IIS send is what the list of the release asks for', () => {
  const config = new JSDOM(textOf('site/web.config'), { contentType: 'text/xml' }).window.document;
  const attribute = (element: Element, name: string): string => element.getAttribute(name) ?? '';
  const apply = (headers: Record<string, string>, scope: Element): Record<string, string> => {
    const result = new Map(Object.entries(headers));
    for (const step of scope.querySelectorAll('customHeaders > *')) {
      const name = attribute(step, 'name');
      if (step.tagName === 'remove') result.delete(name);
      // IIS refuses a header that is added twice.
      else expect([name, result.has(name)]).toEqual([name, false]);
      if (step.tagName === 'add') result.set(name, attribute(step, 'value'));
    }
    return Object.fromEntries(result);
  };
  const [general] = config.querySelectorAll('configuration > *');
  const types = new Map(
    [...config.querySelectorAll('mimeMap')].map((one) => [attribute(one, 'fileExtension'), attribute(one, 'mimeType')]),
  );
  const sent = new Map<string, Headers>(
    [...site.keys()].map((path) => {
      const place = [...config.querySelectorAll('location')].find((one) => one.getAttribute('path') === path);
      const common = apply({}, general!);
      const type = types.get(/\.[a-z]+$/.exec(path)?.[0] ?? '') ?? '';
      return [path, { ...(place === undefined ? common : apply(common, place)), 'Content-Type': type }];
    }),
  );
  expect(sent).toEqual(expected);
});

test('what nginx.conf makes nginx send is what the list of the release asks for', () => {
  const config = textOf('nginx.conf');
  const maps = [...config.matchAll(/^map \$uri (\$\w+) \{\n {2}default "(.*)";\n((?: {2}.*\n)*)\}/gm)].map(
    ([, variable = '', usual = '', others = '']) => {
      const entries = [...others.matchAll(/^ {2}"~(.*)" "(.*)";$/gm)];
      return [
        variable,
        (uri: string) => entries.find(([, pattern = '']) => new RegExp(pattern).test(uri))?.[2] ?? usual,
      ] as const;
    },
  );
  const types = new Map([...config.matchAll(/^ {6}"(.*)" (\w+);$/gm)].map(([, type = '', end = '']) => [end, type]));
  const added = [...config.matchAll(/^ {4}add_header (\S+) (\$\w+) always;$/gm)];
  const sent = new Map<string, Headers>(
    [...site.keys()].map((path) => {
      const headers = added.flatMap(([, name = '', variable]) => {
        const value = maps.find(([one]) => one === variable)?.[1](`/score/${path}`) ?? '?';
        return value === '' ? [] : [[name, value] as const];
      });
      return [path, { ...Object.fromEntries(headers), 'Content-Type': types.get(path.split('.').at(-1) ?? '') ?? '' }];
    }),
  );
  expect(sent).toEqual(expected);
  expect(config).toContain('location /score/ {');
});

test('the page for the IT section says what it has to, for this address', () => {
  const page = new JSDOM(textOf('install.html')).window.document.body.textContent.replace(/\s+/g, '');
  for (const word of [
    'https://addin.example.lg.jp/score',
    'appsforoffice.microsoft.com',
    'WebView2',
    'ブックの中身は外へ何も送りません',
    '統合アプリ',
    '信頼できるカタログ',
    'trusted-catalog.reg',
    '閉域網',
    'closed-network/incentive.html',
    'closed-network/incentive-cli.mjs',
    'dist/workbench/',
    '元に戻す',
    'SHA256SUMS',
    '--frame-ancestors',
  ])
    expect(page).toContain(word);
  expect(page).not.toMatch(/\{\w+\}/);
});

test('the registry file is one of Windows, with the share to be filled in and nothing else', () => {
  const text = textOf('trusted-catalog.reg');
  expect(text.startsWith('Windows Registry Editor Version 5.00\r\n')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  const [, key, id] = /\\(\{[0-9A-F-]{36}\})\]\r\n"Id"="(\{[0-9A-F-]{36}\})"\r\n/.exec(text) ?? [];
  expect(key).toBe(id);
  expect(text).toContain('"Url"="\\\\\\\\SERVER\\\\SHARE"\r\n"Flags"=dword:00000001\r\n');
});

test('options that cannot be meant so are refused', () => {
  const url = ['--base-url', 'https://a.lg.jp/x/'];
  expect(releaseOptions(url)).toEqual({ baseUrl: 'https://a.lg.jp/x', frameAncestors: [] });
  expect(releaseOptions([...url, '--frame-ancestors', 'https://*.b.jp https://c.jp:8443'])?.frameAncestors).toEqual([
    'https://*.b.jp',
    'https://c.jp:8443',
  ]);
  for (const words of [
    [],
    ['--base-url'],
    ['--base-url', 'http://a.jp'],
    ['--base-url', 'https://a.jp/?x'],
    ['--base-url', 'https://a.jp', '--base-url', 'https://b.jp'],
    [...url, '--other', 'x'],
    [...url, '--frame-ancestors', "https://b.jp; script-src 'unsafe-inline'"],
    [...url, '--frame-ancestors', '*'],
    [...url, '--frame-ancestors', 'http://b.jp'],
  ])
    expect([words, releaseOptions(words)]).toEqual([words, undefined]);
});

test('the bill of materials names what is in the scripts, and nothing of the hour or the folder', () => {
  const npm = JSON.stringify({
    bomFormat: 'CycloneDX',
    serialNumber: 'urn:uuid:1',
    metadata: { timestamp: 'now', tools: [{ version: '11' }], component: { 'bom-ref': 'x@1', name: 'folder' } },
    components: [{ 'bom-ref': 'react@18' }, { 'bom-ref': 'jest@30' }],
    dependencies: [{ ref: 'x@1', dependsOn: ['react@18', 'jest@30'] }, { ref: 'jest@30' }, { ref: 'react@18' }],
  });
  expect(JSON.parse(sbomOf(npm, 'incentive-score', ['react@18']))).toEqual({
    bomFormat: 'CycloneDX',
    metadata: { component: { 'bom-ref': 'x@1', name: 'incentive-score' } },
    components: [{ 'bom-ref': 'react@18' }],
    dependencies: [
      { ref: 'x@1', dependsOn: ['react@18'] },
      { ref: 'react@18', dependsOn: [] },
    ],
  });
  expect(() => sbomOf(npm, 'x', ['left-pad@1'])).toThrow('left-pad@1');
});

/** Fetches from this computer whatever its certificate, which was made for this run. */
const unasked = (url: string): Promise<Response> =>
  new Promise((resolve, reject) => {
    get(url, { rejectUnauthorized: false, agent: false }, (answer) => {
      const body: Buffer[] = [];
      answer.on('data', (part: Buffer) => body.push(part));
      answer.on('end', () => {
        const headers = Object.entries(answer.headers).map(([name, value]): [string, string] => [name, String(value)]);
        resolve(new Response(Buffer.concat(body), { status: answer.statusCode ?? 0, headers }));
      });
    }).on('error', reject);
  });

describeWith('openssl')('check-host over a running server', () => {
  const archive = join(__dirname, '__output__/release.zip');
  const said: string[] = [];
  const terminal: Terminal = {
    language: 'ja',
    print: (text) => said.push(text),
    warn: (text) => said.push(text),
    progress: () => undefined,
  };
  const check = async (served: ReadonlyMap<string, Uint8Array>, headersOf?: (path: string) => Headers) => {
    said.length = 0;
    const server = await serveFolder(served, headersOf ?? ((path) => headersFor(path, parts.frameAncestors)));
    const code = await checkHostCommand(root, [server.url, '--archive', archive], terminal, unasked);
    await server.close();
    return { code, wrong: said.filter((line) => line.startsWith('NG')) };
  };
  beforeAll(() => {
    mkdirSync(join(__dirname, '__output__'), { recursive: true });
    writeFileSync(archive, packed(files));
  });

  test('all as released: one line for each file, and 0', async () => {
    expect(await check(site)).toEqual({ code: 0, wrong: [] });
    expect(said.filter((line) => line.startsWith('OK'))).toHaveLength(site.size);
  });

  test('a changed, a missing and a wrongly named file, and a header left out, are named; 1', async () => {
    const served = new Map([...site, ['manifest.xml', Buffer.from('<old/>')] as const]);
    served.delete('functions.js');
    const { code, wrong } = await check(served, (path) => {
      const headers = Object.entries(headersFor(path, parts.frameAncestors));
      const type = path.endsWith('.css') ? { 'Content-Type': 'application/octet-stream' } : {};
      return { ...Object.fromEntries(headers.filter(([name]) => !name.startsWith('Access-Control'))), ...type };
    });
    expect(code).toBe(1);
    expect(wrong.map((line) => line.replace(/[0-9a-f]{64}/g, '#'))).toEqual([
      'NG  functions-en.json  Access-Control-Allow-Origin: なし（正しくは *）',
      'NG  functions.js  状態 404（正しくは 200）',
      'NG  functions.json  Access-Control-Allow-Origin: なし（正しくは *）',
      'NG  icons/score-16.png  Access-Control-Allow-Origin: なし（正しくは *）',
      'NG  manifest.xml  SHA-256 #（正しくは #）',
      'NG  taskpane.fedcba98765432100000.css  Content-Type: application/octet-stream（正しくは text/css; charset=utf-8）',
    ]);
  });

  test('nobody at the address, and a wrong address', async () => {
    expect(await checkHostCommand(root, ['https://localhost:9', '--archive', archive], terminal)).toBe(1);
    for (const words of [
      [],
      ['http://x.jp'],
      ['https://x.jp', '--archive'],
      ['https://x.jp', '--archive', '/none.zip'],
    ])
      expect([words, await checkHostCommand(root, words, terminal)]).toEqual([words, 2]);
    expect(opened(packed(files)).list.files).toHaveLength(site.size);
  });
});
