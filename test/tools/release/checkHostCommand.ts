import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Terminal } from '../../../src/cli/terminal';
import { opened } from './archive';
import { archivePath } from './releaseCommand';
import { sha256Of, type ListedFile } from './releaseFiles';

const usage = [
  '使い方: npm run check-host -- https://addin.example.lg.jp [--archive incentive-score-0.1.0.zip]',
  'usage: the address the add-in is served from; the archive is the one npm run release wrote last',
];

/** How a file is fetched; tests give their own. */
export type Fetch = (url: string) => Promise<Response>;

/**
 * Fetches every file of a release from a server and compares sum, type and headers, one line each. Resolves to the exit code:
 * 0 all as listed, 1 something differs, 2 nothing could be compared.
 */
export const checkHostCommand = async (
  projectFolder: string,
  words: readonly string[],
  terminal: Terminal,
  get: Fetch = (url) => fetch(url, { redirect: 'manual' }),
): Promise<number> => {
  const [address = '', option, archive, ...others] = words;
  const wrongOption = option === undefined ? archive !== undefined : option !== '--archive' || archive === undefined;
  if (!/^https:\/\/[^?#\s]+$/.test(address) || wrongOption || others.length > 0) {
    for (const line of usage) terminal.warn(line);
    return 2;
  }
  const { version }: { version: string } = JSON.parse(await readFile(join(projectFolder, 'package.json'), 'utf8'));
  const path =
    archive === undefined ? archivePath(projectFolder, version) : resolve(process.env['INIT_CWD'] ?? '.', archive);
  const bytes = await readFile(path).catch(() => undefined);
  if (bytes === undefined) {
    terminal.warn(
      `${path} がありません。先に npm run release で作るか、--archive で指定してください。/ No such archive.`,
    );
    return 2;
  }
  let wrong = 0;
  const { list } = opened(bytes);
  for (const file of list.files) {
    const faults = await faultsOf(file, `${address.replace(/\/$/, '')}/${file.path}`, get);
    if (faults.length > 0) wrong += 1;
    terminal.print(faults.length === 0 ? `OK  ${file.path}` : `NG  ${file.path}  ${faults.join('、')}`);
  }
  terminal.print(
    wrong === 0
      ? `${list.files.length} ファイルすべて、${list.version} のとおりです。/ All files are as released.`
      : `${list.files.length} ファイルのうち ${wrong} ファイルが ${list.version} と違います。/ Files differ from the release.`,
  );
  return wrong === 0 ? 0 : 1;
};

const faultsOf = async (file: ListedFile, url: string, get: Fetch): Promise<readonly string[]> => {
  try {
    const response = await get(url);
    if (response.status !== 200) return [`状態 ${response.status}（正しくは 200）`];
    const sum = sha256Of(new Uint8Array(await response.arrayBuffer()));
    return [
      ...(sum === file.sha256 ? [] : [`SHA-256 ${sum}（正しくは ${file.sha256}）`]),
      ...Object.entries(file.headers).flatMap(([name, wanted]) => {
        const found = response.headers.get(name);
        return found !== null && sameHeader(found, wanted) ? [] : [`${name}: ${found ?? 'なし'}（正しくは ${wanted}）`];
      }),
    ];
  } catch (cause) {
    const reason = cause instanceof Error && cause.cause instanceof Error ? cause.cause.message : String(cause);
    return [`つながりません：${reason}`];
  }
};

/** Letter case and spaces say nothing in the headers we ask for. */
const sameHeader = (one: string, other: string): boolean =>
  one.toLowerCase().replace(/\s+/g, '') === other.toLowerCase().replace(/\s+/g, '');
