import { ChangeDetectionStrategy, Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { CompanyPerson } from '@porchlight/contracts';
import { onReturn } from '../api/loaded';
import { ChosenCompany } from '../session/chosen-company';
import { Sheets } from '../sheet/sheets';
import { Outcome, OutcomeNote } from '../sheet/outcome';
import { Icon } from '../shell/icon';
import { Trouble } from '../shell/trouble';
import { InvitationRows } from './invitation-rows';
import { PeopleStore } from './people-store';
import { ProjectPeople } from './project-people';
import { StaffRows } from './staff-rows';

/** The people of a company: its staff, and everybody with a part in one of its projects. */
@Component({
  selector: 'app-people',
  imports: [Icon, InvitationRows, MatButton, OutcomeNote, ProjectPeople, StaffRows, Trouble],
  providers: [PeopleStore],
  templateUrl: './people.html',
  styleUrl: './people.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class People {
  protected readonly store = inject(PeopleStore);
  protected readonly chosen = inject(ChosenCompany);
  private readonly sheets = inject(Sheets);
  protected readonly outcome = new Outcome();
  protected readonly wanted = signal('');
  private readonly found = computed(() => {
    const word = this.wanted().trim().toLowerCase();
    return (this.store.people.value() ?? []).filter(
      ({ name, email }) => name.toLowerCase().includes(word) || email.toLowerCase().includes(word),
    );
  });
  protected readonly staff = computed(() => this.found().filter(isStaff));
  protected readonly others = computed(() => this.found().filter((person) => !isStaff(person)));
  /** Those who own it, found or not: the last one stays. */
  protected readonly owners = computed(
    () =>
      (this.store.people.value() ?? []).filter(({ memberships }) => memberships.some(({ role }) => role === 'owner'))
        .length,
  );

  constructor() {
    effect(() => {
      if (!this.chosen.company()) return;
      this.chosen.id();
      untracked(() => this.store.restart());
    });
    onReturn(() => this.store.load());
  }

  protected async invite(): Promise<void> {
    this.outcome.clear();
    const { InviteManager } = await import('./invite-manager');
    const sentence = await this.sheets.open<string>(InviteManager, this.store.invitations);
    if (sentence) this.outcome.done.set(sentence);
  }
}

const isStaff = ({ memberships }: CompanyPerson): boolean => memberships.some(({ projectId }) => projectId === null);
