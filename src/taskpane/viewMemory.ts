import type { Screen, Tab } from './state/paneState';
import type { PaneStore } from './state/store';

const tabs: ReadonlySet<Screen> = new Set<Tab>(['result', 'check', 'papers', 'plan']);

/**
 * Keeps the tab a person was at while Excel is open, so that a pane that is closed and opened again shows it once its
 * workbook was read again. `of` names the workbook. Nothing but the name of the tab is kept. The storage of the archived
 * office-js-helpers comes after the first screen, since it is larger than what it saves.
 */
export const rememberView = async (store: PaneStore, of: string): Promise<void> => {
  const { Storage, StorageType } = await import('@microsoft/office-js-helpers');
  const views = new Storage<string>('incentive-view', StorageType.SessionStorage);
  const before = views.get(of);
  const stop = store.subscribe(() => {
    const { screen } = store.state();
    if (screen !== 'result') return;
    stop();
    const tab = [...tabs].find((one) => one === before);
    if (tab !== undefined && tab !== 'result') store.send({ kind: 'shown', screen: tab });
    store.subscribe(() => {
      const { screen: now } = store.state();
      if (tabs.has(now) && views.get(of) !== now) views.set(of, now);
    });
  });
};
