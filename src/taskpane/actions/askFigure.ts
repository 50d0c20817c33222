import { ok } from '../../kernel';
import type { PaneStore } from '../state';
import type { PanePorts } from './panePorts';
import type { TaskRunner } from './runTask';
import { scoredResults } from './scoredResults';

/** この数字はどこから？: looks the selected cell up in everything the last scoring could have written. */
export const askFigure = async (
  { workbook, engine }: PanePorts,
  store: PaneStore,
  tasks: TaskRunner,
): Promise<void> => {
  const results = scoredResults(store);
  if (results === undefined) return;
  const figure = await tasks.run('source', async () => {
    const selected = await workbook.selectedCell();
    if (!selected.ok) return selected;
    const { figureAt, sheetsToWrite, singleReports } = await engine();
    const { sheets } = sheetsToWrite(results, new Set(singleReports), store.state().reading?.content.names ?? []);
    return ok(figureAt(sheets, selected.value));
  });
  if (figure !== undefined) store.send({ kind: 'figure-found', figure });
};
