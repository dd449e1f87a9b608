import { expect, live, register, shareLink, test } from './story';

test('a lead is published as a project, and Your Items reach the client', async ({ page, someoneElse, system }) => {
  await register(page, system);
  await page.getByRole('link', { name: 'Leads' }).first().click();
  await page.getByRole('button', { name: 'New lead' }).first().click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('Client').fill('Miller family');
  await sheet.getByLabel('Contact name').fill('Mia Miller');
  await sheet.getByLabel('Project type').fill('Kitchen');
  await sheet.getByRole('button', { name: 'Create lead' }).click();
  await page.getByRole('button', { name: 'Publish Project' }).click();
  await expect(sheet.getByText('All on this form goes to the client.')).toBeVisible();
  await expect(sheet.getByText('A published project cannot be deleted.')).toBeVisible();
  await expect(sheet.getByLabel('Name', { exact: true })).toHaveValue('Miller family – Kitchen');
  await sheet.getByRole('button', { name: 'Publish Project' }).click();
  await page.getByRole('link', { name: 'Open the project' }).click();
  await expect(page.getByRole('heading', { name: 'Miller family – Kitchen', level: 1 })).toBeVisible();

  const url = await shareLink(page, 'The Millers');
  const phone = await someoneElse();
  await phone.goto(url);
  await live(phone);
  await page.getByRole('tab', { name: 'Customer' }).click();
  await page.getByRole('button', { name: 'Add item' }).click();
  await sheet.getByLabel('Title').fill('Choose the tiles');
  await sheet.getByRole('button', { name: 'Add item' }).click();
  await expect(phone.getByRole('heading', { name: 'Your Items' })).toBeVisible();
  await expect(phone.getByRole('heading', { name: 'Choose the tiles' })).toBeVisible();
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
