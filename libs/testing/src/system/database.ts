import { schemaOf, type ServiceName } from '@porchlight/contracts';
import { randomBytes } from 'node:crypto';
import { Client, Pool } from 'pg';
import { templateDatabase } from '../run/run-file';

/** A system's own database, a copy of the template with every schema in it, or of another. */
export class TestDatabase {
  private readonly pool: Pool;

  private constructor(
    private readonly adminUrl: string,
    private readonly name: string,
    /** The superuser's URL of this database. */
    readonly url: string,
  ) {
    this.pool = new Pool({ connectionString: url, max: 4 });
    this.pool.on('error', () => undefined);
  }

  static async create(adminUrl: string, template = templateDatabase): Promise<TestDatabase> {
    const name = `porchlight_test_${randomBytes(6).toString('hex')}`;
    await asAdmin(adminUrl, `create database ${name} template ${template}`);
    const url = new URL(adminUrl);
    url.pathname = `/${name}`;
    return new TestDatabase(adminUrl, name, url.href);
  }

  /** Runs a statement as superuser, past row-level security, with a service's schema in front. */
  async sql<Row extends object>(service: ServiceName, text: string, params: readonly unknown[] = []): Promise<Row[]> {
    const client = await this.pool.connect();
    try {
      await client.query(`set search_path = ${schemaOf(service)}`);
      return (await client.query<Row>(text, [...params])).rows;
    } finally {
      client.release();
    }
  }

  async drop(): Promise<void> {
    await this.pool.end();
    await asAdmin(this.adminUrl, `drop database ${this.name} with (force)`);
  }
}

const asAdmin = async (url: string, statement: string): Promise<void> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
};
