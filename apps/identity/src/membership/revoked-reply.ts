import type { Pending } from '@porchlight/contracts';
import type { FastifyReply } from 'fastify';

/** 204 once no screen shows what was taken away, 202 while some gateway has yet to say so. */
export const revokedReply = (reply: FastifyReply, done: boolean): Pending | undefined => {
  void reply.status(done ? 204 : 202);
  return done ? undefined : { status: 'pending' };
};
