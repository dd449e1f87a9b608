import type { Role } from './words';

const owner = ['owner'] as const;
const staff = ['owner', 'manager'] as const;
const team = ['owner', 'manager', 'subcontractor'] as const;
const viewers = ['owner', 'manager', 'customer'] as const;

/**
 * Who may do what: the one table that every service obeys and `docs/permissions.md` is made of. A role counts only where
 * it is held: `owner` and `manager` in their company, `subcontractor` and `customer` in their one project. What stands
 * nowhere here is refused.
 */
export const policy = {
  'company.read': { roles: staff, says: "See the company's settings" },
  'company.change': { roles: owner, says: "Change the company's settings" },
  'staff.read': { roles: staff, says: 'See who is on the staff' },
  'staff.invite': { roles: owner, says: 'Invite managers, see, resend and cancel such invitations' },
  'staff.change': { roles: owner, says: 'Make a manager an owner and back' },
  'staff.remove': { roles: owner, says: 'Remove somebody from the staff' },
  'people.read': { roles: staff, says: 'See everybody who has a part in the company' },
  'people.remove': { roles: owner, says: 'Remove somebody from the whole company' },
  'brand.read': { roles: staff, says: 'See the brand' },
  'brand.change': { roles: owner, says: 'Change the brand' },

  'capture.read': { roles: staff, says: 'See the settings of the public form' },
  'capture.change': { roles: owner, says: 'Change the public form' },
  'notice.read': { roles: staff, says: 'See what the bell tells' },

  'lead.read': { roles: staff, says: 'See leads, clients and contacts' },
  'lead.change': { roles: staff, says: 'Add and change leads, clients and contacts' },
  'lead.delete': { roles: staff, says: 'Delete a lead that is not published' },
  'lead.publish': { roles: staff, says: 'Publish a project from a lead, and make a won lead the running project' },

  'project.read': { roles: team, says: 'See a project; subcontractors see no money' },
  'project.create': { roles: staff, says: 'Create a project' },
  'project.change': { roles: staff, says: "Change a project's facts and status" },
  'member.read': { roles: staff, says: 'See the members of a project' },
  'member.invite': { roles: staff, says: 'Invite to a project, see, resend and cancel such invitations' },
  'member.change': { roles: staff, says: "Change a member's role" },
  'member.remove': { roles: staff, says: 'Remove a member from a project' },

  'task.read': { roles: team, says: 'See tasks; subcontractors see their own, without money and notes' },
  'task.create': { roles: staff, says: 'Add a task' },
  'task.change': { roles: team, says: 'Change a task; subcontractors set status and progress of their own' },
  'task.delete': { roles: staff, says: 'Delete a task' },
  'task.review': { roles: staff, says: 'Approve and reject what was submitted for review' },
  'milestone.read': { roles: staff, says: 'See milestones' },
  'milestone.change': { roles: staff, says: 'Add, change and delete milestones' },
  'item.read': { roles: staff, says: 'See customer items' },
  'item.change': { roles: staff, says: 'Add, change and delete customer items' },
  'update.read': { roles: staff, says: 'See the updates written for the customer' },
  'update.change': { roles: staff, says: 'Write and delete updates for the customer' },
  'file.read': { roles: staff, says: 'See the photos and documents of a project' },
  'file.change': { roles: staff, says: 'Add, remove, share and unshare photos and documents' },
  'portal.confirm': { roles: staff, says: 'Say that what the customer sees is still right' },
  'note.read': { roles: staff, says: 'See private notes' },
  'note.change': { roles: staff, says: 'Write, change and delete private notes' },
  'activity.read': { roles: staff, says: 'See who changed what and when' },
  'budget.read': { roles: staff, says: 'See the budget' },

  'welcome.read': { roles: staff, says: 'See the welcome message' },
  'welcome.change': { roles: staff, says: 'Change the welcome message' },
  'portal.view': { roles: viewers, says: 'Open the portal as a signed-in person' },
  'link.read': { roles: staff, says: 'See the share links of a project' },
  'link.change': { roles: staff, says: 'Make, rotate and revoke share links' },
} as const satisfies Record<string, { readonly roles: readonly Role[]; readonly says: string }>;

export type Action = keyof typeof policy;
export const actions = Object.keys(policy) as readonly Action[];

/** Whether who holds `role` in the place in question may do `action` there. */
export const may = (role: Role, action: Action): boolean => (policy[action].roles as readonly Role[]).includes(role);

/**
 * Whom a route lets in: those who may do an action (of several, the one that fits what the request names), or
 * - `anyone`: no sign-in needed, and nothing of a tenant in reach;
 * - `signed-in`: everybody with an account, about themselves alone;
 * - `link-holder`: who holds the link or cookie of the one thing it is about.
 */
export type RouteAccess = Action | readonly Action[] | 'anyone' | 'signed-in' | 'link-holder';
