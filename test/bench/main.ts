import { cpus } from 'node:os';
import { benchMoney } from './money';
import { benchReading } from './reading';

const run = async (): Promise<void> => {
  console.log(
    `node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}; medians of rounds run side by side`,
  );
  benchMoney();
  await benchReading();
};

run().catch((cause: unknown) => {
  console.error(cause);
  process.exitCode = 1;
});
