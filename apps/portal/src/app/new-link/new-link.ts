import {
  ApplicationRef,
  ChangeDetectionStrategy,
  Component,
  computed,
  DOCUMENT,
  ElementRef,
  inject,
  signal,
} from '@angular/core';
import { languageOf, VIEWER_LOCALE } from '@porchlight/ui';
import { projectIdIn } from '../entry/read-entry';
import { LATER_WORDS } from '../words/later-words';
import { askForMail, type MailAnswer } from './ask-for-mail';

type State = MailAnswer | { kind: 'ready' | 'asking' };

/** "Mail me a new link", for whom the way in is lost. What it says never depends on whose address was typed. */
@Component({
  selector: 'pl-new-link',
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './new-link.html',
  styleUrl: './new-link.css',
})
export class NewLink {
  protected readonly words = inject(LATER_WORDS).newLink;
  private readonly language = languageOf(inject(VIEWER_LOCALE));
  private readonly app = inject(ApplicationRef);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly projectId = projectIdIn(inject(DOCUMENT).location.pathname);
  protected readonly state = signal<State>({ kind: 'ready' });
  protected readonly asking = computed(() => this.state().kind === 'asking');
  protected readonly fault = computed(() => {
    const state = this.state();
    switch (state.kind) {
      case 'ready':
      case 'asking':
      case 'asked':
        return '';
      case 'wrong_address':
        return this.words.wrongAddress;
      case 'too_often':
        return this.words.tooOften(state.minutes);
      case 'failed':
        return this.words.failed;
    }
  });

  /** What was typed stays while it has not got through. */
  protected async ask(event: Event, field: HTMLInputElement): Promise<void> {
    event.preventDefault();
    if (!this.projectId || this.asking()) return;
    const email = field.value.trim();
    this.state.set({ kind: 'asking' });
    const answer: MailAnswer =
      email && field.validity.valid
        ? await askForMail(this.projectId, email, this.language)
        : { kind: 'wrong_address' };
    this.state.set(answer);
    await this.goOnAt(answer.kind === 'asked' ? '.sent' : 'input');
  }

  protected startOver(): void {
    this.state.set({ kind: 'ready' });
    void this.goOnAt('input');
  }

  private async goOnAt(selector: string): Promise<void> {
    await this.app.whenStable();
    this.element.nativeElement.querySelector<HTMLElement>(selector)?.focus();
  }
}
