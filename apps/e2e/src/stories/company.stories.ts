import { randomUUID } from 'node:crypto';
import { foundCompany, joinAs, mailedLink, signIn } from './company';
import { createProject, expect, register, test } from './story';

const desk = { width: 1280, height: 800 };

test('working days and holidays are kept, and tasks are planned around them', async ({ page, system }) => {
  await register(page, system);
  await page.getByRole('link', { name: 'Settings' }).click();
  const days = page.getByRole('group', { name: 'Working days' });
  await days.getByText('Sat', { exact: true }).click();
  await expect(days.getByRole('checkbox', { name: 'Saturday' })).toBeChecked();
  await page.getByLabel('First day').fill('2030-12-24');
  await page.getByLabel('Last day').fill('2030-12-26');
  await page.getByLabel('Last day').press('Enter');
  await page.getByLabel('First day').fill('2030-12-23');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  const holidays = page.getByRole('list', { name: 'Holidays to come' });
  await expect(holidays.getByRole('listitem')).toHaveCount(1);
  await expect(holidays).toContainText('Mon, Dec 23, 2030 – Thu, Dec 26, 2030');

  await page.getByRole('link', { name: 'People' }).click();
  await expect(page.getByText('Save or discard your changes before you leave.')).toBeVisible();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await page.reload();
  await expect(holidays).toContainText('4 days');
  await expect(days.getByRole('checkbox', { name: 'Saturday' })).toBeChecked();
  await expect(days.getByRole('checkbox', { name: 'Sunday' })).not.toBeChecked();

  await page.getByRole('link', { name: 'Projects', exact: true }).click();
  await createProject(page, 'Birch Road bath');
  await page.getByRole('button', { name: 'Add task', exact: true }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('Name', { exact: true }).fill('Lay the floor');
  await sheet.getByLabel('Start').fill('2030-12-20');
  await sheet.getByLabel('Working days').fill('3');
  await sheet.getByRole('button', { name: 'Add task' }).click();
  // Friday, then Saturday, then past Sunday and the holidays.
  await expect(page.getByRole('cell', { name: 'Dec 27, 2030' })).toBeVisible();
});

test('a manager is invited, joins, and is made an owner who may leave nobody without one', async ({
  page,
  someoneElse,
  system,
}) => {
  const email = `max-${randomUUID().slice(0, 8)}@alder.example`;
  await register(page, system);
  await page.getByRole('link', { name: 'People' }).click();
  await expect(page.getByText('The only owner: make somebody else one before stepping down.')).toBeVisible();
  await page.getByRole('button', { name: 'Invite manager' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('E-mail').fill(email);
  await sheet.getByRole('button', { name: 'Send Invite' }).click();
  await expect(page.getByText(`The invitation is on its way to ${email}.`)).toBeVisible();

  const max = await someoneElse(desk);
  await joinAs(max, await mailedLink(system, email, 'invite'), 'Max Weber');
  await expect(max.getByRole('heading', { name: 'Projects', level: 1 })).toBeVisible();
  await max.getByRole('link', { name: 'Settings' }).click();
  await expect(max.getByText('Only an owner of Alder & Sons can change these.')).toBeVisible();
  await expect(max.getByLabel('Company name')).toBeDisabled();
  await max.getByRole('link', { name: 'People' }).click();
  await expect(max.getByText('Ruth Alder')).toBeVisible();
  await expect(max.getByRole('button', { name: /Make|Remove|Invite/ })).toHaveCount(0);

  await page.reload();
  await page.getByRole('button', { name: 'Make owner Max Weber' }).click();
  await page.getByRole('button', { name: 'Make owner', exact: true }).click();
  await expect(page.getByText('Max Weber is an owner now.')).toBeVisible();
  await page.getByRole('button', { name: 'Leave the company' }).click();
  await page.getByRole('button', { name: 'Leave', exact: true }).click();
  await expect(page.getByText('Projects appear as soon as a builder invites you to one.')).toBeVisible();

  await max.reload();
  await expect(max.getByText('The only owner: make somebody else one before stepping down.')).toBeVisible();
  await max.getByRole('link', { name: 'Settings' }).click();
  await expect(max.getByLabel('Company name')).toBeEnabled();
});

test('somebody of two companies works in one at a time, and the browser remembers in which', async ({
  page,
  someoneElse,
  system,
}) => {
  const { email, password } = await register(page, system);
  await createProject(page, 'Oak Lane porch');
  const other = await foundCompany(system, 'Lakeside Builders');
  await other.owner.post('/api/projects', { name: 'Lake House' });
  await other.owner.post('/api/identity/invitations', { email, role: 'manager', companyId: other.id });
  await page.goto(await mailedLink(system, email, 'invite'));
  await page.getByRole('button', { name: 'Accept Invitation' }).click();
  await expect(page.getByRole('heading', { name: 'Projects', level: 1 })).toBeVisible();

  const turnTo = async (name: string) => {
    await page.getByRole('button', { name: /^Company:/ }).click();
    await page.getByRole('menuitemradio', { name }).click();
  };
  await turnTo('Lakeside Builders');
  await expect(page.getByRole('link', { name: /Lake House/ })).toBeVisible();
  await expect(page.getByRole('link', { name: /Oak Lane porch/ })).toHaveCount(0);
  await createProject(page, 'Boat shed');
  await page.getByRole('link', { name: 'Leads' }).click();
  await page.getByRole('button', { name: 'New lead' }).first().click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('Client').fill('Lake family');
  await sheet.getByLabel('Project type').fill('Jetty');
  await sheet.getByRole('button', { name: 'Create lead' }).click();
  await expect(page.getByRole('heading', { name: 'Lake family', level: 1 })).toBeVisible();
  const { body } = await other.owner.get('/api/projects');
  expect((body as { items: { name: string }[] }).items.map(({ name }) => name)).toEqual(['Boat shed', 'Lake House']);

  await page.reload();
  await expect(page.getByRole('button', { name: 'Company: Lakeside Builders' })).toBeVisible();
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByLabel('Company name')).toHaveValue('Lakeside Builders');
  await expect(page.getByLabel('Company name')).toBeDisabled();
  await turnTo('Alder & Sons');
  await expect(page.getByLabel('Company name')).toHaveValue('Alder & Sons');
  await expect(page.getByLabel('Company name')).toBeEnabled();
  await page.getByRole('link', { name: 'Leads' }).click();
  await expect(page.getByRole('heading', { name: 'Your first lead' })).toBeVisible();

  // Chosen here alone: another device begins with their own company.
  const phone = await someoneElse();
  await signIn(phone, system, email, password);
  await expect(phone.getByRole('button', { name: 'Company: Alder & Sons' })).toBeVisible();
});
