import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { constants, inflateRawSync } from 'node:zlib';

export interface ScreenWishes {
  readonly port: number;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Offer compression, as browsers do. */
  readonly deflate: boolean;
  /** Speak socket.io's words within WebSocket. */
  readonly socketIo: boolean;
}

/** What a server says in one message, with when it came. */
export type Heard = (text: () => string) => void;

const flushTail = Buffer.from([0, 0, 0xff, 0xff]);

/** A client that costs next to nothing, so that what is measured is the server: it counts messages and reads few. */
export class RawScreen {
  messages = 0;
  /** All that came over the wire after the handshake. */
  bytes = 0;
  isOpen = false;
  private kept: Buffer = Buffer.alloc(0);

  private readonly socket: Socket;
  private readonly wishes: ScreenWishes;
  private readonly heard: Heard | undefined;

  private constructor(socket: Socket, wishes: ScreenWishes, heard: Heard | undefined) {
    this.socket = socket;
    this.wishes = wishes;
    this.heard = heard;
  }

  static open(wishes: ScreenWishes, heard?: Heard): Promise<RawScreen> {
    const socket = connect(wishes.port, '127.0.0.1');
    const screen = new RawScreen(socket, wishes, heard);
    socket.setNoDelay(true);
    socket.write(screen.request());
    return new Promise((resolve, reject) => {
      let head = Buffer.alloc(0);
      const shake = (chunk: Buffer): void => {
        head = Buffer.concat([head, chunk]);
        const end = head.indexOf('\r\n\r\n');
        if (end < 0) return;
        if (!head.toString('latin1').startsWith('HTTP/1.1 101')) {
          reject(new Error(head.toString('latin1', 0, end)));
          socket.destroy();
          return;
        }
        socket.off('data', shake);
        socket.on('data', (bytes: Buffer) => screen.read(bytes));
        screen.isOpen = true;
        resolve(screen);
        if (head.length > end + 4) screen.read(head.subarray(end + 4));
      };
      socket.on('data', shake);
      socket.on('error', reject);
      socket.on('close', () => {
        screen.isOpen = false;
        reject(new Error('closed'));
      });
    });
  }

  /** Stops reading, as a phone in a tunnel does. */
  stall(): void {
    this.socket.pause();
  }

  goOn(): void {
    this.socket.resume();
  }

  end(): void {
    this.socket.destroy();
  }

  private request(): string {
    const lines = Object.entries({
      host: `127.0.0.1:${this.wishes.port}`,
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': randomBytes(16).toString('base64'),
      ...(this.wishes.deflate && { 'sec-websocket-extensions': 'permessage-deflate; client_max_window_bits' }),
      ...this.wishes.headers,
    }).map(([name, value]) => `${name}: ${value}`);
    return `GET ${this.wishes.path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`;
  }

  private read(chunk: Buffer): void {
    this.bytes += chunk.length;
    this.kept = this.kept.length === 0 ? chunk : Buffer.concat([this.kept, chunk]);
    for (;;) {
      const frame = frameAt(this.kept);
      if (!frame) return;
      this.kept = this.kept.subarray(frame.end);
      this.take(frame);
    }
  }

  private take({ opcode, deflated, payload }: Frame): void {
    if (opcode === 9) this.say(10, payload);
    else if (opcode === 8) this.end();
    else if (opcode === 1 || opcode === 2) {
      if (this.wishes.socketIo && !this.isEvent(payload)) return;
      this.messages += 1;
      this.heard?.(() => (deflated ? inflated(payload) : payload).toString());
    }
  }

  /** Engine.io opens and pings by messages; socket.io wants a namespace to be joined. */
  private isEvent(payload: Buffer): boolean {
    const kind = payload.toString('latin1', 0, 2);
    if (kind.startsWith('0')) this.say(1, Buffer.from('40'));
    else if (kind === '2') this.say(1, Buffer.from('3'));
    return kind === '42';
  }

  private say(opcode: number, payload: Buffer): void {
    if (payload.length > 125) return;
    // A mask of zeros leaves what it masks.
    const header = Buffer.from([0x80 | opcode, 0x80 | payload.length, 0, 0, 0, 0]);
    this.socket.write(Buffer.concat([header, payload]));
  }
}

const inflated = (payload: Buffer): Buffer =>
  inflateRawSync(Buffer.concat([payload, flushTail]), { finishFlush: constants.Z_SYNC_FLUSH });

interface Frame {
  readonly opcode: number;
  readonly deflated: boolean;
  readonly payload: Buffer;
  readonly end: number;
}

/** The first frame, once it is whole. */
const frameAt = (bytes: Buffer): Frame | null => {
  const [first, second] = bytes;
  if (first === undefined || second === undefined) return null;
  const short = second & 0x7f;
  const start = short === 126 ? 4 : short === 127 ? 10 : 2;
  if (bytes.length < start) return null;
  const length = short === 126 ? bytes.readUInt16BE(2) : short === 127 ? bytes.readUIntBE(4, 6) : short;
  const end = start + length;
  if (bytes.length < end) return null;
  return { opcode: first & 0x0f, deflated: (first & 0x40) !== 0, payload: bytes.subarray(start, end), end };
};
