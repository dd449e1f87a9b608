import { schemaOf, services } from '@porchlight/contracts';
import { migratorRole, namedSecrets } from '@porchlight/installation';
import { migrateService, provisionDatabase, run, type RunResult, type System } from '@porchlight/testing';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { currentRun } from '../../../libs/testing/src/run/run-file';

const program = (): string => join(currentRun().root, 'dist/tools/admin.js');

/** Somebody at the machine of an installation, with the built program and a folder for backups. */
export class Operator {
  private constructor(
    private readonly system: System,
    readonly backups: string,
  ) {}

  static async of(system: System): Promise<Operator> {
    if (!existsSync(program())) throw new Error('admin is not built: run node tools/build/build.ts admin first');
    return new Operator(system, await mkdtemp(join(tmpdir(), 'porchlight-backups-')));
  }

  /** More of the environment, e.g. keys that were rotated. */
  readonly env: Record<string, string> = {};

  /** Runs a command to its end. */
  admin(...words: string[]): Promise<RunResult> {
    const { filesFolder } = this.system;
    const { SIGNING_KEYS, IDENTITY_TOKEN_KEYS, LEADS_TOKEN_KEYS, GATEWAY_TOKEN_KEYS } = namedSecrets(
      currentRun().secrets,
    );
    return run(process.execPath, ['--no-warnings', program(), ...words], {
      env: {
        PROVISION_DATABASE_URL: this.system.postgresUrl(),
        PROVISION_NATS_URL: this.system.natsUrl('provision'),
        BACKUP_DIR: this.backups,
        PROJECTS_FILES_DIR: join(filesFolder, 'private-projects'),
        LEADS_FILES_DIR: join(filesFolder, 'private'),
        PUBLIC_FILES_DIR: join(filesFolder, 'public'),
        PORCHLIGHT_VERSION: '0.1.0-test',
        PUBLIC_ORIGINS: this.system.origin,
        SIGNING_KEYS,
        IDENTITY_TOKEN_KEYS,
        LEADS_TOKEN_KEYS,
        GATEWAY_TOKEN_KEYS,
        ...this.env,
      },
    });
  }

  /** Runs a command that must do its work, and gives what it said. */
  async does(...words: string[]): Promise<string> {
    const { code, out, err } = await this.admin(...words);
    if (code !== 0) throw new Error(`admin ${words.join(' ')} ended with ${code}: ${err || out}`);
    return out;
  }

  stopServices(): Promise<unknown> {
    return Promise.all(services.map((service) => this.system.process(service).stop()));
  }

  startServices(): Promise<unknown> {
    return Promise.all(services.map((service) => this.system.startService(service)));
  }

  /** A new, empty installation in the place of the old one: nothing is left of database, files, streams and queue. */
  async wipe(): Promise<void> {
    const { root, secrets } = currentRun();
    for (const service of services) await this.system.sql(service, `drop schema ${schemaOf(service)} cascade`);
    await rm(this.system.filesFolder, { recursive: true });
    const { backing } = this.system;
    await backing.stopRedis({ wipe: true });
    await backing.startRedis();
    await backing.stopNats({ wipe: true });
    await backing.startNats();
    await provisionDatabase(root, this.system.postgresUrl(), secrets.roles);
    await Promise.all(
      services.map((service) =>
        migrateService(root, service, {
          MIGRATION_DATABASE_URL: this.system.postgresUrl(migratorRole(service)),
          DATABASE_SCHEMA: schemaOf(service),
        }),
      ),
    );
  }

  async leave(): Promise<void> {
    await rm(this.backups, { recursive: true, force: true });
  }
}
