import { DestroyRef, Directive, DOCUMENT, ElementRef, inject, output } from '@angular/core';

/** How far below the screen counts as near: a turn of the wheel, or the next few presses of Tab. */
const margin = '800px';

/** Tells when an element comes near the screen, and again for as long as it stays there. */
@Directive({ selector: '[appComesNear]' })
export class ComesNear {
  readonly appComesNear = output();
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  constructor() {
    const view = inject(DOCUMENT).defaultView;
    if (!view || !('IntersectionObserver' in view)) return;
    const observer = new IntersectionObserver(
      (seen) => {
        if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
        this.appComesNear.emit();
        // It tells of changes alone; looked at anew it tells of what is still so.
        observer.unobserve(this.element);
        observer.observe(this.element);
      },
      { rootMargin: margin },
    );
    observer.observe(this.element);
    inject(DestroyRef).onDestroy(() => observer.disconnect());
  }
}
