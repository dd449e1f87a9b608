import { expectNoFaults } from './axe';
import { foundCompany, invite, joinAs, signIn, startProject } from './company';
import { addTask, createProject, expect, live, register, shareLink, test } from './story';

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

for (const [colorScheme, width] of [
  ['light', 1280],
  ['dark', 390],
] as const)
  test(`the pages about people and settings have none either, ${colorScheme} and ${width} wide`, async ({
    page,
    someoneElse,
    system,
  }) => {
    // axe looks at five screens.
    test.slow();
    const company = await foundCompany(system);
    const projectId = await startProject(company, 'Cedar Court extension');
    const anna = await invite(system, company, { email: `anna-${colorScheme}@home.example`, projectId });
    await joinAs(await someoneElse(), anna.link, 'Anna Meyer');
    await invite(system, company, { email: `ray-${colorScheme}@home.example`, projectId, role: 'subcontractor' });
    const manager = { email: 'max@alder.example', role: 'manager', companyId: company.id };
    await company.owner.post('/api/identity/invitations', manager);
    await company.owner.post(`/api/portal/${projectId}/links`, { label: 'Anna & Ben' });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 844 });
    await signIn(page, system, company.owner.email, company.owner.password);
    await expect(page.getByRole('heading', { name: 'Projects', level: 1 })).toBeVisible();

    for (const [path, there] of [
      ['/people', page.getByRole('button', { name: 'Resend to max@alder.example' })],
      ['/settings', page.getByRole('heading', { name: 'Holidays' })],
      [`/projects/${projectId}/settings`, page.getByRole('button', { name: 'Remove Anna Meyer' })],
    ] as const) {
      await page.goto(system.origin + path);
      await expect(there).toBeVisible();
      await expectNoFaults(page);
    }
    await page.getByRole('button', { name: 'Remove Anna Meyer' }).click();
    await expect(page.getByRole('checkbox', { name: 'Anna & Ben' })).toBeVisible();
    await expectNoFaults(page);
    await page.getByRole('button', { name: 'Team' }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Invite Member' }).click();
    await expect(page.getByRole('heading', { name: 'Invite Member' })).toBeVisible();
    await expectNoFaults(page);
  });
