import type { ClosingReason, LiveFrame } from '@porchlight/contracts';
import { isPortalView, isRecord } from '../entry/guards';

/** One key for each reason, so that the compiler notices a new one. */
const closingReasons: Record<ClosingReason, true> = {
  revoked: true,
  signed_out: true,
  expired: true,
  restarting: true,
  unavailable: true,
  too_slow: true,
};

function isLiveFrame(value: unknown): value is LiveFrame {
  if (!isRecord(value)) return false;
  if (value['type'] === 'view') return isPortalView(value['view']);
  return value['type'] === 'closing' && Object.hasOwn(closingReasons, String(value['reason']));
}

/** What the server sent, or null for anything this app does not know (a newer server may say more). */
export function readFrame(text: unknown): LiveFrame | null {
  if (typeof text !== 'string') return null;
  try {
    const value: unknown = JSON.parse(text);
    return isLiveFrame(value) ? value : null;
  } catch {
    return null;
  }
}
