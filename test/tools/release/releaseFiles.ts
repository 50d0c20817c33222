import { createHash } from 'node:crypto';
import { headersFor, type Headers } from '../hosting/headers';
import { nginxConf, webConfig } from './hostFiles';

/** A file to be served, as the list of the release names it. */
export interface ListedFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly headers: Headers;
}

/** release.json: what a server must send; check-host compares with it. */
export interface ReleaseList {
  readonly version: string;
  readonly baseUrl: string;
  readonly files: readonly ListedFile[];
}

export interface ReleaseParts {
  readonly version: string;
  /** The address the add-in was built for, without a slash at its end. */
  readonly baseUrl: string;
  /** Sources of frame-ancestors beside Microsoft's. */
  readonly frameAncestors: readonly string[];
  /** The files of dist/addin, by path. */
  readonly site: ReadonlyMap<string, Uint8Array>;
  /** Files that nobody serves, for PCs of a closed network, by name. */
  readonly alone: ReadonlyMap<string, Uint8Array>;
  /** The page for the IT section and the file for the registry, with `{…}` to be filled in. */
  readonly installPage: string;
  readonly trustedCatalog: string;
  readonly sbom: string;
}

/** Every file of the archive, by path, in order. Pure: the same parts give the same bytes. */
export const releaseFiles = (parts: ReleaseParts): ReadonlyMap<string, Uint8Array> => {
  const { version, baseUrl, site, alone, frameAncestors } = parts;
  const listed = [...site]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([path, bytes]) => ({
      path,
      bytes: bytes.length,
      sha256: sha256Of(bytes),
      headers: headersFor(path, frameAncestors),
    }));
  const headers = new Map(listed.map((file) => [file.path, file.headers]));
  const list: ReleaseList = { version, baseUrl, files: listed };
  const filled = (text: string): string =>
    text.replaceAll('{version}', version).replaceAll('{baseUrl}', baseUrl).replaceAll('{host}', new URL(baseUrl).host);
  const texts = {
    'install.html': filled(parts.installPage),
    'nginx.conf': nginxConf(headers, new URL(baseUrl).pathname.replace(/\/$/, '')),
    'release.json': `${JSON.stringify(list, null, 2)}\n`,
    'sbom.cdx.json': parts.sbom,
    'site/web.config': webConfig(headers),
    // Regedit wants the line ends of Windows.
    'trusted-catalog.reg': parts.trustedCatalog.replace(/\r?\n/g, '\r\n'),
  };
  const files = new Map<string, Uint8Array>([
    ...Object.entries(texts).map(([path, text]): [string, Uint8Array] => [path, Buffer.from(text)]),
    ...[...site].map(([path, bytes]): [string, Uint8Array] => [`site/${path}`, bytes]),
    ...[...alone].map(([name, bytes]): [string, Uint8Array] => [`closed-network/${name}`, bytes]),
  ]);
  const ordered = [...files].sort(([one], [other]) => (one < other ? -1 : 1));
  const sums = ordered.map(([path, bytes]) => `${sha256Of(bytes)}  ${path}\n`).join('');
  return new Map([['SHA256SUMS', Buffer.from(sums)], ...ordered]);
};

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
