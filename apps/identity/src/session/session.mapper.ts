import type { sessionSchema } from '@porchlight/contracts';
import type { z } from 'zod';
import type { Session } from './session.entity';

export const sessionReply = (session: Session, currentSid: string): z.infer<typeof sessionSchema> => ({
  id: session.id,
  current: session.id === currentSid,
  device: session.device,
  createdAt: session.createdAt.toISOString(),
  lastUsedAt: session.lastUsedAt.toISOString(),
});
