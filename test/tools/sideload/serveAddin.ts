import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:https';
import { extname, join, sep } from 'node:path';

export interface AddinServerOptions {
  /** The folder that is served: dist/addin. */
  readonly folder: string;
  readonly port: number;
  readonly key: Buffer;
  readonly cert: Buffer;
}

const types = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.xml', 'application/xml; charset=utf-8'],
  ['.png', 'image/png'],
]);

/**
 * What a host of the add-in must send beside the page's own CSP: frame-ancestors works only as a header
 * (rules/excel.md#hosting; Microsoft publishes no list, these are the hosts that were found to work).
 */
export const hostHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy':
    "frame-ancestors 'self' https://*.office.com https://*.office365.com https://*.officeapps.live.com https://*.sharepoint.com https://excel.cloud.microsoft https://*.cloud.microsoft",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-cache',
};

/** Serves a folder over https to this computer only; resolves when it listens, rejects when the port is taken. */
export const serveAddin = ({ folder, port, key, cert }: AddinServerOptions): Promise<Server> => {
  const server = createServer({ key, cert }, (request, response) => {
    fileFor(folder, request.url ?? '/').then(
      ({ body, type }) => response.writeHead(200, { ...hostHeaders, 'Content-Type': type }).end(body),
      () => response.writeHead(404, hostHeaders).end(),
    );
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', () => {
      resolve(server);
    });
  });
};

const fileFor = async (folder: string, url: string): Promise<{ readonly body: Buffer; readonly type: string }> => {
  const path = join(folder, decodeURIComponent(new URL(url, 'https://localhost').pathname));
  if (!path.startsWith(folder + sep)) throw new Error(`serveAddin: ${url} leads outside`);
  return { body: await readFile(path), type: types.get(extname(path)) ?? 'application/octet-stream' };
};
