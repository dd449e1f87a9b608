import type { Locator, Page } from '@playwright/test';
import type { System } from '@porchlight/testing';
import { expectNoFaults } from './axe';
import { foundCompany, signIn, startProject } from './company';
import { pdfOf, photoOf, photoWithExif } from './pictures';
import { createProject, expect, live, register, shareLink, test } from './story';

const secret = 'somewhere in Denver';

const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true }).click();
const addFiles = (page: Page) => page.locator('app-files input[type=file]');
const sheetOf = (page: Page): Locator => page.getByRole('dialog');

/** Opens the step that shares a file, and takes it. */
const share = async (page: Page, file: string, title?: string): Promise<void> => {
  await page.getByRole('button', { name: `Share ${file}`, exact: true }).click();
  const sheet = sheetOf(page);
  await expect(sheet.getByRole('heading', { name: 'Anyone with a link sees this' })).toBeVisible();
  if (title !== undefined) await sheet.getByLabel('Title your customer reads').fill(title);
  await sheet.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(sheet).toBeHidden();
};

const neverReloaded = (page: Page) => page.evaluate(() => Reflect.get(window, 'neverReloaded'));

/** As if nothing had been confirmed for three days, where the builder's page and the customer's read of it. */
const letThreeDaysPass = async (system: System, projectId: string): Promise<void> => {
  const then = new Date(Date.now() - 3 * 86_400_000).toISOString();
  await system.sql('projects', 'update project_portal set confirmed_at = $2 where project_id = $1', [projectId, then]);
  await system.sql(
    'portal-gateway',
    `update view set project = jsonb_set(project, '{confirmedAt}', to_jsonb($2::text)) where project_id = $1`,
    [projectId, then],
  );
};

for (const viewport of [
  { width: 1280, height: 900 },
  { width: 390, height: 844 },
])
  test(`what a contractor shares is on the homeowner’s phone at once, and gone at once (${viewport.width} wide)`, async ({
    page,
    someoneElse,
    system,
  }) => {
    test.slow();
    await page.setViewportSize(viewport);
    await register(page, system);
    await createProject(page, 'Oak Lane porch');
    const url = await shareLink(page, 'The Millers');
    const phone = await someoneElse();
    await phone.goto(url);
    await live(phone);
    await phone.evaluate(() => Reflect.set(window, 'neverReloaded', true));

    await tab(page, 'Files');
    await expect(page.getByText('Your customer sees nothing of it until you share it.')).toBeVisible();
    await addFiles(page).setInputFiles([
      await photoWithExif('#a98467', 'IMG_0001.jpg', secret),
      {
        name: 'notes.svg',
        mimeType: 'image/svg+xml',
        buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      },
      await photoWithExif('#1f4e46', 'IMG_0002.jpg', secret),
      pdfOf('electrical_permit-final.pdf'),
    ]);
    await expect(page.getByText('notes.svg is of a kind that is not kept here.')).toBeVisible();
    await expect(page.getByRole('status').filter({ hasText: '3 of 4 files added.' })).toBeAttached();
    await expect(page.getByText('Nothing of this is shared: only your staff sees it.')).toBeVisible();
    await expect(page.getByRole('button', { name: /^Open IMG_/ })).toHaveCount(2);
    await expect(page.locator('app-photo-card img')).toHaveCount(2);

    await share(page, 'IMG_0002.jpg', 'The slab is poured');
    const poured = phone.getByRole('img', { name: 'The slab is poured' });
    await expect.poll(() => poured.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Share electrical_permit-final.pdf' }).click();
    // Not begun with the file's own name, and asked for.
    await expect(sheetOf(page).getByLabel('Title your customer reads')).toHaveValue('');
    await sheetOf(page).getByRole('button', { name: 'Share', exact: true }).click();
    await expect(sheetOf(page).getByText('Say what this document is')).toBeVisible();
    await sheetOf(page).getByLabel('Title your customer reads').fill('The permit');
    await sheetOf(page).getByRole('button', { name: 'Share', exact: true }).click();
    const permit = phone.getByRole('link', { name: 'The permit' });
    await expect(permit).toBeVisible();
    await expect(page.getByText('1 photo and 1 document of 3 are shared: anyone with a link sees them.')).toBeVisible();

    // Neither names nor what the camera wrote went with them.
    expect(await phone.content()).not.toMatch(/IMG_000|electrical_permit/);
    const picture = await phone.request.get(new URL((await poured.getAttribute('src')) ?? '', phone.url()).href);
    expect(picture.status()).toBe(200);
    expect((await picture.body()).includes(secret)).toBe(false);
    const document = new URL((await permit.getAttribute('href')) ?? '', phone.url()).href;
    expect((await phone.request.get(document)).headers()['content-disposition']).not.toContain('electrical_permit');

    await page.getByRole('button', { name: 'The permit' }).click();
    await sheetOf(page).getByRole('button', { name: 'Stop sharing The permit' }).click();
    await expect(sheetOf(page).getByText('It disappears from every open page at once.')).toBeVisible();
    await sheetOf(page).getByRole('button', { name: 'Stop sharing', exact: true }).click();
    await expect(permit).toHaveCount(0);
    expect((await phone.request.get(document)).status()).toBe(404);

    await tab(page, 'Customer');
    await expect(page.getByText('1 photo is shared.')).toBeVisible();
    await page.getByLabel('Write an update').fill('The posts are up.');
    await page.getByRole('button', { name: 'Add a photo' }).click();
    await sheetOf(page).getByRole('button', { name: 'Choose IMG_0001.jpg' }).click();
    await expect(page.getByText('Posting shares this photo as well')).toBeVisible();
    await page.getByRole('button', { name: 'Post update' }).click();
    await expect(phone.getByText('The posts are up.', { exact: true })).toBeVisible();
    const posts = phone.locator('pl-updates img');
    await expect.poll(() => posts.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
    await expect(page.getByText('2 photos are shared.')).toBeVisible();
    expect(await neverReloaded(phone)).toBe(true);

    await tab(page, 'Activity');
    await expect(page.getByText('stopped sharing the file')).toBeVisible();
  });

test('one tap says that all is still accurate, and moves the clock on the homeowner’s page', async ({
  page,
  someoneElse,
  system,
}) => {
  const company = await foundCompany(system);
  const projectId = await startProject(company, 'Birch Road bath');
  await signIn(page, system, company.owner.email, company.owner.password);
  await page.getByRole('link', { name: 'Birch Road bath' }).click();
  const url = await shareLink(page, 'Carla');
  await tab(page, 'Customer');
  await expect(page.getByText(/last confirmed today/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Still accurate' })).toHaveCount(0);

  await letThreeDaysPass(system, projectId);
  const phone = await someoneElse();
  await phone.goto(url);
  await live(phone);
  const clock = phone.getByText(/^Last confirmed by Alder & Sons on /);
  const before = await clock.innerText();
  await page.reload();
  await expect(page.getByText(/last confirmed 3 days ago/)).toBeVisible();
  await page.getByRole('button', { name: 'Still accurate' }).click();
  await expect(page.getByText(/last confirmed today/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Still accurate' })).toHaveCount(0);
  await expect(clock).not.toHaveText(before);
});

for (const [colorScheme, width] of [
  ['light', 1280],
  ['dark', 390],
] as const)
  test(`the files have no accessibility faults, ${colorScheme} and ${width} wide`, async ({ page, system }) => {
    test.slow();
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 844 });
    const company = await foundCompany(system);
    const projectId = await startProject(company, 'Elm Row attic');
    await signIn(page, system, company.owner.email, company.owner.password);
    await expect(page.getByRole('heading', { name: 'Projects', level: 1 })).toBeVisible();
    await page.goto(`${system.origin}/projects/${projectId}/files`);
    await expect(page.getByRole('heading', { name: 'Photos of the site, plans, permits' })).toBeVisible();
    await expectNoFaults(page);
    await addFiles(page).setInputFiles([
      await photoOf('#a98467', 'porch.jpg'),
      { name: 'page.png', mimeType: 'image/png', buffer: Buffer.from('<html>') },
      pdfOf('permit.pdf'),
    ]);
    await expect(page.getByText(/^page.png was not taken/)).toBeVisible();
    await expect(page.locator('app-photo-card img')).toHaveCount(1);
    await expectNoFaults(page);

    // All by the keyboard: open, share, and back to where it began.
    const opener = page.getByRole('button', { name: 'Open porch.jpg' });
    await opener.focus();
    await page.keyboard.press('Enter');
    await expect(sheetOf(page).getByRole('heading', { name: 'porch.jpg' })).toBeVisible();
    await expect(sheetOf(page).locator('img')).toBeVisible();
    await expectNoFaults(page);
    await page.keyboard.press('Escape');
    await expect(opener).toBeFocused();
    await page.getByRole('button', { name: 'Share porch.jpg' }).focus();
    await page.keyboard.press('Enter');
    await expectNoFaults(page);
    await sheetOf(page).getByLabel('Title your customer reads').press('Enter');
    await expect(page.getByText(/Shared since/)).toBeVisible();
    await expect(opener).toBeFocused();
    await page.keyboard.press('Enter');
    await sheetOf(page).getByRole('button', { name: 'Stop sharing porch.jpg' }).click();
    await expectNoFaults(page);
  });
