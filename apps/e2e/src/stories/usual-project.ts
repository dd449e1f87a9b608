import type { Client, Reply } from '@porchlight/testing';
import { expect } from '@playwright/test';
import { pdfOf, photoOf, type Upload } from './pictures';

/** A date so many days from today (`YYYY-MM-DD`), far enough from midnight for every zone when it is two or more away. */
export const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const made = ({ status, body }: Reply): { id: string; version: number } => {
  expect([status, body]).toEqual([201, body]);
  return body;
};

/** Changes a project as it stands now. */
export const changeProject = async (owner: Client, projectId: string, change: object): Promise<void> => {
  const { version } = (await owner.get(`/api/projects/${projectId}`)).body;
  const reply = await owner.patch(`/api/projects/${projectId}`, change, { ifMatch: version });
  expect([reply.status, reply.body]).toEqual([200, reply.body]);
};

/** Adds a file and shares it, under a title (a photo may go without). */
export const shareFile = async (owner: Client, projectId: string, upload: Upload, title = ''): Promise<void> => {
  const files = `/api/projects/${projectId}/files`;
  const added = await owner.post(`${files}?name=${upload.name}`, upload.buffer, {
    headers: { 'content-type': upload.mimeType },
  });
  const { id, version } = made(added);
  const named = title ? (await owner.patch(`${files}/${id}`, { title }, { ifMatch: version })).body.version : version;
  const shared = await owner.post(`${files}/${id}/share`, undefined, { ifMatch: named });
  expect(shared.body.sharedAt).not.toBeNull();
};

/** What usually stands in a project half way through: work, milestones, things for the customer, news, photos, papers. */
export const fillAsUsual = async (owner: Client, projectId: string): Promise<void> => {
  const at = (part: string) => `/api/projects/${projectId}/${part}`;
  await changeProject(owner, projectId, { status: 'active', deadline: inDays(40), address: '18 Larkspur Lane' });
  const survey = { name: 'Survey', section: 'planning', start: inDays(-60), durationDays: 3 };
  const { id, version } = made(await owner.post(at('tasks'), survey));
  await owner.patch(at(`tasks/${id}`), { status: 'complete' }, { ifMatch: version });
  made(await owner.post(at('tasks'), { name: 'Cabinets', section: 'execution', start: inDays(3), durationDays: 5 }));
  for (const [name, target, reached] of [
    ['Permit', -50, -49],
    ['Demolition', -40, -40],
    ['Plumbing', -30, -28],
    ['Inspection', -20, -20],
    ['Cabinets delivered', -5, null],
    ['Cabinets hung', 9, null],
    ['Walk-through', 38, null],
  ] as const) {
    const reachedOn = reached === null ? null : inDays(reached);
    made(await owner.post(at('milestones'), { name, section: 'execution', targetDate: inDays(target), reachedOn }));
  }
  for (const [title, kind, due, status] of [
    ['Choose the worktop', 'selection', 12, 'waiting'],
    ['Approve the lights', 'approval', -4, 'waiting'],
    ['The code of the gate', 'information', 5, 'with_builder'],
    ['Paint', 'selection', -20, 'done'],
  ] as const)
    made(await owner.post(at('items'), { title, kind, section: 'execution', dueDate: inDays(due), status }));
  for (const text of ['We dug.', 'We poured.', 'The walls stand.', 'The roof is on.', 'The cabinets are here.'])
    made(await owner.post(at('updates'), { text }));
  await shareFile(owner, projectId, await photoOf('#a98467', 'one.jpg'), 'The new porch');
  await shareFile(owner, projectId, await photoOf('#1f4e46', 'two.jpg'));
  await shareFile(owner, projectId, await photoOf('#8b5e3c', 'three.jpg'));
  await shareFile(owner, projectId, pdfOf('plan.pdf'), 'Floor plan');
};

/** A named link to a project. */
export const linkTo = async (owner: Client, projectId: string, label = 'Anna & Ben'): Promise<string> => {
  const { status, body } = await owner.post(`/api/portal/${projectId}/links`, { label });
  expect(status).toBe(201);
  return (body as { url: string }).url;
};
