import { afterNextRender, DOCUMENT, inject, Injector } from '@angular/core';

/** Where what was focused is gone, the keyboard goes on at what `next` finds, and not at the top of the page. */
export function stayNear(): (next: () => HTMLElement | null | undefined) => void {
  const document = inject(DOCUMENT);
  const injector = inject(Injector);
  const goOn = (next: () => HTMLElement | null | undefined): void => {
    if (document.activeElement === document.body) next()?.focus();
  };
  return (next) => void afterNextRender({ read: () => goOn(next) }, { injector });
}
