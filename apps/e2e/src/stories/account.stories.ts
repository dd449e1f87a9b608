import { expectNoFaults } from './axe';
import { foundCompany, invite, joinAs, mailedLink, password, signIn, startProject } from './company';
import { createProject, expect, live, register, test } from './story';

const desk = { width: 1280, height: 800 };
const another = 'quite another password';

test('a forgotten password is chosen anew by mail, and every device is signed out by it', async ({
  page,
  someoneElse,
  system,
}) => {
  const { email } = await register(page, system);
  await createProject(page, 'Oak Lane porch');

  const phone = await someoneElse();
  await signIn(phone, system, email, 'not the password');
  await expect(phone.getByText('E-mail or password is not right.')).toBeVisible();
  await phone.getByRole('link', { name: 'Forgot your password?' }).click();
  await expect(phone.getByLabel('E-mail')).toHaveValue(email);
  await expect(phone.getByRole('heading', { name: 'Forgot your password?' })).toBeVisible();
  await phone.getByLabel('E-mail').fill('nobody@home.example');
  await phone.getByRole('button', { name: 'Mail me a link' }).click();
  await expect(phone.getByText('If there is an account with nobody@home.example')).toBeVisible();
  await phone.getByRole('button', { name: 'Try another address' }).click();
  await phone.getByLabel('E-mail').fill(email);
  await phone.getByRole('button', { name: 'Mail me a link' }).click();
  await expect(phone.getByText(`If there is an account with ${email}`)).toBeVisible();
  expect(system.mail.list().some(({ to }) => to.includes('nobody@home.example'))).toBe(false);

  const link = await mailedLink(system, email, 'reset-password');
  await phone.goto(link);
  await expect(phone.getByLabel('E-mail')).toHaveValue(email);
  await phone.getByLabel('New password').fill('too short');
  await phone.getByRole('button', { name: 'Save the new password' }).click();
  await expect(phone.getByText('Use at least 12 characters')).toBeVisible();
  await phone.getByLabel('New password').fill(another);
  await phone.getByRole('button', { name: 'Show password' }).click();
  await expect(phone.getByLabel('New password')).toHaveAttribute('type', 'text');
  await phone.getByRole('button', { name: 'Save the new password' }).click();
  await expect(phone.getByText('Your new password is set.')).toBeVisible();
  await expect(phone.getByLabel('E-mail')).toHaveValue(email);

  // The other device: whatever it asks for next, it is asked to sign in again, and its page stays.
  const again = page.getByRole('dialog', { name: 'Sign in again' });
  // Every service hears of it within a second: who asks sooner asks once more.
  await expect(async () => {
    if (await again.isVisible()) return;
    await page.getByRole('tab', { name: 'Plan' }).click({ timeout: 2000 });
    await page.getByRole('tab', { name: 'Budget' }).click({ timeout: 2000 });
    await expect(again).toBeVisible({ timeout: 2000 });
  }).toPass();
  await expect(again.getByLabel('E-mail')).toHaveValue(email);
  await again.getByLabel('Password').fill(another);
  await again.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Oak Lane porch', level: 1 })).toBeVisible();

  await phone.getByLabel('Password').fill(another);
  await phone.getByRole('button', { name: 'Sign in' }).click();
  await expect(phone.getByRole('heading', { name: 'Projects', level: 1 })).toBeVisible();
  await phone.goto(link);
  await expect(phone.getByRole('heading', { name: 'This link was used already' })).toBeVisible();
});

test('an e-mail address is changed by a link at the new one, and announced at the old one', async ({
  page,
  someoneElse,
  system,
}) => {
  const { email, password: word } = await register(page, system);
  const newer = email.replace('ruth', 'ruth-newer');
  await page.getByRole('button', { name: /Ruth Alder/ }).click();
  await page.getByRole('menuitem', { name: 'Your account' }).click();
  const part = page.getByRole('region', { name: 'E-mail' });
  await expect(part.getByText('Not confirmed')).toBeVisible();
  await part.getByRole('button', { name: 'Change e-mail' }).click();
  await part.getByLabel('New e-mail').fill(newer);
  await part.getByLabel('Your password').fill('not the password');
  await part.getByRole('button', { name: 'Mail me a link' }).click();
  await expect(part.getByText('Is not your password')).toBeVisible();
  await part.getByLabel('Your password').fill(word);
  await part.getByRole('button', { name: 'Mail me a link' }).click();
  await expect(part.getByText(`We sent a link to ${newer}`)).toBeVisible();

  const link = await mailedLink(system, newer, 'confirm-email');
  const scanner = await someoneElse(desk);
  await scanner.goto(link, { waitUntil: 'networkidle' });
  await expect(scanner.getByText(newer)).toBeVisible();
  await page.reload();
  await expect(part.getByText(email, { exact: true })).toBeVisible();

  await page.goto(link);
  await page.getByRole('button', { name: 'Yes, confirm it' }).click();
  await expect(page.getByRole('heading', { name: 'Your e-mail address is confirmed' })).toBeVisible();
  const notice = await system.mail.waitFor(
    ({ to, subject }) => to.some((address) => address.includes(email)) && !subject.includes('Confirm'),
  );
  expect(notice.text).not.toContain('#');
  await page.getByRole('link', { name: 'Go on' }).click();
  await page.goto(`${system.origin}/account`);
  await expect(part.getByText(newer, { exact: true })).toBeVisible();
  await expect(part.getByText('✓ Confirmed')).toBeVisible();
  await scanner.reload();
  await expect(scanner.getByRole('heading', { name: 'This address is confirmed already' })).toBeVisible();
});

test('a device is ended from another and thrown out; then every one', async ({ page, someoneElse, system }) => {
  const { email, password: word } = await register(page, system);
  const lost = await someoneElse();
  await signIn(lost, system, email, word);
  await expect(lost.getByRole('heading', { name: 'Projects', level: 1 })).toBeVisible();

  await page.goto(`${system.origin}/account`);
  const devices = page.getByRole('list', { name: 'Devices' });
  await expect(devices.getByRole('listitem')).toHaveCount(2);
  await expect(devices.getByRole('listitem').first()).toContainText('This device');
  await devices.getByRole('button', { name: /^End Chrome on Linux/ }).click();
  await expect(devices.getByRole('listitem')).toHaveCount(1);
  const again = lost.getByRole('dialog', { name: 'Sign in again' });
  // Every service hears of it within a second: who asks sooner asks once more.
  await expect(async () => {
    if (await again.isVisible()) return;
    await lost.getByRole('link', { name: 'Settings' }).click({ timeout: 2000 });
    await lost.getByRole('link', { name: 'Projects', exact: true }).click({ timeout: 2000 });
    await expect(again).toBeVisible({ timeout: 2000 });
  }).toPass();
  await lost.getByRole('button', { name: 'Leave this page' }).click();
  await expect(lost.getByRole('heading', { name: 'Sign in', exact: true })).toBeVisible();

  await signIn(lost, system, email, word);
  await expect(lost.getByRole('heading', { name: 'Projects', level: 1 })).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: /^Sign out everywhere/ }).click();
  await page.getByRole('button', { name: 'Sign out everywhere', exact: true }).click();
  await expect(page.getByText('You are signed out on every device.')).toBeVisible();
  await lost.reload();
  await expect(lost.getByRole('heading', { name: 'Sign in', exact: true })).toBeVisible();
});

test('a customer of several projects chooses among them, and has an account as everybody', async ({
  page,
  someoneElse,
  system,
}) => {
  const email = 'gwen@home.example';
  const alder = await foundCompany(system, 'Alder & Sons');
  const birch = await foundCompany(system, 'Birch Builders');
  const first = await invite(system, alder, { email, projectId: await startProject(alder, 'Gable Street roof') });
  const phone = await someoneElse();
  await joinAs(phone, first.link, 'Gwen Gable');
  await live(phone);

  // One project: signing in leads straight there, and its foot to the account.
  await phone.getByRole('link', { name: 'Your account' }).click();
  await expect(phone.getByRole('heading', { name: 'Your account' })).toBeVisible();
  await phone.getByRole('link', { name: 'Back to your project' }).click();
  await live(phone);

  const projectId = await startProject(birch, 'Gable Street garden');
  const second = await invite(system, birch, { email, projectId, seen: [first.link] });
  await phone.goto(second.link);
  await phone.getByRole('button', { name: 'Accept Invitation' }).click();
  await live(phone);
  await signIn(page, system, email);
  await expect(page.getByRole('heading', { name: 'Your projects' })).toBeVisible();
  await expectNoFaults(page);
  await page.getByRole('button', { name: /Gable Street roof Alder & Sons/ }).click();
  await live(page);
  await page.goBack();
  await page.getByRole('link', { name: 'Your account' }).click();
  const parts = page.getByRole('region', { name: 'Companies and projects' });
  await expect(parts.getByRole('listitem')).toHaveText([
    /Gable Street roof\s*Customer/,
    /Gable Street garden\s*Customer/,
  ]);
  await expectNoFaults(page);

  await page.getByRole('button', { name: 'Close my account…' }).click();
  const closing = page.getByRole('region', { name: 'Close the account' });
  await expectNoFaults(page);
  await closing.getByLabel('Your password').fill(password);
  await closing.getByRole('button', { name: 'Close my account for good' }).click();
  await expect(page.getByText('Your account is closed.')).toBeVisible();
  await signIn(page, system, email);
  await expect(page.getByText('E-mail or password is not right.')).toBeVisible();
});

test('the only owner of a company is told why the account cannot be closed yet', async ({ page, system }) => {
  const { password: word } = await register(page, system);
  await page.goto(`${system.origin}/account`);
  await page.getByRole('button', { name: 'Close my account…' }).click();
  const closing = page.getByRole('region', { name: 'Close the account' });
  await closing.getByLabel('Your password').fill(word);
  await closing.getByRole('button', { name: 'Close my account for good' }).click();
  await expect(closing.getByText('You are the only owner of a company')).toBeVisible();
  await expectNoFaults(page);
});
