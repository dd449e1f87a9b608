import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { invitationLetter } from './invitation.letter';
import type { SendableInvitation } from './invitation.words';

const template = readFileSync(join(process.cwd(), 'apps/notifications/templates/invitation.mjml'), 'utf8');
const colors = { primary: '#1f4e46', secondary: '#b45309' };
const acceptUrl = 'https://porchlight.example/invite#AQGTd6AAAHAAgAAAAAAAAAEAAAAB-_x';

const invitation: SendableInvitation = {
  sendable: true,
  to: 'anna@example.com',
  acceptUrl,
  companyId: '019377a0-0000-7000-8000-000000000001',
  companyName: 'Alder & Sons',
  contact: { name: 'Ruth Alder', phone: '555 0100', email: 'ruth@alder.example' },
  projectName: 'Okafor – Kitchen',
  role: 'customer',
  message: 'We start on Monday.\nCall me any time.',
  locale: 'en',
  expiresAt: '2026-11-28T02:15:00.000Z',
  timeZone: 'America/New_York',
};
const letter = (changes: Partial<SendableInvitation> = {}) =>
  invitationLetter(template, { ...invitation, ...changes }, colors);

/** What a reader sees of HTML: tags, styles and comments gone, entities read. */
const shown = (html: string): string =>
  html
    .replaceAll(/<!--[\s\S]*?-->|<style[\s\S]*?<\/style>|<title[\s\S]*?<\/title>/g, '')
    .replaceAll(/<br\s*\/?>/g, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

const tags = (html: string): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const [, name = ''] of html.matchAll(/<([a-zA-Z][\w-]*)/g)) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
};

const payloads = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<mj-include path="/etc/passwd" />',
  '<mj-raw><b>bold</b></mj-raw>',
  '</mj-text><mj-image src="https://tracker.example/x.png" />',
  '</td></tr></table><h1>Pay here</h1>',
  '"><a href="https://evil.example">Accept Invitation</a>',
  "' onmouseover='alert(1)",
  '[[acceptUrl]] [[constructor]] [[color:primary]] {{acceptUrl}} [[#message]]x[[/message]]',
  '<!--[if mso]><b>x</b><![endif]-->',
  '&lt;script&gt; &amp; &#60;b&#62;',
  "$& $1 $` $' $$",
  'Grüße – 你好 – 🏠',
];

describe('the mail of an invitation', () => {
  it('has one button, Accept Invitation, and no other place to go', async () => {
    const { html } = await letter();
    const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
    expect(new Set(links)).toEqual(new Set([acceptUrl]));
    expect(html.match(/Accept Invitation/g)).toHaveLength(1);
  });

  it('loads nothing from anywhere', async () => {
    const { html } = await letter();
    expect(html).not.toMatch(/<img|<link|@import|url\(|src=/);
  });

  it('says company, project, message, end and whom to ask', async () => {
    const text = shown((await letter()).html);
    for (const part of [
      'Alder & Sons',
      'Okafor – Kitchen',
      'We start on Monday.\nCall me any time.',
      'Friday, 27 November 2026, 9:15 PM',
      'Ruth Alder, Alder & Sons: 555 0100 or ruth@alder.example',
    ])
      expect(text).toContain(part);
  });

  it("wears the company's colours, with text on them that can be read", async () => {
    expect((await letter()).html).toContain('#1f4e46');
    const pale = await invitationLetter(template, invitation, { primary: '#ffe680', secondary: '#336699' });
    expect(pale.html).toMatch(/#ffe680/);
    expect(pale.html).toMatch(/color:\s*#000000/);
  });

  it.each(payloads)('shows as plain text what somebody typed: %s', async (payload) => {
    const [plain, loaded] = [await letter({ message: 'x' }), await letter({ message: payload })];
    expect(shown(loaded.html)).toContain(payload);
    expect(tags(loaded.html)).toEqual(tags(plain.html));
    expect(loaded.text).toContain(payload);
    expect(loaded.text).toContain(acceptUrl);
  });

  it.each(payloads)('does so in the names of company, project and contact too: %s', async (payload) => {
    const names = { companyName: payload, projectName: payload, contact: { name: payload, phone: payload } };
    const plain = await letter({ companyName: 'x', projectName: 'x', contact: { name: 'x', phone: 'x' } });
    const loaded = await letter(names);
    expect(shown(loaded.html)).toContain(payload);
    expect(tags(loaded.html)).toEqual(tags(plain.html));
  });

  it('leaves out message and contact when there are none', async () => {
    const { html, text, replyTo } = await letter({ message: ' ', contact: {} });
    expect(html).not.toContain('Questions?');
    expect(html).not.toContain('class="message');
    expect(text).not.toContain('>');
    expect(replyTo).toBeUndefined();
  });

  it('has a text part that says the same', async () => {
    const { text } = await letter();
    expect(text).toContain(`Accept Invitation:\n${acceptUrl}\n`);
    expect(text).toContain('> We start on Monday.\n> Call me any time.');
    expect(text).toContain('good until Friday, 27 November 2026, 9:15 PM.');
    expect(text).toContain('Questions? Ruth Alder, Alder & Sons: 555 0100 or ruth@alder.example');
  });

  it('names the zone where the time is not in the company’s own', async () => {
    expect((await letter({ timeZone: undefined })).text).toContain('Saturday, 28 November 2026, 2:15 AM UTC');
  });

  it.each([
    ['subcontractor', 'Okafor – Kitchen', 'Join Okafor – Kitchen'],
    ['manager', null, 'Join Alder & Sons'],
  ] as const)('speaks to a %s of what awaits them', async (role, projectName, heading) => {
    expect((await letter({ role, projectName })).text).toContain(heading);
  });
});
