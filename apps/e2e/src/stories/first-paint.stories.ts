import type { Page } from '@playwright/test';
import { expectNoFaults } from './axe';
import { foundCompany, startProject } from './company';
import { expect, live, test } from './story';
import { fillAsUsual, linkTo } from './usual-project';

/** Writes down from the start what on the page was pushed aside. */
const watchShifts = (page: Page) =>
  page.addInitScript(() => {
    const shifts: string[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const sources: { node?: Element }[] = Reflect.get(entry, 'sources') ?? [];
        shifts.push(sources.map(({ node }) => node?.outerHTML?.slice(0, 80)).join(' '));
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });

test('the ring shows by the page and one small script; what comes after it moves nothing', async ({
  someoneElse,
  system,
}) => {
  const company = await foundCompany(system);
  const projectId = await startProject(company, 'Larkspur porch');
  await fillAsUsual(company.owner, projectId);
  const url = await linkTo(company.owner, projectId);
  for (const viewport of [
    { width: 320, height: 640 },
    { width: 390, height: 844 },
    { width: 1280, height: 900 },
  ]) {
    const page = await someoneElse(viewport);
    // A time that takes the most room, so that its line breaks on the smallest phone whenever this runs.
    await page.clock.setSystemTime(new Date().setHours(12, 50));
    await watchShifts(page);
    const encodings: (string | undefined)[] = [];
    page.on('response', (answer) => {
      if (answer.url().includes('/main-')) encodings.push(answer.headers()['content-encoding']);
    });
    const held = Promise.withResolvers<null>();
    await page.route('**/later-*.js', async (route) => {
      await held.promise;
      await route.continue();
    });
    await page.goto(url);
    await expect(page.getByRole('progressbar', { name: 'Overall progress' })).toBeVisible();
    await expect(page.getByText('days left')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Share', exact: true })).toBeVisible();
    await expect(page.getByText(/^Connecting… shown as of/)).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Your Items' })).toHaveCount(0);
    expect(encodings).toEqual([expect.stringMatching(/^(br|gzip)$/)]);
    held.resolve(null);
    await live(page);
    await expect(page.getByRole('heading', { name: 'Your Items' })).toBeVisible();
    await expect(page.getByRole('contentinfo')).toContainText('Nothing can be changed from here.');
    await page.context().setOffline(true);
    await expect(page.getByText(/^Offline\. Shown as of/)).toBeVisible();
    await page.context().setOffline(false);
    await live(page);
    expect(await page.evaluate('window.shifts')).toEqual([]);

    // In large letters the line about the connection takes several, and keeps their room while it says "Live".
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    const below = async () => (await page.getByRole('progressbar', { name: 'Overall progress' }).boundingBox())?.y;
    const whileLive = await below();
    await page.context().setOffline(true);
    await expect(page.getByText(/^Offline\. Shown as of/)).toBeVisible();
    expect(await below()).toBe(whileLive);
  }
});

test('who loses the connection right after the ring is told so, and has the rest once it is back', async ({
  someoneElse,
  system,
}) => {
  const company = await foundCompany(system);
  const projectId = await startProject(company, 'Birch Lane stairs');
  await fillAsUsual(company.owner, projectId);
  const phone = await someoneElse();
  await phone.route('**/later-*.js', (route) => route.abort());
  await phone.goto(await linkTo(company.owner, projectId));
  await expect(phone.getByRole('alert')).toContainText('A part of this page could not be loaded.');
  await expect(phone.getByRole('progressbar', { name: 'Overall progress' })).toBeVisible();
  await expect(phone.getByText('Live', { exact: true })).toHaveCount(0);
  await expectNoFaults(phone);
  await phone.unroute('**/later-*.js');
  await expect(phone.getByRole('heading', { name: 'Your Items' })).toBeVisible({ timeout: 40_000 });
  await expect(phone.getByRole('alert')).toHaveCount(0);
  await live(phone);

  // From here on no script is missing, whatever the connection does.
  await phone.context().setOffline(true);
  await expect(phone.getByText(/^Offline\. Shown as of/)).toBeVisible();
  await phone.getByRole('button', { name: 'How this number is made' }).click();
  await expect(phone.getByText(/It can fall/)).toBeVisible();
  await phone.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(phone.getByText('The link could not be fetched.').first()).toBeVisible();
  await phone.context().setOffline(false);
  await live(phone);
});
