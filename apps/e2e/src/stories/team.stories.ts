import { randomUUID } from 'node:crypto';
import { expectNoFaultsInBoth } from './axe';
import { joinAs, mailedLink } from './company';
import { addTask, createProject, expect, live, register, shareLink, test } from './story';

/** Addresses of this story alone: the mails of all stories lie in one place. */
const household = () => {
  const id = randomUUID().slice(0, 8);
  return { anna: `anna-${id}@home.example`, ben: `ben-${id}@home.example`, ray: `ray-${id}@ortiz.example` };
};

test('several are invited at once; one is asked again, one not any more, and who is in already is named', async ({
  page,
  someoneElse,
  system,
}) => {
  const { anna, ben, ray } = household();
  await register(page, system);
  await createProject(page, 'Cedar Court extension');
  await page.getByRole('tab', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Invite Member' }).click();
  await page.getByRole('textbox', { name: 'E-mail', exact: true }).fill(`Anna Meyer <${anna}>, ${ben}\n${ray}`);
  await page.getByRole('button', { name: 'Send 3 Invites' }).click();
  await expect(page.getByText('3 invitations are on their way.')).toBeVisible();
  const invited = page.getByRole('region', { name: 'Invited' });
  await expect(invited.getByText('not opened yet')).toHaveCount(3);

  const first = await mailedLink(system, ben, 'invite');
  await invited.getByRole('button', { name: `Resend to ${ben}` }).click();
  await expect(page.getByText(`A new invitation for ${ben}; the one before no longer works.`)).toBeVisible();
  const second = await mailedLink(system, ben, 'invite', [first]);
  const phone = await someoneElse();
  await phone.goto(first);
  await expect(phone.getByRole('heading', { name: 'A newer invitation was sent' })).toBeVisible();
  await joinAs(phone, second, 'Ben Meyer');
  await live(phone);

  await invited.getByRole('button', { name: `Cancel invitation ${ray}` }).click();
  await invited.getByRole('button', { name: 'Cancel invitation', exact: true }).click();
  await expect(page.getByText(`The invitation of ${ray} is cancelled.`)).toBeVisible();
  const other = await someoneElse();
  await other.goto(await mailedLink(system, ray, 'invite'));
  await expect(other.getByRole('heading', { name: 'This invitation was cancelled' })).toBeVisible();

  await page.getByRole('button', { name: 'Invite Member' }).click();
  await page.getByRole('textbox', { name: 'E-mail', exact: true }).fill(`${ben}, new-${ben}`);
  await page.getByRole('button', { name: 'Send 2 Invites' }).click();
  await expect(page.getByRole('status', { name: 'Not everybody could be invited' })).toContainText(
    `${ben}This person is a member already.`,
  );
  await expect(page.getByRole('textbox', { name: 'E-mail', exact: true })).toHaveValue(ben);
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(page.getByRole('region', { name: 'Members' }).getByText('Ben Meyer')).toBeVisible();
  await page.getByText('Earlier invitations (2)').click();
  await expect(page.getByText('Cancelled', { exact: true })).toBeVisible();
});

test('a task is given to somebody invited, and is theirs once they join', async ({ page, someoneElse, system }) => {
  const { ray } = household();
  await register(page, system);
  await createProject(page, 'Pine Hill roof');
  await addTask(page, 'Strip the old tiles');
  await page.getByRole('button', { name: 'Team' }).first().click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('button', { name: 'Invite Member' }).click();
  await sheet.getByLabel('E-mail').fill(ray);
  await sheet.getByLabel('Role').selectOption('subcontractor');
  await sheet.getByRole('button', { name: 'Send Invite' }).click();
  await expect(sheet.getByText(`The invitation is on its way to ${ray}.`)).toBeVisible();
  await sheet.getByRole('button', { name: 'Close' }).click();

  await page.getByRole('button', { name: 'Strip the old tiles', exact: true }).click();
  await sheet.getByLabel('Assigned to').selectOption({ label: ray });
  await sheet.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('cell', { name: `${ray} (invited)` })).toBeVisible();

  const phone = await someoneElse();
  await joinAs(phone, await mailedLink(system, ray, 'invite'), 'Ray Ortiz');
  await expect(phone.getByLabel('Status of Strip the old tiles')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('cell', { name: 'Ray Ortiz', exact: true })).toBeVisible();
});

test('who becomes a subcontractor loses the portal that is open, and has tasks instead', async ({
  page,
  someoneElse,
  system,
}) => {
  const { anna } = household();
  await register(page, system);
  await createProject(page, 'Elm Row attic');
  await page.getByRole('tab', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Invite Member' }).click();
  await page.getByRole('textbox', { name: 'E-mail', exact: true }).fill(anna);
  await page.getByRole('button', { name: 'Send Invite' }).click();
  const phone = await someoneElse();
  await joinAs(phone, await mailedLink(system, anna, 'invite'), 'Anna Meyer');
  await live(phone);

  await page.reload();
  await page.getByRole('button', { name: 'Make subcontractor Anna Meyer' }).click();
  await page.getByRole('button', { name: 'Make subcontractor', exact: true }).click();
  await expect(page.getByText('Anna Meyer is a subcontractor now.')).toBeVisible();
  await expect(phone.getByRole('heading', { name: 'Elm Row attic' })).toHaveCount(0);
  await phone.goto(`${system.origin}/projects`);
  await phone.getByRole('link', { name: /Elm Row attic/ }).click();
  await expect(phone.getByRole('heading', { name: 'No tasks for you yet' })).toBeVisible();
});

test('removing a customer with the link of their household closes both screens', async ({
  page,
  someoneElse,
  system,
}) => {
  const { anna } = household();
  await register(page, system);
  await createProject(page, 'Maple Street kitchen');
  const url = await shareLink(page, 'Anna & Ben');
  const other = await shareLink(page, 'Grandma');
  await page.getByRole('tab', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Invite Member' }).click();
  await page.getByRole('textbox', { name: 'E-mail', exact: true }).fill(anna);
  await page.getByRole('button', { name: 'Send Invite' }).click();
  const [phone, tablet, grandma] = [await someoneElse(), await someoneElse(), await someoneElse()];
  await joinAs(phone, await mailedLink(system, anna, 'invite'), 'Anna Meyer');
  await tablet.goto(url);
  await grandma.goto(other);
  for (const screen of [phone, tablet, grandma]) await live(screen);

  await page.reload();
  const members = page.getByRole('region', { name: 'Members' });
  await members.getByRole('button', { name: 'Remove Anna Meyer' }).click();
  await members.getByLabel('Anna & Ben').check();
  await members.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(page.getByText('Anna Meyer is removed and the link is revoked; open screens are closed.')).toBeVisible();
  await expect(tablet.getByRole('heading', { name: 'This link was switched off' })).toBeVisible();
  await expect(phone.getByRole('heading', { name: 'Maple Street kitchen' })).toHaveCount(0);
  await expectNoFaultsInBoth(phone);
  for (const screen of [phone, tablet]) expect(await screen.content()).not.toContain('Maple Street');
  await live(grandma);
  await expect(page.getByText('No longer working (1)')).toBeVisible();
});
