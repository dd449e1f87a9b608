import type { Reply } from './client';

/** The body of an answer that must have this status. Throws with what was answered instead. */
export const expected = (status: number, reply: Reply): Reply['body'] => {
  if (reply.status === status) return reply.body;
  throw new Error(`expected ${status}, got ${inWords(reply)}`);
};

/** An answer in a line: its status, and of a problem the code and what it says. */
export const inWords = ({ status, body }: Pick<Reply, 'status' | 'body'>): string => {
  const { code, detail } = Object(body);
  return code ? `${status} ${code}: ${detail}` : `${status} ${JSON.stringify(body)}`;
};
