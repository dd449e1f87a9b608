import { ChangeDetectionStrategy, Component, computed, effect, inject, output, signal } from '@angular/core';
import { form, required, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { Link } from '@porchlight/contracts';
import { onReturn } from '../../api/loaded';
import { FormHead } from '../../form/form-head';
import { formParts } from '../../form/field';
import { Saving } from '../../form/saving';
import { isAddress } from '../../people/addresses';
import { Confirm } from '../../sheet/confirm';
import { Outcome, OutcomeNote } from '../../sheet/outcome';
import { SeenMark } from '../../shell/marks';
import { Trouble } from '../../shell/trouble';
import { browserTimeZone, todayIn } from '../../words/dates';
import { ProjectStore } from '../project-store';
import { HandOverLink } from './hand-over-link';
import { endOfLink, linkFacts, lostMail, revoking, rotating } from './link-words';
import { ShareStore } from './share-store';

const blank = { label: '', email: '', endsOn: '' };

/** Named links to the portal, one per person or household. */
@Component({
  selector: 'app-share-links',
  imports: [...formParts, Confirm, FormHead, HandOverLink, MatButton, OutcomeNote, SeenMark, Trouble],
  templateUrl: './share-links.html',
  styleUrls: ['../../people/person-rows.scss', './share-links.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ShareLinks {
  /** Whether something typed would be lost. */
  readonly typed = output<boolean>();
  protected readonly store = inject(ShareStore);
  private key = crypto.randomUUID();
  protected readonly saving = new Saving();
  protected readonly outcome = new Outcome();
  private readonly project = inject(ProjectStore);
  /** Where the project is: there the last day ends. */
  protected readonly today = computed(() => todayIn(this.project.project()?.timeZone ?? browserTimeZone()));
  private readonly model = signal(blank);
  protected readonly form = form(this.model, (path) => {
    required(path.label, { message: 'Say who the link is for' });
    validate(path.email, ({ value }) =>
      value().trim() === '' || isAddress(value().trim())
        ? null
        : { kind: 'email', message: 'Enter one address such as anna@example.com' },
    );
    validate(path.endsOn, ({ value }) =>
      value() !== '' && value() < this.today() ? { kind: 'past', message: 'This day is over already' } : null,
    );
  });
  protected readonly active = computed(() =>
    (this.store.links.value() ?? []).filter(({ status }) => status === 'active'),
  );
  protected readonly dead = computed(() =>
    (this.store.links.value() ?? []).filter(({ status }) => status !== 'active'),
  );
  protected readonly facts = linkFacts;
  protected readonly lost = lostMail;
  protected readonly endOf = endOfLink;
  protected readonly rotating = rotating;
  protected readonly revoking = revoking;

  constructor() {
    void this.store.links.load();
    onReturn(() => void this.store.links.load());
    effect(() => this.typed.emit(Object.values(this.model()).some((text) => text.trim() !== '')));
  }

  protected async create(event: Event): Promise<void> {
    event.preventDefault();
    this.outcome.clear();
    const { label, email, endsOn } = this.model();
    const link = { label: label.trim(), ...(email.trim() && { email: email.trim() }), ...(endsOn && { endsOn }) };
    if (!(await this.saving.run(this.form, () => this.store.create(link, this.key)))) return;
    this.key = crypto.randomUUID();
    this.form().reset(blank);
    this.outcome.done.set(`The link for ${link.label} is ready: copy it and send it.`);
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
