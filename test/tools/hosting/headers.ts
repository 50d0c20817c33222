import { extname } from 'node:path';

/*
 * What a host of the add-in sends, in one place: web.config, nginx.conf, the list that check-host compares with and the server
 * of sideload are made of this (src/decisions/hosting-the-addin.md).
 */

export type Headers = Readonly<Record<string, string>>;

/** Who may show the pane in a frame: Microsoft publishes no list, these were found to work (rules/excel.md#hosting). */
const officeHosts: readonly string[] = [
  'https://*.office.com',
  'https://*.office365.com',
  'https://*.officeapps.live.com',
  'https://*.sharepoint.com',
  'https://excel.cloud.microsoft',
  'https://*.cloud.microsoft',
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.microsoft365.com',
  'https://onedrive.live.com',
  'https://*.office.net',
];

const types: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.xml', 'application/xml; charset=utf-8'],
  ['.txt', 'text/plain; charset=utf-8'],
  ['.png', 'image/png'],
  ['.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
]);

/** The types by extension, without the dot. */
export const contentTypes: readonly (readonly [extension: string, type: string])[] = [...types].map(
  ([extension, type]) => [extension.slice(1), type],
);

/** A hash of the content stands in the name (webpack.config.js): under this name there will never be anything else. */
const bearsHash = /\.[0-9a-f]{20}\./;

/** Excel on the web reads these from a page of its own (rules/excel.md#hosting). */
const readFromElsewhere = /^(?:functions(?:-[a-z]+)?\.json|icons\/[^/]+\.png)$/;

/** The page without Excel stands in no frame, and nothing of it is read from elsewhere. */
export const workbenchHeadersFor = (path: string): Headers => {
  const headers = headersFor(path);
  return { ...headers, 'Content-Security-Policy': "frame-ancestors 'none'" };
};

/**
 * The headers of a file of dist/addin, by its path there. `moreFrames` are sources of frame-ancestors beside Microsoft's.
 * Throws for a kind of file that has no type: nobody may be left to guess it.
 */
export const headersFor = (path: string, moreFrames: readonly string[] = []): Headers => {
  const type = types.get(extname(path));
  if (type === undefined) throw new Error(`headersFor: no type for ${path}`);
  return {
    'Content-Type': type,
    'Content-Security-Policy': `frame-ancestors ${["'self'", ...officeHosts, ...moreFrames].join(' ')}`,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': bearsHash.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
    ...(readFromElsewhere.test(path) && { 'Access-Control-Allow-Origin': '*' }),
  };
};
