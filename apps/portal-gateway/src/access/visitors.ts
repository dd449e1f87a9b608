import { Injectable } from '@nestjs/common';
import type { Credential, Standing } from './credential';
import { Credentials } from './credentials';
import { PortalCookies } from './portal-cookie';
import { refused } from './refused';

/** Somebody at a project's portal whose cookie is genuine, and how that cookie stands. */
export interface Visitor {
  readonly credential: Credential;
  readonly standing: Standing;
}

/** A visitor whose cookie is good. */
export interface Admitted {
  readonly credential: Credential;
  readonly standing: Standing & { readonly good: true };
}

/** Tells who is at the door, by the project's cookie. */
@Injectable()
export class Visitors {
  constructor(
    private readonly cookies: PortalCookies,
    private readonly credentials: Credentials,
  ) {}

  /** Null without a genuine cookie of this project. Throws 503 when it cannot be checked. */
  async at(projectId: string, cookieHeader: string | undefined): Promise<Visitor | null> {
    const credential = this.cookies.read(cookieHeader, projectId);
    if (!credential) return null;
    const standing = await this.credentials.check(projectId, credential);
    return standing.subject && standing.subject.projectId !== projectId ? null : { credential, standing };
  }

  /** Somebody whose cookie is good. Throws 401 or 410 at everybody else, 503 when it cannot be checked. */
  async admit(projectId: string, cookieHeader: string | undefined): Promise<Admitted> {
    const visitor = await this.at(projectId, cookieHeader);
    if (!visitor) throw refused.unknown();
    const { credential, standing } = visitor;
    if (!standing.good) throw refused[standing.refusal]();
    return { credential, standing };
  }
}
