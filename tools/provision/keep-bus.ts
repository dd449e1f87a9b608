import { provisionBus } from '@porchlight/messaging';
import { createServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/** NATS answers or is given up within seconds; what takes longer than this hangs. */
const patienceMs = 60_000;

/** Makes streams and consumers again every 2 s. With `PORT` it answers probes: /livez while it goes round, /readyz while that goes well. */
export const keepBus = async (url: string, replicas: number, port?: string): Promise<never> => {
  let isWell: boolean | undefined;
  let wentRound = Date.now();
  if (port)
    createServer(({ url: path }, answer) => {
      const yes = Date.now() - wentRound < patienceMs && (path === '/livez' || isWell === true);
      answer.writeHead(yes ? 200 : 503).end();
    }).listen(Number(port), process.env['HOST'] ?? '127.0.0.1');
  for (;;) {
    const fault = await provisionBus(url, replicas).then(
      () => null,
      (error: unknown) => String(error),
    );
    if (fault && isWell !== false) console.error(`the bus cannot be provisioned now: ${fault}`);
    isWell = fault === null;
    wentRound = Date.now();
    await pause(2000);
  }
};
