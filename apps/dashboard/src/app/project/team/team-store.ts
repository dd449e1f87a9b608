import { inject, Injectable } from '@angular/core';
import type { Invitation, Invite, Member } from '@porchlight/contracts';
import { Api } from '../../api/api';
import { Loaded, withItem, withoutItem } from '../../api/loaded';
import { ProjectStore } from '../project-store';

/** Who is in the project and who is invited. */
@Injectable()
export class TeamStore {
  private readonly api = inject(Api);
  private readonly project = inject(ProjectStore);
  readonly members = this.project.members;
  readonly invitations = new Loaded<Invitation[]>(() =>
    this.api.all<Invitation>('/api/identity/invitations', { projectId: this.project.id() }),
  );

  load(): void {
    void this.members.load();
    void this.invitations.load();
  }

  async invite(invite: Omit<Invite, 'projectId' | 'companyId'>, key: string): Promise<Invitation> {
    const body = { ...invite, projectId: this.project.id() };
    return this.adopt(await this.api.post<Invitation>('/api/identity/invitations', body, { key }));
  }

  async resend({ id }: Invitation): Promise<Invitation> {
    return this.adopt(await this.api.post<Invitation>(`/api/identity/invitations/${id}/resend`));
  }

  async cancel({ id }: Invitation): Promise<void> {
    await this.api.delete(`/api/identity/invitations/${id}`);
    this.invitations.change(withoutItem(id));
  }

  async remove({ personId }: Member): Promise<void> {
    await this.api.delete(`/api/identity/projects/${this.project.id()}/members/${personId}`);
    this.members.change((members) => members.filter((member) => member.personId !== personId));
  }

  private adopt(invitation: Invitation): Invitation {
    this.invitations.change(withItem(invitation));
    return invitation;
  }
}
