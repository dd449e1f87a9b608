import { liveFrameSchema } from '@porchlight/contracts';
import { until } from '@porchlight/testing';
import { WebSocket } from 'ws';

/** A portal that is open somewhere: what it shows, and whether it is told to close. */
export class Screen {
  /** The project's names as they came. */
  readonly names: string[] = [];
  closedFor: string | null = null;
  private closed = false;

  private constructor(
    readonly whose: string,
    private readonly socket: WebSocket,
  ) {
    socket.on('message', (bytes: Buffer) => {
      const frame = liveFrameSchema.parse(JSON.parse(bytes.toString()));
      if (frame.type === 'view') this.names.push(frame.view.name);
      else this.closedFor = frame.reason;
    });
    socket.on('close', () => (this.closed = true));
    socket.on('error', () => undefined);
  }

  /** `url` is that of one gateway. Resolves with the first view. */
  static async open(whose: string, url: string, projectId: string, headers: Record<string, string>): Promise<Screen> {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/api/portal/${projectId}/live`, { headers });
    const screen = new Screen(whose, socket);
    await until(
      () => screen.names.length > 0 || screen.isClosed,
      10_000,
      () => `the screen of ${whose} shows nothing`,
    );
    if (screen.isClosed) throw new Error(`the screen of ${whose} was refused`);
    return screen;
  }

  get isClosed(): boolean {
    return this.closed;
  }

  get isOpen(): boolean {
    return !this.closed && this.closedFor === null;
  }

  end(): void {
    this.socket.terminate();
  }
}
