import { readFile } from 'node:fs/promises';
import type { Terminal } from '../../src/cli/terminal';
import type { Recording } from '../../src/taskpane/record/recording';
import { supportedExcels } from '../host/excelProfiles';
import { replay, type Difference } from '../host/replay';

const names = supportedExcels.map(({ name }) => name).join(' | ');
const usage = `使い方 / usage: npm run replay -- 記録.json (${names})`;

/**
 * `npm run replay -- FILE PROFILE`: asks our host what a recorded Excel was asked, and prints each answer that differs, one line
 * each. Resolves to the exit code: 0 none, 1 some, 2 not a recording.
 */
export const replayCommand = async (
  [path, profile]: readonly string[],
  terminal: Pick<Terminal, 'print' | 'warn'>,
): Promise<number> => {
  const excel = supportedExcels.find(({ name }) => name === profile);
  if (path === undefined || excel === undefined) {
    terminal.warn(usage);
    return 2;
  }
  const recording = await recordingIn(path);
  if (recording === undefined) {
    terminal.warn(`${path}: 記録ではありません / not a recording`);
    return 2;
  }
  const { platform, version, api } = recording.excel;
  terminal.print(`${platform} ${version}（ExcelApi ${api}）→ ${excel.name}`);
  const { trips, leftOut, differences } = await replay(recording, excel);
  for (const one of differences) terminal.print(lineOf(one));
  terminal.print(`往復 / trips ${trips}、対象外 / left out ${leftOut}、違い / differences ${differences.length}`);
  return differences.length === 0 ? 0 : 1;
};

const recordingIn = async (path: string): Promise<Recording | undefined> => {
  const text = await readFile(path, 'utf8');
  try {
    // A text pasted into an editor may begin with a mark of its encoding.
    const found: Recording | { readonly format?: undefined } = JSON.parse(text.replace(/^\uFEFF/, ''));
    return found.format === 'incentive-score/excel-recording/1' ? found : undefined;
  } catch {
    return undefined;
  }
};

const lineOf = ({ trip, asked, place, recorded, ours }: Difference): string =>
  `${trip}  ${asked}  ${place}  Excel ${JSON.stringify(recorded)}  host ${JSON.stringify(ours)}`;
