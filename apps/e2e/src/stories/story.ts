import { test as base, expect, type BrowserContext, type Page } from '@playwright/test';
import { startSystem, type System } from '@porchlight/testing';
import { randomUUID } from 'node:crypto';

interface Size {
  readonly width: number;
  readonly height: number;
}
const phone: Size = { width: 390, height: 844 };

interface Cast {
  /** Somebody on another device: a browser context of their own, phone-sized unless said otherwise. */
  readonly someoneElse: (viewport?: Size) => Promise<Page>;
}

/** A whole Porchlight behind one origin, shared by the stories of a worker; each story registers its own company. */
export const test = base.extend<Cast, { system: System }>({
  someoneElse: async ({ browser }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (viewport = phone) => {
      const context = await browser.newContext({ viewport, locale: 'en-US' });
      contexts.push(context);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
  system: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from this pattern
    async ({}, use) => {
      const system = await startSystem({ edge: true });
      await use(system);
      await system.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});
export { expect };

export interface Contractor {
  readonly page: Page;
  readonly company: string;
  readonly email: string;
  readonly password: string;
}

/** A contractor registers a company and skips the public contact, all on screen. */
export const register = async (page: Page, system: System, company = 'Alder & Sons'): Promise<Contractor> => {
  const email = `ruth-${randomUUID().slice(0, 8)}@alder.example`;
  const password = 'a long enough password';
  await page.goto(`${system.origin}/register`);
  await page.getByLabel('Company name').fill(company);
  await page.getByLabel('Your name').fill('Ruth Alder');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Register' }).click();
  await expect(page.getByRole('heading', { name: 'How can your customers reach you?' })).toBeVisible();
  await page.getByLabel('Phone').fill('+1 303 555 0142');
  await page.getByRole('button', { name: 'Save and go on' }).click();
  await expect(page.getByRole('heading', { name: 'Projects', level: 1 })).toBeVisible();
  return { page, company, email, password };
};

/** Creates a project on screen and stays on its page. */
export const createProject = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('button', { name: 'New project' }).first().click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('Name', { exact: true }).fill(name);
  await sheet.getByRole('button', { name: 'Create project' }).click();
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
};

/** Adds a task of the execution section, by name alone, from the plan. */
export const addTask = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('button', { name: 'Add task', exact: true }).first().click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('Name', { exact: true }).fill(name);
  await sheet.getByLabel('Section').selectOption('execution');
  await sheet.getByRole('button', { name: 'Add task' }).click();
  await expect(page.getByRole('button', { name, exact: true })).toBeVisible();
};

/** Makes a named link in the Share sheet and gives its URL. */
export const shareLink = async (page: Page, label: string): Promise<string> => {
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('Who is it for?').fill(label);
  await sheet.getByRole('button', { name: 'Create link' }).click();
  const url = await sheet.getByLabel(`Link for ${label}`, { exact: true }).inputValue();
  await sheet.getByRole('button', { name: 'Close' }).click();
  return url;
};

export const live = (page: Page) => expect(page.getByText('Live', { exact: true })).toBeVisible();
