import { randomUUID } from 'node:crypto';
import { expectNoFaults, withoutFrames } from './axe';
import { foundCompany, joinAs, mailedLink, signIn } from './company';
import { expect, register, test } from './story';

test('what the settings say stands on the public page, which moves and closes as they say', async ({
  page,
  someoneElse,
  system,
}) => {
  await register(page, system, `Cedar ${randomUUID().slice(0, 8)}`);
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('tab', { name: 'Website form' }).click();
  const url = await page.getByLabel('Link to the form', { exact: true }).inputValue();
  const visitor = await someoneElse();
  await visitor.goto(url);
  await expect(visitor.getByRole('heading', { level: 1 })).toBeVisible();

  await page.getByLabel('Heading').fill('Tell us about your porch');
  await page.getByLabel('Phone').selectOption({ label: 'Not asked' });
  await page.getByLabel('Project types to choose from').fill('Porch\nDeck');
  await page.getByRole('button', { name: 'Add a question' }).click();
  await page.getByLabel('Question 1', { exact: true }).fill('Which side of the house?');
  await page.getByRole('button', { name: 'Add a question' }).click();
  await page.getByLabel('Question 2', { exact: true }).fill('When shall it begin?');
  await page.getByRole('button', { name: 'Move question 2 up' }).click();
  await expect(page.getByLabel('Question 1', { exact: true })).toHaveValue('When shall it begin?');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  const preview = page.frameLocator('iframe[title="Preview of your form"]');
  await expect(preview.getByRole('heading', { name: 'Tell us about your porch' })).toBeVisible();

  await visitor.reload();
  await expect(visitor.getByRole('heading', { name: 'Tell us about your porch' })).toBeVisible();
  await expect(visitor.getByLabel(/phone/i)).toHaveCount(0);
  await expect(visitor.getByText('Deck')).toHaveCount(1);
  const body = await visitor.locator('body').innerText();
  expect(body.indexOf('When shall it begin?')).toBeGreaterThan(-1);
  expect(body.indexOf('When shall it begin?')).toBeLessThan(body.indexOf('Which side of the house?'));

  const slug = `porches-${randomUUID().slice(0, 8)}`;
  await page.getByLabel('Address of the page').fill('no good');
  await page.getByLabel('Address of the page').blur();
  await expect(page.getByText(/Use letters, digits and single hyphens/)).toBeVisible();
  await page.getByLabel('Address of the page').fill(slug);
  await expect(page.getByText(/keep working, and no other company can take that address/)).toContainText(url);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByLabel('Link to the form', { exact: true })).toHaveValue(new RegExp(`/request/${slug}$`));
  for (const address of [url, `${system.origin}/request/${slug}`]) {
    await visitor.goto(address);
    await expect(visitor.getByRole('heading', { name: 'Tell us about your porch' })).toBeVisible();
  }

  await page.getByLabel('Take requests').uncheck();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await visitor.reload();
  await expect(visitor.getByRole('button')).toHaveCount(0);
});

test("an address that is another company's is refused beside the field", async ({ page, someoneElse, system }) => {
  const other = await foundCompany(system, `Lakeside ${randomUUID().slice(0, 8)}`);
  const { body } = await other.owner.get('/api/leads/capture-form');
  const { slug } = body as { slug: string };
  await register(page, system);
  await page.goto(`${system.origin}/settings/form`);
  await page.getByLabel('Address of the page').fill(slug);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Another form has that address. Choose another one')).toBeVisible();
  await expect(page.getByLabel('Address of the page')).toBeFocused();
  await page.getByLabel('Address of the page').fill(`${slug}-too`);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();

  const max = await someoneElse();
  const email = `max-${randomUUID().slice(0, 8)}@alder.example`;
  await other.owner.post('/api/identity/invitations', { email, role: 'manager', companyId: other.id });
  await joinAs(max, await mailedLink(system, email, 'invite'), 'Max Weber');
  await expect(max.getByRole('heading', { name: 'Projects', level: 1 })).toBeVisible();
  await max.goto(`${system.origin}/settings/form`);
  await expect(max.getByText(/^Only an owner of Lakeside/)).toBeVisible();
  await expect(max.getByLabel('Heading')).toBeDisabled();
  await expect(max.getByRole('button', { name: /question/ })).toHaveCount(0);
});

for (const [colorScheme, width] of [
  ['light', 1280],
  ['dark', 390],
] as const)
  test(`the settings of the form have no accessibility faults, ${colorScheme} and ${width} wide`, async ({
    page,
    system,
  }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const company = await foundCompany(system);
    await page.setViewportSize({ width, height: 844 });
    await signIn(page, system, company.owner.email, company.owner.password);
    await expect(page.getByRole('heading', { name: 'Projects', level: 1 })).toBeVisible();
    await page.goto(`${system.origin}/settings/form`);
    await page.getByRole('button', { name: 'Add a question' }).click();
    await page.getByLabel('Address of the page').fill('another-address');
    await expect(page.getByText(/keep working, and no other company can take that address/)).toBeVisible();
    await withoutFrames(page);
    await expectNoFaults(page);
  });

for (const [colorScheme, width] of [
  ['light', 1280],
  ['dark', 390],
] as const)
  test(`the public form has no accessibility faults, whatever it shows, ${colorScheme} and ${width} wide`, async ({
    page,
    system,
  }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 844 });
    const { owner } = await foundCompany(system);
    const settings = '/api/leads/capture-form';
    const questions = [{ label: 'When shall it begin?', required: true }];
    await owner.get(settings);
    const { body } = await owner.patch(settings, { projectTypes: ['Porch', 'Deck'], questions }, { ifMatch: 1 });
    const { url, snippet, version } = body as { url: string; snippet: string; version: number };

    await page.goto(`${url}?embed`);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    expect(height).toBeLessThanOrEqual(Number(/height="(\d+)"/.exec(snippet)?.[1]));
    await page.goto(url);
    await expectNoFaults(page);
    const name = page.getByLabel('Your name');
    await name.evaluate((field) => field.closest('form')?.setAttribute('novalidate', ''));
    await page.getByRole('button', { name: 'Send request' }).click();
    await expect(page.getByText('Please look at this again')).toBeVisible();
    await expectNoFaults(page);
    await page.goto(`${url}/thanks`);
    await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible();
    await expectNoFaults(page);
    await owner.patch(settings, { enabled: false }, { ifMatch: version });
    await page.goto(url);
    await expect(page.getByRole('heading', { name: 'This form is closed' })).toBeVisible();
    await expectNoFaults(page);
  });
