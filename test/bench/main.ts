import { cpus } from 'node:os';
import { benchGrowth } from './growth';
import { missed } from './goals';
import { benchMoney } from './money';
import { benchNation, printedNationBench } from './nation';
import { benchReading } from './reading';

/** What `npm run bench` times, in this order; `npm run bench -- reading` times one part alone. */
const parts: Readonly<Record<string, () => void | Promise<void>>> = {
  reading: benchReading,
  growth: benchGrowth,
  money: benchMoney,
  nation: () => {
    console.log(printedNationBench(benchNation()));
  },
};

const run = async (): Promise<void> => {
  console.log(
    `node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}; CPU time, medians of rounds run in turns`,
  );
  const asked = process.argv.slice(2);
  const known = Object.keys(parts);
  if (!asked.every((name) => known.includes(name))) throw new Error(`bench: one of ${known.join(', ')}`);
  for (const [name, bench] of Object.entries(parts)) if (asked.length === 0 || asked.includes(name)) await bench();
  if (missed().length > 0) {
    console.log(`\n${missed().length} goals missed`);
    process.exitCode = 1;
  }
};

run().catch((cause: unknown) => {
  console.error(cause);
  process.exitCode = 1;
});
