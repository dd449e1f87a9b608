import type { ClosingReason, LiveFrame, PortalViewV1 } from '@porchlight/contracts';
import { deflatedTextFrame, textFrame } from './websocket-frame';

const bytesOf = (frame: LiveFrame): Buffer => Buffer.from(JSON.stringify(frame));

/** A view as it goes to every socket: serialised, framed and compressed once, its bytes shared by all. */
export class ViewFrame {
  readonly version: number;
  /** For clients that know no compression. */
  readonly plain: Buffer;
  private readonly payload: Buffer;
  private compressed: Buffer | null = null;

  constructor(view: PortalViewV1) {
    this.version = view.version;
    const payload = bytesOf({ type: 'view', version: view.version, view });
    this.plain = textFrame(payload);
    this.payload = this.plain.subarray(this.plain.length - payload.length);
  }

  /** For clients that agreed on permessage-deflate; made when the first of them is there. */
  get deflated(): Buffer {
    return (this.compressed ??= deflatedTextFrame(this.payload));
  }
}

/** `retryAfterMs`: when to come back, where coming back makes sense. */
export const closingFrame = (reason: ClosingReason, retryAfterMs?: number): Buffer =>
  bytesOf({ type: 'closing', reason, ...(retryAfterMs !== undefined && { retryAfterMs }) });

/** The WebSocket close code that goes with a reason (RFC 6455, section 7.4; 1012 and 1013 from IANA's registry). */
export const closeCode: Readonly<Record<ClosingReason, number>> = {
  revoked: 1008,
  signed_out: 1008,
  expired: 1008,
  restarting: 1012,
  unavailable: 1013,
  too_slow: 1013,
};
