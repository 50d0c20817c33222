import { join } from 'node:path';
import { workbenchHeadersFor } from './headers';
import { serveFiles } from './serveFiles';
import type { Terminal } from '../../../src/cli/terminal';

const port = 3080;

/**
 * `npm start`: serves the page without Excel at http://localhost:3080, or at a free port where that one is taken, to this
 * computer only. The server keeps the process alive until Ctrl+C. `projectFolder` holds dist/.
 */
export const startCommand = async (projectFolder: string, terminal: Terminal): Promise<number> => {
  const wanted = { files: join(projectFolder, 'dist/workbench'), headersOf: workbenchHeadersFor };
  const server = await serveFiles({ ...wanted, port }).catch(() => serveFiles({ ...wanted, port: 0 }));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('startCommand: no port');
  terminal.print(
    `ブラウザーで http://localhost:${address.port}/ を開いてください（終わるには Ctrl+C）。/ Open it in a browser; stop with Ctrl+C.`,
  );
  return 0;
};
