import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { everythingTaken, startSystem, until, type System } from '@porchlight/testing';
import { randomUUID } from 'node:crypto';
import { live, type Life } from './life';
import { newSecrets, type Secrets } from './secrets';
import { Viewer } from './viewer';

/**
 * Ids, instants, nonces, cookies and tokens are random in every run. Each is replaced by its place of first appearance and
 * its length, so that only what they stand for is compared: content, order, count and size.
 */
const withoutChance = (): ((text: string) => string) => {
  const seen = new Map<string, string>();
  const named = (kind: string) => (match: string) => {
    const name = seen.get(match) ?? `<${kind} ${seen.size} of ${match.length}>`;
    seen.set(match, name);
    return name;
  };
  return (text) =>
    text
      .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, named('id'))
      .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, named('instant'))
      .replace(/[A-Za-z0-9_-]{40,}/g, named('token'))
      .replace(/nonce[-="\\]+[A-Za-z0-9+/=]{20,}/gi, named('nonce'));
};

describe('two worlds that differ only in what is hidden (P2)', () => {
  let system: System;

  beforeAll(async () => {
    system = await startSystem();
  });
  afterAll(() => system?.stop());

  /** Files that stay the staff's: uploaded, titled, deleted; a photo tells where it was taken. */
  const keepFiles = async ({ owner, projectId, photo }: Life, secrets: Secrets): Promise<void> => {
    const files = `/api/projects/${projectId}/files`;
    const add = async (bytes: Buffer, type: string, name: string): Promise<{ id: string; version: number }> =>
      (await owner.post(`${files}?name=${name}`, bytes, { headers: { 'content-type': type } })).body;
    const file = await add(Buffer.from('%PDF-1.7\n'), 'application/pdf', `${secrets.keptName}.pdf`);
    await owner.patch(`${files}/${file.id}`, { title: secrets.keptTitle }, { ifMatch: file.version });
    const gone = await add(photo, 'image/jpeg', `${secrets.keptName}.jpg`);
    await owner.delete(`${files}/${gone.id}`, { ifMatch: gone.version });
    await add(photo, 'image/jpeg', `${secrets.keptName}.jpg`);
  };

  /** Another household has a link of its own, loses it and asks for a new one. */
  const otherHousehold = async ({ owner, projectId }: Life, { neighbourName, neighbourEmail }: Secrets) => {
    const api = `/api/portal/${projectId}`;
    const email = `${neighbourEmail}-${randomUUID()}@home.example`;
    const link = (await owner.post(`${api}/links`, { label: neighbourName, email })).body;
    await owner.post(`${api}/links/${link.id}/rotate`);
    const asked = await system.client().post(`${api}/link-requests`, { email });
    expect([asked.status, (await owner.delete(`${api}/links/${link.id}`)).status]).toEqual([202, 200]);
  };

  const changePrivately = async (life: Life, secrets: Secrets, times: number): Promise<void> => {
    const { owner, projectId } = life;
    for (let turn = 0; turn < times; turn++) {
      await keepFiles(life, secrets);
      await otherHousehold(life, secrets);
      const note = await owner.post(`/api/projects/${projectId}/notes`, { text: `${secrets.note} ${turn}` });
      const path = `/api/projects/${projectId}/notes/${note.body.id}`;
      await owner.patch(path, { text: secrets.oldNote }, { ifMatch: note.body.version });
      const head = await owner.get(`/api/projects/${projectId}`);
      const budget = { amount: `${turn + 1}000.00`, currency: 'USD' };
      await owner.patch(`/api/projects/${projectId}`, { budget }, { ifMatch: head.body.version });
      const company = `/api/identity/companies/${head.body.companyId}`;
      const settings = await owner.get(company);
      // The plan follows, task by task, and the percentages weigh durations, not dates.
      await owner.patch(company, { holidays: [`2027-01-0${turn + 5}`] }, { ifMatch: settings.body.version });
    }
  };

  const reached = async ({ owner, projectId, milestone }: Life, day: string): Promise<void> => {
    const path = `/api/projects/${projectId}/milestones/${milestone.id}`;
    const reply = await owner.patch(path, { reachedOn: day }, { ifMatch: milestone.version });
    milestone.version = reply.body.version;
  };

  /** Another photo is shared, the same in each world but for what its camera and its name tell. */
  const sharePhoto = async (
    { owner, projectId, photo }: Life,
    secrets: Secrets,
  ): Promise<{ id: string; version: number }> => {
    const files = `/api/projects/${projectId}/files`;
    const jpeg = { headers: { 'content-type': 'image/jpeg' } };
    const { body: file } = await owner.post(`${files}?name=${secrets.sharedName}.jpg`, photo, jpeg);
    const titled = await owner.patch(`${files}/${file.id}`, { title: 'The hallway' }, { ifMatch: file.version });
    return (await owner.post(`${files}/${file.id}/share`, undefined, { ifMatch: titled.body.version })).body;
  };

  /** The same script in each world; `privateEdits` is how often the builder does what nobody may notice. */
  const transcriptOf = async (privateEdits: number): Promise<string[]> => {
    const secrets = newSecrets();
    const life = await live(system, secrets);
    const viewer = new Viewer(system, life.projectId);
    const arrived = (day: string) => until(() => viewer.frames.at(-1)?.includes(day) ?? false, 15_000);
    try {
      await viewer.open(life.shareUrl);
      await viewer.watch();
      await changePrivately(life, secrets, privateEdits);
      await reached(life, '2027-01-28');
      await arrived('2027-01-28');
      await changePrivately(life, secrets, privateEdits);
      const shared = await sharePhoto(life, secrets);
      await until(() => viewer.frames.at(-1)?.includes('The hallway') ?? false, 15_000);
      await changePrivately(life, secrets, privateEdits);
      await viewer.poke();
      const ifMatch = { ifMatch: shared.version };
      await life.owner.delete(`/api/projects/${life.projectId}/files/${shared.id}/share`, ifMatch);
      await until(() => !(viewer.frames.at(-1)?.includes('The hallway') ?? true), 15_000);

      // The gateway dies between its commit and its acknowledgement, so the fact is delivered once more.
      const gateway = system.process('portal-gateway');
      viewer.close();
      // What it has not acknowledged yet would be delivered again before the fact that is meant.
      await everythingTaken(system, 'PORTAL', 'gateway');
      await gateway.kill('SIGKILL');
      await gateway.start({ CRASH_AT: 'before-ack:portal.fact.project.v1' });
      await reached(life, '2027-01-30');
      await gateway.ended;
      await gateway.start();
      await viewer.watch();
      await arrived('2027-01-30');
      await changePrivately(life, secrets, privateEdits);
      await reached(life, '2027-01-31');
      await arrived('2027-01-31');
      await viewer.poke();
    } finally {
      viewer.close();
    }
    const normal = withoutChance();
    return viewer.seen.map(({ where, text }) => normal(`${where}\n${text}`));
  };

  it('show the portal the same bytes in the same number of messages', async () => {
    const quiet = await transcriptOf(1);
    const busy = await transcriptOf(3);
    expect(quiet.length).toBeGreaterThan(30);
    // Logo and pictures of the company, photos and a document were fetched, in both sizes.
    expect(
      quiet.filter((text) => text.startsWith('GET /api/portal/') && text.includes('/files/<id')).length,
    ).toBeGreaterThan(7);
    expect(busy).toEqual(quiet);
  });
});
