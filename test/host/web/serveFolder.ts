import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveFiles, type FileServerOptions } from '../../tools/hosting/serveFiles';

/** A local https server for built pages; nothing outside this machine can reach it. */
export interface FolderServer {
  /** `https://localhost:PORT/`, with the slash. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves a folder, or pages given by name, over https with a certificate made for this run, with the headers every host of
 * the add-in sends unless `headersOf` tells others.
 */
export const serveFolder = async (
  files: FileServerOptions['files'],
  headersOf?: FileServerOptions['headersOf'],
): Promise<FolderServer> => {
  const server = await serveFiles({ files, port: 0, ...certificate(), ...(headersOf !== undefined && { headersOf }) });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('serveFolder: no port');
  return {
    url: `https://localhost:${String(address.port)}/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
};

/** Self-signed, made by openssl for this run and thrown away; the browser is told to accept it. */
const certificate = (): { readonly key: Buffer; readonly cert: Buffer } => {
  const folder = mkdtempSync(join(tmpdir(), 'incentive-cert-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-days',
      '2',
      '-subj',
      '/CN=localhost',
      '-addext',
      'subjectAltName=DNS:localhost',
      '-keyout',
      key,
      '-out',
      cert,
    ],
    { stdio: 'ignore' },
  );
  const pair = { key: readFileSync(key), cert: readFileSync(cert) };
  rmSync(folder, { recursive: true });
  return pair;
};
