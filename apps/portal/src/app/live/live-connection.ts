import type { PortalViewV1 } from '@porchlight/contracts';
import type { Answer, EndReason } from './ask-for-view';
import { waitAsTold, waitBefore } from './backoff';
import { readFrame } from './frame';

/** How fresh the screen is. `asOf` (milliseconds since the epoch): when it was last known to be the newest. */
export interface Freshness {
  state: 'connecting' | 'live' | 'reconnecting' | 'offline';
  asOf: number;
}

/** What a socket tells. */
export interface SocketEvents {
  opened(): void;
  heard(data: unknown): void;
  closed(): void;
}

/** The ways to the gateway. */
export interface Line {
  /** Opens a socket; the function that comes back closes it, and it tells nothing from then on. */
  open(events: SocketEvents): () => void;
  ask(knownVersion: number): Promise<Answer>;
  online(): boolean;
  visible(): boolean;
  random(): number;
}

/** Where what comes in goes. */
export interface Screen {
  show(view: PortalViewV1): void;
  fresh(freshness: Freshness): void;
  end(reason: EndReason): void;
}

const patienceToOpen = 10_000;
/** The server sends the view when a socket opens; if it is silent for this long, the view is asked for. */
const patienceForFirstView = 600;
/** Pings are invisible to a page, so a dead line looks open: this often the view's version is compared. */
const proofEvery = 30_000;
const proofHolds = proofEvery + 5_000;

/**
 * Keeps one screen at the newest version, and says truly how fresh it is: "live" only while the line is open and was
 * proven a short while ago. Versions never go backwards. Once ended it never speaks again.
 */
export class LiveConnection {
  private hangUpSocket: (() => void) | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private attempt = 0;
  private ended = false;
  private freshness: Freshness = { state: 'connecting', asOf: Date.now() };

  /** `version` is the one already on the screen. */
  constructor(
    private version: number,
    private readonly line: Line,
    private readonly screen: Screen,
  ) {}

  start(): void {
    this.say(this.freshness.state);
    this.connect();
  }

  /** The network is back, or somebody looks at the screen again. */
  wake(): void {
    if (this.ended) return;
    if (!this.hangUpSocket) return this.connect();
    if (this.freshness.state !== 'live') return;
    if (Date.now() - this.freshness.asOf > proofHolds) this.say('connecting');
    void this.prove();
  }

  /** The browser says the network is gone. */
  lose(): void {
    if (!this.ended) this.comeBack(waitBefore(this.attempt++, this.line.random));
  }

  stop(): void {
    this.ended = true;
    this.hangUp();
  }

  private connect(): void {
    this.hangUp();
    if (this.freshness.state === 'live') this.say('connecting');
    this.hangUpSocket = this.line.open({
      opened: () => this.after(patienceForFirstView, () => void this.prove()),
      heard: (data) => this.hear(data),
      closed: () => void this.askWhy(),
    });
    this.after(patienceToOpen, () => void this.askWhy());
  }

  private hear(data: unknown): void {
    const frame = readFrame(data);
    if (frame?.type === 'view') {
      this.take(frame.view);
      this.proven();
    } else if (frame) {
      switch (frame.reason) {
        case 'revoked':
        case 'expired':
        case 'signed_out':
          return this.end(frame.reason);
        case 'restarting':
        case 'unavailable':
        case 'too_slow': {
          const { random } = this.line;
          const told = frame.retryAfterMs;
          return this.comeBack(told === undefined ? waitBefore(this.attempt++, random) : waitAsTold(told, random));
        }
      }
    }
  }

  /** Compares versions with the gateway over an open socket; no answer means that the line is dead. */
  private async prove(): Promise<void> {
    const socket = this.hangUpSocket;
    const answer = await this.line.ask(this.version);
    if (this.ended || this.hangUpSocket !== socket) return;
    if (answer.kind === 'ended') return this.end(answer.reason);
    if (answer.kind === 'unreachable') return this.comeBack(waitBefore(this.attempt++, this.line.random));
    const missed = this.freshness.state === 'live' && answer.kind === 'view' && answer.view.version > this.version;
    if (answer.kind === 'view') this.take(answer.view);
    this.proven();
    // the line should have brought it: it only looks open (a phone that changed networks)
    if (missed) this.connect();
  }

  /** A refused or broken socket tells a page nothing; the plain request does, and brings the newest view meanwhile. */
  private async askWhy(): Promise<void> {
    this.comeBack(waitBefore(this.attempt++, this.line.random));
    const answer = await this.line.ask(this.version);
    if (this.ended) return;
    if (answer.kind === 'ended') return this.end(answer.reason);
    if (answer.kind === 'unreachable') return;
    if (answer.kind === 'view') this.take(answer.view);
    if (this.freshness.state !== 'live') this.say(this.freshness.state, Date.now());
  }

  private proven(): void {
    this.attempt = 0;
    this.say('live', Date.now());
    this.proveLater();
  }

  /** Nobody looks: the proof waits until somebody does (see wake). */
  private proveLater(): void {
    this.after(proofEvery, () => (this.line.visible() ? void this.prove() : this.proveLater()));
  }

  private comeBack(wait: number): void {
    this.hangUp();
    this.say(this.line.online() ? 'reconnecting' : 'offline');
    this.after(wait, () => this.connect());
  }

  private take(view: PortalViewV1): void {
    if (view.version <= this.version) return;
    this.version = view.version;
    this.screen.show(view);
  }

  private end(reason: EndReason): void {
    this.stop();
    this.screen.end(reason);
  }

  private hangUp(): void {
    clearTimeout(this.timer);
    this.hangUpSocket?.();
    this.hangUpSocket = null;
  }

  /** One thing waits at a time: the next proof, the next attempt, or the end of patience. */
  private after(milliseconds: number, then: () => void): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(then, milliseconds);
  }

  private say(state: Freshness['state'], asOf = this.freshness.asOf): void {
    this.freshness = { state, asOf };
    this.screen.fresh(this.freshness);
  }
}
