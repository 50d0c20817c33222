import { spawn } from 'node:child_process';

/** A program that is stopped, with all it started, when it has shown no sign of life for `patience` milliseconds. */
export interface Watched {
  readonly program: string;
  readonly args: readonly string[];
  readonly input?: string;
  readonly patience: number;
  /** Each line it prints is a sign of life; so is a change of this number, asked every half second. */
  readonly signs?: () => number;
  readonly onLine?: (line: string) => void;
}

/** Resolves when it has ended: to true when by itself and without a fault, else with what it last complained of. */
export const runWatched = ({ program, args, input, patience, signs, onLine }: Watched): Promise<Ended> =>
  new Promise((resolve) => {
    const started = spawn(program, args, { detached: true, stdio: ['pipe', 'pipe', 'pipe'] });
    let [alive, seen, rest, complaint] = [performance.now(), 0, '', ''];
    const watch = setInterval(() => {
      const now = signs?.() ?? 0;
      if (now !== seen) [alive, seen] = [performance.now(), now];
      // The whole group: soffice is a script that starts the office.
      if (performance.now() - alive > patience && started.pid !== undefined) process.kill(-started.pid, 'SIGKILL');
    }, 500);
    const end = (whole: boolean, said: string): void => {
      clearInterval(watch);
      resolve({ whole, complaint: said });
    };
    started.stdout.setEncoding('utf8').on('data', (text: string) => {
      alive = performance.now();
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) onLine?.(line);
    });
    started.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaint = (complaint + text).slice(-300);
    });
    started.stdin.on('error', () => undefined);
    started.stdin.end(input ?? '');
    started.on('error', (cause) => {
      end(false, cause.message);
    });
    started.on('close', (code) => {
      end(code === 0, complaint.trim());
    });
  });

export interface Ended {
  readonly whole: boolean;
  readonly complaint: string;
}
