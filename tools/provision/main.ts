import { environmentFile, kubernetesSecrets, makeSecrets, namedSecrets } from '@porchlight/installation';
import { natsAuthorization, provisionBus } from '@porchlight/messaging';
import { z } from 'zod';
import { provisionDatabase } from './database';
import { keepBus } from './keep-bus';

const usage = `provision database             makes schemas and roles: PROVISION_DATABASE_URL, ROLE_PASSWORDS ({"<role>": "<password>"})
provision bus                  makes streams and durable consumers: PROVISION_NATS_URL; STREAM_REPLICAS says on how many servers (1)
provision bus keep             the same again every 2 s, so that a lost JetStream store heals; PORT: where it answers /livez and /readyz
provision nats-authorization   prints the authorization block of a nats.conf: BUS_PASSWORDS ({"<user>": "<password>"})
provision secrets              prints new secrets of an installation as lines of its .env
provision secrets kubernetes   prints them as Secrets; POSTGRES, NATS and REDIS say where those are (<host>:<port>), SMTP_URL the mail server`;

const fromEnvironment = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is missing`);
  return value;
};

const passwordsFrom = (name: string): Record<string, string> =>
  z.record(z.string(), z.string()).parse(JSON.parse(fromEnvironment(name)));

/** NATS takes odd numbers up to five. */
const streamReplicas = (): number =>
  z.coerce
    .number()
    .pipe(z.literal([1, 3, 5]))
    .default(1)
    .parse(process.env['STREAM_REPLICAS']);

const commands: Record<string, () => void | Promise<void>> = {
  database: () => provisionDatabase(fromEnvironment('PROVISION_DATABASE_URL'), passwordsFrom('ROLE_PASSWORDS')),
  bus: () => provisionBus(fromEnvironment('PROVISION_NATS_URL'), streamReplicas()),
  'bus keep': () => keepBus(fromEnvironment('PROVISION_NATS_URL'), streamReplicas(), process.env['PORT']),
  secrets: () => console.log(environmentFile(namedSecrets(makeSecrets()))),
  'secrets kubernetes': () => console.log(JSON.stringify(kubernetesSecrets(namedSecrets(makeSecrets()), process.env))),
  'nats-authorization': () => console.log(natsAuthorization(passwordsFrom('BUS_PASSWORDS'))),
};

const command = commands[process.argv.slice(2).join(' ')];
if (command) await command();
else {
  console.error(usage);
  process.exitCode = 1;
}
