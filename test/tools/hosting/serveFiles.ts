import { readFile } from 'node:fs/promises';
import { createServer as createPlainServer, type RequestListener, type Server } from 'node:http';
import { createServer } from 'node:https';
import { join, sep } from 'node:path';
import { headersFor, type Headers } from './headers';

export interface FileServerOptions {
  /** A folder, or files by their path. */
  readonly files: string | ReadonlyMap<string, Uint8Array | string>;
  /** 0 takes any that is free. */
  readonly port: number;
  /** Without them over http, which browsers trust on this computer alone. */
  readonly key?: Buffer;
  readonly cert?: Buffer;
  /** The headers of a file, by its path; those of every host of the add-in where left out. */
  readonly headersOf?: (path: string) => Headers;
}

/** Serves files to this computer only; resolves when it listens, rejects when the port is taken. */
export const serveFiles = ({ files, port, key, cert, headersOf = headersFor }: FileServerOptions): Promise<Server> => {
  const answer: RequestListener = (request, response) => {
    answerTo(files, request.url ?? '/', headersOf).then(
      ({ body, headers }) => response.writeHead(200, headers).end(body),
      () => response.writeHead(404, { 'X-Content-Type-Options': 'nosniff' }).end(),
    );
  };
  const server =
    key === undefined || cert === undefined ? createPlainServer(answer) : createServer({ key, cert }, answer);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', () => {
      resolve(server);
    });
  });
};

const answerTo = async (files: FileServerOptions['files'], url: string, headersOf: (path: string) => Headers) => {
  const asked = decodeURIComponent(new URL(url, 'https://localhost').pathname).slice(1);
  const path = asked === '' ? 'index.html' : asked;
  return { body: await bodyOf(files, path), headers: headersOf(path) };
};

const bodyOf = async (files: FileServerOptions['files'], path: string): Promise<Uint8Array | string> => {
  if (typeof files === 'string') {
    const file = join(files, path);
    if (!file.startsWith(files + sep)) throw new Error(`serveFiles: ${path} leads outside`);
    return readFile(file);
  }
  const body = files.get(path);
  if (body === undefined) throw new Error(`serveFiles: no ${path}`);
  return body;
};
