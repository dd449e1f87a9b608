import type { Page } from '@playwright/test';
import { expect, live, register, shareLink, test } from './story';

/** A lead typed in on screen; stays on its page. */
const typeLead = async (page: Page, projectType: string): Promise<void> => {
  await page.getByRole('link', { name: 'Leads' }).first().click();
  await page.getByRole('button', { name: 'New lead' }).first().click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('Client').fill('Miller family');
  await sheet.getByLabel('Contact name').fill('Mia Miller');
  await sheet.getByLabel('Project type').fill(projectType);
  await sheet.getByRole('button', { name: 'Create lead' }).click();
  await expect(page.getByRole('heading', { name: 'Miller family', level: 1 })).toBeVisible();
};

test('a lead is published as a project, and Your Items reach the client', async ({ page, someoneElse, system }) => {
  await register(page, system);
  await typeLead(page, 'Kitchen');
  const block = page.getByRole('region', { name: 'Client Project' });
  await block.getByRole('button', { name: 'Publish Project' }).click();
  // Beside the lead: nothing lies over it.
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(block.getByText('All on this form goes to the client.')).toBeVisible();
  await expect(block.getByText('A published project cannot be deleted.')).toBeVisible();
  await expect(block.getByLabel('Name', { exact: true })).toHaveValue('Miller family – Kitchen');
  await block.getByRole('button', { name: 'Publish Project' }).click();
  await expect(block.getByText('Miller family – Kitchen')).toBeVisible();
  await expect(block.getByRole('listitem', { name: 'Mia Miller' })).toContainText('No e-mail');
  await page.getByRole('link', { name: 'Open the project' }).click();
  await expect(page.getByRole('heading', { name: 'Miller family – Kitchen', level: 1 })).toBeVisible();
  await page.getByRole('link', { name: 'Its lead' }).click();
  await expect(page.getByRole('heading', { name: 'Miller family', level: 1 })).toBeVisible();
  await page.getByRole('link', { name: 'Open the project' }).click();

  const url = await shareLink(page, 'The Millers');
  const phone = await someoneElse();
  await phone.goto(url);
  await live(phone);
  await page.getByRole('tab', { name: 'Customer' }).click();
  await page.getByRole('button', { name: 'Add item' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('Title').fill('Choose the tiles');
  await sheet.getByRole('button', { name: 'Add item' }).click();
  await expect(phone.getByRole('heading', { name: 'Your Items' })).toBeVisible();
  await expect(phone.getByRole('heading', { name: 'Choose the tiles' })).toBeVisible();
});

test('Publish pressed twice, and again after an answer that was lost, publishes once', async ({ page, system }) => {
  // Nor does news of it come, which would show the lead as published before the second press.
  await page.route(/\/api\/leads\/changes/, (route) => route.abort());
  await register(page, system);
  await typeLead(page, 'Roof');
  const block = page.getByRole('region', { name: 'Client Project' });
  await block.getByRole('button', { name: 'Publish Project' }).click();
  await block.getByLabel('Name', { exact: true }).fill('Miller roof');
  const sent: string[] = [];
  // The service publishes; its answer is lost on the way.
  await page.route('**/publish', async (route) => {
    sent.push(route.request().headers()['idempotency-key'] ?? '');
    if (sent.length > 1) return route.continue();
    await route.fetch();
    await route.abort();
  });
  await block.getByRole('button', { name: 'Publish Project' }).dblclick();
  await expect(block.getByRole('alert').getByText('What you typed is still here.')).toBeVisible();
  await expect(block.getByLabel('Name', { exact: true })).toHaveValue('Miller roof');
  expect(sent).toHaveLength(1);
  await block.getByRole('button', { name: 'Publish Project' }).dblclick();
  await expect(block.getByRole('link', { name: 'Open the project' })).toBeVisible();
  expect(sent).toHaveLength(2);
  expect(sent[0]).toBe(sent[1]);
  await block.getByRole('link', { name: 'Open the project' }).click();
  await expect(page.getByRole('heading', { name: 'Miller roof', level: 1 })).toBeVisible();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Projects' }).click();
  await expect(page.getByRole('link', { name: /Miller roof/ })).toHaveCount(1);
});

test('a won lead becomes the running project, and a new name goes along', async ({ page, system }) => {
  await register(page, system);
  await typeLead(page, 'Attic');
  await page.getByRole('button', { name: 'Won' }).click();
  const block = page.getByRole('region', { name: 'Client Project' });
  await expect(block.getByText('The estimated value stays private.')).toBeVisible();
  await block.getByRole('button', { name: 'Make it the running project' }).click();
  await expect(block.getByText('A published project cannot be deleted.')).toBeVisible();
  await block.getByRole('button', { name: 'Publish and make it the running project' }).click();
  await expect(page.getByRole('heading', { name: 'Miller family – Attic', level: 1 })).toBeVisible();
  // The project hears of it over the bus.
  await expect(async () => {
    await page.reload();
    await expect(page.getByText('Active', { exact: true })).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await page.getByRole('link', { name: 'Its lead' }).click();
  await block.getByRole('button', { name: 'Edit name and welcome message' }).click();
  await block.getByLabel('Name', { exact: true }).fill('Attic of the Millers');
  await block.getByRole('button', { name: 'Save' }).click();
  await expect(block.getByText('Attic of the Millers')).toBeVisible();
  await expect(block.getByRole('button', { name: 'Make it the running project' })).toHaveCount(0);
});

test('Preview as customer is the real portal and says whose view it is', async ({ page, system }) => {
  await register(page, system);
  await page.getByRole('button', { name: 'New project' }).first().click();
  await page.getByRole('dialog').getByLabel('Name', { exact: true }).fill('Elm Row attic');
  await page.getByRole('dialog').getByRole('button', { name: 'Create project' }).click();
  await expect(page.getByRole('heading', { name: 'Elm Row attic', level: 1 })).toBeVisible();
  const opened = page.context().waitForEvent('page');
  await page.getByRole('button', { name: 'Preview as customer' }).click();
  const portal = await opened;
  await expect(portal.getByText('You are looking at the page your customer sees.')).toBeVisible();
  await live(portal);
});
