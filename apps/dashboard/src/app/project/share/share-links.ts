import { ChangeDetectionStrategy, Component, computed, effect, inject, output, signal } from '@angular/core';
import { form, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { Link } from '@porchlight/contracts';
import { onReturn } from '../../api/loaded';
import { FormHead } from '../../form/form-head';
import { formParts } from '../../form/field';
import { Saving } from '../../form/saving';
import { Confirm } from '../../sheet/confirm';
import { CopyText } from '../../sheet/copy-text';
import { Outcome, OutcomeNote } from '../../sheet/outcome';
import { SeenMark } from '../../shell/marks';
import { Trouble } from '../../shell/trouble';
import { showFullDay, showMoment } from '../../words/dates';
import { ShareStore } from './share-store';

/** Named links to the portal, one per person or household. */
@Component({
  selector: 'app-share-links',
  imports: [...formParts, Confirm, CopyText, FormHead, MatButton, OutcomeNote, SeenMark, Trouble],
  templateUrl: './share-links.html',
  styleUrl: '../../people/person-rows.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ShareLinks {
  /** Whether something typed would be lost. */
  readonly typed = output<boolean>();
  protected readonly store = inject(ShareStore);
  private key = crypto.randomUUID();
  protected readonly saving = new Saving();
  protected readonly outcome = new Outcome();
  private readonly model = signal({ label: '' });
  protected readonly form = form(this.model, (path) => {
    required(path.label, { message: 'Say who the link is for' });
  });
  protected readonly active = computed(() =>
    (this.store.links.value() ?? []).filter(({ status }) => status === 'active'),
  );
  protected readonly dead = computed(() =>
    (this.store.links.value() ?? []).filter(({ status }) => status !== 'active'),
  );
  protected readonly moment = showMoment;
  protected readonly fullDay = showFullDay;

  constructor() {
    void this.store.links.load();
    onReturn(() => void this.store.links.load());
    effect(() => this.typed.emit(this.model().label.trim() !== ''));
  }

  protected async create(event: Event): Promise<void> {
    event.preventDefault();
    this.outcome.clear();
    const label = this.model().label.trim();
    if (!(await this.saving.run(this.form, () => this.store.create({ label }, this.key)))) return;
    this.key = crypto.randomUUID();
    this.form().reset({ label: '' });
    this.outcome.done.set(`The link for ${label} is ready: copy it and send it.`);
  }

  protected rotate(link: Link): Promise<void> {
    return this.outcome.of(async () => {
      await this.store.rotate(link);
      return `${link.label} has a new link; the old one no longer works.`;
    });
  }

  protected revoke(link: Link): Promise<void> {
    return this.outcome.of(async () =>
      (await this.store.revoke(link))
        ? `The link of ${link.label} is revoked and its open screens are closed.`
        : `The link of ${link.label} is revoked; its open screens are being closed.`,
    );
  }
}
