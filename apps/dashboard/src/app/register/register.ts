import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { apply, email, form, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { Company } from '@porchlight/contracts';
import { FormHead } from '../form/form-head';
import { formParts } from '../form/field';
import { newPassword, newPasswordHint } from '../form/new-password';
import { PasswordField } from '../form/password-field';
import { Saving } from '../form/saving';
import { PublicFrame } from '../shell/public-frame';
import { Session } from '../session/session';
import { browserTimeZone, timeZones } from '../words/dates';
import { FirstContact } from './first-contact';
import { Registration } from './registration';

/** A company signs up; then it says how its customers may reach it. */
@Component({
  selector: 'app-register',
  imports: [...formParts, FirstContact, FormHead, MatButton, PasswordField, PublicFrame, RouterLink],
  template: `
    <app-public-frame>
      @if (company(); as registered) {
        <app-first-contact [company]="registered" (done)="goOn()" />
      } @else if (registration.closed()) {
        <h1>Companies cannot register here</h1>
        <p>
          Whoever runs this Porchlight creates companies. Ask them for yours: you will get a link by which you choose
          your password.
        </p>
        <p class="muted">
          Does your company work here already? Ask one of its owners to invite you, or
          <a routerLink="/sign-in">sign in</a>.
        </p>
      } @else if (!registration.asking()) {
        <h1>Register your company</h1>
        <p class="muted">Plan your jobs, and give every homeowner a live view of theirs.</p>
        <form class="stack" (submit)="register($event)" novalidate>
          <app-form-head [saving]="saving">
            @if (taken()) {
              <a routerLink="/sign-in" [queryParams]="{ email: model().email }">Sign in</a>
            }
          </app-form-head>
          <app-field label="Company name">
            <input appControl [formField]="form.companyName" autocomplete="organization" />
          </app-field>
          <app-field label="Your name"><input appControl [formField]="form.name" autocomplete="name" /></app-field>
          <app-field label="E-mail">
            <input appControl [formField]="form.email" type="email" autocomplete="username" />
          </app-field>
          <app-password-field label="Password" autocomplete="new-password" [hint]="hint" [field]="form.password" />
          <app-field label="Time zone" hint="Deadlines count days in this zone.">
            <select appControl [formField]="form.timeZone">
              @for (zone of zones; track zone) {
                <option [value]="zone">{{ zone }}</option>
              }
            </select>
          </app-field>
          <div class="actions">
            <button matButton="filled" type="submit" [disabled]="saving.busy()">Register</button>
          </div>
        </form>
        <p class="muted">Registered already? <a routerLink="/sign-in">Sign in</a></p>
      }
    </app-public-frame>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Register {
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  protected readonly registration = inject(Registration);
  private readonly key = crypto.randomUUID();

  protected readonly company = signal<Company | null>(null);
  protected readonly zones = timeZones(browserTimeZone());
  protected readonly hint = newPasswordHint;
  protected readonly taken = signal(false);
  protected readonly saving = new Saving();
  protected readonly model = signal({
    companyName: '',
    name: '',
    email: '',
    password: '',
    timeZone: browserTimeZone(),
  });
  protected readonly form = form(this.model, (path) => {
    required(path.companyName, { message: 'Enter the name of your company' });
    required(path.name, { message: 'Enter your name' });
    required(path.email, { message: 'Enter your e-mail address' });
    email(path.email, { message: 'Enter an e-mail address such as anna@example.com' });
    apply(path.password, newPassword);
  });

  constructor() {
    this.registration.ask();
  }

  protected async register(event: Event): Promise<void> {
    event.preventDefault();
    this.taken.set(false);
    const register = async () => this.company.set((await this.session.register(this.model(), this.key)).company);
    await this.saving.run(this.form, register, {
      refused: ({ code }) => {
        this.taken.set(code === 'email_taken');
        return false;
      },
    });
  }

  protected goOn(): void {
    void this.router.navigateByUrl('/projects');
  }
}
