import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type CaughtMail, type Client, startSystem, type System } from '@porchlight/testing';
import { randomUUID } from 'node:crypto';

const preview = '/api/notifications/mail-preview';
const message = 'Hello <b>Anna</b> & Ben,\n[[url]] {{x}} <mj-include path="/etc/passwd" />';

describe('the preview of the invitation mail', () => {
  let system: System;
  let owner: Client;
  let projectId: string;

  beforeAll(async () => {
    system = await startSystem({ services: ['identity', 'projects', 'leads', 'notifications'] });
    owner = system.client();
    await owner.register({ companyName: 'Alder & Sons', contact: { name: 'Ruth', phone: '555 0100' } });
    projectId = (await owner.post('/api/projects', { name: 'Okafor – Kitchen' })).body.id;
  }, 60_000);
  afterAll(() => system.stop());

  const recolor = async (colors: object): Promise<void> => {
    const { body } = await owner.get('/api/leads/brand');
    const { status } = await owner.send('PUT', '/api/leads/brand', { colors }, { ifMatch: body.version });
    expect(status).toBe(200);
  };
  const invited = async (): Promise<CaughtMail> => {
    const email = `${randomUUID()}@home.example`;
    await owner.post('/api/identity/invitations', { email, role: 'customer', projectId, message });
    return system.mail.waitFor(({ to }) => to.includes(email), 60_000);
  };
  /** Without what every single invitation has of its own. */
  const same = (text: string, to: string, url: string): string =>
    text
      .trimEnd()
      .replaceAll(url, 'URL')
      .replaceAll(to, 'TO')
      .replaceAll(/good until [^.]*\./g, 'good until then.');
  const linkIn = ({ text }: { text: string }): string => /https?:\S+\/invite\S*/.exec(text)?.[0] ?? '';

  it('is the mail that is then sent', async () => {
    await recolor({ primary: '#5b2a86', secondary: '#e0a800' });
    const shown = (await owner.post(preview, { projectName: 'Okafor – Kitchen', message })).body;
    const mail = await invited();
    expect(shown).toMatchObject({ from: 'Alder & Sons', subject: mail.subject });
    const [to = ''] = mail.to;
    expect(same(shown.text, 'client@example.com', linkIn(shown))).toBe(same(mail.text, to, linkIn(mail)));
    expect(same(shown.html, 'client@example.com', linkIn(shown))).toBe(same(mail.html, to, linkIn(mail)));
    expect(shown.html).toContain('Hello &lt;b&gt;Anna&lt;/b&gt; &amp; Ben,<br />[[url]] {{x}} &lt;mj-include');
  });

  it('shows what is not saved, and saves none of it; once saved, the next mail has it', async () => {
    const colors = { primary: '#0b3d91', secondary: '#ff9900' };
    const shown = (await owner.post(preview, { colors, companyName: 'Birch Homes', message: 'Hi' })).body;
    expect(shown).toMatchObject({ from: 'Birch Homes', subject: 'Birch Homes invites you to Your project' });
    expect(shown.html).toContain('#0b3d91');
    expect(shown.text).toContain('555 0100');
    const reached = (await owner.post(preview, { contact: { name: 'Site office', phone: '555 0177' } })).body;
    expect([reached.text.includes('555 0177'), reached.text.includes('555 0100')]).toEqual([true, false]);
    expect((await owner.get('/api/leads/brand')).body.colors).not.toEqual(colors);
    await recolor(colors);
    expect((await invited()).html).toContain('#0b3d91');
  });

  it('sends nothing, and tells neither link nor address of anybody', async () => {
    const before = system.mail.list().length;
    const { status, body } = await owner.post(preview, {});
    expect(status).toBe(200);
    expect(system.mail.list()).toHaveLength(before);
    expect(linkIn(body)).toBe(`${system.origin}/invite`);
  });

  it('refuses what is no colour, and texts that are too long', async () => {
    const colors = { primary: 'red;}</style><script>', secondary: '#000000' };
    for (const body of [{ colors }, { contact: { email: 'x' } }, { message: 'x'.repeat(2001) }, { html: '<b>' }])
      expect((await owner.post(preview, body)).status).toBe(400);
  });

  it('is for the staff of the company', async () => {
    const stranger = system.client();
    await stranger.register();
    const companyId = (await owner.get('/api/identity/me')).body.companies[0].id;
    expect((await stranger.post(preview, { companyId })).status).toBe(404);
    expect((await system.client().post(preview, {})).status).toBe(401);
  });

  it('says to try again while nobody can say how the company looks', async () => {
    await system.kill('leads');
    expect(await owner.post(preview, {})).toMatchObject({ status: 503, body: { code: 'unavailable' } });
  });
});
