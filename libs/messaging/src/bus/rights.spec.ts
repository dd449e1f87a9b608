import { describe, expect, it } from '@jest/globals';
import { eventCatalogue, schemaOf } from '@porchlight/contracts';
import { natsAuthorization } from './authorization';
import { natsRights } from './rights';
import { covers } from '../test-app/subject-matching';

const users = Object.entries(natsRights).map(([user, rights]) => ({ user, ...rights }));

describe('rights on the bus', () => {
  it('give the gateway what the architecture says and nothing else', () => {
    expect(natsRights['gateway']).toEqual({
      publish: [
        'portal.hint.>',
        'portal.control.>',
        'portal.ask.>',
        '$JS.API.CONSUMER.INFO.PORTAL.gateway',
        '$JS.API.CONSUMER.MSG.NEXT.PORTAL.gateway',
        '$JS.ACK.PORTAL.gateway.>',
      ],
      subscribe: ['portal.hint.>', 'portal.control.>', '_INBOX_gateway.>'],
      allowResponses: false,
    });
  });

  it.each(eventCatalogue)('let only $producer publish $type', ({ type, producer }) => {
    const allowed = users.filter(({ publish }) => publish.some((subject) => covers(subject, type)));
    expect(allowed.map(({ user }) => user)).toEqual([schemaOf(producer)]);
  });

  it.each(users)(
    'give $user no way to ask itself, which with allow_responses would let it publish anywhere',
    (rights) => {
      const meets = rights.publish.some((to) => rights.subscribe.some((from) => covers(to, from) || covers(from, to)));
      expect(rights.allowResponses && meets).toBe(false);
    },
  );

  it.each(users)('keep the inbox of $user from everybody else', ({ user }) => {
    const others = users.filter((other) => other.user !== user);
    expect(
      others.flatMap(({ subscribe }) => subscribe).filter((subject) => covers(subject, `_INBOX_${user}.x`)),
    ).toEqual([]);
  });

  it('become a configuration only when every user has a password', () => {
    const passwords = Object.fromEntries(users.map(({ user }) => [user, `secret of ${user}`]));
    expect(natsAuthorization(passwords)).toContain('{ user: "gateway", password: "secret of gateway"');
    expect(() => natsAuthorization({ ...passwords, leads: '' })).toThrow('the NATS user leads has no password');
  });
});
