import { keptSecrets, type Secrets } from '@porchlight/installation';
import { startEdge, type Surroundings } from '@porchlight/testing';
import { join } from 'node:path';
import { buildAll } from './builds';
import { prepareNats } from './bus';
import { migrateAll, preparePostgres } from './databases';
import { checkMachine, claimData } from './machine';
import { prepareMail } from './mail/prepare-mail';
import { prepareRedis } from './queue';
import { Running } from './running';
import { demoOf } from './seed/demo';
import { startServices } from './services';
import type { Settings } from './settings';
import { stopWhenTold } from './stop-when-told';
import { tellOperator } from './tell-operator';
import { welcome } from './welcome';

const say = (line: string): void => console.log(line);

/** Everything `npm start` does, from a built launcher to a running Porchlight. Settles when it serves. */
export const launch = async (settings: Settings): Promise<void> => {
  await checkMachine(settings);
  const running = new Running(settings, await claimData(settings), say);
  stopWhenTold(running);
  try {
    await bringUp(settings, running);
  } catch (error) {
    const stoppedMeanwhile = running.stopping;
    await running.stop();
    if (!stoppedMeanwhile) throw error;
  }
};

const bringUp = async (settings: Settings, running: Running): Promise<void> => {
  const secrets = await keptSecrets(join(settings.data, 'secrets.json'));
  await buildAll(settings.root, say);
  say('Bringing up PostgreSQL, NATS, Redis and mail…');
  const surroundings = await prepareSurroundings(settings, secrets, running);
  say('Bringing the schemas up to date…');
  await migrateAll(settings, surroundings);
  say('Starting the services…');
  const addressOf = await startServices(settings, surroundings, running);
  tellOperator(settings, surroundings, running);
  const demo = settings.demo ? await demoOf(settings, surroundings, addressOf, say) : null;
  const edge = await startEdge({
    port: settings.port,
    addressOf,
    dashboardFolder: join(settings.root, 'dist/apps/dashboard/browser'),
  });
  running.onStop(() => edge.stop());
  say(welcome(settings, demo));
};

const prepareSurroundings = async (settings: Settings, secrets: Secrets, running: Running): Promise<Surroundings> => {
  const [postgresUrl, natsUrl, redisUrl, smtpUrl] = await Promise.all([
    preparePostgres(settings, secrets, running),
    prepareNats(settings, secrets, running),
    prepareRedis(settings, secrets, running),
    prepareMail(settings, running),
  ]);
  return {
    postgresUrl,
    natsUrl,
    natsIsShared: settings.given.nats !== undefined,
    redisUrl,
    smtpUrl,
    origins: [`http://localhost:${settings.port}`, `http://127.0.0.1:${settings.port}`],
    identityUrl: '',
    portalFolder: join(settings.root, 'dist/apps/portal/browser'),
    filesFolder: join(settings.data, 'files'),
    secrets,
  };
};
