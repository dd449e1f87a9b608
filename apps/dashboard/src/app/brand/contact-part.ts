import { ChangeDetectionStrategy, Component, computed, effect, inject, output, signal, untracked } from '@angular/core';
import { apply, form } from '@angular/forms/signals';
import type { ChangeCompany, Company, PublicContact } from '@porchlight/contracts';
import { EditDesk } from '../edit/edit-desk';
import { StaleNotice } from '../edit/stale-notice';
import { FormHead } from '../form/form-head';
import { SaveBar } from '../form/save-bar';
import { ChosenCompany } from '../session/chosen-company';
import { Companies } from '../settings/companies';
import { contactDraft, type ContactDraft, ContactFields, contactRules, typedContact } from '../settings/contact-fields';

/** The public contact, here beside what it looks like; the same that stands under Company. */
@Component({
  selector: 'app-contact-part',
  imports: [ContactFields, FormHead, SaveBar, StaleNotice],
  template: `
    <form class="stack" (submit)="save($event)" novalidate>
      <app-form-head [saving]="desk().saving" />
      @if (desk().stale(); as stale) {
        <app-stale-notice [stale]="stale" [busy]="desk().saving.busy()" (redo)="save()" (keep)="keepTheirs()" />
      }
      <fieldset [disabled]="!mayChange()"><app-contact-fields [fields]="form.contact" /></fieldset>
      @if (mayChange()) {
        <app-save-bar
          [dirty]="dirty() && !desk().stale()"
          [busy]="desk().saving.busy()"
          [saved]="saved()"
          (discard)="begin(base())"
        />
      }
    </form>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ContactPart {
  /** As typed, saved or not. */
  readonly typed = output<PublicContact>();
  private readonly chosen = inject(ChosenCompany);
  private readonly companies = inject(Companies);
  protected readonly mayChange = computed(() => this.chosen.may('company.change'));
  protected readonly base = signal<Company>(this.chosen.present());
  protected readonly desk = computed(
    () =>
      new EditDesk<Company, ChangeCompany>(this.base(), (company, change) => this.companies.change(company, change)),
  );
  private readonly model = signal<{ contact: ContactDraft }>({ contact: contactDraft(this.base().contact) });
  protected readonly form = form(this.model, (path) => apply(path.contact, contactRules));
  private readonly wanted = computed(() => typedContact(this.model().contact));
  protected readonly dirty = computed(
    () => JSON.stringify(this.wanted()) !== JSON.stringify(typedContact(contactDraft(this.base().contact))),
  );
  protected readonly saved = signal(false);

  constructor() {
    effect(() => {
      const now = this.chosen.company();
      untracked(() => {
        if (now && (now.id !== this.base().id || !this.dirty())) this.begin(now);
      });
    });
    effect(() => this.typed.emit(this.wanted()));
  }

  protected async save(event?: Event): Promise<void> {
    event?.preventDefault();
    this.saved.set(false);
    const saved = await this.desk().save(this.form, { contact: this.wanted() });
    if (!saved) return;
    this.begin(saved);
    this.saved.set(true);
  }

  protected keepTheirs(): void {
    const theirs = this.desk().keepTheirs();
    this.companies.adopt(theirs);
    this.begin(theirs);
  }

  protected begin(company: Company): void {
    if (company.id !== this.base().id) this.saved.set(false);
    this.base.set(company);
    this.form().reset({ contact: contactDraft(company.contact) });
  }
}
