import { afterNextRender, Directive, ElementRef, inject } from '@angular/core';

/** Something that appears under the hands of its reader and must not appear out of sight. */
@Directive({ selector: '[appIntoView]' })
export class IntoView {
  constructor() {
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterNextRender(() => element.scrollIntoView?.({ block: 'nearest' }));
  }
}
