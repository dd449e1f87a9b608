import type { EntityClass, EntityManager, MikroORM } from '@mikro-orm/postgresql';

/**
 * The application's own wall between tenants; row-level security is the other, and each holds without the other. While a
 * transaction stands in a company's scope, whatever the entity manager finds, counts, changes or deletes by a condition is
 * that company's. SQL written by hand stands outside and names its company itself.
 */
export class TenantFilter {
  /** Entities whose rows say to which company they belong. */
  private readonly owned: EntityClass<{ companyId: string }>[] = [];
  /** Companies themselves. */
  private readonly companies: EntityClass<{ id: string }>[] = [];

  constructor(orm: MikroORM) {
    for (const { class: entity, properties, tableName } of orm.getMetadata().getAll().values()) {
      if ('companyId' in properties) this.owned.push(entity);
      else if (tableName === 'company') this.companies.push(entity);
    }
  }

  /** Shows the company's rows alone from now on; without a company all rows again. */
  show(em: EntityManager, companyId: string | undefined): void {
    const wanted = { default: companyId !== undefined };
    em.addFilter({ name: 'owned by the tenant', entity: this.owned, cond: { companyId: companyId ?? '' }, ...wanted });
    em.addFilter({ name: 'the tenant', entity: this.companies, cond: { id: companyId ?? '' }, ...wanted });
  }
}
