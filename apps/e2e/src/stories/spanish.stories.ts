import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expectNoFaults } from './axe';
import { foundCompany, invite, password, startProject } from './company';
import { expect, test } from './story';

const small = { width: 320, colorScheme: 'dark' } as const;
const looks = [small, { width: 390, colorScheme: 'light' }, { width: 1280, colorScheme: 'light' }] as const;

/** Nothing to find for axe and no word of the other language, nor a page wider than its screen. */
const expectSpanish = async (page: Page, sizes: readonly (typeof looks)[number][] = looks): Promise<void> => {
  await expect(page.locator('html')).toHaveAttribute('lang', 'es-MX');
  for (const { width, colorScheme } of sizes) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expectNoFaults(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  }
  const text = `${await page.title()} ${await page.locator('body').innerText()}`;
  expect(text).not.toMatch(/\b(?:the|you|your|this|and|with|for|until|from|password|mail|link|sign)\b/i);
};

test('a homeowner who reads Spanish comes from the mail into the portal in Spanish, and back in when locked out', async ({
  browser,
  system,
}) => {
  test.setTimeout(240_000);
  const company = await foundCompany(system, 'Alder e Hijos', 'es');
  const projectId = await startProject(company, 'Cocina de los Robles');
  const email = `ana-${randomUUID().slice(0, 8)}@casa.example`;
  const { id, link } = await invite(system, company, { email, projectId });
  const mailTo = (subject: string) =>
    system.mail.waitFor((mail) => mail.to.includes(email) && mail.subject.startsWith(subject));

  const mail = await mailTo('Alder e Hijos le invita a Cocina de los Robles');
  expect(mail.text).toContain('Aceptar la invitación:');
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'es-MX' });
  const letter = await context.newPage();
  await letter.setContent(mail.html);
  await expect(letter.getByRole('link', { name: 'Aceptar la invitación' })).toHaveAttribute('href', link);
  await expect(letter.locator('html')).toHaveAttribute('lang', 'es');
  await expect(
    letter.getByText(/vale hasta el (lunes|martes|miércoles|jueves|viernes|sábado|domingo), /),
  ).toBeVisible();
  await letter.close();

  const phone = await context.newPage();
  await phone.goto(link);
  await expect(phone.getByRole('heading', { name: 'Alder e Hijos le invita a Cocina de los Robles' })).toBeVisible();
  await phone.getByLabel('Su nombre').fill('Ana Robles');
  await phone.getByLabel('Contraseña', { exact: true }).fill('corta');
  await phone.getByRole('button', { name: 'Aceptar la invitación' }).click();
  await expect(phone.getByText('Use al menos 12 caracteres')).toBeVisible();
  await expectSpanish(phone);
  await system.sql('identity', `update invitation set expires_at = now() - interval '1 hour' where id = $1`, [id]);
  await phone.reload();
  await expect(phone.getByRole('heading', { name: 'Esta invitación ha caducado' })).toBeVisible();
  await expectSpanish(phone);
  await system.sql('identity', `update invitation set expires_at = now() + interval '1 day' where id = $1`, [id]);
  await phone.reload();
  await phone.getByLabel('Su nombre').fill('Ana Robles');
  await phone.getByLabel('Contraseña', { exact: true }).fill(password);
  await phone.getByRole('button', { name: 'Aceptar la invitación' }).click();
  await expect(phone.getByText('En directo', { exact: true })).toBeVisible();

  // Their account, and the password asked for again over it once the session was ended elsewhere.
  await phone.getByRole('link', { name: 'Su cuenta' }).click();
  await expect(phone.getByText('Este dispositivo')).toBeVisible();
  await expectSpanish(phone, [small]);
  const elsewhere = system.client();
  await elsewhere.signIn(email, password);
  expect((await elsewhere.delete('/api/identity/sessions')).status).toBe(204);
  await phone.getByLabel('Su nombre').fill('Ana Robles Díaz');
  await phone.getByRole('button', { name: 'Guardar el nombre' }).click();
  const again = phone.getByRole('dialog', { name: 'Inicie sesión de nuevo' });
  await again.getByLabel('Contraseña', { exact: true }).fill(password);
  await expectSpanish(phone, [small]);
  await again.getByRole('button', { name: 'Iniciar sesión' }).click();
  await expect(phone.getByText('Guardado.')).toBeVisible();
  await phone.route('**/api/identity/**', (route) => route.abort());
  await phone.reload();
  await expect(phone.getByRole('heading', { name: 'No se puede conectar con Porchlight' })).toBeVisible();
  await expectSpanish(phone, [small]);
  await phone.unroute('**/api/identity/**');
  await phone.goto(`${system.origin}/confirm-email#cortado`);
  await expect(phone.getByRole('heading', { name: 'Este enlace no lleva a ninguna parte' })).toBeVisible();
  await expectSpanish(phone, [small]);

  // On another device, with the password forgotten.
  const other = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'es-MX' });
  const tablet = await other.newPage();
  await tablet.goto(link);
  await expect(tablet.getByRole('heading', { name: 'Iniciar sesión' })).toBeVisible();
  await tablet.getByLabel('Contraseña', { exact: true }).fill('no es esta contraseña');
  await tablet.getByRole('button', { name: 'Iniciar sesión' }).click();
  await expect(tablet.getByText('El correo o la contraseña no son correctos.')).toBeVisible();
  await expectSpanish(tablet);
  await tablet.getByRole('link', { name: '¿Olvidó su contraseña?' }).click();
  await tablet.getByRole('button', { name: 'Enviarme un enlace' }).click();
  await expect(tablet.getByRole('heading', { name: 'Mire en su correo' })).toBeVisible();
  await expectSpanish(tablet);
  const reset = await mailTo('Elija una contraseña nueva');
  await tablet.goto(/https?:\/\/\S+\/reset-password#\S+/.exec(reset.text)?.[0] ?? '');
  await tablet.getByLabel('Contraseña nueva').fill('una casa con porche y luz');
  await expectSpanish(tablet);
  await tablet.getByRole('button', { name: 'Guardar la contraseña nueva' }).click();
  await expect(tablet.getByText('Su contraseña nueva está guardada.')).toBeVisible();
  await tablet.getByLabel('Contraseña', { exact: true }).fill('una casa con porche y luz');
  await tablet.getByRole('button', { name: 'Iniciar sesión' }).click();
  await expect(tablet.getByText('En directo', { exact: true })).toBeVisible();

  // Without the cookie, by mail.
  await other.clearCookies();
  await tablet.goto(`${system.origin}/portal/${projectId}`);
  await tablet.getByLabel('Su correo electrónico').fill(email);
  await tablet.getByRole('button', { name: 'Enviarme un enlace nuevo' }).click();
  const wayIn = await mailTo('Inicie sesión para ver Cocina de los Robles');
  expect(wayIn.text).toContain('Iniciar sesión:');
  await Promise.all([context.close(), other.close()]);
});
