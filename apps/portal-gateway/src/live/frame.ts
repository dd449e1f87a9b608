import type { ClosingReason, LiveFrame, PortalViewV1 } from '@porchlight/contracts';

/** A view as it goes to every socket: serialised once, its bytes shared. */
export interface ViewFrame {
  readonly version: number;
  readonly bytes: Buffer;
}

const bytesOf = (frame: LiveFrame): Buffer => Buffer.from(JSON.stringify(frame));

export const viewFrame = (view: PortalViewV1): ViewFrame => ({
  version: view.version,
  bytes: bytesOf({ type: 'view', version: view.version, view }),
});

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
