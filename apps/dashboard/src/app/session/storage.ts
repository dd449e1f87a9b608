/** The browser's storage, or null: browsers that forbid it throw on the mere look at it. */
export function storageOf(window: Window | null): Storage | null {
  try {
    return window?.localStorage ?? null;
  } catch {
    return null;
  }
}
