import { inject, Injectable } from '@angular/core';
import type { ChangeStaff, CompanyPerson, Pending } from '@porchlight/contracts';
import { Api } from '../api/api';
import { Loaded } from '../api/loaded';
import { ChosenCompany } from '../session/chosen-company';
import { Invitations } from './invitations';
import { isPending } from './is-pending';

/** Everybody who has a part in the chosen company. */
@Injectable()
export class PeopleStore {
  private readonly api = inject(Api);
  private readonly chosen = inject(ChosenCompany);
  private readonly companyId = (): string => this.chosen.present().id;
  readonly people = new Loaded<CompanyPerson[]>(() => this.api.all<CompanyPerson>(this.path('/people')));
  readonly invitations = new Invitations(this.api, () => ({ companyId: this.companyId() }));

  load(): void {
    void this.people.load();
    if (this.chosen.may('staff.invite')) void this.invitations.list.load();
  }

  restart(): void {
    void this.people.restart();
    if (this.chosen.may('staff.invite')) void this.invitations.list.restart();
  }

  /** Makes a manager an owner and back. */
  async changeRole({ personId }: CompanyPerson, role: ChangeStaff['role']): Promise<void> {
    await this.api.patch(this.path(`/staff/${personId}`), { role });
    await this.people.load();
  }

  /** From the staff; what they are in single projects stays. */
  async removeFromStaff({ personId }: CompanyPerson): Promise<boolean> {
    return this.leave(`/staff/${personId}`);
  }

  /** From all of the company. */
  async remove({ personId }: CompanyPerson): Promise<boolean> {
    return this.leave(`/people/${personId}`);
  }

  /** Whether all their open screens are closed by now. */
  private async leave(rest: string): Promise<boolean> {
    const answer = await this.api.delete<Pending | null>(this.path(rest));
    await this.people.load();
    return !isPending(answer);
  }

  private path(rest: string): string {
    return `/api/identity/companies/${this.companyId()}${rest}`;
  }
}
