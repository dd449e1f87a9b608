import { isRecord } from '../entry/guards';

/** Asks the gateway for this viewer's own link: the address, or null when it could not be had. Never throws. */
export async function askForLink(projectId: string): Promise<string | null> {
  try {
    const response = await fetch(`/api/portal/${projectId}/share`, {
      method: 'POST',
      headers: { accept: 'application/json' },
      cache: 'no-store',
      signal: AbortSignal.timeout(10_000),
    });
    const body: unknown = await response.json();
    return response.ok && isRecord(body) && typeof body['url'] === 'string' ? body['url'] : null;
  } catch {
    return null;
  }
}
