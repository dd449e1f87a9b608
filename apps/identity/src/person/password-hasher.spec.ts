import { beforeAll, describe, expect, it } from '@jest/globals';
import { PasswordHasher } from './password-hasher';

describe('PasswordHasher', () => {
  const hasher = new PasswordHasher();
  beforeAll(() => hasher.onModuleInit());

  it('knows the password again, also typed with other code points for the same letters', async () => {
    const stored = await hasher.hash('Zu\u0308rich am See');
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,(t=2,p=1|p=1,t=2)\$/);
    expect(await hasher.verify(stored, 'Z\u00fcrich am See')).toBe(true);
    expect(await hasher.verify(stored, 'Zurich am See')).toBe(false);
  });

  it('says no for nobody', async () => {
    expect(await hasher.verify(null, '')).toBe(false);
  });
});
