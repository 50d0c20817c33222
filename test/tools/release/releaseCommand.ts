import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { Terminal } from '../../../src/cli/terminal';
import { packed } from './archive';
import { releaseFiles, sha256Of } from './releaseFiles';
import { npmSbom, sbomOf } from './sbom';

const usage = [
  '使い方: npm run release -- --base-url https://addin.example.lg.jp [--frame-ancestors "https://a.example https://b.example"]',
  'usage: --base-url, an https address; --frame-ancestors, hosts beside Microsoft’s that show Excel in a frame',
];

interface ReleaseOptions {
  readonly baseUrl: string;
  readonly frameAncestors: readonly string[];
}

/** A host, or all below a domain: nothing that could end the directive and begin another. */
const frameSource = /^https:\/\/(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d+)?$/;

/** The options, or undefined when they cannot be meant so. */
export const releaseOptions = (words: readonly string[]): ReleaseOptions | undefined => {
  const given = new Map<string, string>();
  for (let at = 0; at < words.length; at += 2) {
    const [name = '', value] = words.slice(at, at + 2);
    if (value === undefined || given.has(name) || !['--base-url', '--frame-ancestors'].includes(name)) return undefined;
    given.set(name, value);
  }
  const baseUrl = (given.get('--base-url') ?? '').replace(/\/$/, '');
  const frameAncestors = (given.get('--frame-ancestors') ?? '').split(/\s+/).filter((word) => word !== '');
  const good = /^https:\/\/[^?#\s"]+$/.test(baseUrl) && frameAncestors.every((word) => frameSource.test(word));
  return good ? { baseUrl, frameAncestors } : undefined;
};

/**
 * Packs dist/addin and the files that stand alone, which launch.mjs has just built, into dist/release/incentive-score-<version>.zip with all
 * an IT section needs. Resolves to the exit code: 2 when the options cannot be meant so.
 */
export const releaseCommand = async (
  projectFolder: string,
  words: readonly string[],
  terminal: Terminal,
): Promise<number> => {
  const options = releaseOptions(words);
  if (options === undefined) {
    for (const line of usage) terminal.warn(line);
    return 2;
  }
  const text = (path: string): Promise<string> => readFile(join(projectFolder, path), 'utf8');
  const { name, version }: { readonly name: string; readonly version: string } = JSON.parse(await text('package.json'));
  const site = await filesBelow(join(projectFolder, 'dist/addin'));
  const licences = Buffer.from(site.get('licences.txt') ?? []).toString('utf8');
  const bundled = [...licences.matchAll(/^=+\n(\S+@\S+) {2}.*\n=+$/gm)].map(([, ref = '']) => ref);
  const files = releaseFiles({
    ...options,
    version,
    site,
    alone: new Map(
      await Promise.all(
        ['incentive-cli.mjs', 'incentive.html'].map(
          async (file) => [file, await readFile(join(projectFolder, 'dist', file))] as const,
        ),
      ),
    ),
    installPage: await text('assets/release/install.html'),
    trustedCatalog: await text('assets/release/trusted-catalog.reg'),
    sbom: sbomOf(npmSbom(projectFolder), name, bundled),
  });
  const archive = packed(files);
  const path = archivePath(projectFolder, version);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, archive);
  terminal.print(path);
  terminal.print(`SHA-256 ${sha256Of(archive)}（${files.size} ファイル / files、${archive.length} バイト / bytes）`);
  return 0;
};

/** Where the archive of a version lies. */
export const archivePath = (projectFolder: string, version: string): string =>
  join(projectFolder, 'dist/release', `incentive-score-${version}.zip`);

const filesBelow = async (folder: string): Promise<ReadonlyMap<string, Uint8Array>> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const read = paths.map(async (path): Promise<[string, Uint8Array]> => [
    relative(folder, path).split(sep).join('/'),
    await readFile(path),
  ]);
  return new Map(await Promise.all(read));
};
