import type { EntityManager } from '@mikro-orm/postgresql';
import type { DataOf, membershipChangedV1 } from '@porchlight/contracts';
import { sql } from '@porchlight/platform';

const asArray = (ids: readonly string[]): string => `{${ids.join()}}`;

/** Invitations with tasks that a person has come to be the one for: theirs is the e-mail, and a part in the place. */
export const waitingFor = async (
  em: EntityManager,
  { email, memberships }: DataOf<typeof membershipChangedV1>,
): Promise<string[]> => {
  const invitations = await sql<{ id: string; company_id: string; project_id: string | null }>(
    em,
    `select id, company_id, project_id from invitation
     where email = ? and exists (select 1 from task where assignee_invitation_id = invitation.id)`,
    [email],
  );
  const places = memberships.filter(({ role }) => role !== 'customer');
  return invitations
    .filter((each) =>
      places.some((place) => place.companyId === each.company_id && place.projectId === each.project_id),
    )
    .map(({ id }) => id);
};

/**
 * Locks the projects in which tasks wait for invitations, then the invitations: the order in which an assignment locks
 * them, so that neither waits for the other. Once this is through, nobody assigns to these invitations until the end of
 * the transaction, and all tasks that wait for them are in locked projects.
 */
export const lockWaiting = async (em: EntityManager, invitationIds: readonly string[]): Promise<void> => {
  for (;;) {
    const projectIds = await projectsWaiting(em, invitationIds);
    await sql(em, 'savepoint waiting');
    await sql(
      em,
      'select 1 from project_portal where project_id = any(?::uuid[]) order by project_id for no key update',
      [asArray(projectIds)],
    );
    await sql(em, 'select 1 from invitation where id = any(?::uuid[]) order by id for no key update', [
      asArray(invitationIds),
    ]);
    const now = await projectsWaiting(em, invitationIds);
    if (now.every((id) => projectIds.includes(id))) return;
    // Assigned in one more project meanwhile: its lock comes before the invitation's, so let go and begin again.
    await sql(em, 'rollback to savepoint waiting');
  }
};

const projectsWaiting = async (em: EntityManager, invitationIds: readonly string[]): Promise<string[]> => {
  const rows = await sql<{ id: string }>(
    em,
    'select distinct project_id as id from task where assignee_invitation_id = any(?::uuid[])',
    [asArray(invitationIds)],
  );
  return rows.map(({ id }) => id);
};
