import { describe, expect, it } from '@jest/globals';
import { verdictOn, type AskedLink, type Asker } from './outcome';

const link = (state: AskedLink['state'], createdAt = '2026-11-01T09:00:00.000Z'): AskedLink => ({
  id: 'the link',
  label: 'Anna & Ben',
  createdAt,
  generation: 1,
  state,
});
const customer = { membershipId: 'the part', name: 'Anna' };
const removed = { ...customer, at: new Date('2026-11-10T09:00:00.000Z') };
const on = (asker: Partial<Asker>, canMail = true) =>
  verdictOn({ link: null, customer: null, removed: null, ...asker }, canMail);

describe('what comes of a request for a new link', () => {
  it.each([
    ['a stranger', {}, null],
    ['whose link was rotated, or got lost', { link: link('current') }, 'link'],
    ['whose link ran out', { link: link('ended') }, 'renewed_link'],
    ['a current customer', { customer }, 'sign_in'],
    ['a customer with a link of their own name', { customer, link: link('ended') }, 'renewed_link'],
    ['a customer whose link was revoked', { customer, link: link('revoked') }, 'sign_in'],
    ['whose link was revoked', { link: link('revoked') }, 'revoked'],
    ['somebody removed', { removed }, 'removed'],
    ['somebody removed, whose link was left alone', { removed, link: link('current') }, 'removed'],
    ['somebody removed, whose link had run out by then', { removed, link: link('ended') }, 'removed'],
    [
      'somebody removed, for whom a link was made since',
      { removed, link: link('current', '2026-11-11T09:00:00.000Z') },
      'link',
    ],
    ['somebody removed, whose link was revoked as well', { removed, link: link('revoked') }, 'revoked'],
  ])('%s', (_who, asker, outcome) => {
    expect(on(asker)?.outcome ?? null).toBe(outcome);
  });

  it('names the household by its link, and a person by their name', () => {
    expect(on({ link: link('revoked'), customer: null })).toMatchObject({ reference: 'the link', who: 'Anna & Ben' });
    expect(on({ removed })).toMatchObject({ reference: 'the part', who: 'Anna' });
  });

  it('is told to the builder where no mail can go out, and nowhere else', () => {
    expect(on({ link: link('ended') }, false)?.outcome).toBe('unmailed');
    expect(on({ customer }, false)?.outcome).toBe('unmailed');
    expect(on({ link: link('revoked') }, false)?.outcome).toBe('revoked');
    expect(on({}, false)).toBeNull();
  });
});
