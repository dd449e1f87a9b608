import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { ContactCard } from '../view/contact-card';
import type { Company } from '../view/contact-way';
import { LATER_WORDS } from '../words/later-words';
import { ComeBack } from './come-back';

/** Something on our side is away: says that it is us, comes back by itself, and names whom to ask where that is known. */
@Component({
  selector: 'pl-unavailable',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ContactCard],
  providers: [ComeBack],
  template: `
    <main>
      <h1>{{ words.title }}</h1>
      <p class="measure">{{ words.text }}</p>
      <div class="again">
        <button
          class="button primary"
          type="button"
          [attr.aria-disabled]="state() === 'asking' ? true : null"
          (click)="again()"
        >
          {{ state() === 'asking' ? words.asking : words.again }}
        </button>
        <p class="muted" role="status">{{ state() === 'not_yet' ? words.notYet : '' }}</p>
      </div>
      @if (company(); as known) {
        <pl-contact-card [company]="known" />
      }
    </main>
  `,
  styleUrl: './plain-page.css',
  styles: `
    .again {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-2) var(--space-4);
      margin-top: var(--space-6);
    }

    pl-contact-card {
      display: block;
      margin-top: var(--space-10);
    }
  `,
})
export class Unavailable {
  readonly company = input<Company>();

  protected readonly words = inject(LATER_WORDS).pages.unavailable;
  protected readonly state = signal<'ready' | 'asking' | 'not_yet'>('ready');
  private readonly comeBack = inject(ComeBack);

  protected async again(): Promise<void> {
    if (this.state() === 'asking') return;
    this.state.set('asking');
    // Once it is there, the page is loaded anew: nothing more to press.
    if (!(await this.comeBack.ask())) this.state.set('not_yet');
  }
}
