/** How a link left the page: by the phone's share sheet, by the clipboard, not at all yet, or the viewer thought again. */
export type HandedOver = 'sheet' | 'clipboard' | 'by_hand' | 'nothing';

const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';

/** Puts a link on the clipboard; false where the browser refuses (no permission, no secure origin). */
export async function copy(window: Window, url: string): Promise<boolean> {
  try {
    await window.navigator.clipboard.writeText(url);
    return true;
  } catch {
    return false;
  }
}

/** Hands a link to the viewer: the share sheet on a phone, the clipboard elsewhere, else a field to copy it from. */
export async function handOver(window: Window, url: string, title: string): Promise<HandedOver> {
  const onPhone = window.matchMedia?.('(pointer: coarse)').matches ?? false;
  if (onPhone && typeof window.navigator.share === 'function') {
    try {
      await window.navigator.share({ title, url });
      return 'sheet';
    } catch (error) {
      if (isAbort(error)) return 'nothing';
    }
  }
  return (await copy(window, url)) ? 'clipboard' : 'by_hand';
}
