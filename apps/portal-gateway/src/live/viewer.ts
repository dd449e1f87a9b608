import type { ClosingReason } from '@porchlight/contracts';
import type { Credential, Subject } from '../access/credential';
import { closeCode, closingFrame, type ViewFrame } from './frame';
import { metrics } from './metrics';

/** A reader that lets this much pile up is cut off; it gets a whole view when it returns. */
const mostBuffered = 1024 * 1024;
/** A closing handshake may take this long, in ms; `close()` alone would linger for 30 s. */
const closeWithin = 1_000;
/** A client may ping too, this often between two of our pings; each answer is buffered for it. */
const mostPings = 30;
/** Never compressed by ws: it would keep a compressor for each socket, and our own frames could overtake its queue. */
const asText = { binary: false, compress: false };
const open = 1;

/** What a viewer needs of a WebSocket. */
export interface ViewerSocket {
  readonly readyState: number;
  /** What waits to be read by the client, our own frames included. */
  readonly bufferedAmount: number;
  send(bytes: Buffer, options: { binary: boolean; compress: boolean }): void;
  close(code: number): void;
  terminate(): void;
  ping(): void;
  once(event: 'close', listener: () => void): unknown;
}

/** The connection of a screen. */
export interface Line {
  readonly socket: ViewerSocket;
  /** Takes frames that are ready made; ws writes its own to it whole as well. */
  readonly wire: { write(frame: Buffer): unknown };
  /** Whether the client agreed to read compressed frames. */
  readonly deflates: boolean;
}

/**
 * One open screen, from the moment its upgrade is asked for. Joining it has no socket yet, paused or closed it is handed
 * nothing, and the version it is shown only rises.
 */
export class Viewer {
  /** Whose it is; unknown until its credential was read. */
  subject: Subject | null = null;
  closedFor: ClosingReason | 'gone' | null = null;
  private line: Line | null = null;
  private version = 0;
  private pauses = 0;
  private answered = true;
  private pings = 0;

  constructor(
    readonly projectId: string,
    readonly address: string,
    readonly credential: Credential,
  ) {}

  /** Whose it turned out to be. Kept in the words it has already: thousands of viewers would hold the same ids twice. */
  belongsTo({ linkId, personId, sid }: Subject): void {
    const { projectId, credential } = this;
    this.subject = { projectId, linkId: linkId === credential.id ? credential.id : linkId, personId, sid };
  }

  attach(line: Line): void {
    this.line = line;
  }

  /** Hands over a view unless the screen has it, or a later one. Says whether it went out. */
  offer(frame: ViewFrame): boolean {
    if (!this.line || this.closedFor || this.pauses > 0 || frame.version <= this.version) return false;
    const { socket, wire, deflates } = this.line;
    // Nothing may follow a close frame, be it ours or the answer to theirs.
    if (socket.readyState !== open) return false;
    const bytes = deflates ? frame.deflated : frame.plain;
    if (socket.bufferedAmount + bytes.length > mostBuffered) {
      this.cut('too_slow');
      return false;
    }
    this.version = frame.version;
    wire.write(bytes);
    return true;
  }

  /** Nothing is handed over until as many `resume()`. */
  pause(): void {
    this.pauses += 1;
  }

  resume(): void {
    this.pauses -= 1;
  }

  /** Stops sending, says why, closes; what is not closed soon is terminated. */
  close(reason: ClosingReason, retryAfterMs?: number): void {
    if (this.closedFor) return;
    this.closedFor = reason;
    metrics.closings.inc({ reason });
    if (!this.line) return;
    const { socket } = this.line;
    socket.send(closingFrame(reason, retryAfterMs), asText);
    this.shut(socket, closeCode[reason]);
  }

  /** The other side broke the rules: closed with the code that says so. */
  refuse(code: 1008): void {
    if (this.closedFor) return;
    this.closedFor = 'gone';
    if (this.line) this.shut(this.line.socket, code);
  }

  /** The connection is no more. */
  left(): void {
    this.closedFor ??= 'gone';
  }

  /** Asks whether anybody is there; who did not answer the last time is cut off. */
  ping(): void {
    if (!this.line) return;
    if (!this.answered) return this.cut('gone');
    this.answered = false;
    this.pings = 0;
    this.line.socket.ping();
  }

  pong(): void {
    this.answered = true;
  }

  pinged(): void {
    this.pings += 1;
    if (this.pings > mostPings) this.refuse(1008);
  }

  private cut(reason: ClosingReason | 'gone'): void {
    this.closedFor ??= reason;
    metrics.closings.inc({ reason });
    this.line?.socket.terminate();
  }

  private shut(socket: ViewerSocket, code: number): void {
    socket.close(code);
    const timer = setTimeout(() => socket.terminate(), closeWithin);
    socket.once('close', () => clearTimeout(timer));
  }
}
