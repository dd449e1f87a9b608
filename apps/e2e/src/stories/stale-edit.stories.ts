import { addTask, createProject, expect, register, test } from './story';

test('a stale edit is offered again, and nothing typed is lost', async ({ page, someoneElse, system }) => {
  const { email, password } = await register(page, system);
  await createProject(page, 'Oak Lane porch');
  await addTask(page, 'Pour the slab');

  const second = await someoneElse({ width: 1280, height: 800 });
  await second.goto(`${system.origin}/sign-in`);
  await second.getByLabel('E-mail').fill(email);
  await second.getByLabel('Password').fill(password);
  await second.getByRole('button', { name: 'Sign in' }).click();
  await second.getByRole('link', { name: /Oak Lane porch/ }).click();
  await second.getByRole('button', { name: 'Pour the slab', exact: true }).click();
  const sheet = second.getByRole('dialog');
  await sheet.getByLabel('Name', { exact: true }).fill('Pour the slab and the steps');

  await page.getByLabel('Progress of Pour the slab').fill('40');
  await page.getByLabel('Progress of Pour the slab').press('Enter');
  await expect(page.getByLabel('Status of Pour the slab')).toHaveValue('in_progress');

  await sheet.getByRole('button', { name: 'Save' }).click();
  const notice = second.getByRole('alert', { name: 'Changed meanwhile' });
  await expect(notice).toContainText('changed this meanwhile');
  await expect(sheet.getByLabel('Name', { exact: true })).toHaveValue('Pour the slab and the steps');
  await notice.getByRole('button', { name: 'Redo mine' }).click();
  await expect(second.getByRole('button', { name: 'Pour the slab and the steps', exact: true })).toBeVisible();
  await expect(second.getByLabel('Progress of Pour the slab and the steps')).toHaveValue('40');
});
