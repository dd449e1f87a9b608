import type { Page } from '@playwright/test';
import { expectNoFaults, expectNoFaultsForWishes, expectNoFaultsInBoth, isPainted } from './axe';
import { foundCompany, startProject } from './company';
import { expect, live, test } from './story';
import { changeProject, fillAsUsual, inDays, linkTo } from './usual-project';

/** Puts a rule on the page as its own scripts could; its policy lets nobody else. */
const style = (page: Page, rule: string) =>
  page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets.push(sheet);
  }, rule);

/** How many pages a PDF has: it says so once for each, and once for them all as `/Pages`. */
const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page(?!s)/g)?.length ?? 0;

const heading = (page: Page, name: string) => page.getByRole('heading', { name });

test('a homeowner’s page has no faults that a machine can find in any state of the project', async ({
  someoneElse,
  system,
}) => {
  // axe looks at nine states, in light and in dark
  test.setTimeout(240_000);
  const company = await foundCompany(system);
  const { owner } = company;
  const projectId = await startProject(company, 'Larkspur kitchen');
  const phone = await someoneElse();
  await phone.goto(await linkTo(owner, projectId));
  await live(phone);

  await expect(phone.getByText('The plan is still being put together.')).toBeVisible();
  await expect(phone.getByText('No finish date yet')).toBeVisible();
  await expectNoFaultsInBoth(phone);

  await fillAsUsual(owner, projectId);
  await expect(phone.getByRole('link', { name: 'Floor plan' })).toBeVisible();
  await expect(phone.getByText('40 days left').or(phone.getByText(/^(39|41) days left/))).toBeVisible();
  await expect(phone.getByText('2 things wait for you')).toBeVisible();
  await phone.getByRole('button', { name: 'How this number is made' }).click();
  await phone.getByRole('button', { name: 'Show 2 older updates' }).click();
  await expect(phone.getByText('We dug.')).toBeVisible();
  await expectNoFaultsInBoth(phone);
  await expectNoFaultsForWishes(phone);
  await phone.emulateMedia({ forcedColors: 'active' });
  expect(await isPainted(phone.getByText('Live', { exact: true }))).toBe(true);
  await phone.emulateMedia({ forcedColors: null });
  await phone.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(phone.getByRole('textbox')).toBeVisible();
  await expectNoFaults(phone);
  await phone.keyboard.press('Escape');
  await phone.context().setOffline(true);
  await expect(phone.getByText(/^Offline\. Shown as of/)).toBeVisible();
  await expectNoFaultsInBoth(phone);
  await phone.context().setOffline(false);
  await live(phone);
  await phone.getByRole('button', { name: 'The new porch' }).click();
  await expect(phone.getByRole('dialog', { name: 'The new porch' })).toBeVisible();
  await expectNoFaultsInBoth(phone);
  await phone.keyboard.press('Escape');

  await changeProject(owner, projectId, { deadline: inDays(-4) });
  await expect(phone.getByText(/days past the planned date/)).toBeVisible();
  await expectNoFaultsInBoth(phone);
  await changeProject(owner, projectId, { status: 'on_hold' });
  await expect(heading(phone, 'The work is on hold')).toBeVisible();
  await expectNoFaultsInBoth(phone);
  await changeProject(owner, projectId, { status: 'completed', completeOpenTasks: true });
  await expect(heading(phone, 'The work is done')).toBeVisible();
  await expect(phone.getByRole('progressbar', { name: 'Overall progress' })).toHaveAttribute('aria-valuenow', '100');
  await expectNoFaultsInBoth(phone);
  await changeProject(owner, projectId, { status: 'archived' });
  await expect(heading(phone, 'Your project is handed over')).toBeVisible();
  await expect(phone.getByRole('progressbar')).toHaveCount(0);
  await expect(heading(phone, 'Your Items')).toHaveCount(0);
  for (const kept of ['Milestones', 'Latest updates', 'Photos', 'Documents', 'Your builder'])
    await expect(heading(phone, kept)).toBeVisible();
  await expect(phone.getByRole('link', { name: '+1 303 555 0142' })).toBeVisible();
  await expectNoFaultsInBoth(phone);
});

test('the ring is explained and the photos are looked at by keyboard, and nothing is kept for later', async ({
  someoneElse,
  system,
}) => {
  const company = await foundCompany(system);
  const projectId = await startProject(company, 'Birch attic');
  await fillAsUsual(company.owner, projectId);
  const phone = await someoneElse();
  await phone.goto(await linkTo(company.owner, projectId));
  await live(phone);

  const how = phone.getByRole('button', { name: 'How this number is made' });
  for (let steps = 0; steps < 10 && !(await how.evaluate((button) => button === document.activeElement)); steps += 1)
    await phone.keyboard.press('Tab');
  await expect(how).toBeFocused();
  await expect(how).toHaveAttribute('aria-expanded', 'false');
  await phone.keyboard.press('Enter');
  await expect(how).toHaveAttribute('aria-expanded', 'true');
  await expect(phone.getByText(/counts by its length in working days/)).toBeVisible();
  await phone.keyboard.press('Space');
  await expect(phone.getByText(/counts by its length in working days/)).toBeHidden();
  // one tap on the ring itself asks the same
  const ring = await phone.getByRole('progressbar', { name: 'Overall progress' }).boundingBox();
  if (!ring) throw new Error('no ring');
  await phone.mouse.click(ring.x + ring.width / 2, ring.y + ring.height / 2);
  await expect(phone.getByText(/It can fall/)).toBeVisible();

  const photo = phone.getByRole('button', { name: 'The new porch' });
  await photo.focus();
  await phone.keyboard.press('Enter');
  await expect(phone.getByText('3 of 3')).toBeVisible();
  const large = phone.getByRole('dialog').getByRole('img');
  await expect.poll(() => large.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(640);
  await phone.keyboard.press('ArrowLeft');
  await expect(phone.getByText('2 of 3')).toBeVisible();
  await phone.keyboard.press('Escape');
  await expect(phone.getByRole('dialog')).toBeHidden();
  await expect(photo).toBeFocused();

  await phone.route('**/updates', (route) => route.abort());
  await phone.getByRole('button', { name: 'Show 2 older updates' }).click();
  await expect(phone.getByText('The older updates could not be fetched.')).toBeVisible();
  await phone.unroute('**/updates');
  await phone.getByRole('button', { name: 'Try again' }).click();
  await expect(phone.getByText('We poured.')).toBeVisible();
  const kept = await phone.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    caches: await caches.keys(),
    databases: await indexedDB.databases(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    history: history.state as unknown,
  }));
  expect(kept).toEqual({ local: 0, session: 0, caches: [], databases: [], workers: 0, history: null });
});

test('who reads Spanish reads all of it in Spanish, on the smallest phone, in large letters and on paper', async ({
  browser,
  system,
}) => {
  const company = await foundCompany(system, 'Alder e Hijos');
  const projectId = await startProject(company, 'Cocina de los Robles');
  await fillAsUsual(company.owner, projectId);
  const url = await linkTo(company.owner, projectId);
  const context = await browser.newContext({ viewport: { width: 320, height: 640 }, locale: 'es-MX' });
  const phone = await context.newPage();
  await phone.goto(url);
  await expect(phone.getByText('En directo', { exact: true })).toBeVisible();
  await expect(phone.locator('html')).toHaveAttribute('lang', 'es-MX');
  for (const words of ['Sus pendientes', 'Hitos de la obra', 'Cómo va la obra', 'Últimas noticias', 'Fotos'])
    await expect(heading(phone, words)).toBeVisible();
  await expect(phone.getByText('2 asuntos esperan por usted')).toBeVisible();
  await expectNoFaults(phone);

  // No word is cut in two: where none may be, the page is no wider.
  const width = () => phone.evaluate(() => document.documentElement.scrollWidth);
  await style(phone, '* { overflow-wrap: normal !important; word-break: normal !important; }');
  expect(await width()).toBe(320);
  for (const format of ['A4', 'Letter'] as const) expect(pagesOf(await phone.pdf({ format }))).toBe(1);
  await phone.setViewportSize({ width: 640, height: 640 });
  await style(phone, 'html { font-size: 200%; }');
  expect(await width()).toBe(640);

  await phone.goto(`${url}x`);
  await expect(heading(phone, 'Este enlace no funciona')).toBeVisible();
  await expect(phone.getByRole('button', { name: 'Enviarme un enlace nuevo' })).toBeVisible();
  await context.close();
});

test('the whole of a usual project is one sheet of paper', async ({ someoneElse, system }) => {
  const company = await foundCompany(system);
  const projectId = await startProject(company, 'Pine Hill roof');
  await fillAsUsual(company.owner, projectId);
  const url = await linkTo(company.owner, projectId);
  for (const [width, height] of [
    [390, 844],
    [1280, 900],
  ] as const) {
    const page = await someoneElse({ width, height });
    await page.goto(url);
    await live(page);
    for (const format of ['A4', 'Letter'] as const) expect(pagesOf(await page.pdf({ format }))).toBe(1);
  }
});

test('who comes without a way in can ask for a new link, and learns nothing by asking', async ({
  someoneElse,
  system,
}) => {
  const company = await foundCompany(system);
  const projectId = await startProject(company, 'Fern Court bath');
  const { origin, pathname } = new URL(await linkTo(company.owner, projectId));
  const phone = await someoneElse();
  const ask = async (email: string) => {
    await phone.getByLabel('Your e-mail').fill(email);
    await phone.getByRole('button', { name: 'Mail me a new link' }).click();
  };
  const sameForAll = phone.getByText('If there is a way into this project for that address');
  await phone.goto(origin + pathname);
  await ask('not an address');
  await expect(phone.getByText('Please type a whole e-mail address')).toBeVisible();
  await expect(phone.getByLabel('Your e-mail')).toBeFocused();
  await expectNoFaultsInBoth(phone);
  await ask('nobody@home.example');
  await expect(sameForAll).toBeVisible();
  await expectNoFaultsInBoth(phone);
  await phone.goto(`${origin}${pathname}?token=made-up`);
  await ask('nobody@home.example');
  await expect(sameForAll).toBeVisible();

  const ended = await linkTo(company.owner, projectId, 'Grandma');
  const over = `update share_link set ends_on = '2026-01-31' where project_id = $1 and label = 'Grandma'`;
  await system.sql('portal-gateway', over, [projectId]);
  await phone.goto(ended);
  await expect(heading(phone, 'This link has ended')).toBeVisible();
  await expectNoFaultsInBoth(phone);
});
