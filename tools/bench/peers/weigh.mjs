// Loaded into a process that is weighed: on SIGUSR2 it collects its garbage and says in a file what it holds.
import { writeFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');
process.on('SIGUSR2', () => {
  collect();
  collect();
  writeFileSync(process.env.BENCH_WEIGHT, JSON.stringify(process.memoryUsage()));
});
