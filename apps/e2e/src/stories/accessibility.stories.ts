import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { addTask, createProject, expect, live, register, shareLink, test } from './story';

/** WCAG 2.2 AA, as far as a machine can tell (axe). */
const expectNoFaults = async (page: Page): Promise<void> => {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
};

test('the screens of the main job have no accessibility faults that a machine can find', async ({
  page,
  someoneElse,
  system,
}) => {
  await page.goto(`${system.origin}/sign-in`);
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await expectNoFaults(page);
  await register(page, system);
  await expectNoFaults(page);
  await createProject(page, 'Pine Hill roof');
  await addTask(page, 'Strip the old tiles');
  await expectNoFaults(page);
  const url = await shareLink(page, 'The Hills');
  await page.getByRole('tab', { name: 'Customer' }).click();
  await expect(page.getByRole('heading', { name: 'Milestones' })).toBeVisible();
  await expectNoFaults(page);

  for (const colorScheme of ['light', 'dark'] as const) {
    const phone = await someoneElse();
    await phone.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await phone.goto(url);
    await live(phone);
    await expectNoFaults(phone);
    await phone.goto(`${url}x`);
    await expect(phone.getByRole('heading', { name: 'This link does not work' })).toBeVisible();
    await expectNoFaults(phone);
  }
});
