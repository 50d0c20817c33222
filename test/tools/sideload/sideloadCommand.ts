import { spawnSync } from 'node:child_process';
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { serveFiles } from '../hosting/serveFiles';
import { sideloadPlan } from './sideloadPlan';
import type { Terminal } from '../../../src/cli/terminal';

const port = 3000;
const certificateMissing = [
  'https の証明書がありません。次を一度だけ実行してから、もう一度 npm run sideload を実行してください（この PC だけで通用する証明書を作り、信頼させます）：',
  '  npx office-addin-dev-certs install',
  'No https certificate for localhost. Run the line above once, then npm run sideload again.',
];

/**
 * Serves dist/addin at https://localhost:3000 and tells this computer's Excel of it. Resolves to 2 when it cannot start;
 * otherwise the server keeps the process alive until Ctrl+C. `projectFolder` holds dist/.
 */
export const sideloadCommand = async (projectFolder: string, terminal: Terminal): Promise<number> => {
  const folder = join(projectFolder, 'dist/addin');
  const manifest = join(folder, 'manifest.xml');
  const id = /<Id>([0-9a-f-]+)<\/Id>/.exec(await readFile(manifest, 'utf8'))?.[1];
  if (id === undefined) throw new Error(`sideloadCommand: ${manifest} has no Id`);
  const certificate = await localCertificate();
  if (certificate === undefined) {
    certificateMissing.forEach((line) => {
      terminal.warn(line);
    });
    return 2;
  }
  await serveFiles({ files: folder, port, ...certificate });
  terminal.print(`https://localhost:${port} で配信しています（終わるには Ctrl+C）。/ Serving; stop with Ctrl+C.`);
  const plan = sideloadPlan(process.platform, homedir(), manifest, id);
  if (plan.copyTo !== undefined) {
    await mkdir(plan.copyTo, { recursive: true });
    await copyFile(manifest, join(plan.copyTo, `${id}.manifest.xml`));
  }
  for (const [program, ...args] of plan.commands) {
    if (spawnSync(program, args, { stdio: 'ignore' }).status === 0) continue;
    terminal.warn(
      `うまくいきませんでした。手で実行してください / failed, run by hand: ${[program, ...args].join(' ')}`,
    );
  }
  plan.instructions.forEach((line) => {
    terminal.print(line);
  });
  return 0;
};

/** Where office-addin-dev-certs keeps its certificate; INCENTIVE_CERT and INCENTIVE_KEY name another pair. */
const localCertificate = async (): Promise<{ readonly key: Buffer; readonly cert: Buffer } | undefined> => {
  const standard = join(homedir(), '.office-addin-dev-certs');
  try {
    return {
      key: await readFile(process.env['INCENTIVE_KEY'] ?? join(standard, 'localhost.key')),
      cert: await readFile(process.env['INCENTIVE_CERT'] ?? join(standard, 'localhost.crt')),
    };
  } catch (cause) {
    if (typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === 'ENOENT') return undefined;
    throw new Error('sideloadCommand: the certificate cannot be read', { cause });
  }
};
