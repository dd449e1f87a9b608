import { inject, Injectable } from '@angular/core';
import { type NavigationExtras, Router } from '@angular/router';
import type { AcceptedInvitation, InspectedInvitation, Me } from '@porchlight/contracts';
import { Portals } from '../portals/portals';
import { ChosenCompany } from '../session/chosen-company';
import { Session } from '../session/session';

export type Place = AcceptedInvitation['membership'];
type Membership = Me['memberships'][number];

/** Where a membership belongs: a customer in the portal, a subcontractor at the own tasks, a manager at the projects. */
@Injectable({ providedIn: 'root' })
export class Joined {
  private readonly session = inject(Session);
  private readonly portals = inject(Portals);
  private readonly chosen = inject(ChosenCompany);
  private readonly router = inject(Router);

  async enter({ companyId, projectId, role }: Place): Promise<void> {
    if (role === 'customer' && projectId) return this.portals.leadIn(projectId);
    this.chosen.choose(companyId);
    await this.router.navigateByUrl(projectId ? `/projects/${projectId}` : '/projects');
  }

  /** What the signed-in person has of what an invitation was to, whatever their address is by now; or null. */
  membershipOf({ projectId, companyName }: InspectedInvitation): Membership | null {
    const isIt = (mine: Membership): boolean =>
      projectId ? mine.projectId === projectId : mine.projectId === null && mine.companyName === companyName;
    return this.session.me()?.memberships.find(isIt) ?? null;
  }

  bySignIn({ email, projectId, role }: InspectedInvitation): NavigationExtras {
    const to = role === 'customer' && projectId ? `/portal/${projectId}` : projectId ? `/projects/${projectId}` : null;
    return { queryParams: { email, to }, replaceUrl: true };
  }
}
