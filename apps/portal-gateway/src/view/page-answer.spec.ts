import { describe, expect, it } from '@jest/globals';
import { AskUnavailable } from '@porchlight/messaging';
import { problems } from '@porchlight/platform';
import { noAccess, orAway } from './page-answer';
import { notReady } from './portal-facts';

const failing = (error: Error) => orAway(() => Promise.reject(error));

describe('the page where nobody can tell what is to be seen', () => {
  it('is said to be set up only while the project is new', async () => {
    expect(await failing(notReady())).toEqual({ status: 503, entry: { state: 'not_ready' } });
  });

  it.each([
    ['the database', problems.unavailable('The portal cannot be read right now.', 2)],
    ['another service', new AskUnavailable('identity.session')],
  ])('says that it is us where %s is away', async (_what, error) => {
    expect(await failing(error)).toEqual({ status: 503, entry: { state: 'unavailable' } });
  });

  it('hides no other fault', async () => {
    await expect(failing(problems.notFound('project'))).rejects.toThrow('not_found');
    await expect(failing(new TypeError('ours'))).rejects.toThrow('ours');
    expect(await orAway(async () => noAccess)).toBe(noAccess);
  });
});
