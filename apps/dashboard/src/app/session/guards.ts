import { inject } from '@angular/core';
import { type CanActivateFn, type CanMatchFn, RedirectCommand, Router, type UrlTree } from '@angular/router';
import { isWorthAnotherTry } from '../api/refusal';
import { homeOf, isForEverybody } from './home';
import { Session } from './session';

const away = (router: Router, to: string): RedirectCommand =>
  new RedirectCommand(router.createUrlTree(['/away'], { queryParams: { to } }), { skipLocationChange: true });

async function settled(to: string, decide: (session: Session, router: Router) => true | UrlTree) {
  const session = inject(Session);
  const router = inject(Router);
  try {
    if (!(await session.restore())) return router.createUrlTree(['/sign-in'], { queryParams: { to } });
    return decide(session, router);
  } catch (error) {
    // Who is here cannot be told right now: nobody is sent to sign in for that.
    if (isWorthAnotherTry(error)) return away(router, to);
    throw error;
  }
}

/** For everybody with an account; others sign in first and come back. A person who is only a customer has no dashboard. */
export const signedIn: CanActivateFn = (_route, { url }) =>
  settled(url, (session, router) => {
    const home = homeOf(session);
    return home === '/portals' && !isForEverybody(url) ? router.parseUrl(home) : true;
  });

/** Chooses among routes: for those who have no workbench. Not knowing leaves it to the other route to say so. */
export const isOnlyCustomer: CanMatchFn = async () => {
  const session = inject(Session);
  const known = await session.restore().catch(() => false);
  return known && homeOf(session) === '/portals';
};

/** For staff of a company. */
export const builder: CanActivateFn = (_route, { url }) =>
  settled(url, (session, router) => session.isBuilder() || router.parseUrl('/projects'));
