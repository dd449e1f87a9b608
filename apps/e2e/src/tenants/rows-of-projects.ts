import { aPicture } from './brand-pictures';
import { addProjectFile } from './project-files';
import type { Rows } from './rows';
import type { Ids, Tenant } from './tenant';

const project = { at: 'project' } as const;
const dated = { section: 'planning', start: '2027-01-04', durationDays: 2 };
const newTask = { name: 'Floor', ...dated };
const newMilestone = { name: 'Floor in', section: 'planning', targetDate: '2027-02-01' };
const newItem = { title: 'Tiles', section: 'planning', kind: 'approval' };

const part = (name: 'milestone' | 'item' | 'note' | 'update', body: object) => async (tenant: Tenant) => {
  const { id, version } = await tenant.make(`/api/projects/${tenant.ids.project}/${name}s`, body);
  return { [name]: id, version } as Partial<Ids> & { version: number };
};
/** The subcontractor's, who may see no other. */
const task = async (tenant: Tenant) => {
  const assignee = { kind: 'member', personId: tenant.ids.subcontractor };
  const { id, version } = await tenant.make(`/api/projects/${tenant.ids.project}/tasks`, { ...newTask, assignee });
  return { task: id, version };
};
const milestone = part('milestone', newMilestone);
const item = part('item', newItem);
const note = part('note', { text: 'A note' });
const update = part('update', { text: 'An update' });
const file = ({ owner, ids }: Tenant) => addProjectFile(owner, ids.project);

export const rowsOfProjects: Rows = {
  'GET /api/projects': [{ at: 'self' }, { at: 'self', query: ({ company }) => ({ companyId: company }) }],
  'POST /api/projects': { at: 'company', body: ({ company }) => ({ name: 'New', companyId: company }) },
  'GET /api/projects/{id}': project,
  'PATCH /api/projects/{id}': {
    ...project,
    body: () => ({ clientName: 'The Okafors' }),
    fresh: async ({ owner, ids }) => ({ version: (await owner.get(`/api/projects/${ids.project}`)).body.version }),
  },
  'GET /api/projects/{id}/confirmation': project,
  'POST /api/projects/{id}/confirm': project,
  'GET /api/projects/{id}/files': project,
  'POST /api/projects/{id}/files': { ...project, query: () => ({ name: 'Porch.png' }), body: () => aPicture },
  'PATCH /api/projects/{id}/files/{fileId}': { ...project, body: () => ({ title: 'Porch' }), fresh: file },
  'DELETE /api/projects/{id}/files/{fileId}': { ...project, fresh: file },
  'GET /api/projects/{id}/files/{fileId}/content': project,
  'POST /api/projects/{id}/files/{fileId}/share': { ...project, fresh: file },
  'DELETE /api/projects/{id}/files/{fileId}/share': { ...project, fresh: file },
  'GET /api/projects/{id}/activity': project,
  'GET /api/projects/{id}/budget': project,
  'GET /api/projects/{id}/tasks': project,
  'POST /api/projects/{id}/tasks': { ...project, body: () => newTask },
  'PATCH /api/projects/{id}/tasks/{taskId}': { ...project, body: () => ({ progress: 10 }), fresh: task },
  'DELETE /api/projects/{id}/tasks/{taskId}': { ...project, fresh: task },
  // It was never submitted, which is said to those alone who may decide.
  'POST /api/projects/{id}/tasks/{taskId}/approve': { ...project, fresh: task, answers: [409] },
  'POST /api/projects/{id}/tasks/{taskId}/reject': {
    ...project,
    body: () => ({ reason: 'Not level' }),
    fresh: task,
    answers: [409],
  },
  'GET /api/projects/{id}/milestones': project,
  'POST /api/projects/{id}/milestones': { ...project, body: () => newMilestone },
  'PATCH /api/projects/{id}/milestones/{milestoneId}': { ...project, body: () => ({ name: 'Late' }), fresh: milestone },
  'DELETE /api/projects/{id}/milestones/{milestoneId}': { ...project, fresh: milestone },
  'GET /api/projects/{id}/items': project,
  'POST /api/projects/{id}/items': { ...project, body: () => newItem },
  'PATCH /api/projects/{id}/items/{itemId}': { ...project, body: () => ({ title: 'Taps' }), fresh: item },
  'DELETE /api/projects/{id}/items/{itemId}': { ...project, fresh: item },
  'GET /api/projects/{id}/notes': project,
  'POST /api/projects/{id}/notes': { ...project, body: () => ({ text: 'Another note' }) },
  'PATCH /api/projects/{id}/notes/{noteId}': { ...project, body: () => ({ text: 'Changed' }), fresh: note },
  'DELETE /api/projects/{id}/notes/{noteId}': { ...project, fresh: note },
  'GET /api/projects/{id}/updates': project,
  'POST /api/projects/{id}/updates': { ...project, body: () => ({ text: 'Another update' }) },
  'DELETE /api/projects/{id}/updates/{updateId}': { ...project, fresh: update },
};
