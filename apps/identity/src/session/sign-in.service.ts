import { LockMode } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import type { SignIn } from '@porchlight/contracts';
import { Transactions, type Bucket } from '@porchlight/platform';
import { DeviceCookie } from '../device/device-cookie';
import type { BoundName } from '../limit/bounds';
import { Limits } from '../limit/limits';
import { PasswordHasher } from '../person/password-hasher';
import { Person } from '../person/person.entity';
import { personErrors } from '../person/person.errors';
import { SessionService, type Begun } from './session.service';

/** Where a sign-in comes from. */
export interface SignInFrom {
  /** The client's network, as limits count it. */
  readonly client: string;
  /** What the session list will show. */
  readonly device: string;
  /** The device tokens that the browser presents. */
  readonly knownAs: readonly string[];
}

/** Signing in by password. Guessing is bounded before any hash is computed, alike for addresses with and without account. */
@Injectable()
export class SignInService {
  constructor(
    private readonly transactions: Transactions,
    private readonly limits: Limits,
    private readonly devices: DeviceCookie,
    private readonly passwords: PasswordHasher,
    private readonly sessions: SessionService,
  ) {}

  async signIn({ email, password }: SignIn, from: SignInFrom): Promise<Begun> {
    const account = await this.transactions.run({ system: true }, (em) =>
      em.findOne(Person, { email, deactivatedAt: null }),
    );
    const knownDevice = account && this.devices.knownTo(account, from.knownAs);
    const giveBack = await this.limits.take(...this.buckets(email, from.client, knownDevice));
    const right = await this.passwords.verify(account?.passwordHash ?? null, password).catch(async (error: unknown) => {
      // Nothing was guessed.
      await giveBack();
      throw error;
    });
    if (!account || !right) throw personErrors.credentialsWrong();
    await giveBack();
    return this.open(account, from.device);
  }

  /** A known device fills nobody's bucket but its own, and strangers cannot fill that. */
  private buckets(email: string, client: string, knownDevice: string | null): Bucket<BoundName>[] {
    if (knownDevice !== null) return [{ of: 'sign_in_device', key: knownDevice }];
    return [
      { of: 'sign_in_address', key: client },
      { of: 'sign_in_strangers', key: email },
    ];
  }

  private open({ id, passwordVersion }: Person, device: string): Promise<Begun> {
    return this.transactions.run({ personId: id }, async (em) => {
      const person = await em.findOneOrFail(Person, { id }, { lockMode: LockMode.PESSIMISTIC_READ });
      // While the hash was computed the password may have been replaced, and all sessions ended with it.
      const same = person.passwordVersion === passwordVersion && person.deactivatedAt === null;
      if (!same) throw personErrors.credentialsWrong();
      return this.sessions.open(em, person, device);
    });
  }
}
