import type { Page } from '@playwright/test';
import { expectNoFaults, withoutFrames } from './axe';
import { foundCompany, joinAs, mailedLink, signIn } from './company';
import { logoOf, photoOf } from './pictures';
import { createProject, expect, live, register, shareLink, test } from './story';

const accentOf = (page: Page) =>
  page.evaluate(() => document.documentElement.style.getPropertyValue('--brand-accent-light'));

const toBrand = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('tab', { name: 'Brand' }).click();
  await expect(page.getByRole('heading', { name: 'Logo' })).toBeVisible();
};

test('a logo suggests colours, and the portal that is open and the next mail wear both', async ({
  page,
  someoneElse,
  system,
}) => {
  const { email } = await register(page, system);
  await createProject(page, 'Oak Lane porch');
  const url = await shareLink(page, 'The Millers');
  const phone = await someoneElse();
  await phone.goto(url);
  await live(phone);
  await page.getByRole('link', { name: 'Projects', exact: true }).first().click();

  await toBrand(page);
  await page.locator('app-logo-part input[type=file]').setInputFiles(await logoOf('#1d4ed8', '#b3261e'));
  await expect(page.getByText('The logo is there.')).toBeVisible();
  await page
    .getByRole('list', { name: 'From your logo' })
    .getByRole('button', { name: /^Blue and red/ })
    .click();
  await expect(page.getByLabel('Primary colour', { exact: true })).toHaveValue(/^#1[cde]4[ef]d[789]$/);
  const blue = await page.getByLabel('Primary colour', { exact: true }).inputValue();
  // Not saved yet, and in the preview of the mail already, with the logo in it.
  const mail = page.frameLocator('app-mail-preview iframe');
  await expect(mail.locator('img').first()).toBeVisible();
  await expect.poll(() => mail.locator('body').innerHTML()).toContain(blue);
  expect(await accentOf(phone)).not.toBe(blue);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();

  await expect.poll(() => accentOf(phone)).toBe(blue);
  const logo = phone.locator('pl-company-header img');
  await expect.poll(() => logo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);

  // The next mail goes to a new manager.
  const invited = email.replace('ruth', 'max');
  await page.getByRole('link', { name: 'People' }).click();
  await page.getByRole('button', { name: 'Invite manager' }).click();
  await page.getByRole('dialog').getByLabel('E-mail').fill(invited);
  await page.getByRole('dialog').getByRole('button', { name: 'Send Invite' }).click();
  const sent = await system.mail.waitFor(({ to }) => to.some((address) => address.includes(invited)));
  expect(sent.html).toContain(blue);
  // The catcher puts the logo, which travels in the mail, into its place.
  expect(sent.html).toContain('data:image/png;base64,');

  await toBrand(page);
  await page.getByRole('button', { name: 'Remove the logo' }).click();
  await expect(phone.locator('pl-company-header img')).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(phone.locator('pl-company-header img')).toHaveCount(1);
});

test('a colour that cannot be read is mended by one tap, and nothing typed is lost on the way out', async ({
  page,
  system,
}) => {
  await register(page, system);
  await toBrand(page);
  const primary = page.getByLabel('Primary colour', { exact: true });
  await primary.fill('no colour');
  await primary.blur();
  await expect(page.getByText('Enter a colour such as #1f4e46')).toBeVisible();
  await primary.fill('FFD400');
  await primary.blur();
  await expect(primary).toHaveValue('#ffd400');
  await expect(page.getByText(/^Too faint, 1\.\d : 1: customers are shown #/)).toBeVisible();
  await page.getByRole('button', { name: /^Use #.* as primary colour/ }).click();
  await expect(page.getByText(/Too faint/)).toHaveCount(0);
  const mended = await primary.inputValue();
  expect(mended).not.toBe('#ffd400');

  await page.getByRole('tab', { name: 'Website form' }).click();
  await expect(page.getByText('Save or discard your changes before you leave.')).toBeVisible();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await page.reload();
  await expect(primary).toHaveValue(mended);
});

test('pictures that are none are explained, the others stand in the portal, six at most', async ({
  page,
  someoneElse,
  system,
}) => {
  await register(page, system);
  await createProject(page, 'Elm Row attic');
  const url = await shareLink(page, 'The Elms');
  await page.getByRole('link', { name: 'Projects', exact: true }).first().click();
  await toBrand(page);
  const files = page.locator('app-pictures-part input[type=file]');
  const porch = await photoOf('#a98467', 'porch.jpg');
  await files.setInputFiles([
    { name: 'plan.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') },
    { name: 'page.png', mimeType: 'image/png', buffer: Buffer.from('<html>') },
    porch,
  ]);
  const pictures = page.getByRole('list', { name: 'Portfolio pictures' }).getByRole('listitem');
  await expect(pictures).toHaveCount(1);
  await expect(page.getByText(/“plan.svg” is an SVG drawing/)).toBeVisible();
  await expect(page.getByText(/“page.png” is not what its name says/)).toBeVisible();
  await page.getByLabel('What does it show?').fill('A porch at dusk');
  await page.getByLabel('What does it show?').press('Tab');

  const phone = await someoneElse();
  await phone.goto(url);
  await live(phone);
  await expect(phone.getByRole('img', { name: 'A porch at dusk' })).toBeVisible();

  await files.setInputFiles(
    await Promise.all(['1', '2', '3', '4', '5'].map((at) => photoOf(`#${at}04030`, `${at}.jpg`))),
  );
  await expect(page.getByText('That is all 6. Remove one to add another.')).toBeVisible();
  await page.getByRole('button', { name: 'Remove picture 1: A porch at dusk' }).click();
  await expect(pictures).toHaveCount(5);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(pictures).toHaveCount(6);
  await expect(phone.getByRole('img', { name: 'A porch at dusk' })).toBeVisible();
});

for (const [colorScheme, width] of [
  ['light', 1280],
  ['dark', 390],
] as const)
  test(`the brand has no accessibility faults, ${colorScheme} and ${width} wide; managers read it`, async ({
    page,
    someoneElse,
    system,
  }) => {
    test.slow();
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const company = await foundCompany(system);
    await page.setViewportSize({ width, height: 844 });
    await signIn(page, system, company.owner.email, company.owner.password);
    await expect(page.getByRole('heading', { name: 'Projects', level: 1 })).toBeVisible();
    await toBrand(page);
    await page.locator('app-logo-part input[type=file]').setInputFiles(await logoOf('#1d4ed8', '#b3261e'));
    await expect(page.getByRole('list', { name: 'From your logo' })).toBeVisible();
    await page.locator('app-pictures-part input[type=file]').setInputFiles(await photoOf('#a98467', 'porch.jpg'));
    await expect(page.getByLabel('What does it show?')).toBeVisible();
    await page.getByLabel('Primary colour', { exact: true }).fill('#ffd400');
    await expect(page.getByText(/Too faint/)).toBeVisible();
    await withoutFrames(page);
    await expectNoFaults(page);

    const email = `max-${colorScheme}@alder.example`;
    await company.owner.post('/api/identity/invitations', { email, role: 'manager', companyId: company.id });
    const max = await someoneElse({ width, height: 844 });
    await joinAs(max, await mailedLink(system, email, 'invite'), 'Max Weber');
    await expect(max.getByRole('heading', { name: 'Projects', level: 1 })).toBeVisible();
    await toBrand(max);
    await expect(max.getByText('Only an owner of Alder & Sons can change these.')).toBeVisible();
    await expect(max.getByLabel('Primary colour', { exact: true })).toBeDisabled();
    await expect(max.getByRole('button', { name: /logo|pictures|Remove|Use #/ })).toHaveCount(0);
  });
