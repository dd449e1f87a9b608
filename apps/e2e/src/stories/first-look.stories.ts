import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { expectNoFaults } from './axe';
import { foundCompany, joinAs, mailedLink, signIn } from './company';
import { expect, live, test } from './story';

/** Nobody reads and fills in a form faster; who does is taken for a machine. */
const readingTime = 3_200;

test('from the form on a website to a homeowner’s first look', async ({ browser, page, someoneElse, system }) => {
  test.slow();
  const { id: companyId, owner } = await foundCompany(system);
  const colors = { primary: '#0b5d3b', secondary: '#3a2f6b' };
  const versionOf = async () => (await owner.get(`/api/leads/brand?companyId=${companyId}`)).body.version as number;
  await owner.put(`/api/leads/brand?companyId=${companyId}`, { colors }, { ifMatch: await versionOf() });
  const logo = await sharp({ create: { width: 300, height: 90, channels: 3, background: colors.primary } })
    .png()
    .toBuffer();
  const put = await owner.put(`/api/leads/brand/logo?companyId=${companyId}`, logo, {
    ifMatch: await versionOf(),
    headers: { 'content-type': 'image/png' },
  });
  expect(put.status).toBe(200);
  const form = await owner.get(`/api/leads/capture-form?companyId=${companyId}`);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await signIn(page, system, owner.email, owner.password);
  const bell = page.getByRole('button', { name: /Notices/ });
  await expect(bell).toHaveAccessibleName('Notices');

  // A homeowner whose browser runs no scripts.
  const plain = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  const visitor = await plain.newPage();
  const email = `mia-${randomUUID().slice(0, 8)}@home.example`;
  await visitor.goto(`${system.origin}/request/${form.body.slug}`);
  // The form was made before this moment, so it is at least this old when it is sent.
  const opened = Date.now();
  await visitor.getByLabel('Name').fill('Mia Miller');
  await visitor.getByLabel('E-mail').fill(email);
  await visitor.getByLabel(/What/).first().fill('Kitchen');
  await expect.poll(() => Date.now() - opened).toBeGreaterThan(readingTime);
  await visitor.getByRole('button').click();
  await expect(visitor.getByText('Your request has reached us')).toBeVisible();
  await plain.close();

  await expect(bell).toHaveAccessibleName('Notices, 1 new', { timeout: 20_000 });
  await bell.click();
  const notices = page.getByRole('dialog', { name: 'Notices' });
  await expectNoFaults(page);
  await notices.getByRole('link', { name: /New lead: Mia Miller/ }).click();
  await expect(page.getByRole('heading', { name: 'Mia Miller', level: 1 })).toBeVisible();
  await expect(bell).toHaveAccessibleName('Notices');

  const block = page.getByRole('region', { name: 'Client Project' });
  await expect(block.getByText('the first invitation publishes it')).toBeVisible();
  await block.getByRole('button', { name: 'Invite', exact: true }).click();
  const sheet = page.getByRole('dialog');
  await expect(sheet.getByText('All on this form goes to the client.')).toBeVisible();
  await expect(sheet.getByText('A published project cannot be deleted.')).toBeVisible();
  await expect(sheet.getByRole('checkbox', { name: 'Mia Miller' })).toBeChecked();
  await sheet.getByRole('button', { name: 'Send Invitation' }).click();
  await expect(sheet.getByText('The invitation is on its way.')).toBeVisible();
  await sheet.getByRole('button', { name: 'Done' }).click();
  await expect(block.getByRole('link', { name: 'Open the project' })).toBeVisible();
  await expect(block.getByRole('listitem', { name: 'Mia Miller' })).toContainText('Invited');

  const link = await mailedLink(system, email, 'invite');
  const { html } = await system.mail.waitFor(({ to, text }) => to.includes(email) && text.includes(link));
  // The catcher puts the logo, which travels in the mail, into its place.
  expect(html).toContain('data:image/png;base64,');
  expect(html).toContain('Accept Invitation');
  const phone = await someoneElse();
  await joinAs(phone, link, 'Mia Miller');
  await live(phone);
  await expect(phone.getByRole('heading', { level: 1 })).toContainText('Mia Miller');
  await expect(phone.getByRole('img', { name: 'Alder & Sons' })).toBeVisible();
  const accent = () =>
    phone.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--brand-accent-light').trim());
  await expect.poll(accent).toBe(colors.primary);

  // The block hears of it without a reload, and so does the bell.
  await expect(block.getByRole('listitem', { name: 'Mia Miller' })).toContainText('Joined', { timeout: 20_000 });
  await expect(bell).toHaveAccessibleName('Notices, 1 new', { timeout: 20_000 });
});
