import type { EntityManager } from '@mikro-orm/postgresql';
import { Brand } from './brand.entity';

/** The company's brand, or the default one, which is not stored. */
export const brandOf = async (em: EntityManager, companyId: string): Promise<Brand> =>
  (await em.findOne(Brand, companyId)) ?? Brand.default(companyId);
