import { expectNoFaultsInBoth } from './axe';
import { foundCompany, invite, mailedLink, password, signIn, startProject } from './company';
import { expect, test } from './story';

test('the pages at the door have no accessibility faults that a machine can find, light and dark', async ({
  someoneElse,
  system,
}) => {
  test.setTimeout(180_000);
  const company = await foundCompany(system);
  const { email } = company.owner;
  const projectId = await startProject(company, 'Larch Way attic');
  const { id, link } = await invite(system, company, { email: 'hugo@home.example', projectId });
  const phone = await someoneElse();

  await phone.goto(link);
  await phone.getByLabel('Password').fill('too short');
  await phone.getByRole('button', { name: 'Accept Invitation' }).click();
  await expect(phone.getByText('Use at least 12 characters')).toBeVisible();
  await expectNoFaultsInBoth(phone);
  await system.sql('identity', `update invitation set expires_at = now() - interval '1 hour' where id = $1`, [id]);
  await phone.reload();
  await phone.getByRole('button', { name: 'Mail me a new invitation' }).click();
  await expect(phone.getByText('A new invitation is on its way')).toBeVisible();
  await expectNoFaultsInBoth(phone);
  await phone.goto(`${system.origin}/invite#of-nothing`);
  await expect(phone.getByRole('heading', { name: 'This link does not lead to an invitation' })).toBeVisible();
  await expectNoFaultsInBoth(phone);

  await signIn(phone, system, email, 'not the password');
  await expect(phone.getByText('E-mail or password is not right.')).toBeVisible();
  await expectNoFaultsInBoth(phone);
  await phone.getByRole('link', { name: 'Forgot your password?' }).click();
  await expect(phone.getByRole('heading', { name: 'Forgot your password?' })).toBeVisible();
  await expect(phone.getByRole('main')).toBeFocused();
  await expectNoFaultsInBoth(phone);
  await phone.getByRole('button', { name: 'Mail me a link' }).click();
  await expect(phone.getByRole('heading', { name: 'Look in your mail' })).toBeFocused();
  await expectNoFaultsInBoth(phone);
  await phone.goto(await mailedLink(system, email, 'reset-password'));
  await phone.getByLabel('New password').fill(password);
  await expectNoFaultsInBoth(phone);
  await phone.goto(await mailedLink(system, email, 'confirm-email'));
  await expect(phone.getByRole('button', { name: 'Yes, confirm it' })).toBeVisible();
  await expectNoFaultsInBoth(phone);
});

test('a page at the door says when nobody answers, keeps what was typed, and tries again', async ({
  someoneElse,
  system,
}) => {
  const company = await foundCompany(system);
  const projectId = await startProject(company, 'Lime Court cellar');
  const { link } = await invite(system, company, { email: 'ina@home.example', projectId });
  const phone = await someoneElse();

  await phone.route('**/api/identity/**', (route) => route.abort());
  await phone.goto(link);
  await expect(phone.getByText('Porchlight cannot be reached at the moment.')).toBeVisible();
  await phone.unroute('**/api/identity/**');
  await phone.getByRole('button', { name: 'Try again' }).click();
  await phone.getByLabel('Your name').fill('Ina Lime');
  await phone.getByLabel('Password').fill(password);

  await phone.route('**/api/identity/**', (route) => route.abort());
  await phone.getByRole('button', { name: 'Accept Invitation' }).click();
  await expect(phone.getByText('What you typed is still here.')).toBeVisible();
  await expect(phone.getByLabel('Your name')).toHaveValue('Ina Lime');
  await phone.unroute('**/api/identity/**');
  await phone.getByRole('button', { name: 'Accept Invitation' }).click();
  await expect(phone.getByRole('heading', { name: 'Lime Court cellar', level: 1 })).toBeVisible();
  await expect(phone).toHaveURL(/\/portal\//);
});

test('guessing too often is answered in plain words, with the way that works at once', async ({
  someoneElse,
  system,
}) => {
  const company = await foundCompany(system);
  const { email } = company.owner;
  const phone = await someoneElse();
  // Strangers have 50 guesses an hour for one account.
  for (let guess = 0; guess < 50; guess += 10) {
    const stranger = () => system.client().post('/api/identity/sessions', { email, password: 'not the password' });
    await Promise.all(Array.from({ length: 10 }, stranger));
  }
  await signIn(phone, system, email, company.owner.password);
  await expect(phone.getByText(/That was tried too often\. Wait .* and try again\./)).toBeVisible();
  await expect(phone.getByText('Choosing a new password by mail works at once.')).toBeVisible();
  await phone.getByRole('link', { name: 'Forgot your password?' }).click();
  await phone.getByRole('button', { name: 'Mail me a link' }).click();
  await phone.goto(await mailedLink(system, email, 'reset-password'));
  await phone.getByLabel('New password').fill('quite another password');
  await phone.getByRole('button', { name: 'Save the new password' }).click();
  await expect(phone.getByText('Your new password is set.')).toBeVisible();
  await phone.getByLabel('Password').fill('quite another password');
  await phone.getByRole('button', { name: 'Sign in' }).click();
  await expect(phone.getByRole('heading', { name: 'Projects', level: 1 })).toBeVisible();
});
