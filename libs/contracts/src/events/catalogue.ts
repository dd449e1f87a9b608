import { accessFactV1 } from './access-fact.v1';
import { companyChangedV1 } from './company-changed.v1';
import { contactReaddressedV1 } from './contact-readdressed.v1';
import type { EventDefinition } from './define';
import { fileChangedV1 } from './file-changed.v1';
import { invitationAcceptedV1 } from './invitation-accepted.v1';
import { invitationChangedV1 } from './invitation-changed.v1';
import { invitationSentV1 } from './invitation-sent.v1';
import { itemChangedV1 } from './item-changed.v1';
import { leadCapturedV1 } from './lead-captured.v1';
import { leadConvertedV1 } from './lead-converted.v1';
import { leadDeletedV1 } from './lead-deleted.v1';
import { letterRequestedV1 } from './letter-requested.v1';
import { linkRequestedV1 } from './link-requested.v1';
import { mailUndeliveredV1 } from './mail-undelivered.v1';
import { membershipChangedV1 } from './membership-changed.v1';
import { milestoneChangedV1 } from './milestone-changed.v1';
import { noteChangedV1 } from './note-changed.v1';
import { portalPublishedV1 } from './portal-published.v1';
import { portalRenamedV1 } from './portal-renamed.v1';
import { projectChangedV1 } from './project-changed.v1';
import { projectFactV1 } from './project-fact.v1';
import { shellFactV1 } from './shell-fact.v1';
import { taskChangedV1 } from './task-changed.v1';
import { updateChangedV1 } from './update-changed.v1';

/** Every event there is; `docs/events.md` is generated from it. */
export const eventCatalogue: readonly EventDefinition[] = [
  companyChangedV1,
  membershipChangedV1,
  invitationChangedV1,
  invitationSentV1,
  invitationAcceptedV1,
  letterRequestedV1,
  linkRequestedV1,
  projectChangedV1,
  taskChangedV1,
  milestoneChangedV1,
  itemChangedV1,
  noteChangedV1,
  updateChangedV1,
  fileChangedV1,
  portalPublishedV1,
  portalRenamedV1,
  leadCapturedV1,
  leadConvertedV1,
  leadDeletedV1,
  contactReaddressedV1,
  mailUndeliveredV1,
  projectFactV1,
  shellFactV1,
  accessFactV1,
];
