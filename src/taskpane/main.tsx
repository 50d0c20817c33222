import { associateCommands } from '../commands';

// Stands in until the pane is merged.
void Office.onReady().then(() => {
  const nothing = (): Promise<void> => Promise.resolve();
  associateCommands({ score: nothing, refresh: nothing });
});
