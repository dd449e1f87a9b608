import { ChangeDetectionStrategy, Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { apply, form } from '@angular/forms/signals';
import type { ChangeCompany, Company } from '@porchlight/contracts';
import { onReturn } from '../api/loaded';
import { EditDesk } from '../edit/edit-desk';
import { StaleNotice } from '../edit/stale-notice';
import { FormHead } from '../form/form-head';
import { formParts } from '../form/field';
import { SaveBar } from '../form/save-bar';
import { ChosenCompany } from '../session/chosen-company';
import { SeenMark } from '../shell/marks';
import { timeZones, todayIn } from '../words/dates';
import { Companies } from './companies';
import { type CompanyDraft, companyDraft, companyRules, wantedOf } from './company-draft';
import { ContactFields } from './contact-fields';
import { Holidays } from './holidays';
import { WorkingDays } from './working-days';

/** What customers see of the company, when a deadline turns amber, and the days on which it works. */
@Component({
  selector: 'app-company-settings',
  imports: [...formParts, ContactFields, FormHead, Holidays, SaveBar, SeenMark, StaleNotice, WorkingDays],
  templateUrl: './company-settings.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CompanySettings {
  private readonly chosen = inject(ChosenCompany);
  private readonly companies = inject(Companies);
  protected readonly mayChange = computed(() => this.chosen.may('company.change'));

  /** What the form began with; renewed by choosing a company, by loading and by saving, never under typing hands. */
  private readonly base = signal<Company>(this.chosen.present());
  protected readonly company = this.base.asReadonly();
  protected readonly desk = computed(
    () =>
      new EditDesk<Company, ChangeCompany>(this.base(), (company, change) => this.companies.change(company, change)),
  );
  protected readonly zones = computed(() => timeZones(this.base().timeZone));
  protected readonly today = computed(() => todayIn(this.base().timeZone));
  private readonly start = computed(() => companyDraft(this.base()));
  protected readonly model = signal<CompanyDraft>(this.start());
  protected readonly form = form(this.model, (path) => apply(path, companyRules));
  protected readonly dirty = computed(() => JSON.stringify(this.model()) !== JSON.stringify(this.start()));
  protected readonly saved = signal(false);

  constructor() {
    effect(() => {
      const now = this.chosen.company();
      untracked(() => {
        if (now && (now.id !== this.base().id || !this.dirty())) this.begin(now);
      });
    });
    onReturn(() => void this.companies.renew(this.base().id).catch(() => undefined));
  }

  protected faultOf(field: 'workingDays' | 'holidays'): string | null {
    return this.form[field]().errors()[0]?.message ?? null;
  }

  protected async save(event?: Event): Promise<void> {
    event?.preventDefault();
    this.saved.set(false);
    const saved = await this.desk().save(this.form, wantedOf(this.model()));
    if (!saved) return;
    this.begin(saved);
    this.saved.set(true);
  }

  protected keepTheirs(): void {
    const theirs = this.desk().keepTheirs();
    this.companies.adopt(theirs);
    this.begin(theirs);
  }

  protected discard(): void {
    this.begin(this.base());
  }

  private begin(company: Company): void {
    if (company.id !== this.base().id) this.saved.set(false);
    this.base.set(company);
    this.form().reset(companyDraft(company));
  }
}
