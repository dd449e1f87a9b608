import { describe, expect, it } from '@jest/globals';
import { readSettings } from './settings';

describe('the settings of a start', () => {
  it('are the documented ones when nothing is said', () =>
    expect(readSettings([], {})).toMatchObject({ port: 8080, mailPort: 8025, fresh: false, demo: true, given: {} }));

  it('take ports, folder and URLs from the environment', () => {
    const settings = readSettings(['--fresh', '--no-demo'], {
      PORCHLIGHT_PORT: '18180',
      PORCHLIGHT_DATA: '/srv/porchlight',
      PORCHLIGHT_REDIS_URL: 'redis://cache:6379',
    });
    expect(settings).toMatchObject({ port: 18180, data: '/srv/porchlight', fresh: true, demo: false });
    expect(settings.given.redis).toBe('redis://cache:6379');
  });

  it.each([
    [['--frehs'], {}, 'npm start knows no --frehs.'],
    [[], { PORCHLIGHT_PORT: 'http' }, 'PORCHLIGHT_PORT is "http", which is no port'],
    [[], { PORCHLIGHT_NATS_URL: 'localhost' }, 'PORCHLIGHT_NATS_URL is no address that begins with nats:// or tls://'],
    [[], { PORCHLIGHT_PORT: '8025' }, 'are the same port'],
    [['--fresh'], { PORCHLIGHT_POSTGRES_URL: 'postgres://db/x' }, 'does not empty the database'],
  ])('say in a sentence what is wrong with %j %j', (args, env, sentence) =>
    expect(() => readSettings(args, env)).toThrow(sentence),
  );
});
