import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { email, form, required, validate } from '@angular/forms/signals';
import type { ChangeLead, Client, CreateLead, Lead, Money } from '@porchlight/contracts';
import { MatButton } from '@angular/material/button';
import { Api } from '../api/api';
import { EditDesk } from '../edit/edit-desk';
import { StaleNotice } from '../edit/stale-notice';
import { FormHead } from '../form/form-head';
import { formParts } from '../form/field';
import { Saving } from '../form/saving';
import { ChosenCompany } from '../session/chosen-company';
import { Sheet } from '../sheet/sheet';
import { SheetFoot } from '../sheet/sheet-foot';
import { PrivateMark } from '../shell/marks';
import { moneyText, readMoney } from '../words/money';
import { choices, leadStageWords } from '../words/words';
import { alike } from './alike';
import { ClientSuggestions } from './client-suggestions';
import { DuplicateRows } from './duplicate-rows';

/** A lead, new with its client or old. */
@Component({
  selector: 'app-lead-sheet',
  imports: [
    ...formParts,
    ClientSuggestions,
    DuplicateRows,
    FormHead,
    MatButton,
    PrivateMark,
    Sheet,
    SheetFoot,
    StaleNotice,
  ],
  templateUrl: './lead-sheet.html',
  styles: `
    .known {
      display: flex;
      justify-content: space-between;
      align-items: center;
      gap: var(--space-3);
      padding: var(--space-3) var(--space-4);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LeadSheet {
  private readonly about = inject<{ lead: Lead | null; client?: Client }>(DIALOG_DATA);
  protected readonly lead = this.about.lead;
  private readonly dialog = inject<DialogRef<Lead>>(DialogRef);
  private readonly api = inject(Api);
  private readonly key = crypto.randomUUID();
  private readonly company = inject(ChosenCompany).company();
  private readonly currency = this.lead?.estimatedValue?.currency ?? this.company?.currency ?? 'USD';
  protected readonly stages = choices(leadStageWords);

  protected readonly desk = this.lead
    ? new EditDesk<Lead, ChangeLead>(this.lead, (lead, change) =>
        this.api.patch<Lead>(`/api/leads/${lead.id}`, change, { version: lead.version }),
      )
    : null;
  protected readonly saving = this.desk?.saving ?? new Saving();
  private readonly start = {
    clientName: '',
    contactName: '',
    contactEmail: '',
    contactPhone: '',
    projectType: this.lead?.projectType ?? '',
    siteAddress: this.lead?.siteAddress ?? '',
    source: this.lead?.source ?? '',
    stage: this.lead?.stage ?? 'new',
    lostReason: this.lead?.lostReason ?? '',
    estimatedValue: moneyText(this.lead?.estimatedValue),
    nextStep: this.lead?.nextStep ?? '',
    nextStepOn: this.lead?.nextStepOn ?? '',
    notes: this.lead?.notes ?? '',
  };
  protected readonly model = signal(this.start);
  /** A client we know, instead of a new one. */
  protected readonly client = signal<Client | null>(this.about.client ?? null);
  protected readonly alike = alike(() => {
    const { contactEmail: email, contactPhone: phone, siteAddress: address } = this.model();
    return this.lead ? { email: '', phone: '', address: '' } : { email, phone, address };
  });
  protected readonly form = form(this.model, (path) => {
    required(path.clientName, { message: 'Enter the household or firm', when: () => !this.lead && !this.client() });
    required(path.projectType, { message: 'Say what they want built' });
    email(path.contactEmail, { message: 'Enter an e-mail address such as anna@example.com' });
    validate(path.contactName, ({ value, valueOf }) =>
      !value().trim() && (valueOf(path.contactEmail).trim() || valueOf(path.contactPhone).trim())
        ? { kind: 'required', message: 'Enter the name of this contact' }
        : null,
    );
    validate(path.estimatedValue, ({ value }) =>
      readMoney(value(), this.currency) === undefined
        ? { kind: 'money', message: 'Enter an amount such as 48,000' }
        : null,
    );
  });
  protected readonly dirty = computed(
    () => this.client()?.id !== this.about.client?.id || JSON.stringify(this.model()) !== JSON.stringify(this.start),
  );
  private readonly names = {
    'client.name': 'clientName',
    'client.contacts.0.name': 'contactName',
    'client.contacts.0.email': 'contactEmail',
    'client.contacts.0.phone': 'contactPhone',
    'estimatedValue.amount': 'estimatedValue',
  };

  protected async save(event?: Event): Promise<void> {
    event?.preventDefault();
    const saved = this.desk
      ? await this.desk.save(this.form, this.facts(), { names: this.names })
      : await this.create();
    if (saved) this.dialog.close(saved);
  }

  protected keepTheirs(): void {
    this.dialog.close(this.desk?.keepTheirs());
  }

  private facts(): ChangeLead {
    const draft = this.model();
    const value: Money | null = readMoney(draft.estimatedValue, this.currency) ?? null;
    return {
      projectType: draft.projectType.trim(),
      siteAddress: draft.siteAddress.trim() || null,
      source: draft.source.trim() || null,
      stage: draft.stage,
      lostReason: draft.stage === 'lost' ? draft.lostReason.trim() || null : null,
      estimatedValue: value,
      nextStep: draft.nextStep.trim() || null,
      nextStepOn: draft.nextStepOn || null,
      notes: draft.notes.trim() || null,
    };
  }

  private async create(): Promise<Lead | null> {
    const { clientName, contactName, contactEmail, contactPhone, projectType } = this.model();
    const known = this.client();
    const contact = {
      name: contactName.trim(),
      email: contactEmail.trim() || null,
      phone: contactPhone.trim() || null,
      primary: true,
    };
    const body: CreateLead = {
      ...this.facts(),
      projectType,
      ...(known ? { clientId: known.id } : { client: { name: clientName, contacts: contact.name ? [contact] : [] } }),
    };
    const created: Lead[] = [];
    const path = this.company ? `/api/leads?companyId=${this.company.id}` : '/api/leads';
    await this.saving.run(
      this.form,
      async () => created.push(await this.api.post<Lead>(path, body, { key: this.key })),
      { names: this.names },
    );
    return created[0] ?? null;
  }
}
