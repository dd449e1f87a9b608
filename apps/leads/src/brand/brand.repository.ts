import type { EntityManager } from '@mikro-orm/postgresql';
import { Picture } from '../picture/picture.entity';
import { Brand } from './brand.entity';

/** All that shows of a company's brand. */
export interface Look {
  readonly brand: Brand;
  readonly logo: Picture | null;
  /** In the order in which they are shown. */
  readonly pictures: readonly Picture[];
}

/** The company's brand, or the default one, which is not stored. */
const brandOf = async (em: EntityManager, companyId: string): Promise<Brand> =>
  (await em.findOne(Brand, companyId)) ?? Brand.default(companyId);

export const lookOf = async (em: EntityManager, companyId: string): Promise<Look> => {
  const brand = await brandOf(em, companyId);
  const shown = await em.find(Picture, { companyId, givenUpAt: null }, { orderBy: { position: 'asc', id: 'asc' } });
  return lookWith(brand, shown);
};

/** `shown` are all pictures of the company that are not given up. */
const lookWith = (brand: Brand, shown: readonly Picture[]): Look => ({
  brand,
  logo: shown.find(({ id }) => id === brand.logoId) ?? null,
  pictures: shown.filter(({ kind }) => kind === 'photo'),
});
