import { liveFrameSchema, type LiveFrame } from '@porchlight/contracts';
import { until } from '@porchlight/testing';
import { WebSocket } from 'ws';

export interface ScreenAddress {
  /** Of the gateway process itself. */
  readonly url: string;
  readonly projectId: string;
  readonly cookie?: string | undefined;
  readonly origin?: string | undefined;
}

/** A portal's live connection, as a browser's script sees it. */
export class OpenScreen {
  readonly frames: LiveFrame[] = [];
  /** When each frame came, on the monotonic clock in ms. */
  readonly times: number[] = [];
  code: number | null = null;

  private constructor(readonly socket: WebSocket) {
    socket.on('message', (bytes: Buffer) => {
      this.frames.push(liveFrameSchema.parse(JSON.parse(bytes.toString())));
      this.times.push(performance.now());
    });
    socket.on('close', (code) => (this.code = code));
    socket.on('error', () => undefined);
  }

  /** The screen, or the HTTP status with which it was refused before the handshake. */
  static connect({ url, projectId, cookie, origin }: ScreenAddress): Promise<OpenScreen | number> {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/api/portal/${projectId}/live`, {
      headers: { ...(cookie !== undefined && { cookie }), ...(origin !== undefined && { origin }) },
    });
    const screen = new OpenScreen(socket);
    return new Promise((resolve, reject) => {
      socket.once('open', () => resolve(screen));
      socket.once('unexpected-response', (_request, response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      socket.once('error', reject);
    });
  }

  /** Like `connect`, where only a screen will do. */
  static async open(address: ScreenAddress): Promise<OpenScreen> {
    const screen = await OpenScreen.connect(address);
    if (typeof screen === 'number') throw new Error(`the screen was refused with ${screen}`);
    return screen;
  }

  get versions(): number[] {
    return this.frames.flatMap((frame) => (frame.type === 'view' ? [frame.version] : []));
  }

  /** The project's name as it stands on the screen. */
  get name(): string | undefined {
    return this.frames.findLast((frame) => frame.type === 'view')?.view.name;
  }

  get closing(): LiveFrame | undefined {
    return this.frames.find((frame) => frame.type === 'closing');
  }

  async shows(name: string, withinMs = 10_000): Promise<void> {
    await until(
      () => this.name === name,
      withinMs,
      () => `the screen shows ${this.name}, not ${name}`,
    );
  }

  async closed(withinMs = 10_000): Promise<void> {
    await until(() => this.code !== null, withinMs, 'the screen stayed open');
  }

  end(): void {
    this.socket.terminate();
  }
}
