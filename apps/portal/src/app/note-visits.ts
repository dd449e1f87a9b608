import { onFirstTouch } from '@porchlight/ui';

/** Whether the gateway has heard it; an answer that refuses will be the same the next time. */
async function tell(projectId: string): Promise<boolean> {
  try {
    const { status } = await fetch(`/api/portal/${projectId}/visits`, { method: 'POST', keepalive: true });
    return status < 500;
  } catch {
    return false;
  }
}

/**
 * Tells the gateway that a person looks once a hand has touched the page, so that no scanner counts that runs scripts.
 * Again whenever the page comes back into sight, and after a try that reached nobody.
 */
export function noteVisits(projectId: string, document: Document): void {
  let forget = (): void => undefined;
  const wait = (): void => {
    forget();
    forget = onFirstTouch(document, () => void tell(projectId).then((heard) => (heard ? undefined : wait())));
  };
  wait();
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) wait();
  });
}
