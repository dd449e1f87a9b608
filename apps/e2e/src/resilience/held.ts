import { schemaOf, type ServiceName } from '@porchlight/contracts';
import { Client, until, type RunningService, type System } from '@porchlight/testing';
import { Client as Database } from 'pg';
import { v7 as newId } from 'uuid';

/** A change at a service, and the table that it writes and none of the work beside it. */
interface Change {
  readonly path: string;
  readonly body?: object;
  readonly table: string;
  readonly status: number;
}

export interface Place {
  readonly owner: Client;
  readonly companyId: string;
  /** A project that the work beside it leaves alone. */
  readonly projectId: string;
}

const changesOf = ({ owner, companyId, projectId }: Place): Readonly<Record<ServiceName, Change>> => ({
  identity: {
    path: '/api/identity/sessions',
    body: { email: owner.email, password: owner.password },
    table: 'session',
    status: 201,
  },
  projects: { path: `/api/projects/${projectId}/notes`, body: { text: 'Held' }, table: 'note', status: 201 },
  leads: { path: `/api/leads/clients?companyId=${companyId}`, body: { name: 'Held' }, table: 'client', status: 201 },
  notifications: {
    path: `/api/notifications/notices/seen?companyId=${companyId}`,
    body: { upTo: newId() },
    table: 'notice_seen',
    status: 204,
  },
  'portal-gateway': { path: `/api/portal/${projectId}/sessions`, table: 'portal_session', status: 201 },
});

/** A request that stands still in the middle of one process, at the database, until it is released. */
export interface Held {
  /** Its status; 0 where there was no answer. */
  readonly answer: Promise<number>;
  readonly wanted: number;
  release(): Promise<void>;
}

/** Sends one to the process itself, and waits until it stands there. */
export const heldAt = async (system: System, process: RunningService, place: Place): Promise<Held> => {
  const { path, body, table, status } = changesOf(place)[process.service];
  const database = new Database({ connectionString: system.postgresUrl() });
  database.on('error', () => undefined);
  await database.connect();
  if (process.service === 'notifications')
    await database.query(
      `insert into notifications.notice (id, company_id, kind, reference, generation, at, subject)
       values ($1, $2, 'leadCaptured', $1, 1, now(), 'Held')`,
      [body && 'upTo' in body ? body.upTo : null, place.companyId],
    );
  await database.query('begin');
  // Readers pass, writers wait.
  await database.query(`lock table ${schemaOf(process.service)}.${table} in exclusive mode`);
  const direct = new Client(process.url);
  direct.accessToken = place.owner.accessToken;
  const answer = direct.post(path, body).then(
    (reply) => reply.status,
    () => 0,
  );
  const waiting = async (): Promise<boolean> => {
    const { rows } = await database.query<{ count: number }>(
      `select count(*)::int from pg_locks where not granted and relation = '${schemaOf(process.service)}.${table}'::regclass`,
    );
    return (rows[0]?.count ?? 0) > 0;
  };
  const release = async (): Promise<void> => {
    await database.query('rollback');
    await database.end();
  };
  try {
    await until(waiting, 20_000, `nothing waits for ${table}`);
  } catch (error) {
    await release();
    throw error;
  }
  return { answer, wanted: status, release };
};
