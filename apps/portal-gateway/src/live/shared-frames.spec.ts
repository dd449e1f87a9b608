import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { liveFrameSchema, type LiveFrame, type PortalViewV1 } from '@porchlight/contracts';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocket as WsClient, type ClientOptions } from 'ws';
import { portalViewOf } from '../view/portal-view';
import { portalProject, portalShell } from '../view/portal-view.factory';
import { ViewFrame } from './frame';
import { LiveServer } from './live-server.factory';
import { deflatedTextFrame, textFrame } from './websocket-frame';

// Megabytes go over real sockets.
jest.setTimeout(60_000);

let server: LiveServer;
beforeAll(async () => {
  server = await LiveServer.start();
});
afterAll(() => server.stop());

const view = (version: number, welcomeMessage = ''): PortalViewV1 => ({
  ...portalViewOf({ project: portalProject(), projectVersion: version - 1, shell: portalShell(), shellVersion: 1 }),
  welcomeMessage,
});
const frame = (version: number, welcomeMessage?: string): ViewFrame => new ViewFrame(view(version, welcomeMessage));

/** What a client has heard, whoever's client it is. */
interface Heard {
  readonly frames: LiveFrame[];
  code: number | null;
}

const hear = async (socket: WebSocket | WsClient): Promise<Heard> => {
  const heard: Heard = { frames: [], code: null };
  socket.onmessage = ({ data }: { data: unknown }) =>
    heard.frames.push(liveFrameSchema.parse(JSON.parse(String(data))));
  socket.onclose = ({ code }: { code: number }) => (heard.code = code);
  await new Promise<void>((resolve, reject) => {
    socket.onopen = () => resolve();
    socket.onerror = () => reject(new Error('it did not open'));
  });
  return heard;
};
const ofWs = (options: ClientOptions) => (): WsClient => new WsClient(server.url, options);
const settled = async (condition: () => boolean): Promise<void> => {
  for (let waited = 0; !condition(); waited += 5) {
    if (waited > 10_000) throw new Error('it did not come');
    await pause(5);
  }
};

const clients: readonly [name: string, open: () => WebSocket | WsClient, deflates: boolean][] = [
  ['ws', ofWs({}), true],
  ['ws with contexts of its own wishes', ofWs({ perMessageDeflate: { clientMaxWindowBits: 10 } }), true],
  ["Node's WebSocket, which browsers' is like", () => new WebSocket(server.url), true],
  ['ws without compression', ofWs({ perMessageDeflate: false }), false],
  ['ws with a small window', ofWs({ perMessageDeflate: { serverMaxWindowBits: 9 } }), false],
];

describe.each(clients)('a client: %s', (_name, open, deflates) => {
  it('reads views, large ones too, between pings, and the words at the end', async () => {
    const heard = await hear(open());
    const { viewer, line } = server.latest;
    expect(line.deflates).toBe(deflates);
    const lengths = [0, 1, 100, 65_000, 66_000, 700_000];
    for (const [index, length] of lengths.entries()) {
      viewer.offer(frame(index + 2, randomBytes(length).toString('base64')));
      line.socket.ping();
      // Whoever reads gets on: a large view has gone before the next.
      await settled(() => heard.frames.length > index);
    }
    viewer.offer(frame(20, 'and at once'));
    viewer.offer(frame(21, 'the next'));
    viewer.close('restarting', 1_234);
    await settled(() => heard.code !== null);
    const shown = heard.frames.map((one) => (one.type === 'view' ? one.version : one.reason));
    expect(shown).toEqual([2, 3, 4, 5, 6, 7, 20, 21, 'restarting']);
    expect(heard.frames.at(-2)).toMatchObject({ view: { welcomeMessage: 'the next' } });
    expect(heard.code).toBe(1012);
  });
});

describe('a shared frame', () => {
  const shared = frame(2, 'We start with the cabinets, then the counter, then the tiles. '.repeat(40));

  it('is compressed once for everybody who agreed to it, and small', async () => {
    const open = [ofWs({}), ofWs({}), ofWs({ perMessageDeflate: false })];
    const written: Buffer[] = [];
    for (const one of open) {
      await hear(one());
      const { wire } = server.latest.line;
      const write = wire.write.bind(wire);
      wire.write = (bytes: Buffer) => {
        written.push(bytes);
        return write(bytes);
      };
      server.latest.viewer.offer(shared);
    }
    expect(written[0]).toBe(shared.deflated);
    expect(written[1]).toBe(shared.deflated);
    expect(written[2]).toBe(shared.plain);
    expect(shared.deflated.length).toBeLessThan(shared.plain.length * 0.4);
  });
  it.each([0, 1, 125, 126, 65_535, 65_536, 1_000_000])('says its length right: %d bytes', async (length) => {
    for (const framed of [textFrame, deflatedTextFrame]) {
      const socket = new WsClient(server.url);
      const came: Buffer[] = [];
      socket.on('message', (bytes: Buffer) => came.push(bytes));
      await once(socket, 'open');
      const payload = Buffer.from(randomBytes(length).toString('hex').slice(0, length));
      const { wire } = server.latest.line;
      wire.write(framed(payload));
      wire.write(framed(Buffer.from('next')));
      await settled(() => came.length === 2 || socket.readyState === WsClient.CLOSED);
      expect(came.map(String)).toEqual([payload.toString(), 'next']);
      socket.terminate();
    }
  });

  it('leaves what clients say bounded: a small message that inflates is 1009, any other 1008', async () => {
    for (const [said, code] of [
      ['x'.repeat(16 * 1024 + 1), 1009],
      ['x'.repeat(10_000_000), 1009],
      ['x'.repeat(2_000), 1008],
    ] as const) {
      const socket = new WsClient(server.url);
      const heard = await hear(socket);
      socket.send(said);
      await settled(() => heard.code !== null);
      expect(heard.code).toBe(code);
    }
  });
});

describe.each([
  ['with compression', {}],
  ['without', { perMessageDeflate: false }],
])('a reader that stalls, %s', (_name, options) => {
  it('is cut off at 1 MiB in memory, and healed by the newest view when it returns', async () => {
    const stalled = new WsClient(server.url, options);
    const heard = await hear(stalled);
    const { viewer, line } = server.latest;
    stalled.pause();
    let version = 1;
    let most = 0;
    while (viewer.closedFor === null && version < 1_000) {
      viewer.offer(frame(++version, randomBytes(60_000).toString('base64')));
      most = Math.max(most, line.socket.bufferedAmount);
      await pause(0);
    }
    expect(viewer.closedFor).toBe('too_slow');
    expect(most).toBeGreaterThan(900_000);
    expect(most).toBeLessThanOrEqual(1024 * 1024);
    stalled.resume();
    await settled(() => heard.code !== null);
    expect(heard.code).toBe(1006);

    const back = await hear(new WsClient(server.url, options));
    server.latest.viewer.offer(frame(version, 'the newest'));
    await settled(() => back.frames.length > 0);
    expect(back.frames).toMatchObject([{ version, view: { welcomeMessage: 'the newest' } }]);
  });
});
