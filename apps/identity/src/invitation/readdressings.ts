import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { oneAtATime } from '@porchlight/platform';
import { Readdressing } from './readdressing.entity';

type Change = Pick<Readdressing, 'contactId' | 'companyId' | 'version'>;

/** Which change of a contact's address is the newest that came here. */
@Injectable()
export class Readdressings {
  /** Notes this one, and says whether none newer came before. What is told in parts has one version. */
  async isNewest(em: EntityManager, change: Change): Promise<boolean> {
    const { contactId, version } = change;
    await oneAtATime(em, `address of ${contactId}`);
    const known = await em.findOne(Readdressing, { contactId }, { disableIdentityMap: true });
    if (known && known.version > version) return false;
    await em.upsert(Readdressing, change);
    return true;
  }
}
