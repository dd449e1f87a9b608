import type { System } from '@porchlight/testing';
import { Client as Postgres } from 'pg';

/** A customer's own link that somebody else is just writing: until it is let go, no other can be written. */
export class OwnLinkHeld {
  private constructor(
    private readonly system: System,
    private readonly holder: Postgres,
  ) {}

  static async at(system: System, projectId: string, personId: string): Promise<OwnLinkHeld> {
    const holder = new Postgres({ connectionString: system.postgresUrl() });
    await holder.connect();
    await holder.query('begin');
    await holder.query(
      `insert into gateway.share_link (id, project_id, kind, label, generation, key_version, person_id, created_at)
       values (gen_random_uuid(), $1, 'customer', 'Held', 1, 1, $2, now())`,
      [projectId, personId],
    );
    return new OwnLinkHeld(system, holder);
  }

  /** How many of the gateway's statements wait for another transaction. */
  async waiting(): Promise<number> {
    const { length } = await this.system.sql(
      'portal-gateway',
      `select 1 from pg_stat_activity
       where datname = current_database() and usename = 'gateway_app' and wait_event_type = 'Lock'`,
    );
    return length;
  }

  async letGo(): Promise<void> {
    await this.holder.query('rollback');
    await this.holder.end();
  }
}
