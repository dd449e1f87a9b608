import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { readCompose } from './compose';
import { guideNames } from './guide-names';

const services = Object.keys(readCompose(readFileSync('docker-compose.yml', 'utf8')).services);

describe('the commands of the guides for one machine', () => {
  it.each(['docs/operations.md', 'docs/runbook.md', 'README.md'])('name services that there are: %s', (guide) => {
    expect(guideNames(readFileSync(guide, 'utf8'), services)).toEqual([]);
  });

  it('are read, with what is said to a service left out', () => {
    const guide = [
      'docker compose stop caddy gateway   # all of it',
      '`docker compose restart keep-buss`, `docker compose --profile mail up -d`',
      'docker compose run --rm admin backup list',
      'docker compose exec postgre psql -U postgres porchlight',
    ].join('\n');
    expect(guideNames(guide, services)).toEqual([
      'a guide says docker compose stop gateway, which is no service',
      'a guide says docker compose restart keep-buss, which is no service',
      'a guide says docker compose exec postgre, which is no service',
    ]);
  });
});
