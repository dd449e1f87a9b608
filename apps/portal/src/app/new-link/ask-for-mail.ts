import type { z } from 'zod';
import type { linkRequestSchema } from '@porchlight/contracts';
import type { Language } from '@porchlight/ui';

export type MailAnswer =
  { kind: 'asked' } | { kind: 'wrong_address' } | { kind: 'too_often'; minutes: number } | { kind: 'failed' };

const minutesOf = (retryAfter: string | null): number => {
  const seconds = Number(retryAfter);
  return Number.isFinite(seconds) && seconds > 0 ? Math.ceil(seconds / 60) : 1;
};

/**
 * Asks for a new link by mail. The gateway answers the same whoever the address belongs to, and so does the page: "asked"
 * never tells whether a mail was sent, which speaks the language of the page. Never throws.
 */
export async function askForMail(projectId: string, email: string, language: Language): Promise<MailAnswer> {
  try {
    const response = await fetch(`/api/portal/${projectId}/link-requests`, {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: JSON.stringify({ email, language } satisfies z.input<typeof linkRequestSchema>),
      cache: 'no-store',
      signal: AbortSignal.timeout(10_000),
    });
    if (response.ok) return { kind: 'asked' };
    if (response.status === 400) return { kind: 'wrong_address' };
    if (response.status === 429) return { kind: 'too_often', minutes: minutesOf(response.headers.get('retry-after')) };
    return { kind: 'failed' };
  } catch {
    return { kind: 'failed' };
  }
}
