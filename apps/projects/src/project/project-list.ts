import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { idSchema, pageQuerySchema, type Project as ProjectReply } from '@porchlight/contracts';
import { afterCursor, type Caller, pageOfRows, Transactions } from '@porchlight/platform';
import { z } from 'zod';
import { Memberships, type KnownPerson } from '../member/memberships';
import { ProjectPortal } from '../portal-view/project-portal.entity';
import { mayHere, type ProjectRole } from './project-access';
import { ProjectReplies } from './project-replies';
import { Project } from './project.entity';

const cursorSchema = z.tuple([z.iso.datetime(), idSchema]);
type Cursor = z.infer<typeof cursorSchema>;

/** With `companyId`: the projects of that company alone; of another's the list is empty. */
export const projectPageQuerySchema = pageQuerySchema.extend({ companyId: idSchema.optional() });
export type ProjectPageQuery = z.infer<typeof projectPageQuerySchema>;

interface Listed {
  readonly project: Project;
  readonly reply: ProjectReply;
}

/** The projects of a person, newest first: of one company, or of whichever they belong to. */
@Injectable()
export class ProjectList {
  constructor(
    private readonly memberships: Memberships,
    private readonly transactions: Transactions,
    private readonly replies: ProjectReplies,
  ) {}

  page(
    caller: Caller,
    { cursor, limit, companyId: only }: ProjectPageQuery,
  ): Promise<{ items: ProjectReply[]; nextCursor: string | null }> {
    const after = afterCursor(cursorSchema, cursor);
    return this.memberships.run(caller, async (em, person) => {
      const listed: Listed[] = [];
      // Row-level security shows one company at a time; each gives its next page, and the newest of all of them count.
      for (const companyId of new Set(person.memberships.map((member) => member.companyId))) {
        if (only !== undefined && companyId !== only) continue;
        await this.transactions.enter(em, { companyId });
        listed.push(...(await this.inCompany(em, person, companyId, after, limit + 1)));
      }
      const newestFirst = listed.sort((one, other) => compareNewestFirst(one.project, other.project));
      const { rows, nextCursor } = pageOfRows(newestFirst, limit, ({ project }) => [
        project.createdAt.toISOString(),
        project.id,
      ]);
      return { items: rows.map(({ reply }) => reply), nextCursor };
    });
  }

  private async inCompany(
    em: EntityManager,
    person: KnownPerson,
    companyId: string,
    after: Cursor | null,
    limit: number,
  ): Promise<Listed[]> {
    const roles = rolesIn(person, companyId);
    const whole = roles.get(null);
    const one = [...roles.keys()].filter((projectId) => projectId !== null);
    const projects = await em.find(
      Project,
      { companyId, ...(whole === undefined && { id: { $in: one } }), ...(after && { $and: [older(after)] }) },
      { orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], limit },
    );
    const portals = await em.find(ProjectPortal, { projectId: { $in: projects.map((project) => project.id) } });
    const portalOf = new Map(portals.map((portal) => [portal.projectId, portal]));
    const listed: Listed[] = [];
    for (const project of projects) {
      const portal = portalOf.get(project.id);
      const role = whole ?? roles.get(project.id);
      if (!portal || !role) continue;
      const visit = { em, person, role, companyId, projectId: project.id };
      listed.push({ project, reply: await this.replies.of(visit, project, portal) });
    }
    return listed;
  }
}

/** What a person is in a company's projects: under null for all of them, else by project. */
const rolesIn = (person: KnownPerson, companyId: string): Map<string | null, ProjectRole> => {
  const roles = new Map<string | null, ProjectRole>();
  for (const member of person.memberships) {
    if (member.companyId === companyId && mayHere(member.role, 'project.read'))
      roles.set(member.projectId, member.role);
  }
  return roles;
};

const older = ([at, id]: Cursor) => ({
  $or: [{ createdAt: { $lt: new Date(at) } }, { createdAt: new Date(at), id: { $lt: id } }],
});

const compareNewestFirst = (one: Project, other: Project): number =>
  other.createdAt.getTime() - one.createdAt.getTime() || (one.id < other.id ? 1 : -1);
