import { ok } from '../problems';
import type { SheetContent, WorkbookContent } from '../workbook';
import { fileWork } from './work/fileWork';
import type { Answer, Call } from './work/messages';

/*
 * The thread that works on files, so that the page answers meanwhile. It keeps nothing between two calls.
 */

/** Copied by the page in some milliseconds. */
const cellsOfPiece = 10_000;

const say = (answer: Answer): void => {
  postMessage(answer);
};

/** Sends the rows of all sheets, and gives what is left of the content. */
const withoutRows = (id: number, content: WorkbookContent): WorkbookContent => {
  const total = content.sheets.reduce((sum, { grid }) => sum + grid.length, 0);
  let done = 0;
  const sheets = content.sheets.map((sheet, place): SheetContent => {
    const { grid } = sheet;
    for (let from = 0; from < grid.length;) {
      let [end, cells] = [from, 0];
      for (; end < grid.length && cells < cellsOfPiece; end += 1) cells += grid[end]?.length ?? 0;
      done += end - from;
      say({ id, kind: 'piece', sheet: place, rows: grid.slice(from, end), done, total });
      from = end;
    }
    return { ...sheet, grid: [] };
  });
  return { ...content, sheets };
};

const resultOf = async (call: Call): Promise<unknown> => {
  if (call.name === 'refresh') return fileWork.refresh(...call.given);
  if (call.name === 'enter') return fileWork.enter(...call.given);
  if (call.name === 'create') return fileWork.create(...call.given);
  if (call.name === 'settings') return fileWork.settings(...call.given);
  if (call.name === 'looks') return fileWork.looks(...call.given);
  if (call.name === 'keep') return fileWork.keep(...call.given);
  const [file, narrow] = call.given;
  const read = await fileWork.read(file, narrow, {
    onProgress: ({ done, total }) => {
      say({ id: call.id, kind: 'progress', done, total });
    },
  });
  return read.ok ? ok(withoutRows(call.id, read.value)) : read;
};

addEventListener('message', ({ data }: MessageEvent<Call>) => {
  const { id } = data;
  resultOf(data).then(
    (result) => {
      say({ id, kind: 'result', result });
    },
    (cause: unknown) => {
      say({
        id,
        kind: 'bug',
        message: cause instanceof Error ? `${cause.message}\n${cause.stack ?? ''}` : String(cause),
      });
    },
  );
});
