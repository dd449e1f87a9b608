import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import { Portals } from '../portals/portals';
import { homeOf, isForEverybody, localPath, portalIn } from './home';
import { Session } from './session';
import { WayBack } from './way-back';

/** Where somebody goes who has just signed in: where they wanted to, if it is theirs, else home. */
@Injectable({ providedIn: 'root' })
export class GoingOn {
  private readonly session = inject(Session);
  private readonly portals = inject(Portals);
  private readonly router = inject(Router);
  private readonly wayBack = inject(WayBack);

  async go(wanted?: string | null): Promise<void> {
    const to = localPath(wanted) ?? this.wayBack.take(this.session.me()?.person.email ?? '');
    const portal = portalIn(to ?? '');
    if (portal) return this.portals.leadIn(portal);
    const home = homeOf(this.session);
    if (to && (home === '/projects' || isForEverybody(to))) {
      await this.router.navigateByUrl(to);
      return;
    }
    const only = this.session.onlyPortal();
    if (only) return this.portals.leadIn(only);
    await this.router.navigateByUrl(home);
  }
}
