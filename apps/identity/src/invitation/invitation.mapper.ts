import type {
  DataOf,
  InspectedInvitation,
  Invitation as InvitationReply,
  invitationChangedV1,
} from '@porchlight/contracts';
import type { Company } from '../company/company.entity';
import type { Invitation } from './invitation.entity';

export const invitationReply = (
  invitation: Invitation,
  invitedBy: string,
  acceptUrl: string | null,
): InvitationReply => ({
  id: invitation.id,
  email: invitation.email,
  name: invitation.name,
  role: invitation.role,
  projectId: invitation.projectId,
  companyId: invitation.companyId,
  status: invitation.statusAt(new Date()),
  sentAt: invitation.sentAt.toISOString(),
  expiresAt: invitation.expiresAt.toISOString(),
  invitedBy,
  openedAt: invitation.openedAt?.toISOString() ?? null,
  ...(acceptUrl !== null && { acceptUrl }),
});

export const inspectedReply = (
  invitation: Invitation,
  company: Company,
  projectName: string | null,
  told: { invitedBy: string; known: boolean; renewable: boolean },
): InspectedInvitation => ({
  status: invitation.statusAt(new Date()),
  companyName: company.name,
  projectName,
  projectId: invitation.projectId,
  role: invitation.role,
  email: invitation.email,
  name: invitation.name,
  invitedBy: told.invitedBy,
  expiresAt: invitation.expiresAt.toISOString(),
  known: told.known,
  renewable: told.renewable,
  contact: company.contact,
});

export const invitationState = (invitation: Invitation): DataOf<typeof invitationChangedV1> => ({
  invitationId: invitation.id,
  companyId: invitation.companyId,
  projectId: invitation.projectId,
  email: invitation.email,
  name: invitation.name,
  role: invitation.role,
  state: invitation.state,
  sentAt: invitation.sentAt.toISOString(),
  expiresAt: invitation.expiresAt.toISOString(),
  acceptedBy: invitation.acceptedBy,
  generation: invitation.generation,
});
