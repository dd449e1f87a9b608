import { problemSchema } from '@porchlight/contracts';
import type { Reply } from '@porchlight/testing';

/** What an answer comes down to: `201`, `404 not_found`, or `410 page` where a person reads it in a browser. */
export const told = (reply: Reply): string => {
  const { status, headers, body } = reply;
  if (status < 400) return `${status}`;
  if (headers.get('content-type')?.startsWith('text/html')) return `${status} page`;
  requireProblem(reply);
  return `${status} ${body.code}`;
};

/** How often each answer came. */
export const tally = (replies: readonly Reply[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const reply of replies) counts[told(reply)] = (counts[told(reply)] ?? 0) + 1;
  return counts;
};

/** Stacks, SQL, tables, files of ours, and subjects of NATS. */
const inside =
  /\bat \w+[.(]|node_modules|\.[jt]s:\d|\b(select|insert into|update|delete from) .*\b(from|values|set|where)\b|row-level|constraint|_pkey|\b(identity|projects|leads|portal)\.(ask|fact|hint|control)\b|\$JS|_INBOX/i;

/** Every refusal is problem+json with a code that stays, says nothing of the inside, and how long to wait where one may try again. */
const requireProblem = ({ status, headers, body }: Reply): void => {
  const text = `${JSON.stringify(body)} ${JSON.stringify([...headers])}`;
  const type = headers.get('content-type') ?? 'nothing';
  if (!type.startsWith('application/problem+json')) throw new Error(`${status} came as ${type}: ${text}`);
  const { status: inBody } = problemSchema.parse(body);
  if (inBody !== status) throw new Error(`${status} calls itself ${inBody}`);
  const leak = inside.exec(text)?.[0];
  if (leak !== undefined) throw new Error(`${status} shows the inside: ${leak} in ${text}`);
  if (status === 429 && !(Number(headers.get('retry-after')) >= 1))
    throw new Error('429 does not say how long to wait');
};
