import { ChangeDetectionStrategy, Component, computed, inject, input, type OnInit, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { portalIn } from '../session/home';
import { GoingOn } from '../session/going-on';
import { OtherPerson } from '../session/other-person';
import { Session } from '../session/session';
import { SignInForm } from '../session/sign-in-form';
import { PublicFrame } from '../shell/public-frame';

/** What was done just before, said above the form. */
const afterwards: Readonly<Record<string, string>> = {
  reset: 'Your new password is set. Sign in with it.',
  everywhere: 'You are signed out on every device.',
  closed: 'Your account is closed. Thank you for having been here.',
};

@Component({
  selector: 'app-sign-in',
  imports: [OtherPerson, PublicFrame, RouterLink, SignInForm],
  template: `
    <app-public-frame>
      <h1>Sign in</h1>
      @if (said(); as sentence) {
        <p class="said" role="status">{{ sentence }}</p>
      } @else if (toPortal()) {
        <p class="muted">Sign in with the e-mail address your builder invited, to see your project.</p>
      }
      @if (isOther()) {
        <app-other-person [wanted]="email() ?? ''" />
        <p><a routerLink="/">Stay signed in</a></p>
      } @else {
        <app-sign-in-form [email]="email() ?? ''" [to]="to() ?? null" [next]="goOn" />
        @if (!toPortal()) {
          <p class="muted">New here? <a routerLink="/register">Register your company</a></p>
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
  /** A word of `afterwards`. */
  readonly after = input<string>();

  private readonly session = inject(Session);
  private readonly going = inject(GoingOn);
  protected readonly toPortal = computed(() => portalIn(this.to() ?? ''));
  protected readonly said = computed(() => afterwards[this.after() ?? ''] ?? null);
  /** Somebody was signed in when the page opened, and the page is about somebody else. */
  protected readonly isOther = computed(
    () => this.found() !== null && this.session.me()?.person.email === this.found(),
  );
  private readonly found = signal<string | null>(null);
  protected readonly goOn = (): Promise<void> => this.going.go(this.to());

  ngOnInit(): void {
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
