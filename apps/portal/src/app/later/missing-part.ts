import { ChangeDetectionStrategy, Component, DOCUMENT, inject } from '@angular/core';
import { WORDS } from '../words/words';

/** Says that a part of the page could not be had so far, and offers what helps where trying again does not. */
@Component({
  selector: 'pl-missing-part',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <p>{{ words.text }}</p>
    <button class="button" type="button" (click)="reload()">{{ words.again }}</button>
  `,
  styles: `
    :host {
      display: grid;
      justify-items: center;
      gap: var(--space-4);
      padding: var(--space-8) var(--space-5);
      text-align: center;
    }
  `,
})
export class MissingPart {
  protected readonly words = inject(WORDS).missing;
  private readonly location = inject(DOCUMENT).location;

  protected reload(): void {
    this.location.reload();
  }
}
