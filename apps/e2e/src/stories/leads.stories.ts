import type { Page } from '@playwright/test';
import { expectNoFaults } from './axe';
import { type Company, foundCompany, signIn } from './company';
import { expect, test } from './story';

interface Lead {
  readonly id: string;
  readonly version: number;
  readonly stage: string;
  readonly lostReason: string | null;
  readonly nextStep: string | null;
}

const addLead = async ({ id, owner }: Company, client: string, facts: object = {}): Promise<string> => {
  const { status, body } = await owner.post(`/api/leads?companyId=${id}`, {
    client: {
      name: client,
      contacts: [{ name: client, email: `${client.toLowerCase()}@home.example`, primary: true }],
    },
    projectType: 'Kitchen',
    ...facts,
  });
  expect(status).toBe(201);
  return (body as Lead).id;
};

const stored = async ({ owner }: Company, id: string): Promise<Lead> =>
  (await owner.get(`/api/leads/${id}`)).body as Lead;

const column = (page: Page, stage: string) => page.getByRole('list', { name: new RegExp(`^${stage}`) });
const card = (page: Page, client: string) => page.getByRole('link', { name: client, exact: true });

/** Days from today, give or take one: the calendar is that of the company. */
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const enter = async (page: Page, origin: string, { owner }: Company, path: string): Promise<void> => {
  await page.goto(origin + path);
  await page.getByLabel('E-mail').fill(owner.email);
  await page.getByLabel('Password').fill(owner.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
};

test('a lead goes over the board by hand, by key and by menu, and is lost with a reason', async ({ page, system }) => {
  const company = await foundCompany(system);
  const id = await addLead(company, 'Miller', { estimatedValue: { amount: '48000.00', currency: 'USD' } });
  await page.setViewportSize({ width: 1280, height: 800 });
  await enter(page, system.origin, company, '/leads?view=board');
  await expect(column(page, 'New').getByRole('listitem')).toHaveCount(1);

  await card(page, 'Miller').hover();
  await page.mouse.down();
  const target = await column(page, 'Contacted').boundingBox();
  await page.mouse.move((target?.x ?? 0) + 60, (target?.y ?? 0) + 40, { steps: 12 });
  await page.mouse.up();
  await expect(column(page, 'Contacted').getByRole('listitem')).toHaveCount(1);
  await expect(page).toHaveURL(/\/leads\?view=board/);
  await expect.poll(async () => (await stored(company, id)).stage).toBe('contacted');
  await expect(page.getByRole('heading', { name: 'Contacted 1 leads' })).toBeVisible();

  await card(page, 'Miller').focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(column(page, 'Site visit').getByRole('listitem')).toHaveCount(1);
  await expect(card(page, 'Miller')).toBeFocused();
  await expect(page.getByText('Miller is in Site visit now, stage 3 of 6.')).toBeAttached();
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(column(page, 'Contacted').getByRole('listitem')).toHaveCount(1);
  await expect(card(page, 'Miller')).toBeFocused();
  await expect.poll(async () => (await stored(company, id)).stage).toBe('contacted');

  await page.getByRole('button', { name: 'Move Miller' }).click();
  await page.getByRole('menuitem', { name: 'Move to Lost' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('button', { name: 'Mark as lost' }).click();
  await expect(sheet.getByText('Say why it was lost')).toBeVisible();
  await sheet.getByRole('button', { name: 'Price' }).click();
  await sheet.getByRole('button', { name: 'Mark as lost' }).click();
  await expect.poll(() => stored(company, id)).toMatchObject({ stage: 'lost', lostReason: 'Price' });
  await expect(column(page, 'Lost').getByRole('listitem')).toHaveCount(1);
});

test('a move that somebody else overtook waits with both values, and is made over theirs', async ({ page, system }) => {
  const company = await foundCompany(system);
  const id = await addLead(company, 'Ortega');
  await enter(page, system.origin, company, '/leads?view=board');
  await expect(card(page, 'Ortega')).toBeVisible();
  // The screen does not hear of it in time.
  await page.route('**/api/leads?**', (route) => route.abort());
  await company.owner.patch(`/api/leads/${id}`, { stage: 'quoting' }, { ifMatch: 1 });

  await card(page, 'Ortega').focus();
  await page.keyboard.press('Shift+ArrowRight');
  const notice = page.getByRole('alert', { name: 'Changed meanwhile' });
  await expect(notice).toContainText('Quoting');
  await expect(notice).toContainText('Contacted');
  await notice.getByRole('button', { name: 'Redo mine' }).click();
  await expect.poll(async () => (await stored(company, id)).stage).toBe('contacted');
  await expect(notice).toBeHidden();
});

test('what is due is done and followed up in place', async ({ page, system }) => {
  const company = await foundCompany(system);
  const id = await addLead(company, 'Raman', { nextStep: 'Send the quote', nextStepOn: inDays(-3) });
  await addLead(company, 'Lopez', { nextStep: 'Visit', nextStepOn: inDays(3) });
  await addLead(company, 'Later', { nextStep: 'Call', nextStepOn: inDays(30) });
  await enter(page, system.origin, company, '/leads?view=due');
  await expect(page.getByRole('region', { name: /Overdue/ }).getByText('Send the quote')).toBeVisible();
  await expect(page.getByRole('region', { name: /next seven days/ }).getByText('Visit')).toBeVisible();
  await expect(page.getByText('Later')).toHaveCount(0);

  await page.getByRole('button', { name: 'Done: Send the quote, Raman' }).click();
  await page.getByLabel('And then?').fill('Ask what they think');
  await page.getByRole('button', { name: 'In 2 weeks' }).click();
  await page.getByRole('button', { name: 'Done', exact: true }).click();
  await expect(page.getByRole('region', { name: /Overdue/ })).toHaveCount(0);
  await expect.poll(async () => (await stored(company, id)).nextStep).toBe('Ask what they think');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await stored(company, id)).nextStep).toBe('Send the quote');
});

test('a filter stands in the address and finds the same leads for whoever is sent it', async ({ page, system }) => {
  const company = await foundCompany(system);
  await addLead(company, 'Baker', { stage: 'quoting' });
  await addLead(company, 'Carter', { stage: 'quoting' });
  await addLead(company, 'Dyer');
  await enter(page, system.origin, company, '/leads?view=list');
  await expect(page.getByRole('row')).toHaveCount(4);
  await page.getByLabel('Stage', { exact: true }).selectOption('quoting');
  await page.getByLabel('Find leads').fill('cart');
  await expect(page.getByRole('row')).toHaveCount(2);
  await expect(page).toHaveURL(/q=cart/);
  await page.reload();
  await expect(page.getByRole('row')).toHaveCount(2);
  await expect(page.getByLabel('Find leads')).toHaveValue('cart');
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(page.getByRole('row')).toHaveCount(4);
  await page.getByRole('button', { name: 'Client' }).click();
  await expect(page.getByRole('columnheader', { name: 'Client' })).toHaveAttribute('aria-sort', 'ascending');
  await expect(page.getByRole('row').nth(1)).toContainText('Baker');
});

test('a file of leads is matched, looked at and imported, and what is not comes back with the reasons', async ({
  page,
  system,
}) => {
  const company = await foundCompany(system);
  await addLead(company, 'Known');
  await enter(page, system.origin, company, '/leads/import');
  const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text, 'latin1') });
  await page.getByLabel('CSV file').setInputFiles(file('empty.csv', ''));
  await expect(page.getByRole('alert').filter({ hasText: 'The file is empty.' })).toBeVisible();
  const rows = [
    'Customer;First name;Last name;E-mail;Work;Value',
    '"New; Home";Zo\xe9;New;zoe@new.example;Kitchen;48,000',
    'Twin;Mia;Twin;known@home.example;Roof;',
    'Bad;B;B;not an address;Bath;lots',
  ];
  await page.getByLabel('CSV file').setInputFiles(file('old.csv', rows.join('\r\n')));
  await expect(page.getByText('not in UTF-8')).toBeVisible();
  await expect(page.getByText('1 new')).toBeVisible();
  await expect(page.getByText('1 like a lead you have')).toBeVisible();
  await expect(page.getByText('1 cannot be read')).toBeVisible();
  await expect(page.getByRole('cell', { name: 'Zoé New' })).toBeVisible();
  await page.getByRole('button', { name: 'Import 1 lead' }).click();
  await expect(page.getByRole('heading', { name: '1 lead is in' })).toBeVisible();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download rows left out' }).click();
  const left = await (await saved).createReadStream();
  const text = Buffer.concat(await left.toArray()).toString('utf8');
  expect(text).toContain('Looks like a lead you have');
  expect(text).toContain('not an address');
  await page.getByRole('link', { name: 'Look at your leads' }).click();
  await expect(page.getByRole('link', { name: 'New; Home' })).toBeVisible();
});

for (const [colorScheme, width] of [
  ['light', 1280],
  ['dark', 390],
] as const)
  test(`the screens of leads have no accessibility faults, ${colorScheme} and ${width} wide`, async ({
    page,
    system,
  }) => {
    // axe looks at six screens.
    test.slow();
    const company = await foundCompany(system);
    const facts = { nextStep: 'Call', nextStepOn: inDays(-1), estimatedValue: { amount: '9000.00', currency: 'USD' } };
    const id = await addLead(company, 'Miller', { ...facts, siteAddress: '12 Oak Lane, Boulder' });
    await addLead(company, 'Muller', { stage: 'quoting', siteAddress: '12 Oak Lane, Boulder' });
    await addLead(company, 'Moller', { stage: 'lost', lostReason: 'Price' });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 844 });
    await signIn(page, system, company.owner.email, company.owner.password);
    await expect(page.getByRole('heading', { name: 'Projects', level: 1 })).toBeVisible();
    for (const [path, there] of [
      ['/leads?view=board', card(page, 'Miller')],
      ['/leads?view=list', card(page, 'Muller')],
      ['/leads?view=due', page.getByRole('button', { name: 'Done: Call, Miller' })],
      [`/leads/${id}`, page.getByText('This may be known already')],
      ['/leads/import', page.getByRole('button', { name: 'Choose a file' })],
    ] as const) {
      await page.goto(system.origin + path);
      await expect(there).toBeVisible();
      await expectNoFaults(page);
    }
    const buffer = Buffer.from('Client,Type,E-mail\nNew,Bath,new@home.example\nBad,Bath,not an address\n');
    await page.getByLabel('CSV file').setInputFiles({ name: 'leads.csv', mimeType: 'text/csv', buffer });
    await expect(page.getByRole('button', { name: 'Import 1 lead' })).toBeEnabled();
    await expectNoFaults(page);
  });
