// Rows 4 and 5: HTTP, one transaction with an outbox, JetStream, and nothing else. Run by Node itself.
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { Pool } from 'pg';
import { answerCalls } from '../calls.ts';

const { BENCH_POSTGRES, BENCH_NATS, BENCH_SUBJECT = 'bare', BENCH_POLL } = process.env;
const pool = new Pool({ connectionString: BENCH_POSTGRES, max: 10 });
const nats = await connect({ servers: BENCH_NATS });
const stream = jetstream(nats);
await (await jetstreamManager(nats)).streams.add({ name: BENCH_SUBJECT, subjects: [`${BENCH_SUBJECT}.*`] });
const [projects, outbox] = [`${BENCH_SUBJECT}_project`, `${BENCH_SUBJECT}_outbox`];
await pool.query(`create table ${projects} (id text primary key, version int not null, view jsonb not null)`);
await pool.query(`create table ${outbox} (id bigserial primary key, project text not null, view jsonb not null)`);

const write = async (project: string, name: string): Promise<number> => {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const { rows } = await client.query(
      `update ${projects} set version = version + 1,
         view = view || jsonb_build_object('name', $2::text, 'version', version + 1)
       where id = $1 returning version, view`,
      [project, name],
    );
    await client.query(`insert into ${outbox} (project, view) values ($1, $2)`, [project, rows[0].view]);
    await client.query('commit');
    return rows[0].version;
  } finally {
    client.release();
  }
};

let relaying = false;
let again = false;
const relay = async (): Promise<void> => {
  again = true;
  if (relaying) return;
  relaying = true;
  while (again) {
    again = false;
    const { rows } = await pool.query(`select id, project, view from ${outbox} order by id limit 100`);
    if (rows.length === 0) break;
    await Promise.all(
      rows.map(({ project, view }) => stream.publish(`${BENCH_SUBJECT}.${project}`, JSON.stringify(view))),
    );
    await pool.query(`delete from ${outbox} where id = any($1)`, [rows.map(({ id }) => id)]);
    again = true;
  }
  relaying = false;
};
if (BENCH_POLL) setInterval(() => void relay(), Number(BENCH_POLL));

const server = createServer((request, response) => {
  void (async () => {
    const { name } = (await json(request)) as { name: string };
    const version = await write(request.url?.slice(1) ?? '', name);
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ version }));
    if (!BENCH_POLL) await relay();
  })();
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

answerCalls({
  port: () => (server.address() as AddressInfo).port,
  create: async ({ projectIds, view }: { projectIds: string[]; view: object }) => {
    for (const id of projectIds) await pool.query(`insert into ${projects} values ($1, 0, $2)`, [id, view]);
  },
});
