import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { type Client, type System, until } from '@porchlight/testing';

/** A company whose owner works without a screen, for stories about other people. */
export interface Company {
  readonly id: string;
  readonly owner: Client;
}

export const foundCompany = async (
  system: System,
  companyName = 'Alder & Sons',
  locale: 'en' | 'es' = 'en',
): Promise<Company> => {
  const owner = system.client();
  const { company } = await owner.register({
    companyName,
    name: 'Ruth Alder',
    locale,
    contact: { phone: '+1 303 555 0142' },
  });
  return { id: company.id, owner };
};

export const startProject = async ({ id: companyId, owner }: Company, name: string): Promise<string> => {
  const { body, status } = await owner.post('/api/projects', { name, companyId });
  expect(status).toBe(201);
  return (body as { id: string }).id;
};

export interface Invited {
  readonly id: string;
  readonly link: string;
}

/** Invites to a project (as soon as identity has heard of it) and gives the link of the mail, other than those seen before. */
export const invite = async (
  system: System,
  { owner }: Company,
  to: { email: string; projectId: string; role?: 'customer' | 'subcontractor'; seen?: readonly string[] },
): Promise<Invited> => {
  const { role = 'customer', seen = [], ...rest } = to;
  const send = async () => {
    const reply = await owner.post('/api/identity/invitations', { ...rest, role });
    return reply.status === 201 ? (reply.body as { id: string }) : undefined;
  };
  const { id } = await until(send, 15_000, 'no invitation was made');
  return { id, link: await mailedLink(system, to.email, 'invite', seen) };
};

/** The link to a page in the newest mail to somebody that has one, other than those seen before. */
export const mailedLink = async (
  system: System,
  email: string,
  page: 'invite' | 'reset-password' | 'confirm-email',
  seen: readonly string[] = [],
): Promise<string> => {
  const linkOf = (text: string) => new RegExp(`https?://\\S+/${page}#\\S+`).exec(text)?.[0] ?? '';
  const { text } = await system.mail.waitFor(
    (mail) => mail.to.some((to) => to.includes(email)) && !['', ...seen].includes(linkOf(mail.text)),
  );
  return linkOf(text);
};

export const password = 'a long enough password';

/** Joins as somebody new, on screen. */
export const joinAs = async (page: Page, link: string, name: string): Promise<void> => {
  await page.goto(link);
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Accept Invitation' }).click();
};

export const signIn = async (page: Page, system: System, email: string, word = password): Promise<void> => {
  await page.goto(`${system.origin}/sign-in`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(word);
  await page.getByRole('button', { name: 'Sign in' }).click();
};
