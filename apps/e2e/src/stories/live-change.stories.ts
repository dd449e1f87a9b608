import type { Page } from '@playwright/test';
import { expectNoFaultsInBoth } from './axe';
import { addTask, createProject, expect, live, register, shareLink, test } from './story';

/** Notes what browser and gateway agree on for each WebSocket of a page, as the answers to its handshakes say. */
const noteHandshakes = async (page: Page): Promise<string[]> => {
  const devtools = await page.context().newCDPSession(page);
  const answers: string[] = [];
  devtools.on('Network.webSocketHandshakeResponseReceived', ({ response }) => answers.push(response.headersText ?? ''));
  await devtools.send('Network.enable');
  return answers;
};

test('a contractor changes a task and the homeowner sees it at once, until the link is revoked', async ({
  page,
  someoneElse,
  system,
}) => {
  await register(page, system);
  await createProject(page, 'Maple Street kitchen');
  await addTask(page, 'Hang the cabinets');
  const url = await shareLink(page, 'Anna & Ben');

  const phone = await someoneElse();
  const handshakes = await noteHandshakes(phone);
  await phone.goto(url);
  expect(phone.url()).not.toContain('token');
  await expect(phone.getByRole('heading', { name: 'Maple Street kitchen', level: 1 })).toBeVisible();
  await live(phone);
  await expect(phone.getByRole('progressbar', { name: 'Overall progress' })).toBeVisible();
  await phone.evaluate('window.neverReloaded = true');

  await page.getByLabel('Status of Hang the cabinets').selectOption('complete');
  await expect(phone.getByRole('status').filter({ hasText: 'Overall progress is now 100 percent.' })).toBeAttached();
  await expect(phone.getByText('100').first()).toBeVisible();
  // To who agreed to compression the gateway writes every view compressed (ADR 18), and Chromium has just shown one.
  expect(handshakes).toEqual([expect.stringMatching(/permessage-deflate/i)]);
  expect(await phone.evaluate('window.neverReloaded')).toBe(true);
  expect(await phone.content()).not.toContain('Hang the cabinets');

  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('button', { name: 'Revoke Anna & Ben' }).click();
  await sheet.getByRole('button', { name: 'Revoke', exact: true }).click();
  await expect(phone.getByRole('heading', { name: 'This link was switched off' })).toBeVisible();
  await expectNoFaultsInBoth(phone);
  const left = await phone.content();
  expect(left).not.toContain('Maple Street');
  await phone.reload();
  await expect(phone.getByRole('heading', { name: 'This link was switched off' })).toBeVisible();
  expect(await phone.content()).not.toContain('Maple Street');
});

test('the clean address without a cookie helps instead of failing', async ({ page, someoneElse, system }) => {
  await register(page, system);
  await createProject(page, 'Birch Road bath');
  const url = new URL(await shareLink(page, 'Carla'));
  const stranger = await someoneElse();
  await stranger.goto(url.origin + url.pathname);
  await expect(stranger.getByRole('heading', { name: 'Please open the link from your builder again' })).toBeVisible();
  await stranger.goto(`${url.origin}${url.pathname}?token=made-up`);
  await expect(stranger.getByRole('heading', { name: 'This link does not work' })).toBeVisible();
});
