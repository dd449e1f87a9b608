import { services, type ServiceName } from '@porchlight/contracts';
import { hardStopMs, migrationConfigSchema } from '@porchlight/platform';
import type { z } from 'zod';
import { environmentOf, type Compose, type ComposeService } from './compose';
import { memoryFaults } from './memory-faults';
import { movingTag } from './moving-tag';
import { readFaults } from './read-faults';
import { isForTests, settingsOf } from './settings';

export interface Installation {
  readonly compose: Compose;
  readonly schemas: Readonly<Record<ServiceName, z.ZodObject>>;
  /** A filled-in `.env`. */
  readonly env: Readonly<Record<string, string>>;
  /** What the images of services set themselves. */
  readonly ofImage: Readonly<Record<string, string>>;
}

/** What is wrong with an installation on one machine. */
export const composeFaults = (installation: Installation): string[] => [
  ...Object.entries(installation.compose.services).flatMap(([name, service]) =>
    [...hardeningFaults(service), ...placeFaults(service, installation.compose)].map((fault) => `${name} ${fault}`),
  ),
  ...services.flatMap((service) => configFaults(service, installation).map((fault) => `${service}: ${fault}`)),
];

const hardeningFaults = (service: ComposeService): string[] => [
  ...(service.read_only ? [] : ['may write to its image']),
  ...(service.cap_drop.includes('ALL') ? [] : ['keeps capabilities']),
  ...(service.security_opt.includes('no-new-privileges:true') ? [] : ['may gain privileges']),
  ...(service.logging?.options['max-size'] ? [] : ['logs without end']),
  ...(service.restart ? [] : ['does not say whether it is started again']),
  ...(service.mem_limit ? [] : ['may take all memory']),
  ...(movingTag(service.image) ? ['is another image tomorrow'] : []),
  ...(service.image.startsWith('porchlight/') && !service.image.includes('${PORCHLIGHT_VERSION')
    ? ['has a version of its own']
    : []),
];

/** Only Caddy is reached from outside; operators' pages by the machine itself. */
const isPublic = (port: string): boolean => !port.startsWith('127.0.0.1:') && !/^(80|443):/.test(port);

const placeFaults = (service: ComposeService, compose: Compose): string[] => [
  ...service.ports.filter(isPublic).map((port) => `publishes ${port}`),
  ...service.networks.filter((name) => !compose.networks[name]).map((name) => `is in no network ${name}`),
  ...service.volumes
    .map((volume) => volume.split(':', 1)[0] ?? '')
    .filter((source) => /^[a-z-]+$/.test(source) && !(source in compose.volumes))
    .map((source) => `mounts no volume ${source}`),
  ...Object.entries(service.depends_on).flatMap(([name, { condition }]) => {
    const other = compose.services[name];
    if (!other) return [`waits for no service ${name}`];
    const hasCheck = other.healthcheck !== undefined || other.build?.target === 'service';
    if (condition === 'service_healthy' && !hasCheck) return [`waits for the health of ${name}, which has no check`];
    if (condition === 'service_completed_successfully' && other.restart !== 'no')
      return [`waits for the end of ${name}, which never ends`];
    return [];
  }),
];

const configFaults = (service: ServiceName, { compose, schemas, env, ofImage }: Installation): string[] => {
  const [runs, migrates] = [compose.services[service], compose.services[`migrate-${service}`]];
  if (!runs || !migrates) return ['is not run or not migrated'];
  const known = settingsOf(schemas[service]);
  return [
    ...readFaults(schemas[service], environmentOf(runs, env, ofImage)),
    ...readFaults(migrationConfigSchema, environmentOf(migrates, env, ofImage)),
    ...Object.keys(runs.environment)
      .filter((name) => !known.some((setting) => setting.name === name))
      .map((name) => `knows no ${name}`),
    ...known
      .filter((setting) => !isForTests(setting) && !(setting.name in runs.environment) && !(setting.name in ofImage))
      .map(({ name }) => `cannot be told ${name}`),
    ...memoryFaults(schemas[service], runs.mem_limit),
    ...(migrates.image === runs.image ? [] : ['is migrated by another image']),
    ...(secondsOf(runs.stop_grace_period) * 1_000 > hardStopMs ? [] : ['is killed before it has stopped by itself']),
    ...(`migrate-${service}` in runs.depends_on ? [] : ['does not wait for its migration']),
  ];
};

/** Compose's own default without one. */
const secondsOf = (grace = '10s'): number => Number(/^(\d+)s$/.exec(grace)?.[1]);
