const touches = ['pointerdown', 'keydown', 'touchstart', 'wheel'] as const;

/**
 * Calls `tell` once, when a person first does something on the page. A program that opens links and runs their pages
 * does nothing of the kind, and what its script makes up is not trusted. Gives a way to stop waiting for it.
 */
export function onFirstTouch(document: Document, tell: () => void): () => void {
  const forget = (): void => touches.forEach((touch) => document.removeEventListener(touch, notice, true));
  const notice = (event: Event): void => {
    if (!event.isTrusted) return;
    forget();
    tell();
  };
  for (const touch of touches) document.addEventListener(touch, notice, { capture: true, passive: true });
  return forget;
}
