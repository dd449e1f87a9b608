import { Injectable, type OnModuleInit } from '@nestjs/common';
import { problems } from '@porchlight/platform';
import { argon2id, hash, verify } from 'argon2';
import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { Counter } from 'prom-client';
import { Turnstile, TurnstileFull } from './turnstile';

/** OWASP Password Storage Cheat Sheet, argon2id: 19 MiB, two passes, one lane. */
const cost = { type: argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

const runs = new Counter({
  name: 'porchlight_password_hashes_total',
  help: 'Runs of argon2: passwords hashed and checked, for known and unknown addresses alike',
});

/** The same letters typed on different keyboards are the same password (NIST 800-63B 3.1.1.2). */
const normal = (password: string): string => password.normalize('NFKC');

/** Hashes and checks passwords, at most one per processor at a time, so that guessing cannot starve everything else. */
@Injectable()
export class PasswordHasher implements OnModuleInit {
  private readonly turnstile = new Turnstile(availableParallelism(), 1_000);
  private nobodys = '';

  async onModuleInit(): Promise<void> {
    this.nobodys = await hash(randomBytes(32), cost);
  }

  hash(password: string): Promise<string> {
    return this.inTurn(() => hash(normal(password), cost));
  }

  /** Checks against `stored`; against nobody's hash when there is none, so that an unknown address costs the same. */
  async verify(stored: string | null, password: string): Promise<boolean> {
    const right = await this.inTurn(() => verify(stored ?? this.nobodys, normal(password)));
    return stored !== null && right;
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await this.turnstile.pass(() => {
        runs.inc();
        return work();
      });
    } catch (error) {
      if (error instanceof TurnstileFull) throw problems.unavailable('Too many people are signing in. Try again soon.');
      throw error;
    }
  }
}
