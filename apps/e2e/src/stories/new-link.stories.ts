import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expectNoFaults } from './axe';
import { foundCompany, invite, joinAs, startProject } from './company';
import { createProject, expect, live, register, test } from './story';

const mailMe = async (phone: Page, email: string): Promise<void> => {
  await phone.getByLabel('Your e-mail').fill(email);
  await phone.getByRole('button', { name: 'Mail me a new link' }).click();
  await expect(phone.getByText('If there is a way into this project for that address')).toBeVisible();
};

test('a link that was replaced is mailed anew to whom it was made for, and nobody revoked gets one', async ({
  page,
  someoneElse,
  system,
}) => {
  const email = `anna-${randomUUID().slice(0, 8)}@home.example`;
  await register(page, system);
  await createProject(page, 'Maple Street kitchen');
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('Who is it for?').fill('Anna & Ben');
  await sheet.getByLabel('E-mail').fill('anna at home');
  await sheet.getByRole('button', { name: 'Create link' }).click();
  await expect(sheet.getByText('Enter one address such as anna@example.com')).toBeVisible();
  await sheet.getByLabel('E-mail').fill(email);
  await sheet.getByLabel('Last day').fill('2099-12-31');
  await sheet.getByRole('button', { name: 'Create link' }).click();
  await expect(sheet.getByText('The link for Anna & Ben is ready')).toBeVisible();
  await expect(sheet.getByText(`${email} · not opened yet · works until`)).toBeVisible();
  const first = await sheet.getByLabel('Link for Anna & Ben', { exact: true }).inputValue();

  const phone = await someoneElse();
  await phone.goto(first);
  await live(phone);
  await sheet.getByRole('button', { name: 'New link for Anna & Ben' }).click();
  await sheet.getByText(`at ${email} only`).waitFor();
  await expectNoFaults(page);
  await sheet.getByRole('button', { name: 'New link', exact: true }).click();
  await expect(sheet.getByText('Anna & Ben has a new link')).toBeVisible();
  await expect(phone.getByRole('heading', { name: 'This link was switched off' })).toBeVisible();

  await mailMe(phone, email);
  await expectNoFaults(phone);
  const { text } = await system.mail.waitFor(({ to }) => to.includes(email));
  const mailed = /https?:\/\/\S+\/portal\/\S+/.exec(text)?.[0] ?? '';
  expect(mailed).not.toBe(first);
  await phone.goto(mailed);
  await expect(phone.getByRole('heading', { name: 'Maple Street kitchen', level: 1 })).toBeVisible();
  expect(phone.url()).not.toContain('token');
  // The old message is no dead end for who is in.
  await phone.goto(first);
  await live(phone);

  await sheet.getByRole('button', { name: 'Revoke Anna & Ben' }).click();
  await sheet.getByRole('button', { name: 'Revoke', exact: true }).click();
  await expect(phone.getByRole('heading', { name: 'This link was switched off' })).toBeVisible();
  await mailMe(phone, email);
  await sheet.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: /^Notices, \d+ new/ }).click();
  await expect(page.getByText('Anna & Ben asked for a new link; theirs was revoked, so none was sent')).toBeVisible();
  expect(system.mail.list().filter(({ to }) => to.includes(email))).toHaveLength(1);
});

test('whoever removes a customer is offered to revoke the links with their address', async ({
  page,
  someoneElse,
  system,
}) => {
  const email = `ben-${randomUUID().slice(0, 8)}@home.example`;
  const company = await foundCompany(system);
  const projectId = await startProject(company, 'Cedar Court extension');
  const phone = await someoneElse();
  await joinAs(phone, (await invite(system, company, { email, projectId })).link, 'Ben Novak');
  await live(phone);
  const api = `/api/portal/${projectId}/links`;
  const theirs = (await company.owner.post(api, { label: 'The Novaks', email })).body.url;
  const others = (await company.owner.post(api, { label: 'The neighbours' })).body.url;
  const guest = await someoneElse();
  await guest.goto(theirs);
  await live(guest);

  await page.goto(`${system.origin}/sign-in?email=${company.owner.email}&to=/projects/${projectId}/settings`);
  await page.getByLabel('Password').fill(company.owner.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  const members = page.getByRole('region', { name: 'Members' });
  await members.getByRole('button', { name: 'Remove Ben Novak' }).click();
  await expect(members.getByRole('checkbox', { name: /The Novaks/ })).toBeChecked();
  await expect(members.getByRole('checkbox', { name: /The neighbours/ })).not.toBeChecked();
  await members.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(page.getByText('Ben Novak is removed and the link is revoked; open screens are closed.')).toBeVisible();
  await expect(guest.getByRole('heading', { name: 'This link was switched off' })).toBeVisible();
  await expect(phone.getByRole('heading', { name: 'This project is no longer open to you' })).toBeVisible();
  expect((await system.client().get(others)).status).toBe(303);
});
