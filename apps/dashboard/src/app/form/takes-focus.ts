import { afterNextRender, booleanAttribute, Directive, ElementRef, inject, input } from '@angular/core';

/**
 * Takes the focus as it comes up in place of what had it: its first control, or itself. Without this a keyboard or screen
 * reader is thrown back to the top of the page.
 */
@Directive({ selector: '[appTakesFocus]' })
export class TakesFocus {
  readonly wanted = input(true, { alias: 'appTakesFocus', transform: booleanAttribute });

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterNextRender(() => {
      if (!this.wanted()) return;
      const control = host.querySelector<HTMLElement>('.control:not([readonly])');
      if (!control && !host.matches('a, button')) {
        host.tabIndex = -1;
        host.style.outline = 'none';
      }
      (control ?? host).focus();
    });
  }
}
