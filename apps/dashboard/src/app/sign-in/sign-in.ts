import { ChangeDetectionStrategy, Component, computed, inject, input, type OnInit, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { DOOR_WORDS } from '../door/door-words';
import { Registration } from '../register/registration';
import { portalIn } from '../session/home';
import { GoingOn } from '../session/going-on';
import { OtherPerson } from '../session/other-person';
import { Session } from '../session/session';
import { SignInForm } from '../session/sign-in-form';
import { PublicFrame } from '../shell/public-frame';

@Component({
  selector: 'app-sign-in',
  imports: [OtherPerson, PublicFrame, RouterLink, SignInForm],
  template: `
    <app-public-frame>
      <h1>{{ words.title }}</h1>
      @if (said(); as sentence) {
        <p class="said" role="status">{{ sentence }}</p>
      } @else if (toPortal()) {
        <p class="muted">{{ words.toPortal }}</p>
      }
      @if (isOther()) {
        <app-other-person [wanted]="email() ?? ''" />
        <p>
          <a routerLink="/">{{ words.stay }}</a>
        </p>
      } @else {
        <app-sign-in-form [email]="email() ?? ''" [to]="to() ?? null" [next]="goOn" />
        @if (!toPortal() && registration.open()) {
          <p class="muted">
            {{ words.newHere }} <a routerLink="/register">{{ words.register }}</a>
          </p>
        }
      }
    </app-public-frame>
  `,
  styles: `
    .said {
      padding: var(--space-3) var(--space-4);
      border-radius: var(--radius);
      border-inline-start: 4px solid var(--done);
      background: var(--done-wash);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignIn implements OnInit {
  /** Where the person wanted to go. */
  readonly to = input<string>();
  /** Who it is about: filled in by mails and by the link of an accepted invitation. */
  readonly email = input<string>();
  /** What was done just before, said above the form: a key of `words.after`. */
  readonly after = input<string>();

  protected readonly words = inject(DOOR_WORDS).signIn;
  protected readonly registration = inject(Registration);
  private readonly session = inject(Session);
  private readonly going = inject(GoingOn);
  protected readonly toPortal = computed(() => portalIn(this.to() ?? ''));
  protected readonly said = computed(() => sentenceOf(this.words.after, this.after()));
  /** Somebody was signed in when the page opened, and the page is about somebody else. */
  protected readonly isOther = computed(
    () => this.found() !== null && this.session.me()?.person.email === this.found(),
  );
  private readonly found = signal<string | null>(null);
  protected readonly goOn = (): Promise<void> => this.going.go(this.to());

  ngOnInit(): void {
    if (!this.toPortal()) this.registration.ask();
    // Whoever is signed in already goes straight on; not knowing leaves the form to say so.
    void this.look().catch(() => undefined);
  }

  private async look(): Promise<void> {
    if (!(await this.session.restore())) return;
    const [mine, wanted] = [this.session.me()?.person.email ?? '', this.email()?.trim().toLowerCase()];
    if (wanted && wanted !== mine) this.found.set(mine);
    else await this.goOn();
  }
}

const sentenceOf = (words: Readonly<Record<string, string>>, key = ''): string | null =>
  Object.hasOwn(words, key) ? (words[key] ?? null) : null;
