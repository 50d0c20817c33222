import type { PaneStore } from '../state';
import type { PanePorts } from './panePorts';

/** So long after the last change the workbook is read again, so that typing is not disturbed. */
const settledAfter = 1500;

/** Marks the reading as stale when cells change, and reads again where the person is mending answers. */
export const changeWatch = (
  { workbook, after }: PanePorts,
  store: PaneStore,
  recheck: () => Promise<void>,
): { readonly start: () => Promise<void> } => {
  let watching = false;
  let callOff: () => void = () => undefined;
  const readAgain = (): void => {
    const { screen, busy, stale } = store.state();
    if (stale && busy === undefined && (screen === 'problems' || screen === 'layout')) void recheck();
  };
  return {
    start: async () => {
      if (watching) return;
      watching = true;
      // Excel that cannot tell of changes is no reason to stop: the person can press 「読み直す」.
      const listening = await workbook.watch(() => {
        store.send({ kind: 'cells-changed' });
        callOff();
        callOff = after(settledAfter, readAgain);
      });
      watching = listening.ok;
    },
  };
};
