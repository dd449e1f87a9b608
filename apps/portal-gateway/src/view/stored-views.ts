import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import {
  portalProjectV1Schema,
  portalShellV1Schema,
  type PortalProjectV1,
  type PortalShellV1,
} from '@porchlight/contracts';
import { sql, withTheNext } from '@porchlight/platform';

interface Row {
  company_id: string;
  project: unknown;
  project_version: number;
  shell: unknown;
  shell_version: number;
}

/** What is stored of a project's portal; a fact that has not arrived is null. */
export interface StoredView {
  readonly companyId: string;
  readonly project: PortalProjectV1 | null;
  readonly projectVersion: number;
  readonly shell: PortalShellV1 | null;
  readonly shellVersion: number;
}

/** The read model: one row a project, written by facts only. */
@Injectable()
export class StoredViews {
  async putProject(em: EntityManager, companyId: string, project: PortalProjectV1, version: number): Promise<void> {
    await sql(
      em,
      `${withTheNext}insert into view (project_id, company_id, project, project_version) values (?, ?, ?::jsonb, ?)
       on conflict (project_id) do update
         set project = excluded.project, project_version = excluded.project_version
         where view.project_version < excluded.project_version`,
      [project.projectId, companyId, JSON.stringify(project), version],
    );
  }

  async putShell(em: EntityManager, companyId: string, shell: PortalShellV1, version: number): Promise<void> {
    await sql(
      em,
      `${withTheNext}insert into view (project_id, company_id, shell, shell_version) values (?, ?, ?::jsonb, ?)
       on conflict (project_id) do update
         set shell = excluded.shell, shell_version = excluded.shell_version
         where view.shell_version < excluded.shell_version`,
      [shell.projectId, companyId, JSON.stringify(shell), version],
    );
  }

  async find(em: EntityManager, projectId: string): Promise<StoredView | null> {
    const [row] = await sql<Row>(
      em,
      'select company_id, project, project_version, shell, shell_version from view where project_id = ?',
      [projectId],
    );
    return row
      ? {
          companyId: row.company_id,
          project: portalProjectV1Schema.nullable().parse(row.project),
          projectVersion: row.project_version,
          shell: portalShellV1Schema.nullable().parse(row.shell),
          shellVersion: row.shell_version,
        }
      : null;
  }

  /** The view versions of those among the projects whose portal is ready. */
  async versions(em: EntityManager, projectIds: readonly string[]): Promise<Map<string, number>> {
    const rows = await sql<{ project_id: string; version: number }>(
      em,
      `select project_id, project_version + shell_version as version from view
       where project_id = any(array[?]::uuid[]) and project is not null and shell is not null`,
      [projectIds],
    );
    return new Map(rows.map((row) => [row.project_id, row.version]));
  }
}
