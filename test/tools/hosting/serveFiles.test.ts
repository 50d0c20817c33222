import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveFiles } from './serveFiles';
import { workbenchHeadersFor } from './headers';

const folder = mkdtempSync(join(tmpdir(), 'start-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('the bare address shows the page; what is not there, or outside, is not found', async () => {
  mkdirSync(join(folder, 'site'));
  writeFileSync(join(folder, 'site/index.html'), '<p>the page</p>');
  writeFileSync(join(folder, 'secret.html'), 'secret');
  const server = await serveFiles({ files: join(folder, 'site'), port: 0, headersOf: workbenchHeadersFor });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const get = async (path: string): Promise<readonly [number, string]> => {
    const answer = await fetch(`http://localhost:${address.port}${path}`);
    return [answer.status, await answer.text()];
  };
  try {
    await expect(get('')).resolves.toEqual([200, '<p>the page</p>']);
    await expect(get('/?lang=en')).resolves.toEqual([200, '<p>the page</p>']);
    await expect(get('/other.html')).resolves.toEqual([404, '']);
    await expect(get('/..%2Fsecret.html')).resolves.toEqual([404, '']);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
