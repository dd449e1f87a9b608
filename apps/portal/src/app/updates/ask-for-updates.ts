import type { PortalViewV1 } from '@porchlight/contracts';
import { isRecord } from '../entry/guards';

export type Update = PortalViewV1['updates'][number];

const isUpdate = (value: unknown): value is Update =>
  isRecord(value) && ['id', 'text', 'at'].every((key) => typeof value[key] === 'string');

/** All that was written for the customer, newest first; null when it could not be had. Never throws, keeps nothing. */
export async function askForUpdates(projectId: string): Promise<Update[] | null> {
  try {
    const response = await fetch(`/api/portal/${projectId}/updates`, {
      headers: { accept: 'application/json' },
      cache: 'no-store',
      signal: AbortSignal.timeout(10_000),
    });
    const body: unknown = await response.json();
    return response.ok && isRecord(body) && Array.isArray(body['items']) ? body['items'].filter(isUpdate) : null;
  } catch {
    return null;
  }
}
