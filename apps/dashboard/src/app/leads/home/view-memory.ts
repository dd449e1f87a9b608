import { type LeadView, readView } from './lead-filter';

const key = 'porchlight.leads.view';

/** The view somebody looked at last in this browser. A browser that keeps nothing starts with the board. */
export function rememberedView(): LeadView {
  try {
    return readView(localStorage.getItem(key) ?? undefined) ?? 'board';
  } catch {
    return 'board';
  }
}

export function rememberView(view: LeadView): void {
  try {
    localStorage.setItem(key, view);
  } catch {
    // Chosen for this visit alone.
  }
}
