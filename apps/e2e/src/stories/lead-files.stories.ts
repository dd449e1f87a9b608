import type { FileChooser, Page } from '@playwright/test';
import type { System } from '@porchlight/testing';
import { readFile } from 'node:fs/promises';
import { expectNoFaults } from './axe';
import { foundCompany, signIn } from './company';
import { pdfOf, photoOf, photoWithExif } from './pictures';
import { expect, test } from './story';

const files = (page: Page) => page.getByRole('region', { name: 'Files' });
const chooser = (page: Page) => page.locator('app-lead-files input[type=file]');
const named = (page: Page, name: string) => files(page).getByRole('button', { name: `Download ${name}` });

/** A lead of a new company, on screen. */
const openLead = async (page: Page, system: System): Promise<void> => {
  const { id, owner } = await foundCompany(system);
  const lead = { projectType: 'Kitchen', client: { name: 'The Okafors' } };
  const { body } = await owner.post(`/api/leads?companyId=${id}`, lead);
  await signIn(page, system, owner.email, owner.password);
  await expect(page.getByRole('heading', { name: 'Projects', level: 1 })).toBeVisible();
  await page.goto(`${system.origin}/leads/${(body as { id: string }).id}`);
  await expect(files(page).getByText('Plans, photos, a sketch on a napkin')).toBeVisible();
};

test('plans and photos of a lead are added, seen, saved, removed and put back', async ({ page, system }) => {
  test.slow();
  await openLead(page, system);
  const secret = 'somewhere in Denver';
  const plan = pdfOf('plan.pdf');
  const garbled = { name: 'garbled.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<html>') };
  const movie = { name: 'walk.mov', mimeType: 'video/quicktime', buffer: Buffer.from('moov') };
  await chooser(page).setInputFiles([await photoWithExif('#a98467', 'IMG_0001.jpeg', secret), garbled, movie, plan]);

  // One that is refused keeps no other back, and says why by its name.
  await expect(
    files(page).getByRole('alert').filter({ hasText: 'walk.mov is of a kind that is not kept' }),
  ).toBeVisible();
  const refused = files(page)
    .getByRole('alert')
    .filter({ hasText: 'garbled.pdf was not taken: That is no photo, PDF' });
  await expect(refused).toBeVisible();
  await expect(files(page).getByRole('status').filter({ hasText: '2 of 4 files added.' })).toBeAttached();
  await expect(named(page, 'plan.pdf')).toBeVisible();
  // Fetched once it is in sight.
  await named(page, 'IMG_0001.jpg').scrollIntoViewIfNeeded();
  const picture = files(page).locator('app-stored-picture img');
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  await files(page).getByRole('button', { name: 'Dismiss garbled.pdf' }).click();
  await expect(refused).toHaveCount(0);

  // Saved: the document as it came, the photo without what its camera wrote.
  const saved = async (name: string): Promise<Buffer> => {
    const [download] = await Promise.all([page.waitForEvent('download'), named(page, name).click()]);
    expect(download.suggestedFilename()).toBe(name);
    return readFile(await download.path());
  };
  expect((await saved('plan.pdf')).equals(plan.buffer)).toBe(true);
  expect((await saved('IMG_0001.jpg')).includes(secret)).toBe(false);

  await files(page).getByRole('button', { name: 'Remove plan.pdf' }).click();
  await expect(named(page, 'plan.pdf')).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(named(page, 'plan.pdf')).toBeVisible();
  expect((await saved('plan.pdf')).equals(plan.buffer)).toBe(true);

  await page.reload();
  await expect(files(page).getByRole('button', { name: /^Download / })).toHaveCount(2);
  await expect(page.getByRole('region', { name: 'Activity' })).toContainText('removed the file plan.pdf');
});

test('a file whose line broke is sent again, and is there once', async ({ page, system }) => {
  await openLead(page, system);
  let tries = 0;
  // The service keeps it; its answer is lost on the way.
  await page.route('**/files?name=**', async (route) => {
    tries += 1;
    if (tries > 1) return route.continue();
    await route.fetch();
    await route.abort();
  });
  await chooser(page).setInputFiles(pdfOf('plan.pdf'));
  await expect(files(page).getByRole('alert').filter({ hasText: 'plan.pdf was not sent' })).toBeVisible();
  await files(page).getByRole('button', { name: 'Try again: plan.pdf' }).click();
  await expect(named(page, 'plan.pdf')).toBeVisible();
  await page.reload();
  await expect(named(page, 'plan.pdf')).toHaveCount(1);
});

for (const [colorScheme, width] of [
  ['light', 1280],
  ['dark', 390],
] as const)
  test(`the files of a lead are reached by keyboard and have no faults, ${colorScheme} and ${width} wide`, async ({
    page,
    system,
  }) => {
    test.slow();
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 844 });
    // Asked for before it is needed, so that no dialog of the browser's own opens.
    const chosen = new Promise<FileChooser>((resolve) => page.once('filechooser', resolve));
    await openLead(page, system);
    await expectNoFaults(page);
    const add = files(page).getByRole('button', { name: 'Add files' });
    await add.focus();
    await page.keyboard.press('Enter');
    const choice = await chosen;
    await choice.setFiles([
      await photoOf('#1f4e46', 'porch.jpg'),
      pdfOf('a quote with quite a long name that has to go somewhere.pdf'),
      { name: 'page.png', mimeType: 'image/png', buffer: Buffer.from('<html>') },
    ]);
    await expect(files(page).getByRole('alert').filter({ hasText: 'page.png was not taken' })).toBeVisible();
    await named(page, 'porch.jpg').scrollIntoViewIfNeeded();
    await expect(files(page).locator('app-stored-picture img')).toHaveCount(1);
    await expectNoFaults(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);

    await page.keyboard.press('Tab');
    await expect(files(page).getByRole('button', { name: 'Dismiss page.png' })).toBeFocused();
    await page.keyboard.press('Enter');
    await files(page).getByRole('button', { name: 'Remove porch.jpg' }).focus();
    await page.keyboard.press('Enter');
    await expect(named(page, 'porch.jpg')).toHaveCount(0);
    // Where the button was is nothing any more: the keyboard goes on beside it, not at the top of the page.
    await expect(files(page).locator(':focus')).toHaveCount(1);
    await expectNoFaults(page);
  });
