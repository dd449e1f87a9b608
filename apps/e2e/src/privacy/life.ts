import { until, type Client, type System } from '@porchlight/testing';
import { addFiles } from './files-of-life';
import { photoThatTells } from './photo';
import type { Secrets } from './secrets';

/** What a project's life leaves behind for its viewers. */
export interface Life {
  readonly owner: Client;
  readonly projectId: string;
  readonly shareUrl: string;
  readonly milestone: { readonly id: string; version: number };
  readonly taskId: string;
  /** As it was uploaded, for logo and portfolio. */
  readonly photo: Buffer;
}

const ok = (reply: { status: number; body: unknown }, wanted: number): void => {
  if (reply.status !== wanted)
    throw new Error(`expected ${wanted}, got ${reply.status}: ${JSON.stringify(reply.body)}`);
};

const usd = (amount: string) => ({ amount: `${amount}.00`, currency: 'USD' });

/** The public form says and asks what nobody else does. */
const askStrangers = async (owner: Client, { formWords }: Secrets): Promise<void> => {
  const { version } = (await owner.get('/api/leads/capture-form')).body;
  const words = { heading: formWords, introduction: formWords, thanks: formWords, projectTypes: [formWords] };
  const questions = [{ label: formWords, required: false }];
  ok(await owner.patch('/api/leads/capture-form', { ...words, questions }, { ifMatch: version }), 200);
};

/** A company whose owner's name and address are secrets, and its published project. */
const found = async (system: System, secrets: Secrets): Promise<{ owner: Client; projectId: string }> => {
  const owner = system.client();
  await owner.register({
    companyName: 'Alder & Sons',
    name: secrets.ownerName,
    email: `${secrets.ownerEmail}@builder.example`,
    password: `${secrets.ownerPassword} and more`,
    contact: { name: 'The office', phone: '+1 303 555 0142', email: 'office@alder.example' },
  });
  const lead = await owner.post('/api/leads', {
    projectType: secrets.leadType,
    source: secrets.leadSource,
    notes: secrets.leadNotes,
    nextStep: secrets.leadNextStep,
    estimatedValue: usd(secrets.leadValue),
    siteAddress: '12 Maple Street',
    client: {
      name: secrets.clientName,
      contacts: [
        {
          name: secrets.contactName,
          email: `${secrets.contactEmail}@home.example`,
          phone: secrets.contactPhone,
          primary: true,
        },
      ],
    },
  });
  ok(lead, 201);
  const files = `/api/leads/${lead.body.id}/files?name=${secrets.leadFile}.pdf`;
  ok(await owner.post(files, Buffer.from('%PDF-1.7\n'), { headers: { 'content-type': 'application/pdf' } }), 201);
  const lost = { stage: 'lost', lostReason: secrets.leadLostReason, projectType: 'Porch' };
  ok(await owner.post('/api/leads', { ...lost, client: { name: 'Somebody else' } }), 201);
  await askStrangers(owner, secrets);
  const published = await owner.post(`/api/leads/${lead.body.id}/publish`, {
    name: 'Maple Street kitchen',
    welcomeMessage: 'Welcome. Here you can follow your kitchen.',
  });
  ok(published, 201);
  const projectId: string = published.body.portal.projectId;
  await until(async () => (await owner.get(`/api/projects/${projectId}`)).status === 200, 10_000);
  return { owner, projectId };
};

/** Logo and portfolio of a photo that tells more than it shows; waited for at the portal. */
const brand = async (system: System, { owner, projectId }: Pick<Life, 'owner' | 'projectId'>, photo: Buffer) => {
  const sent = (ifMatch: number) => ({ ifMatch, headers: { 'content-type': 'image/jpeg' } });
  const { version } = (await owner.get('/api/leads/brand')).body;
  ok(await owner.put('/api/leads/brand/logo', photo, sent(version)), 200);
  ok(await owner.post('/api/leads/brand/pictures', photo, sent(version + 1)), 201);
  const arrived = `select 1 from view where project_id = $1 and shell::text like '%"pictures"%'`;
  await until(async () => (await system.sql('portal-gateway', arrived, [projectId])).length > 0, 10_000);
};

/** Everything a builder types into a project that no customer may see, and a little that they may. */
export const live = async (system: System, secrets: Secrets): Promise<Life> => {
  const { owner, projectId } = await found(system, secrets);
  const photo = await photoThatTells(secrets.camera);
  await brand(system, { owner, projectId }, photo);
  const base = `/api/projects/${projectId}`;
  const head = await owner.get(base);
  ok(
    await owner.patch(
      base,
      { status: 'active', deadline: '2027-06-30', clientName: secrets.projectClient, budget: usd(secrets.budget) },
      { ifMatch: head.body.version },
    ),
    200,
  );
  const wanted = { email: `${secrets.wantedEmail}@builder.example`, password: owner.password };
  ok(await owner.post('/api/identity/me/email', wanted), 202);
  const forgotten = { email: `${secrets.forgottenEmail}@builder.example` };
  ok(await system.client().post('/api/identity/password-resets', forgotten), 202);
  const invited = async (email: string, name?: string): Promise<object> => {
    const asked = { email: `${email}@trade.example`, role: 'subcontractor', projectId, ...(name && { name }) };
    const reply = await owner.post('/api/identity/invitations', asked);
    ok(reply, 201);
    return { kind: 'invited', invitationId: reply.body.id };
  };
  const parent = await owner.post(`${base}/tasks`, {
    assignee: await invited(secrets.invitedEmail, secrets.invitedName),
    name: secrets.parentTask,
    section: 'execution',
    start: '2027-01-04',
    durationDays: 3,
  });
  ok(parent, 201);
  const money = {
    estimatedCost: usd(secrets.estimated),
    committedCost: usd(secrets.committed),
    actualCost: usd(secrets.actual),
  };
  const child = await owner.post(`${base}/tasks`, {
    name: secrets.childTask,
    section: 'execution',
    start: '2027-01-04',
    durationDays: 4,
    parentId: parent.body.id,
    notes: secrets.taskNotes,
    assignee: { kind: 'name', name: secrets.taskAssignee },
    ...money,
  });
  ok(child, 201);
  const task = await owner.post(`${base}/tasks`, {
    assignee: await invited(secrets.namelessEmail),
    name: secrets.taskOldName,
    section: 'planning',
    start: '2027-01-04',
    durationDays: 2,
  });
  ok(task, 201);
  ok(
    await owner.patch(
      `${base}/tasks/${task.body.id}`,
      { name: secrets.taskName, progress: 50, status: 'in_progress' },
      { ifMatch: task.body.version },
    ),
    200,
  );
  const note = await owner.post(`${base}/notes`, { text: secrets.oldNote });
  ok(note, 201);
  ok(await owner.patch(`${base}/notes/${note.body.id}`, { text: secrets.note }, { ifMatch: note.body.version }), 200);
  const milestone = await owner.post(`${base}/milestones`, {
    name: 'Cabinets in',
    targetDate: '2027-02-01',
    section: 'execution',
  });
  ok(milestone, 201);
  ok(
    await owner.post(`${base}/items`, {
      title: 'Choose the tiles',
      detail: 'One of three.',
      kind: 'selection',
      section: 'planning',
      dueDate: '2027-01-15',
    }),
    201,
  );
  await addFiles(owner, base, photo, secrets);
  // Viewers come once the portal shows all of it; what comes after is what they see change.
  const complete = `select 1 from view where project_id = $1 and project::text like '%The plan%'`;
  await until(async () => (await system.sql('portal-gateway', complete, [projectId])).length > 0, 10_000);
  const link = await owner.post(`/api/portal/${projectId}/links`, { label: 'Anna & Ben' });
  ok(link, 201);
  return {
    owner,
    projectId,
    shareUrl: link.body.url,
    milestone: { id: milestone.body.id, version: milestone.body.version },
    taskId: task.body.id,
    photo,
  };
};

/** Invites somebody and has them accept by the link in their mail. Gives them signed in. */
export const join = async (
  system: System,
  { owner, projectId }: Pick<Life, 'owner' | 'projectId'>,
  person: { email: string; name: string; role: 'customer' | 'subcontractor'; message?: string },
): Promise<Client> => {
  const { email, name, role, message } = person;
  ok(await owner.post('/api/identity/invitations', { email, role, projectId, ...(message && { message }) }), 201);
  const mail = await system.mail.waitFor(({ to }) => to.some((address) => address.includes(email)));
  const token = /\/invite#([\w-]+)/.exec(mail.text)?.[1];
  const guest = system.client();
  const accepted = await guest.post('/api/identity/invitations/accept', {
    token,
    name,
    password: 'a long enough password',
  });
  ok(accepted, 201);
  guest.accessToken = accepted.body.accessToken;
  return guest;
};

/** A subcontractor submits a task that needs the builder's word, and is turned down with a reason. */
export const submitAndReject = async (
  { owner, projectId, taskId }: Life,
  sub: Client,
  secrets: Secrets,
): Promise<void> => {
  const path = `/api/projects/${projectId}/tasks/${taskId}`;
  const me = await sub.get('/api/identity/me');
  const version = async (): Promise<number> =>
    (await owner.get(`/api/projects/${projectId}/tasks`)).body.items.find((task: { id: string }) => task.id === taskId)
      .version;
  ok(
    await owner.patch(
      path,
      { requiresAcknowledgement: true, assignee: { kind: 'member', personId: me.body.person.id } },
      { ifMatch: await version() },
    ),
    200,
  );
  ok(await sub.patch(path, { status: 'complete' }, { ifMatch: await version() }), 200);
  ok(await owner.post(`${path}/reject`, { reason: secrets.rejection }, { ifMatch: await version() }), 200);
};
