import { DestroyRef, Directive, ElementRef, inject, output } from '@angular/core';

/** Tells when an element is about to be scrolled into sight: the next page is loaded by then. */
@Directive({ selector: '[appWhenInSight]' })
export class WhenInSight {
  readonly appWhenInSight = output();

  constructor() {
    if (typeof IntersectionObserver === 'undefined') return;
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) this.appWhenInSight.emit();
      },
      { rootMargin: '200px' },
    );
    observer.observe(element);
    inject(DestroyRef).onDestroy(() => observer.disconnect());
  }
}
