import { createProject, expect, live, register, test } from './story';

test('a customer is invited by e-mail, accepts, and shares their own link', async ({ page, someoneElse, system }) => {
  await register(page, system);
  await createProject(page, 'Cedar Court extension');

  await page.getByRole('button', { name: 'Team' }).first().click();
  const team = page.getByRole('dialog');
  await team.getByRole('button', { name: 'Invite Member' }).click();
  await team.getByLabel('E-mail').fill('anna@home.example');
  await team.getByLabel('Message').fill('Looking forward to it.');
  await team.getByRole('button', { name: 'Send Invite' }).click();
  await expect(team.getByText('anna@home.example').first()).toBeVisible();

  const mail = await system.mail.waitFor(
    ({ to, text }) => to.includes('anna@home.example') && text.includes('Cedar Court'),
  );
  expect(mail.html).toContain('Accept Invitation');
  expect(mail.text).toContain('Looking forward to it.');
  const link = /https?:\/\/\S+\/invite#\S+/.exec(mail.text)?.[0] ?? '';

  const phone = await someoneElse();
  await phone.goto(link);
  await expect(phone.getByRole('heading', { name: /Alder & Sons invites you to Cedar Court extension/ })).toBeVisible();
  await phone.getByLabel('Your name').fill('Anna Meyer');
  await phone.getByLabel('Password').fill('a long enough password');
  await phone.getByRole('button', { name: 'Accept Invitation' }).click();
  await expect(phone.getByRole('heading', { name: 'Cedar Court extension', level: 1 })).toBeVisible();
  await live(phone);

  await phone.getByRole('button', { name: 'Share' }).click();
  const own = await phone.getByLabel('Copy this link:').inputValue();
  const friend = await someoneElse();
  await friend.goto(own);
  await expect(friend.getByRole('heading', { name: 'Cedar Court extension', level: 1 })).toBeVisible();
  await friend.getByRole('button', { name: 'Share' }).click();
  expect(await friend.getByLabel('Copy this link:').inputValue()).toBe(own);

  await phone.goto(link);
  await expect(phone.getByRole('heading', { name: /You have joined Cedar Court extension already/ })).toBeVisible();
});
