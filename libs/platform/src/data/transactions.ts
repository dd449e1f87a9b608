import { AsyncLocalStorage } from 'node:async_hooks';
import { Inject, Injectable } from '@nestjs/common';
import { IsolationLevel } from '@mikro-orm/core';
import { MikroORM, type EntityManager } from '@mikro-orm/postgresql';
import { Log } from '../observe/log';
import { withTheNext } from './connection';
import { sql } from './sql';
import { TenantFilter } from './tenant-filter';

/**
 * Whose rows a transaction may see: row-level security compares them with these settings, and unset means none. In a
 * company's scope the entity manager asks for that company's rows alone, too.
 */
export type Scope =
  | { readonly companyId: string }
  /** What belongs to a person across companies, e.g. their memberships. */
  | { readonly personId: string }
  /** The one row that a capability (an invitation's link) names. */
  | { readonly capabilityId: string }
  /** Workers that serve every company: consumers of person-level messages, sweeps. Never behind a route. */
  | { readonly system: true };

type Hook = () => void | Promise<void>;

/** The transaction that the code which asks runs in. What it started may outlive it, and finds it closed. */
const running = new AsyncLocalStorage<{ open: boolean }>();

/** The only way to the database: every access, reads too, runs in a transaction whose first statement sets the scope. */
@Injectable()
export class Transactions {
  private readonly hooks = new WeakMap<object, Hook[]>();
  private readonly tenantFilter: TenantFilter;

  constructor(
    @Inject(MikroORM) private readonly orm: MikroORM,
    private readonly log: Log,
  ) {
    this.tenantFilter = new TenantFilter(orm);
  }

  /**
   * Runs `work` in one READ COMMITTED transaction under `scope`, flushes, commits, then runs the after-commit hooks.
   * Throws when called inside another one: while all connections are held by such as wait for a second, none goes on.
   */
  async run<T>(scope: Scope, work: (em: EntityManager) => Promise<T>): Promise<T> {
    if (running.getStore()?.open)
      throw new Error('a transaction inside another one would wait for a second connection');
    const transaction = { open: true };
    const hooks: Hook[] = [];
    try {
      const result = await running.run(transaction, () => this.commit(scope, work, hooks));
      transaction.open = false;
      for (const hook of hooks) await this.runHook(hook);
      return result;
    } finally {
      transaction.open = false;
    }
  }

  /** Changes the scope inside a running transaction, e.g. once the company is known. */
  async enter(em: EntityManager, scope: Scope): Promise<void> {
    const given: { companyId?: string; personId?: string; capabilityId?: string; system?: true } = scope;
    this.tenantFilter.show(em, given.companyId);
    await sql(
      em,
      `${withTheNext}select set_config('app.company_id', ?, true), set_config('app.person_id', ?, true),
              set_config('app.capability_id', ?, true), set_config('app.system', ?, true)`,
      [given.companyId ?? '', given.personId ?? '', given.capabilityId ?? '', given.system ? 'on' : ''],
    );
  }

  /** `hook` runs once the transaction has committed, and not at all when it rolls back. */
  afterCommit(em: EntityManager, hook: Hook): void {
    const hooks = this.hooks.get(em);
    if (!hooks) throw new Error('afterCommit needs the entity manager of a transaction opened by Transactions.run');
    hooks.push(hook);
  }

  private commit<T>(scope: Scope, work: (em: EntityManager) => Promise<T>, hooks: Hook[]): Promise<T> {
    return this.orm.em.fork().transactional(
      async (em) => {
        this.hooks.set(em, hooks);
        await this.enter(em, scope);
        return work(em);
      },
      { isolationLevel: IsolationLevel.READ_COMMITTED },
    );
  }

  private async runHook(hook: Hook): Promise<void> {
    try {
      await hook();
    } catch (error) {
      // The change is committed; what a hook hastens, sweeps and reconcilers do as well.
      this.log.warn({ err: error }, 'an after-commit hook failed');
    }
  }
}
