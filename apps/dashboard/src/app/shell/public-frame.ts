import {
  afterNextRender,
  booleanAttribute,
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  inject,
  input,
  viewChild,
} from '@angular/core';
import { Router } from '@angular/router';
import { Wordmark } from './wordmark';

/** The quiet page around signing in, registering and invitations. */
@Component({
  selector: 'app-public-frame',
  imports: [Wordmark],
  template: `
    <header><app-wordmark /></header>
    <main #main id="content" tabindex="-1"><ng-content /></main>
  `,
  styles: `
    :host {
      display: grid;
      min-height: 100dvh;
      grid-template-rows: auto 1fr;
      justify-items: center;
      padding: var(--space-6) var(--space-4) var(--space-12);
      gap: var(--space-8);
    }
    header,
    main {
      width: 100%;
      max-width: 440px;
    }
    :host(.wide) :is(header, main) {
      max-width: 840px;
    }
    main {
      display: grid;
      gap: var(--space-5);
      align-content: start;
      outline: none;
    }
    @media (min-width: 700px) {
      :host {
        padding-block-start: 10vh;
      }
    }
  `,
  host: { '[class.wide]': 'wide()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PublicFrame {
  /** For a page with more on it than one question. */
  readonly wide = input(false, { transform: booleanAttribute });
  private readonly main = viewChild.required<ElementRef<HTMLElement>>('main');

  constructor() {
    // Led on from another page: a keyboard or screen reader goes on here. A fresh page keeps the browser's own place.
    const isLedOn = inject(Router).currentNavigation()?.previousNavigation != null;
    if (isLedOn) afterNextRender(() => this.main().nativeElement.focus({ preventScroll: true }));
  }
}
