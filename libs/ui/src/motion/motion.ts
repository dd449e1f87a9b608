/** Whether things may move: not when the viewer asked for less motion, nor where nobody can see it. */
export function mayMove(window: Window | null): window is Window {
  if (!window || typeof window.matchMedia !== 'function' || window.document.hidden) return false;
  return window.matchMedia('(prefers-reduced-motion: no-preference)').matches;
}
