import { cpus } from 'node:os';
import { benchFolder } from './folder';
import { benchFunctions } from './functions';
import { benchGrowth } from './growth';
import { missed } from './goals';
import { allocationOnce, benchMoney, timeAllocation } from './money';
import { benchNation } from './nation';
import { benchOutlook } from './outlook';
import { benchReading } from './reading';
import { benchSizes } from './sizes';
import { benchStart } from './start';
import { benchTable } from './table';
import { benchWriting } from './writing';

/** What `npm run bench` times, in this order; `npm run bench -- reading` times one part alone. */
const parts: Readonly<Record<string, () => void | Promise<void>>> = {
  reading: benchReading,
  writing: benchWriting,
  functions: benchFunctions,
  growth: benchGrowth,
  money: benchMoney,
  outlook: benchOutlook,
  start: benchStart,
  table: benchTable,
  folder: benchFolder,
  nation: benchNation,
  sizes: benchSizes,
};

/** What is timed under jest instead, over our Excel or on the page without it: see src/cli/launch.mjs. */
const hosted = ['pane', 'excel', 'presses', 'workbench'];

const run = async (): Promise<void> => {
  const asked = process.argv.slice(2);
  console.log(
    `node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}; CPU time, medians of rounds run in turns`,
  );
  const known = Object.keys(parts);
  if (!asked.every((name) => known.includes(name)))
    throw new Error(`bench: one of ${[...known, ...hosted].join(', ')}`);
  for (const [name, bench] of Object.entries(parts)) if (asked.length === 0 || asked.includes(name)) await bench();
  if (missed().length > 0) {
    console.log(`\n${missed().length} goals missed`);
    process.exitCode = 1;
  }
};

const timeOrRun = async (): Promise<void> => {
  if (process.argv[2] === allocationOnce) timeAllocation();
  else await run();
};

timeOrRun().catch((cause: unknown) => {
  console.error(cause);
  process.exitCode = 1;
});
