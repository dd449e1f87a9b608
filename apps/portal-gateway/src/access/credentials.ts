import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql, Transactions } from '@porchlight/platform';
import { Patience } from '../view/patience';
import type { Credential, Standing } from './credential';
import { endOfDay } from './last-day';
import { SessionChecks } from './session-checks';

interface LinkRow {
  id: string;
  project_id: string;
  person_id: string | null;
  generation: number;
  revoked: boolean;
  ends_on: string | null;
  time_zone: string | null;
}

interface SessionRow {
  id: string;
  project_id: string;
  person_id: string;
  sid: string;
  builder: boolean | null;
  customer: boolean | null;
}

const unknown: Standing = { good: false, subject: null, refusal: 'unknown' };
const signedOut: Standing = { good: false, subject: null, refusal: 'signed_out' };

const standingOfLink = (row: LinkRow, generation: number): Standing => {
  const subject = { projectId: row.project_id, linkId: row.id, personId: row.person_id, sid: null };
  if (row.revoked || row.generation !== generation) return { good: false, subject, refusal: 'revoked' };
  const endsAt = row.ends_on === null ? null : endOfDay(row.ends_on, row.time_zone ?? 'UTC');
  if (endsAt && endsAt.getTime() <= Date.now()) return { good: false, subject, refusal: 'expired' };
  return { good: true, subject, viewing: 'link', endsAt };
};

const standingOfSession = (row: SessionRow): Standing => {
  const subject = { projectId: row.project_id, linkId: null, personId: row.person_id, sid: row.sid };
  if (row.builder) return { good: true, subject, viewing: 'builder', endsAt: null };
  if (row.customer) return { good: true, subject, viewing: 'customer', endsAt: null };
  return { good: false, subject, refusal: 'revoked' };
};

/** Reads how credentials stand: what is stored of them, then identity's word on the sessions behind them. */
@Injectable()
export class Credentials {
  constructor(
    private readonly transactions: Transactions,
    private readonly sessions: SessionChecks,
    private readonly patience: Patience,
  ) {}

  /** One credential, at the project it is shown for. Throws 503 when the database or identity cannot be asked. */
  async check(projectId: string, credential: Credential): Promise<Standing> {
    const [standing] = await this.patience.with(() =>
      this.transactions.run({ capabilityId: projectId }, (em) => this.stored(em, [credential])),
    );
    return this.confirmed(standing ?? unknown);
  }

  /** Many at once, in order, for the sweeps of open screens. Throws when the database cannot be asked. */
  async checkAll(credentials: readonly Credential[]): Promise<(Standing | 'unavailable')[]> {
    const standings = await this.transactions.run({ system: true }, (em) => this.stored(em, credentials));
    return Promise.all(standings.map((standing) => this.confirmed(standing).catch(() => 'unavailable' as const)));
  }

  private async confirmed(standing: Standing): Promise<Standing> {
    if (!standing.good || standing.subject.sid === null) return standing;
    if (await this.sessions.isActive(standing.subject.sid)) return standing;
    return { good: false, subject: standing.subject, refusal: 'signed_out' };
  }

  private async stored(em: EntityManager, credentials: readonly Credential[]): Promise<Standing[]> {
    // Many screens share a link.
    const ids = (kind: Credential['kind']) => [
      ...new Set(credentials.filter((one) => one.kind === kind).map((one) => one.id)),
    ];
    const links = new Map((await this.links(em, ids('link'))).map((row) => [row.id, row]));
    const sessions = new Map((await this.portalSessions(em, ids('session'))).map((row) => [row.id, row]));
    return credentials.map((credential) => {
      if (credential.kind === 'link') {
        const row = links.get(credential.id);
        return row ? standingOfLink(row, credential.generation) : unknown;
      }
      const row = sessions.get(credential.id);
      return row ? standingOfSession(row) : signedOut;
    });
  }

  private async links(em: EntityManager, ids: string[]): Promise<LinkRow[]> {
    if (ids.length === 0) return [];
    return sql<LinkRow>(
      em,
      `select l.id, l.project_id, l.person_id, l.generation, l.revoked_at is not null as revoked,
              l.ends_on::text as ends_on, v.project ->> 'timeZone' as time_zone
       from share_link l left join view v on v.project_id = l.project_id
       where l.id = any(array[?]::uuid[])`,
      [ids],
    );
  }

  private async portalSessions(em: EntityManager, ids: string[]): Promise<SessionRow[]> {
    if (ids.length === 0) return [];
    return sql<SessionRow>(
      em,
      `select s.id, s.project_id, s.person_id, s.sid,
              v.company_id = any(a.staff_of) as builder, s.project_id = any(a.customer_of) as customer
       from portal_session s
       left join view v on v.project_id = s.project_id
       left join access a on a.person_id = s.person_id
       where s.id = any(array[?]::uuid[])`,
      [ids],
    );
  }
}
