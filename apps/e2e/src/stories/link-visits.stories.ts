import { actByScript } from './act-by-script';
import { foundCompany, startProject } from './company';
import { expect, live, test } from './story';

test('a program that opens a link and runs its page is no visit; a hand on the page is one', async ({
  someoneElse,
  system,
}) => {
  const company = await foundCompany(system);
  const projectId = await startProject(company, 'Juniper Lane roof');
  const api = `/api/portal/${projectId}/links`;
  const { url } = (await company.owner.post(api, { label: 'Anna & Ben' })).body as { url: string };
  const lastOpened = async () =>
    ((await company.owner.get(api)).body as { items: { lastOpenedAt: string | null }[] }).items[0]?.lastOpenedAt;

  const scanner = await someoneElse({ width: 1280, height: 800 });
  await scanner.goto(url, { waitUntil: 'networkidle' });
  await live(scanner);
  await actByScript(scanner);
  expect(await lastOpened()).toBeNull();

  const phone = await someoneElse();
  await phone.goto(url);
  await live(phone);
  await phone.mouse.wheel(0, 300);
  await expect.poll(lastOpened).not.toBeNull();
});
