import type { AskDefinition } from '@porchlight/contracts';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { connectAs } from './connect-as';
import type { System } from './system';

const replySchema = z.object({ response: z.unknown() });

/** Asks a service a question over the bus, with the rights of `user`. */
export const askAs = async <Question, Answer>(
  system: System,
  user: string,
  { subject, question: questionSchema, answer }: AskDefinition<Question, Answer>,
  question: Question,
): Promise<Answer> => {
  const connection = await connectAs(system, user);
  try {
    const packet = { pattern: subject, data: questionSchema.parse(question), id: randomUUID() };
    const message = await connection.request(subject, JSON.stringify(packet), { timeout: 5_000 });
    return answer.parse(replySchema.parse(message.json()).response);
  } finally {
    await connection.close();
  }
};
