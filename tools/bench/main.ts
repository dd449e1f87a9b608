import { availableParallelism, cpus, loadavg } from 'node:os';
import { inWords, meets, type Comparison } from './figures';
import { optionsFrom, type Options } from './options';
import { runLighthouse } from './lighthouse';
import { drops } from './rows/drops';
import { fanOut } from './rows/fan-out';
import { firstVisit } from './rows/first-visit';
import { memory } from './rows/memory';
import { thumbToThumb } from './rows/thumb-to-thumb';

/** The rows of docs/performance.md, each with what measures it. */
const portal: readonly { rows: readonly string[]; measure: (options: Options) => Promise<Comparison[]> }[] = [
  { rows: ['1', '2', '9'], measure: fanOut },
  { rows: ['3'], measure: memory },
  { rows: ['4', '5'], measure: thumbToThumb },
  { rows: ['10'], measure: drops },
  { rows: ['11'], measure: firstVisit },
];

const load = (): string =>
  loadavg()
    .map((one) => one.toFixed(1))
    .join(' ');

/** `npm run bench -- portal`: ratios against bare peers, measured in turns. */
const benchPortal = async (options: Options): Promise<void> => {
  const results: Comparison[] = [];
  for (const { rows, measure } of portal) {
    if (options.only.length > 0 && !rows.some((row) => options.only.includes(row))) continue;
    const started = Date.now();
    const measured = await measure(options);
    results.push(...measured);
    measured.forEach((one) => console.log(inWords(one)));
    console.log(`      rows ${rows.join(', ')} took ${Math.round((Date.now() - started) / 1000)} s, load ${load()}\n`);
  }
  console.log(`${results.filter(meets).length} of ${results.length} comparisons meet their goal`);
};

/** Runs in a system that the caller has prepared. */
export const main = async (root: string, args: string[]): Promise<void> => {
  const [what, ...rest] = args;
  const options = optionsFrom(root, rest);
  const benches: Record<string, () => Promise<void>> = {
    portal: () => benchPortal(options),
    lighthouse: runLighthouse,
  };
  const bench = benches[what ?? ''];
  if (!bench)
    throw new Error('npm run bench -- portal [--full] [--only=1,3] [--rounds=7], or npm run bench -- lighthouse');
  console.log(
    `${availableParallelism()} x ${cpus()[0]?.model ?? 'processor'}, Node ${process.version}, load ${load()}`,
  );
  await bench();
};
