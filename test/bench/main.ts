import { cpus } from 'node:os';
import { benchGrowth } from './growth';
import { benchMoney } from './money';
import { benchNation, printedNationBench } from './nation';
import { benchReading } from './reading';

const run = async (): Promise<void> => {
  console.log(
    `node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}; medians of rounds run side by side`,
  );
  await benchReading();
  await benchGrowth();
  benchMoney();
  console.log(printedNationBench(benchNation()));
};

run().catch((cause: unknown) => {
  console.error(cause);
  process.exitCode = 1;
});
