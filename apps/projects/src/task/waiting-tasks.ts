import type { EntityManager } from '@mikro-orm/postgresql';
import type { DataOf, membershipChangedV1 } from '@porchlight/contracts';
import { oneAtATime, sql } from '@porchlight/platform';

const asArray = (ids: readonly string[]): string => `{${ids.join()}}`;

interface Waiting {
  readonly id: string;
  readonly company_id: string;
  readonly project_id: string | null;
  readonly accepted: boolean;
}

/** Invitations with tasks that a person is the one for: they accepted it, or have its e-mail and a part in its place. */
export const waitingFor = async (
  em: EntityManager,
  { personId, email, memberships }: DataOf<typeof membershipChangedV1>,
): Promise<string[]> => {
  const invitations = await sql<Waiting>(
    em,
    `select id, company_id, project_id, accepted_by is not null as accepted from invitation
     where (accepted_by = ? and role <> 'customer' or accepted_by is null and email = ?)
       and exists (select 1 from task where assignee_invitation_id = invitation.id)`,
    [personId, email],
  );
  const places = memberships.filter(({ role }) => role !== 'customer');
  const hasPartIn = (invitation: Waiting): boolean =>
    places.some((place) => place.companyId === invitation.company_id && place.projectId === invitation.project_id);
  return invitations.filter((each) => each.accepted || hasPartIn(each)).map(({ id }) => id);
};

/** Until the end of the transaction, nothing else that is told about the person joins them to their tasks. */
export const joinAlone = async (em: EntityManager, personId: string): Promise<void> => {
  await oneAtATime(em, `joining ${personId}`);
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
