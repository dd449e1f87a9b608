import type { PortalViewV1, ProblemCode } from '@porchlight/contracts';
import { isPortalView, isRecord } from '../entry/guards';

/** Why this screen may show the project no longer. */
export type EndReason = 'revoked' | 'expired' | 'signed_out' | 'no_access';

export type Answer =
  | { kind: 'view'; view: PortalViewV1 }
  | { kind: 'unchanged' }
  | { kind: 'ended'; reason: EndReason }
  | { kind: 'unreachable' };

const patience = 8_000;

const endings: Partial<Record<ProblemCode, EndReason>> = {
  link_revoked: 'revoked',
  link_expired: 'expired',
  gone: 'revoked',
  session_ended: 'signed_out',
  unauthenticated: 'no_access',
  forbidden: 'no_access',
  not_found: 'no_access',
};
const endingOf = new Map<unknown, EndReason>(Object.entries(endings));

/**
 * Asks the gateway for the view, unless it is still the known version. Only an answer in the gateway's own words ends
 * anything: a proxy's bare 404 while it restarts is "unreachable". Never throws.
 */
export async function askForView(projectId: string, knownVersion: number): Promise<Answer> {
  try {
    const response = await fetch(`/api/portal/${projectId}`, {
      headers: { accept: 'application/json', 'if-none-match': `"${knownVersion}"` },
      cache: 'no-store',
      signal: AbortSignal.timeout(patience),
    });
    if (response.status === 304) return { kind: 'unchanged' };
    const body: unknown = await response.json();
    if (response.ok) return isPortalView(body) ? { kind: 'view', view: body } : { kind: 'unreachable' };
    const reason = isRecord(body) ? endingOf.get(body['code']) : undefined;
    return reason ? { kind: 'ended', reason } : { kind: 'unreachable' };
  } catch {
    return { kind: 'unreachable' };
  }
}
