import { ChangeDetectionStrategy, Component, inject, input, type OnInit, signal } from '@angular/core';
import { form, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { FormHead } from '../form/form-head';
import { formParts } from '../form/field';
import { Saving } from '../form/saving';
import { Portals } from '../portals/portals';
import { homeOf, localPath, portalIn } from '../session/home';
import { Session } from '../session/session';
import { PublicFrame } from '../shell/public-frame';

@Component({
  selector: 'app-sign-in',
  imports: [...formParts, FormHead, MatButton, PublicFrame, RouterLink],
  template: `
    <app-public-frame>
      <h1>Sign in</h1>
      @if (toPortal()) {
        <p class="muted">Sign in with the e-mail address your builder invited, to see your project.</p>
      }
      <form class="stack" (submit)="signIn($event)" novalidate>
        <app-form-head [saving]="saving" />
        <app-field label="E-mail">
          <input appControl [formField]="form.email" type="email" autocomplete="username" />
        </app-field>
        <app-field label="Password">
          <input appControl [formField]="form.password" type="password" autocomplete="current-password" />
        </app-field>
        <div class="actions">
          <button matButton="filled" type="submit" [disabled]="saving.busy()">Sign in</button>
        </div>
      </form>
      @if (!toPortal()) {
        <p class="muted">New here? <a routerLink="/register">Register your company</a></p>
      }
    </app-public-frame>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignIn implements OnInit {
  /** Where the person wanted to go. */
  readonly to = input<string>();
  /** Filled in by the link of an accepted invitation. */
  readonly email = input<string>();

  private readonly session = inject(Session);
  private readonly portals = inject(Portals);
  private readonly router = inject(Router);
  protected readonly saving = new Saving();
  private readonly model = signal({ email: '', password: '' });
  protected readonly form = form(this.model, (path) => {
    required(path.email, { message: 'Enter your e-mail address' });
    required(path.password, { message: 'Enter your password' });
  });

  ngOnInit(): void {
    this.model.update((model) => ({ ...model, email: this.email() ?? '' }));
    // Whoever is signed in already goes straight on; not knowing leaves the form to say so.
    void this.session.restore().then(
      (known) => (known ? this.goOn() : undefined),
      () => undefined,
    );
  }

  protected toPortal(): string | null {
    return portalIn(this.to() ?? '');
  }

  protected async signIn(event: Event): Promise<void> {
    event.preventDefault();
    const { email, password } = this.model();
    await this.saving.run(this.form, async () => {
      await this.session.signIn(email, password);
      await this.goOn();
    });
  }

  private async goOn(): Promise<void> {
    const portal = this.toPortal();
    if (portal) return this.portals.enter(portal);
    const only = this.session.projectsAs('customer');
    const home = homeOf(this.session);
    if (home === '/portals' && only.length === 1 && only[0]?.projectId) return this.portals.enter(only[0].projectId);
    await this.router.navigateByUrl(home === '/portals' ? home : (localPath(this.to()) ?? home));
  }
}
