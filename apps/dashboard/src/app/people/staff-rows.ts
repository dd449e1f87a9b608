import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import type { ChangeStaff, CompanyPerson } from '@porchlight/contracts';
import { ChosenCompany } from '../session/chosen-company';
import { Session } from '../session/session';
import { Confirm } from '../sheet/confirm';
import { type Outcome } from '../sheet/outcome';
import { showFullDay } from '../words/dates';
import { roleWords } from '../words/words';
import { PeopleStore } from './people-store';

/** Owners and managers, and what an owner may do about them. */
@Component({
  selector: 'app-staff-rows',
  imports: [Confirm],
  templateUrl: './staff-rows.html',
  styleUrl: './person-rows.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StaffRows {
  readonly staff = input.required<readonly CompanyPerson[]>();
  readonly owners = input.required<number>();
  readonly outcome = input.required<Outcome>();
  private readonly store = inject(PeopleStore);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  protected readonly chosen = inject(ChosenCompany);
  protected readonly roles = roleWords;

  protected isSelf({ personId }: CompanyPerson): boolean {
    return personId === this.session.me()?.person.id;
  }

  protected roleOf(person: CompanyPerson): ChangeStaff['role'] {
    return partOf(person)?.role === 'owner' ? 'owner' : 'manager';
  }

  protected otherRole(person: CompanyPerson): ChangeStaff['role'] {
    return this.roleOf(person) === 'owner' ? 'manager' : 'owner';
  }

  protected since(person: CompanyPerson): string {
    return showFullDay(partOf(person)?.since.slice(0, 10) ?? '');
  }

  protected isLastOwner(person: CompanyPerson): boolean {
    return this.owners() === 1 && this.roleOf(person) === 'owner';
  }

  protected becoming(person: CompanyPerson): string {
    if (this.otherRole(person) === 'owner') return 'They can then change settings, and staff, you too.';
    return this.isSelf(person)
      ? 'You can no longer change staff or settings.'
      : 'They can no longer change staff or settings.';
  }

  protected leaving(person: CompanyPerson): string {
    const what = `${this.isSelf(person) ? 'You lose' : 'They lose'} all projects and leads of the company at once`;
    const parts = person.memberships.some(({ projectId }) => projectId !== null);
    return parts ? `${what}. Their own parts in single projects stay.` : `${what}.`;
  }

  protected changeRole(person: CompanyPerson): Promise<void> {
    return this.outcome().of(async () => {
      const role = this.otherRole(person);
      await this.store.changeRole(person, role);
      if (this.isSelf(person)) await this.session.reload();
      return `${person.name} is ${role === 'owner' ? 'an owner' : 'a manager'} now.`;
    });
  }

  protected remove(person: CompanyPerson): Promise<void> {
    return this.outcome().of(async () => {
      if (this.isSelf(person)) return this.leave(person);
      const closed = await this.store.removeFromStaff(person);
      return closed
        ? `${person.name} is no longer on the staff.`
        : `${person.name} is no longer on the staff. A screen that was open is still being closed.`;
    });
  }

  private async leave(person: CompanyPerson): Promise<string> {
    await this.store.removeFromStaff(person);
    await this.session.reload();
    await this.router.navigate(['/projects']);
    return 'You have left the company.';
  }
}

const partOf = ({ memberships }: CompanyPerson) => memberships.find(({ projectId }) => projectId === null);
