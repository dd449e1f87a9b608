import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import { Api } from '../api/api';
import { Registration } from './registration';

const asked = async (answer: () => Promise<unknown>) => {
  TestBed.configureTestingModule({ providers: [{ provide: Api, useValue: { get: answer } }] });
  const registration = TestBed.inject(Registration);
  registration.ask();
  const before = { open: registration.open(), closed: registration.closed(), asking: registration.asking() };
  await new Promise((resolve) => setTimeout(resolve));
  return { before, open: registration.open(), closed: registration.closed(), asking: registration.asking() };
};

describe('registration', () => {
  it('is neither open nor closed before it was said', async () => {
    const { before } = await asked(async () => ({ open: true }));
    expect(before).toEqual({ open: false, closed: false, asking: true });
  });

  it.each([true, false])('is as the installation says: %s', async (open) => {
    expect(await asked(async () => ({ open }))).toMatchObject({ open, closed: !open, asking: false });
  });

  it('lets somebody try where nobody answers', async () => {
    const away = await asked(() => Promise.reject(new Error('away')));
    expect(away).toMatchObject({ open: false, closed: false, asking: false });
  });
});
