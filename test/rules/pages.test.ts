import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';

const manual = join(__dirname, '../../assets/manual');
const names = ['help', 'functions', 'trouble', 'record'];
const pageOf = (name: string): Document =>
  new JSDOM(readFileSync(join(manual, `${name}.html`), 'utf8')).window.document;
const wordsOf = (name: string): string => pageOf(name).body.textContent.replace(/\s+/g, '');

test.each(names)('%s.html leads only to what comes with the add-in, and to places that are there', (name) => {
  for (const link of pageOf(name).querySelectorAll('a')) {
    const [file = '', place] = (link.getAttribute('href') ?? '').split('#');
    const target = pageOf(file === '' ? name : file.replace('.html', ''));
    expect([file, place === undefined || target.getElementById(place) !== null]).toEqual([file, true]);
  }
});

test.each(names)('%s.html runs nothing, loads nothing from elsewhere, and speaks both languages', (name) => {
  const page = pageOf(name);
  expect(page.documentElement.lang).toBe('ja');
  expect(page.querySelector('meta[http-equiv]')?.getAttribute('content')).toBe(
    "default-src 'none'; style-src 'self'; img-src 'self'",
  );
  expect([...page.querySelectorAll('script, style, [style], [onclick]')]).toEqual([]);
  expect(existsSync(join(manual, page.querySelector('link[rel=stylesheet]')?.getAttribute('href') ?? ''))).toBe(true);
  expect(page.querySelector('[lang=en]')?.textContent).toMatch(/^[^ぁ-んァ-ヶ一-龠]+$/);
  expect([...page.querySelectorAll('h1')].length).toBe(1);
});

test.each([
  ['.xls', ['互換モード', '（.xls）', '名前を付けて保存', 'Excelブック（.xlsx）']],
  ['view-only', ['表示専用', '閲覧のみ', '読み取り専用', '［編集］', 'コピーの保存']],
  ['Protected View', ['保護ビュー', '［編集を有効にする］']],
  ['a mail attachment', ['メールの添付', 'フォルダーへ保存してから']],
  ['a book without the add-in', ['#NAME?', '［値］で貼り付け']],
  ['a white pane', ['パネルが白い', '幅を広げて', '［採点パネル］でもう一度']],
  ['the cache', ['キャッシュを消す', '%LOCALAPPDATA%\\Microsoft\\Office\\16.0\\Wef\\']],
  ['an old Excel', ['Excel2021・2019・2016', 'LTSC2024']],
])('動かないとき says what to do with %s', (_, words) => {
  const page = wordsOf('trouble');
  for (const word of words) expect(page).toContain(word);
});

test('the page for a recording: seven steps, what to send, what is in it', () => {
  expect([...pageOf('record').querySelectorAll('#steps > ol > li')]).toHaveLength(7);
  const page = wordsOf('record');
  for (const words of ['10分', 'manifest-record.xml', 'セルの数値', '送り先', '置き換えます'])
    expect(page).toContain(words);
  expect(pageOf('trouble').querySelector('a[href="record.html"]')).not.toBeNull();
});

test('動かないとき is linked from help, README, manual and the page that waits for Excel', () => {
  const at = (path: string): string => readFileSync(join(__dirname, '../..', path), 'utf8');
  expect(at('assets/manual/help.html')).toContain('href="trouble.html"');
  expect(at('src/taskpane/taskpane.html')).toContain('href="trouble.html"');
  expect(at('README.md')).toContain('(assets/manual/trouble.html)');
  expect(at('assets/manual/manual.md')).toContain('(trouble.html)');
});
