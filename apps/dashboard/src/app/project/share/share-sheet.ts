import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { form, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { Link } from '@porchlight/contracts';
import { plainly } from '../../api/refusal';
import { FormHead } from '../../form/form-head';
import { formParts } from '../../form/field';
import { Saving } from '../../form/saving';
import { Confirm } from '../../sheet/confirm';
import { CopyText } from '../../sheet/copy-text';
import { Sheet } from '../../sheet/sheet';
import { SeenMark } from '../../shell/marks';
import { Trouble } from '../../shell/trouble';
import { showFullDay, showMoment } from '../../words/dates';
import { ShareStore } from './share-store';

/** Share: named links to the portal, one per person or household. */
@Component({
  selector: 'app-share-sheet',
  imports: [...formParts, Confirm, CopyText, FormHead, MatButton, SeenMark, Sheet, Trouble],
  providers: [ShareStore],
  templateUrl: './share-sheet.html',
  styleUrl: '../team/team-sheet.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ShareSheet {
  protected readonly store = inject(ShareStore);
  private key = crypto.randomUUID();
  protected readonly saving = new Saving();
  protected readonly trouble = signal<string | null>(null);
  protected readonly done = signal<string | null>(null);
  private readonly model = signal({ label: '' });
  protected readonly form = form(this.model, (path) => {
    required(path.label, { message: 'Say who the link is for' });
  });
  protected readonly dirty = computed(() => this.model().label.trim() !== '');
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
  }

  protected async create(event: Event): Promise<void> {
    event.preventDefault();
    this.done.set(null);
    const label = this.model().label.trim();
    if (!(await this.saving.run(this.form, () => this.store.create({ label }, this.key)))) return;
    this.key = crypto.randomUUID();
    this.form().reset({ label: '' });
    this.done.set(`The link for ${label} is ready: copy it and send it.`);
  }

  protected rotate(link: Link): Promise<void> {
    return this.attempt(async () => {
      await this.store.rotate(link);
      this.done.set(`${link.label} has a new link; the old one no longer works.`);
    });
  }

  protected revoke(link: Link): Promise<void> {
    return this.attempt(async () => {
      const closed = await this.store.revoke(link);
      this.done.set(
        closed
          ? `The link of ${link.label} is revoked and its open screens are closed.`
          : `The link of ${link.label} is revoked; its open screens are being closed.`,
      );
    });
  }

  private async attempt(step: () => Promise<void>): Promise<void> {
    this.trouble.set(null);
    this.done.set(null);
    await step().catch((error: unknown) => this.trouble.set(plainly(error)));
  }
}
