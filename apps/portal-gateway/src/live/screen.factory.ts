import { liveFrameSchema, type LiveFrame } from '@porchlight/contracts';
import { EventEmitter } from 'node:events';
import { Viewer, type Line } from './viewer';

/** A screen for specs: a viewer with a socket that keeps what it is handed. */
export class Screen {
  /** Whole frames of views, and the payloads of what is said at the end. */
  readonly sent: Buffer[] = [];
  readyState = 1;
  bufferedAmount = 0;
  closedWith: number | null = null;
  terminated = false;
  pings = 0;
  readonly viewer: Viewer;
  private readonly events = new EventEmitter();

  constructor() {
    this.viewer = new Viewer('0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b', '127.0.0.1', {
      kind: 'link',
      id: '0193a1b2-c3d4-7e5f-8a6b-000000000001',
      generation: 1,
    });
    this.viewer.attach({ socket: this.socket(), wire: { write: (frame) => this.sent.push(frame) }, deflates: false });
  }

  get frames(): LiveFrame[] {
    return this.sent.map((bytes) => liveFrameSchema.parse(JSON.parse(bytes.toString('utf8', bytes.indexOf('{')))));
  }

  get versions(): number[] {
    return this.frames.flatMap((frame) => (frame.type === 'view' ? [frame.version] : []));
  }

  private socket(): Line['socket'] {
    const size = (): number => this.bufferedAmount;
    const state = (): number => this.readyState;
    return {
      get readyState() {
        return state();
      },
      get bufferedAmount() {
        return size();
      },
      send: (bytes: Buffer) => void this.sent.push(bytes),
      close: (code: number) => {
        this.closedWith = code;
      },
      terminate: () => {
        this.terminated = true;
        this.events.emit('close');
      },
      ping: () => {
        this.pings += 1;
      },
      once: (event: 'close', listener: () => void) => this.events.once(event, listener),
    };
  }
}
