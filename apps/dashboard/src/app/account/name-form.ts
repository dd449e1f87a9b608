import { ChangeDetectionStrategy, Component, inject, linkedSignal, signal } from '@angular/core';
import { form, maxLength, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Api } from '../api/api';
import { DOOR_WORDS } from '../door/door-words';
import { FormHead } from '../form/form-head';
import { formParts } from '../form/field';
import { Saving } from '../form/saving';
import { Session } from '../session/session';

@Component({
  selector: 'app-name-form',
  imports: [...formParts, FormHead, MatButton],
  template: `
    <form class="stack" (submit)="save($event)" novalidate>
      <app-form-head [saving]="saving" />
      <app-field [label]="words.invite.name"
        ><input appControl [formField]="form.name" autocomplete="name"
      /></app-field>
      <div class="actions">
        <button matButton="outlined" type="submit" [disabled]="saving.busy() || !changed()">
          {{ words.account.name.save }}
        </button>
        <span class="muted" role="status">{{ saved() && !changed() ? words.account.name.saved : '' }}</span>
      </div>
    </form>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NameForm {
  protected readonly words = inject(DOOR_WORDS);
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  protected readonly saving = new Saving(this.words.failures);
  protected readonly saved = signal(false);
  private readonly model = linkedSignal(() => ({ name: this.known() }));
  protected readonly form = form(this.model, (path) => {
    required(path.name, { message: this.words.invite.missingName });
    maxLength(path.name, 120, { message: this.words.account.name.long });
  });

  private known(): string {
    return this.session.me()?.person.name ?? '';
  }

  protected changed(): boolean {
    return this.model().name.trim() !== this.known();
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.saved.set(false);
    const name = this.model().name.trim();
    const save = async () => {
      await this.api.patch('/api/identity/me', { name });
      await this.session.reload();
    };
    if (await this.saving.run(this.form, save)) this.saved.set(true);
  }
}
