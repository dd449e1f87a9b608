import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { jetstream } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { System, until } from '@porchlight/testing';
import { BusUser } from '../test-app/bus-user';
import { natsTarget } from './nats-target';

describe("the gateway's NATS user", () => {
  let system: System;
  let gateway: BusUser;

  beforeAll(async () => {
    system = await System.start({ services: [] });
    gateway = await BusUser.connect(system.natsUrl('gateway'));
  });
  afterAll(async () => {
    await gateway?.close();
    await system?.stop();
  });

  const forbidden = [
    'portal.fact.project.v1',
    'portal.fact.shell.v1',
    'portal.fact.access.v1',
    'projects.task.changed.v1',
    'identity.ask.state.membership',
    'identity.control.session-ended',
    '$JS.API.INFO',
    '$JS.API.STREAM.LIST',
    '$JS.API.STREAM.INFO.PORTAL',
    '$JS.API.STREAM.CREATE.MINE',
    '$JS.API.STREAM.PURGE.PORTAL',
    '$JS.API.STREAM.MSG.GET.PORTAL',
    '$JS.API.STREAM.MSG.GET.PROJECTS',
    '$JS.API.DIRECT.GET.PROJECTS',
    '$JS.API.CONSUMER.CREATE.PROJECTS',
    '$JS.API.CONSUMER.CREATE.PORTAL.mine',
    '$JS.API.CONSUMER.DURABLE.CREATE.PROJECTS.mine',
    '$JS.API.CONSUMER.INFO.PROJECTS.leads',
    '$JS.API.CONSUMER.MSG.NEXT.PROJECTS.leads',
    '$JS.ACK.PROJECTS.leads.1.1.1.1.1',
    '_INBOX_identity.x',
  ];
  it.each(forbidden)('may not publish %s', async (subject) => {
    gateway.connection.publish(subject, '{}');
    await until(() => gateway.refusals.some((refusal) => refusal.includes(`"${subject}"`)), 5_000, 'not refused');
  });

  it.each(['>', 'projects.>', 'identity.>', 'portal.fact.>', 'portal.ask.>', '_INBOX.>', '_INBOX_identity.>', '$JS.>'])(
    'may not listen to %s',
    async (subject) => {
      const connection = await connect(natsTarget(system.natsUrl('gateway')));
      const refused = new Promise<Error | null>((resolve) => {
        connection.subscribe(subject, { callback: (error) => resolve(error) });
      });
      expect((await refused)?.message).toContain('Permissions Violation');
      await connection.close();
    },
  );

  it('cannot have itself asked to answer on a subject it may not publish', async () => {
    gateway.connection.subscribe('portal.control.trick', { callback: (_, message) => void message.respond('forged') });
    gateway.connection.publish('portal.control.trick', '', { reply: 'portal.fact.project.v9' });
    await until(
      () => gateway.refusals.some((refusal) => refusal.includes('portal.fact.project.v9')),
      5_000,
      'not refused',
    );
  });

  it('may pull and acknowledge from its own durable, with no other call to the JetStream API', async () => {
    const projects = await BusUser.connect(system.natsUrl('projects'));
    await projects.publish('portal.fact.project.v1', { hello: 'gateway' });
    await projects.close();
    const before = gateway.refusals.length;
    const consumer = await jetstream(gateway.connection).consumers.get('PORTAL', 'gateway');
    const read = new Promise<unknown>((resolve) => {
      void consumer.consume({
        bind: true,
        callback: (message) => {
          message.ack();
          resolve(message.json());
        },
      });
    });
    expect(await read).toEqual({ hello: 'gateway' });
    await gateway.connection.flush();
    expect(gateway.refusals.slice(before)).toEqual([]);
    const { num_ack_pending: unacknowledged } = await consumer.info();
    expect(unacknowledged).toBe(0);
  });

  it.each([
    ['projects', 'portal.fact.shell.v1'],
    ['projects', 'identity.membership.changed.v1'],
    ['leads', 'portal.fact.project.v1'],
    ['identity', 'projects.task.changed.v1'],
    ['notifications', 'identity.invitation.sent.v1'],
    ['notifications', 'identity.control.session-ended'],
  ])('%s may not publish %s', async (user, subject) => {
    const other = await BusUser.connect(system.natsUrl(user));
    other.connection.publish(subject, '{}');
    await until(() => other.refusals.some((refusal) => refusal.includes(subject)), 5_000, 'not refused');
    await other.close();
  });
});
