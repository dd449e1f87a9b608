import { effect, ElementRef, inject } from '@angular/core';

/**
 * Keeps a style property of the host element at a value. Where nothing binds a style or a class, Angular's part for that
 * stays out of the portal's first script; states are attributes. Call it in an injection context.
 */
export function ownStyle(property: string, value: () => string): void {
  const { style } = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  effect(() => style.setProperty(property, value()));
}
