import type { Session } from './session';

/** Where a signed-in person belongs: the workbench, or the choice of portals for one who is only a customer. */
export const homeOf = (session: Session): '/projects' | '/portals' =>
  session.isBuilder() || session.isSubcontractor() || session.projectsAs('customer').length === 0
    ? '/projects'
    : '/portals';

const portalPath = /^\/portal\/([0-9a-f-]{36})\/?$/;

/** The project whose portal a `?to=` names, or null. */
export const portalIn = (to: string): string | null => portalPath.exec(to)?.[1] ?? null;

/** A `?to=` that stays on this origin, or null. */
export const localPath = (to: string | null | undefined): string | null =>
  to && /^\/(?![/\\])/.test(to) && !to.startsWith('/sign-in') ? to : null;

const forEverybody = ['/account', '/confirm-email', '/invite', '/portals'];

/** Whether a path is for people without a workbench too. */
export const isForEverybody = (path: string): boolean => forEverybody.includes(path.split(/[?#]/)[0] ?? '');
