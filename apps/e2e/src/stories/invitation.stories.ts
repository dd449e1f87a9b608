import { actByScript } from './act-by-script';
import { foundCompany, invite, joinAs, mailedLink, password, startProject } from './company';
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
  await expect(phone.getByText('Ruth Alder, Alder & Sons')).toBeVisible();
  await expect(phone.getByLabel('E-mail')).toHaveValue('anna@home.example');
  await expect(phone.getByLabel('E-mail')).not.toBeEditable();
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

  // The old mail stays the way home: straight in, and from another device by signing in.
  await phone.goto(link);
  await live(phone);
  const tablet = await someoneElse();
  await tablet.goto(link);
  await expect(tablet.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expect(tablet.getByLabel('E-mail')).toHaveValue('anna@home.example');
  await tablet.getByLabel('Password').fill('a long enough password');
  await tablet.getByRole('button', { name: 'Sign in' }).click();
  await live(tablet);
});

test('a program that opens the link and runs the page uses up nothing and is nobody who looked', async ({
  someoneElse,
  system,
}) => {
  const company = await foundCompany(system);
  const projectId = await startProject(company, 'Birch Row loft');
  const { link } = await invite(system, company, { email: 'carl@home.example', projectId });
  const asSeenByOwner = async () => {
    const { body } = await company.owner.get(`/api/identity/invitations?projectId=${projectId}`);
    return (body as { items: { status: string; openedAt: string | null }[] }).items[0];
  };

  const scanner = await someoneElse({ width: 1280, height: 800 });
  for (let visit = 0; visit < 2; visit++) {
    await scanner.goto(link, { waitUntil: 'networkidle' });
    await expect(scanner.getByRole('button', { name: 'Accept Invitation' })).toBeVisible();
    await actByScript(scanner);
  }
  expect(await asSeenByOwner()).toMatchObject({ status: 'pending', openedAt: null });

  const phone = await someoneElse();
  await phone.goto(link);
  await phone.getByLabel('Your name').click();
  await expect.poll(async () => (await asSeenByOwner())?.openedAt).not.toBeNull();
  await joinAs(phone, link, 'Carl Birch');
  await live(phone);
});

test('who is signed in as somebody else is told so, and goes on as the invited by one button', async ({
  page,
  system,
}) => {
  const { email } = await register(page, system, 'Hollow Builders');
  const company = await foundCompany(system);
  const projectId = await startProject(company, 'Maple Street porch');
  const { link } = await invite(system, company, { email: 'dora@home.example', projectId });

  await page.goto(link);
  await expect(page.getByText(`You are signed in as ${email}`)).toBeVisible();
  await expect(page.getByText('nothing has changed yet')).toBeVisible();
  await expect(page.getByRole('button')).toHaveCount(1);
  await page.goto(`${system.origin}/projects`);
  await expect(page.getByRole('heading', { name: 'Projects', level: 1 })).toBeVisible();

  await page.goto(link);
  await page.getByRole('button', { name: 'Sign out and go on as dora@home.example' }).click();
  await expect(page.getByLabel('E-mail')).toHaveValue('dora@home.example');
  await page.getByLabel('Your name').fill('Dora Maple');
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Accept Invitation' }).click();
  await live(page);
});

test('an invitation that ran out mails a new one, which replaces it; a cancelled one says so', async ({
  someoneElse,
  system,
}) => {
  const company = await foundCompany(system);
  const projectId = await startProject(company, 'Elm Yard garage');
  const { id, link } = await invite(system, company, { email: 'emil@home.example', projectId });
  await system.sql('identity', `update invitation set expires_at = now() - interval '1 hour' where id = $1`, [id]);

  const phone = await someoneElse();
  await phone.goto(link);
  await expect(phone.getByRole('heading', { name: 'This invitation has run out' })).toBeVisible();
  await phone.getByRole('button', { name: 'Mail me a new invitation' }).click();
  await expect(phone.getByText('A new invitation is on its way to emil@home.example')).toBeVisible();
  const newer = await mailedLink(system, 'emil@home.example', 'invite', [link]);

  await phone.reload();
  await expect(phone.getByRole('heading', { name: 'A newer invitation was sent' })).toBeVisible();
  // Another link in the same tab is another address of the same page.
  await phone.goto(newer);
  await expect(phone.getByRole('button', { name: 'Accept Invitation' })).toBeVisible();

  expect((await company.owner.delete(`/api/identity/invitations/${id}`)).status).toBe(204);
  await phone.getByLabel('Your name').fill('Emil Elm');
  await phone.getByLabel('Password').fill(password);
  await phone.getByRole('button', { name: 'Accept Invitation' }).click();
  await expect(phone.getByRole('heading', { name: 'This invitation was cancelled' })).toBeVisible();
  await expect(phone.getByRole('link', { name: 'Call +1 303 555 0142' })).toBeVisible();
});

test('somebody known signs in and has joined; a forgotten password leads back to the invitation', async ({
  someoneElse,
  system,
}) => {
  const email = 'fay@home.example';
  const company = await foundCompany(system);
  const first = await invite(system, company, { email, projectId: await startProject(company, 'Fir Close kitchen') });
  const phone = await someoneElse();
  await joinAs(phone, first.link, 'Fay Fir');
  await live(phone);

  const bathroom = await startProject(company, 'Fir Close bathroom');
  const second = await invite(system, company, { email, projectId: bathroom, seen: [first.link] });
  const laptop = await someoneElse({ width: 1280, height: 800 });
  await laptop.goto(second.link);
  await expect(laptop.getByLabel('E-mail')).toHaveValue(email);
  await laptop.getByRole('link', { name: 'Forgot your password?' }).click();
  await laptop.getByRole('link', { name: 'Back to your invitation' }).click();
  await laptop.getByRole('link', { name: 'Forgot your password?' }).click();
  await laptop.getByRole('button', { name: 'Mail me a link' }).click();
  await expect(laptop.getByRole('heading', { name: 'Look in your mail' })).toBeVisible();

  // The mail opens in a tab of its own.
  const tab = await laptop.context().newPage();
  await tab.goto(await mailedLink(system, email, 'reset-password'));
  await tab.getByLabel('New password').fill('quite another password');
  await tab.getByRole('button', { name: 'Save the new password' }).click();
  await expect(tab.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expect(tab.getByLabel('E-mail')).toHaveValue(email);
  await tab.getByLabel('Password').fill('quite another password');
  await tab.getByRole('button', { name: 'Sign in' }).click();
  await expect(tab.getByRole('heading', { name: /invites you to Fir Close bathroom/ })).toBeVisible();
  await tab.getByRole('button', { name: 'Accept Invitation' }).click();
  await live(tab);
  expect(tab.url()).toContain(`/portal/${bathroom}`);

  const attic = await startProject(company, 'Fir Close attic');
  const seen = [first.link, second.link];
  const third = await invite(system, company, { email, projectId: attic, role: 'subcontractor', seen });
  const tablet = await someoneElse();
  await tablet.goto(third.link);
  await tablet.getByLabel('Password').fill('quite another password');
  await tablet.getByRole('button', { name: 'Sign in and accept' }).click();
  await expect(tablet).toHaveURL(new RegExp(`/projects/${attic}`));
  await expect(tablet.getByRole('heading', { name: 'Fir Close attic', level: 1 })).toBeVisible();
});
