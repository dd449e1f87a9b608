import { describe, expect, it } from '@jest/globals';
import {
  busPasswordName,
  busUsers,
  databaseRoles,
  environmentFile,
  makeSecrets,
  namedSecrets,
} from '@porchlight/installation';
import { readFileSync } from 'node:fs';
import { configSchema as identity } from '../../apps/identity/src/config';
import { configSchema as leads } from '../../apps/leads/src/config';
import { configSchema as notifications } from '../../apps/notifications/src/config';
import { configSchema as gateway } from '../../apps/portal-gateway/src/config';
import { configSchema as projects } from '../../apps/projects/src/config';
import { environmentOf, filledIn, readCompose } from './compose';
import { composeFaults } from './compose-faults';
import { environmentOfStage } from './dockerfile';
import { envFaults } from './env-faults';
import { readEnvFile } from './env-file';
import { scrapeFaults } from './scrape-faults';

const schemas = { identity, projects, leads, notifications, 'portal-gateway': gateway };
const text = readFileSync('docker-compose.yml', 'utf8');
const example = readFileSync('.env.example', 'utf8');
const ofImage = environmentOfStage(readFileSync('Dockerfile', 'utf8'), 'service');
const secrets = namedSecrets(makeSecrets());

/** As the guide has an operator fill it in. */
const env: Readonly<Record<string, string>> = {
  ...readEnvFile(example).set,
  ...readEnvFile(environmentFile(secrets)).set,
  PORCHLIGHT_DOMAIN: 'homes.example.com',
  ACME_EMAIL: 'ops@example.com',
  SMTP_URL: 'smtps://u:p@mail.example.com:465',
  MAIL_FROM: 'no-reply@example.com',
};

const faultsOf = (composeText: string): string[] =>
  composeFaults({ compose: readCompose(composeText), schemas, env, ofImage });

/** The compose file with one fault planted in it. */
const planted = (from: string | RegExp, to: string): string => {
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`there is no ${String(from)} to change`);
  return changed;
};

describe('an installation by the compose file', () => {
  it('has no faults', () => {
    expect(faultsOf(text)).toEqual([]);
  });

  it.each<[string, string | RegExp, string, string]>([
    ['a writable image', 'read_only: true', 'read_only: false', 'identity may write to its image'],
    ['capabilities', 'cap_drop: [ALL]', 'cap_drop: []', 'caddy keeps capabilities'],
    ['new privileges', "['no-new-privileges:true']", '[]', 'postgres may gain privileges'],
    ['logs without end', 'max-size: 10m', 'max-files: 10m', 'nats logs without end'],
    [
      'a short end',
      'stop_grace_period: 30s',
      'stop_grace_period: 20s',
      'identity: is killed before it has stopped by itself',
    ],
    ['an unpinned image', 'redis:8.2.2-alpine', 'redis:latest', 'redis is another image tomorrow'],
    ['a tag that moves', 'redis:8.2.2-alpine', 'redis:8-alpine', 'redis is another image tomorrow'],
    [
      'too little memory for files',
      '    mem_limit: 1g\n',
      '    mem_limit: 512m\n',
      'projects: may have 512m and needs 865 MB where many upload',
    ],
    ['memory without end', '    mem_limit: 2g\n', '', 'postgres may take all memory'],
    [
      'a second version',
      'porchlight/leads:${PORCHLIGHT_VERSION}',
      'porchlight/leads:2',
      'leads has a version of its own',
    ],
    [
      'a published database',
      'image: postgres:18.4',
      "image: postgres:18.4\n    ports: ['5432:5432']",
      'postgres publishes 5432:5432',
    ],
    ['a misspelt variable', 'LIMIT_RESETS:', 'LIMIT_RESET:', 'identity: knows no LIMIT_RESET'],
    ['a limit nobody can set', '      LIMIT_RESETS:\n', '', 'identity: cannot be told LIMIT_RESETS'],
    [
      'a migration nobody waits for',
      'migrate-leads: { condition: service_completed_successfully }',
      'migrate-identity: { condition: service_completed_successfully }',
      'leads: does not wait for its migration',
    ],
    [
      'a wait for what has no check',
      'redis: { condition: service_healthy }',
      'keep-it: { condition: service_healthy }',
      'notifications waits for no service keep-it',
    ],
    ['a lost volume', '\n  projects-files:\n', '\n', 'projects mounts no volume projects-files'],
  ])('shows %s', (_, from, to, fault) => {
    expect(faultsOf(planted(from, to))).toContain(fault);
  });

  it('shows a value that a service refuses', () => {
    const faults = faultsOf(planted('DATABASE_SCHEMA: leads', 'DATABASE_SCHEMA: Leads!'));
    expect(faults.join()).toContain('DATABASE_SCHEMA');
  });

  it.each(Object.keys(secrets))('does not start without the secret %s', (name) => {
    expect(() => filledIn(text, { ...env, [name]: '' })).toThrow(`${name} is not in .env`);
  });

  it('gives every role in PostgreSQL and every user of NATS its password', () => {
    const { 'provision-database': database, nats } = readCompose(text).services;
    if (!database || !nats) throw new Error('nothing provisions');
    const roles: unknown = JSON.parse(environmentOf(database, env)['ROLE_PASSWORDS'] ?? '');
    expect(Object.keys(roles as object).sort()).toEqual([...databaseRoles].sort());
    expect(Object.keys(nats.environment)).toEqual(expect.arrayContaining(busUsers.map(busPasswordName)));
  });
});

describe('Prometheus on one machine', () => {
  const prometheus = readFileSync('deploy/monitoring/prometheus/prometheus.yml', 'utf8');
  const faults = (asks: string, composeText = text): string[] =>
    scrapeFaults(asks, readCompose(composeText), ofImage['METRICS_PORT']);

  it('reaches everything that it asks, the maker of backups too', () => {
    expect(faults(prometheus)).toEqual([]);
    expect(prometheus).toContain('backup:9000');
  });

  it('is seen not to', () => {
    const shutOut = planted('networks: [edge, backing]\n    mem_limit: 1g', 'networks: [edge]\n    mem_limit: 1g');
    expect(faults(prometheus, shutOut)).toEqual(['prometheus does not reach backup']);
    const asksOthers = prometheus.replace('leads:9000', 'lead:9000').replace('projects:9000', 'projects:3000');
    expect(faults(asksOthers)).toEqual([
      'prometheus asks projects on another port than 9000',
      'prometheus asks no service lead',
    ]);
  });
});

describe('.env.example', () => {
  const faults = (changed: string): string[] =>
    envFaults(changed, text, readCompose(text), schemas, Object.keys(secrets));

  it('says all that the compose file reads, with the real defaults and no secret', () => {
    expect(faults(example)).toEqual([]);
  });

  it.each([
    ['a missing variable', 'ACME_EMAIL=\n', '', 'ACME_EMAIL is missing'],
    ['a missing limit', '# LIMIT_MAILS=10\n', '', 'LIMIT_MAILS is missing'],
    ['a variable that nothing reads', 'SMTP_URL=', 'SMTP_URL=\nMAIL_URL=', 'MAIL_URL is read by nothing'],
    ['another default', 'LIMIT_MAILS=10', 'LIMIT_MAILS=11', 'LIMIT_MAILS is 10 otherwise'],
    ['a working secret', 'REDIS_PASSWORD=', 'REDIS_PASSWORD=secret', 'REDIS_PASSWORD is a secret and has a value'],
    ['an optional necessity', 'MAIL_FROM=', '# MAIL_FROM=', 'MAIL_FROM must be given and is only offered'],
  ])('shows %s', (_, from, to, fault) => {
    expect(faults(example.replace(from, to))).toContain(fault);
  });
});

describe('the guide for one machine', () => {
  it('takes at most ten commands', () => {
    const [, guide = ''] = readFileSync('docs/operations.md', 'utf8').split('## One machine');
    const [, block = ''] = guide.split('```');
    const commands = block.trim().split(/\n| && /);
    expect(commands.length).toBeGreaterThan(5);
    expect(commands.length).toBeLessThanOrEqual(10);
  });
});
