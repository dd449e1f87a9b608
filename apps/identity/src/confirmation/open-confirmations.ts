import type { EntityManager } from '@mikro-orm/postgresql';
import { EmailConfirmation } from './email-confirmation.entity';

/** Makes a person's open links to confirm an e-mail worthless, but those to `kept`; the transaction holds the person locked. */
export const voidConfirmations = async (em: EntityManager, personId: string, kept: string | null): Promise<void> => {
  const open = { personId, usedAt: null, ...(kept !== null && { email: { $ne: kept } }) };
  await em.nativeUpdate(EmailConfirmation, open, { usedAt: new Date() });
};
