import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { LATER_WORDS } from '../words/later-words';
import { ComeBack } from './come-back';

/** The first view of a new project is on its way. */
@Component({
  selector: 'pl-not-ready',
  changeDetection: ChangeDetectionStrategy.OnPush,
  providers: [ComeBack],
  template: `
    <main>
      <h1>{{ words.title }}</h1>
      <p class="measure">{{ words.text }}</p>
    </main>
  `,
  styleUrl: './plain-page.css',
})
export class NotReady {
  protected readonly words = inject(LATER_WORDS).pages.notReady;

  constructor() {
    inject(ComeBack);
  }
}
