import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { apply, form, max, min, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { ChangeCompany, Company } from '@porchlight/contracts';
import { EditDesk } from '../edit/edit-desk';
import { StaleNotice } from '../edit/stale-notice';
import { FormHead } from '../form/form-head';
import { formParts } from '../form/field';
import { Session } from '../session/session';
import { SeenMark } from '../shell/marks';
import { timeZones } from '../words/dates';
import { Companies } from './companies';
import { contactDraft, ContactFields, contactRules, typedContact } from './contact-fields';

interface CompanyDraft {
  name: string;
  contact: ReturnType<typeof contactDraft>;
  amberDays: number | null;
  timeZone: string;
}

const draftOf = ({ name, contact, amberDays, timeZone }: Company): CompanyDraft => ({
  name,
  contact: contactDraft(contact),
  amberDays,
  timeZone,
});

/** The company: what customers see of it, when a deadline turns amber, the zone of new projects. */
@Component({
  selector: 'app-settings',
  imports: [...formParts, ContactFields, FormHead, MatButton, SeenMark, StaleNotice],
  templateUrl: './settings.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Settings {
  private readonly session = inject(Session);
  private readonly companies = inject(Companies);
  protected readonly all = this.session.companies;
  private readonly chosen = signal(this.all()[0]?.id ?? '');
  protected readonly company = computed(() => this.all().find(({ id }) => id === this.chosen()) ?? this.all()[0]);
  protected readonly mayChange = computed(() => this.company()?.role === 'owner');
  protected readonly saved = signal(false);

  /** What the form began with; renewed by choosing a company and by saving, never under typing hands. */
  private readonly base = signal(this.company());
  protected readonly desk = computed(() => {
    const base = this.base();
    return base
      ? new EditDesk<Company, ChangeCompany>(base, (company, change) => this.companies.change(company, change))
      : null;
  });
  protected readonly zones = computed(() => timeZones(this.base()?.timeZone ?? 'America/New_York'));
  private readonly model = linkedSignal<CompanyDraft>(() => {
    const base = this.base();
    return base ? draftOf(base) : { name: '', contact: contactDraft(), amberDays: 14, timeZone: '' };
  });
  protected readonly form = form(this.model, (path) => {
    required(path.name, { message: 'Enter the name of your company' });
    apply(path.contact, contactRules);
    required(path.amberDays, { message: 'Enter a number of days' });
    min(path.amberDays, 0, { message: 'Enter 0 or more' });
    max(path.amberDays, 365, { message: 'Enter 365 or less' });
  });

  protected choose(id: string): void {
    this.chosen.set(id);
    this.base.set(this.company());
    this.saved.set(false);
  }

  protected async save(event?: Event): Promise<void> {
    event?.preventDefault();
    this.saved.set(false);
    const { name, contact, amberDays, timeZone } = this.model();
    const wanted = { name: name.trim(), contact: typedContact(contact), amberDays: amberDays ?? 14, timeZone };
    const saved = await this.desk()?.save(this.form, wanted);
    if (!saved) return;
    this.begin(saved);
    this.saved.set(true);
  }

  protected keepTheirs(): void {
    const theirs = this.desk()?.keepTheirs();
    if (theirs) this.begin(theirs);
  }

  private begin(company: Company): void {
    this.session.companyChanged(company);
    this.base.set(this.company());
    this.form().reset();
  }
}
