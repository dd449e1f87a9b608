import { inject, Injectable } from '@angular/core';
import type { ChangeMember, Member, Pending } from '@porchlight/contracts';
import { Api } from '../../api/api';
import { Invitations } from '../../people/invitations';
import { isPending } from '../../people/is-pending';
import { ProjectStore } from '../project-store';

/** Who is in the project and who is invited. */
@Injectable()
export class TeamStore {
  private readonly api = inject(Api);
  private readonly project = inject(ProjectStore);
  readonly members = this.project.members;
  readonly invitations = new Invitations(this.api, () => ({ projectId: this.project.id() }));

  load(): void {
    void this.members.load();
    void this.invitations.list.load();
  }

  /** Whether all screens that showed more than the new role may see are closed by now. */
  async changeRole({ personId }: Member, role: ChangeMember['role']): Promise<boolean> {
    const answer = await this.api.patch<Pending | null>(this.path(personId), { role });
    this.members.change((members) =>
      members.map((member) => (member.personId === personId ? { ...member, role } : member)),
    );
    return !isPending(answer);
  }

  /** Whether all their screens, and those of the links, are closed by now; if not, that is retried until they are. */
  async remove({ personId }: Member, linkIds: readonly string[] = []): Promise<boolean> {
    const links = linkIds.length > 0 ? `?links=${linkIds.join(',')}` : '';
    const answer = await this.api.delete<Pending | null>(this.path(personId) + links);
    this.members.change((members) => members.filter((member) => member.personId !== personId));
    return !isPending(answer);
  }

  private path(personId: string): string {
    return `/api/identity/projects/${this.project.id()}/members/${personId}`;
  }
}
