import { randomUUID } from 'node:crypto';
import { expectNoFaults, withoutFrames } from './axe';
import { foundCompany, mailedLink, signIn } from './company';
import { expect, test } from './story';

/** A published lead of the Millers, made without a screen. */
const publishedLead = async (owner: Awaited<ReturnType<typeof foundCompany>>['owner'], contacts: object[]) => {
  const lead = await owner.post('/api/leads', { projectType: 'Kitchen', client: { name: 'Miller family', contacts } });
  expect(lead.status).toBe(201);
  const { name, welcomeMessage } = lead.body.publishDefaults as { name: string; welcomeMessage: string };
  await owner.post(`/api/leads/${lead.body.id}/publish`, { name, welcomeMessage });
  return lead.body.id as string;
};

test('contacts are invited beside their lead, and who was not reached is tried again alone', async ({
  page,
  system,
}) => {
  // A mail that comes back is told by three services in turn.
  test.slow();
  const { owner } = await foundCompany(system);
  const id = randomUUID().slice(0, 8);
  const names = ['Anna', 'Ben', 'Carl', 'Dora'];
  const address = (name: string) => `${name.toLowerCase()}-${id}@home.example`;
  system.mail.refuseRecipient(address('Ben'));
  const contacts = [...names.map((name) => ({ name, email: address(name) })), { name: 'Emil' }];
  const leadId = await publishedLead(owner, contacts);
  await signIn(page, system, owner.email, owner.password);
  await page.getByRole('heading', { name: 'Projects', level: 1 }).waitFor();
  await page.goto(`${system.origin}/leads/${leadId}`);
  const block = page.getByRole('region', { name: 'Client Project' });
  await expect(block.getByRole('listitem', { name: 'Emil' })).toContainText('No e-mail');
  await block.getByRole('button', { name: 'Invite', exact: true }).click();
  const sheet = page.getByRole('dialog', { name: 'Miller family – Kitchen' });
  await expect(sheet.getByRole('checkbox', { name: 'Emil' })).toHaveCount(0);
  for (const name of names) await sheet.getByRole('checkbox', { name }).check();
  await sheet.getByLabel('Message').fill('Come and see your kitchen grow.');
  await sheet.getByText('Preview the mail').click();
  await expect(
    sheet.frameLocator('iframe').getByText('Come and see your kitchen grow.', { exact: true }),
  ).toBeVisible();
  await withoutFrames(page);
  await expectNoFaults(page);

  // The line is cut after the first three.
  let requests = 0;
  await page.route('**/invitations', (route) => (++requests === 2 ? route.abort() : route.continue()));
  await sheet.getByRole('button', { name: 'Send 4 Invitations' }).click();
  await expect(sheet.getByText('3 invited, 1 not.')).toBeVisible();
  await expect(sheet.getByRole('listitem').filter({ hasText: 'Dora' })).toContainText('cannot be reached');
  await sheet.getByRole('button', { name: 'Try again for this one' }).click();
  await expect(sheet.getByText('All 4 are invited.')).toBeVisible();
  await sheet.getByRole('button', { name: 'Done' }).click();

  await mailedLink(system, address('Dora'), 'invite');
  await expect(block.getByRole('listitem', { name: 'Dora' })).toContainText('Invited');
  // The mail server knows no Ben: that comes by itself.
  await expect(block.getByRole('listitem', { name: 'Ben' })).toContainText('Undeliverable', { timeout: 20_000 });

  // A new address takes the open invitation along.
  const contactsPart = page.getByRole('region', { name: 'Contacts' });
  await contactsPart.getByRole('button', { name: 'Edit Ben' }).click();
  await contactsPart.getByLabel('E-mail').fill(`right-${address('Ben')}`);
  await expect(contactsPart.getByText('Their open invitations move to the new address')).toBeVisible();
  await contactsPart.getByRole('button', { name: 'Save contact' }).click();
  await mailedLink(system, `right-${address('Ben')}`, 'invite');
  await expect(block.getByRole('listitem', { name: 'Ben' })).toContainText('Invited', { timeout: 20_000 });
});

for (const [colorScheme, width] of [
  ['light', 1280],
  ['dark', 390],
] as const)
  test(`clients are found, kept and asked again, ${colorScheme} and ${width} wide`, async ({ page, system }) => {
    test.slow();
    const { owner } = await foundCompany(system);
    await publishedLead(owner, [{ name: 'Mia Miller', email: 'mia@home.example' }]);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 844 });
    await signIn(page, system, owner.email, owner.password);
    await page.getByRole('link', { name: 'Leads' }).first().click();
    await page.getByRole('link', { name: 'Clients' }).click();
    await page.getByRole('button', { name: 'New client' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('Client').fill('Novak Bakery');
    await sheet.getByRole('button', { name: 'Create client' }).click();
    await expect(page.getByRole('heading', { name: 'Novak Bakery', level: 1 })).toBeVisible();
    await page.getByRole('button', { name: 'Add contact' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Nora Novak');
    await page.getByRole('button', { name: 'Add contact' }).click();
    await page.getByRole('button', { name: 'Add contact' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Otto Novak');
    await page.getByRole('button', { name: 'Add contact' }).click();
    await page.getByRole('button', { name: 'Make Otto Novak the primary contact' }).click();
    await expect(page.getByText('Otto Novak is the primary contact now.')).toBeVisible();
    await page.getByRole('button', { name: 'Remove Nora Novak' }).click();
    await expectNoFaults(page);
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await expect(page.getByText('Nora Novak is no contact any more.')).toBeVisible();
    await page.getByRole('button', { name: 'New lead' }).click();
    await sheet.getByLabel('Project type').fill('Oven room');
    await sheet.getByRole('button', { name: 'Create lead' }).click();
    await expect(page.getByRole('heading', { name: 'Novak Bakery', level: 1 })).toBeVisible();
    await expect(page.getByText('Oven room').first()).toBeVisible();

    await page.goto(`${system.origin}/clients`);
    await page.getByLabel('Find by name, e-mail or phone').fill('otto');
    await expect(page.getByRole('link', { name: /Novak Bakery/ })).toBeVisible();
    await expect(page.getByRole('link', { name: /Miller family/ })).toHaveCount(0);
    await expectNoFaults(page);
  });
