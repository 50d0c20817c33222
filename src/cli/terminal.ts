/** What a command needs of the terminal; tests give their own. */
export interface Terminal {
  print(text: string): void;
  warn(text: string): void;
  /** A line that replaces itself while work goes on; only where somebody watches. Empty text clears it. */
  progress(text: string): void;
}

/** The terminal of the process. */
export const processTerminal: Terminal = {
  print: (text) => {
    console.log(text);
  },
  warn: (text) => {
    console.error(text);
  },
  progress: (text) => {
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
  },
};
