import { computed, effect, inject, Injectable, untracked } from '@angular/core';
import type { CompanyPerson } from '@porchlight/contracts';
import { Api } from '../api/api';
import { Loaded } from '../api/loaded';
import { ChosenCompany } from '../session/chosen-company';
import { Session } from '../session/session';

export interface StaffMember {
  readonly id: string;
  readonly name: string;
}

/** The staff of the chosen company, who may own a lead; the reader first. */
@Injectable({ providedIn: 'root' })
export class Staff {
  private readonly api = inject(Api);
  private readonly chosen = inject(ChosenCompany);
  private readonly me = inject(Session).me;
  private readonly people = new Loaded<CompanyPerson[]>(() =>
    this.api.all<CompanyPerson>(`/api/identity/companies/${this.chosen.id()}/people`),
  );
  readonly members = computed<readonly StaffMember[]>(() => {
    const mine = this.me()?.person.id;
    return (this.people.value() ?? [])
      .filter(({ memberships }) => memberships.some(({ projectId }) => projectId === null))
      .map(({ personId, name }) => ({ id: personId, name: personId === mine ? `${name} (you)` : name }))
      .sort((a, b) => Number(b.id === mine) - Number(a.id === mine) || a.name.localeCompare(b.name));
  });

  constructor() {
    effect(() => {
      const id = this.chosen.company()?.id;
      untracked(() => void (id ? this.people.restart() : undefined));
    });
  }

  nameOf(id: string): string | undefined {
    return this.members().find((member) => member.id === id)?.name;
  }
}
