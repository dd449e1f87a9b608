import { z } from 'zod';

/** What Nest's NATS transport answers: a response, or an error that says nothing to strangers. */
export const replyPacketSchema = z.object({ response: z.unknown(), err: z.unknown() }).partial();
