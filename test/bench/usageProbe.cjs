// Loaded by `--require` into every Node a measured command starts: at its end it notes what the process took. All of its
// threads count, in the CPU time and in the memory; Node has no other way to ask for the use of children.
const { appendFileSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

if (isMainThread)
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    appendFileSync(process.env.BENCH_USAGE, `${userCPUTime + systemCPUTime} ${maxRSS}\n`);
  });
