import { cpus } from 'node:os';
import { benchGrowth } from './growth';
import { missed } from './goals';
import { benchMoney } from './money';
import { benchNation, printedNationBench } from './nation';
import { benchReading } from './reading';

const run = async (): Promise<void> => {
  console.log(
    `node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}; CPU time, medians of rounds run in turns`,
  );
  await benchReading();
  await benchGrowth();
  benchMoney();
  console.log(printedNationBench(benchNation()));
  if (missed().length > 0) {
    console.log(`\n${missed().length} goals missed`);
    process.exitCode = 1;
  }
};

run().catch((cause: unknown) => {
  console.error(cause);
  process.exitCode = 1;
});
