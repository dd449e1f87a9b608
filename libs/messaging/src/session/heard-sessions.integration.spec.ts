import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { askSession, controlSubjects } from '@porchlight/contracts';
import { until } from '@porchlight/testing';
import { randomUUID } from 'node:crypto';
import { BusUser } from '../test-app/bus-user';
import { MessagingSystem } from '../test-app/messaging-system';
import type { TestService } from '../test-app/test-service';

describe('ended sessions', () => {
  let bus: MessagingSystem;
  let service: TestService;
  let identity: BusUser;
  const active = new Set<string>();
  let asked: string[] = [];
  let beating: NodeJS.Timeout | undefined;

  beforeAll(async () => {
    bus = await MessagingSystem.start();
    service = await bus.service('projects');
    identity = await BusUser.connect(bus.system.natsUrl('identity'));
  });
  afterAll(async () => {
    clearInterval(beating);
    await identity?.close();
    await bus?.stop();
  });

  const begin = (): string => {
    const sid = randomUUID();
    active.add(sid);
    return sid;
  };
  const beat = () => {
    const send = () => identity.connection.publish(controlSubjects.heartbeat, JSON.stringify({ at: new Date() }));
    send();
    beating = setInterval(send, 1_000);
  };
  const end = (sid: string) => {
    active.delete(sid);
    const until = new Date(Date.now() + 600_000);
    identity.connection.publish(controlSubjects.sessionEnded, JSON.stringify({ sid, until }));
  };
  const askedOf = async (target: TestService, sid: string): Promise<unknown> => {
    const answer = await fetch(`${target.url}/test/ended/${sid}`);
    return answer.ok ? answer.json() : answer.status;
  };

  it('are unknown, not assumed, while identity is silent and does not answer', async () => {
    expect(await askedOf(service, begin())).toBe(503);
  });

  it('are asked for by name while identity is silent', async () => {
    identity.connection.subscribe(askSession.subject, {
      queue: 'identity',
      callback: (_, message) => {
        const { id, data } = message.json<{ id: string; data: { sid: string } }>();
        asked.push(data.sid);
        message.respond(JSON.stringify({ id, response: { active: active.has(data.sid) }, isDisposed: true }));
      },
    });
    await identity.connection.flush();
    const sid = begin();
    expect(await askedOf(service, sid)).toEqual({ ended: false });
    expect(await askedOf(service, randomUUID())).toEqual({ ended: true });
  });

  it('are asked for once while identity is heard', async () => {
    beat();
    const sid = begin();
    const settled = async () => {
      asked = [];
      await askedOf(service, sid);
      return asked.length === 0;
    };
    await until(settled, 5_000, 'every request asks');
    expect(await askedOf(service, sid)).toEqual({ ended: false });
  });

  it('are denied within a second, and still after a restart', async () => {
    const sid = begin();
    expect(await askedOf(service, sid)).toEqual({ ended: false });
    end(sid);
    await until(
      async () => JSON.stringify(await askedOf(service, sid)) === '{"ended":true}',
      1_000,
      'not denied in time',
    );
    await until(async () => (await bus.count('projects', 'ended_session')) > 0, 5_000);
    await service.stop();
    const again = await bus.service('projects');
    asked = [];
    expect(await askedOf(again, sid)).toEqual({ ended: true });
    expect(asked).toEqual([]);
  });
});
