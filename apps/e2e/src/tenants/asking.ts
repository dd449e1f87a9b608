import type { Client, Reply } from '@porchlight/testing';
import type { Operation } from './operations';
import { filled, namedIn } from './path-ids';
import type { Row } from './rows';
import type { Ids } from './tenant';

/** Calls an operation as its row says, about the things with these ids. No cookie stays, by which a later call would be let in. */
export const ask = async (
  client: Client,
  { method, path }: Operation,
  row: Row,
  given: Ids & { readonly version?: number },
  body: unknown = row.body?.(given, client),
): Promise<Reply> => {
  const ids = { ...given, ...('ids' in row && row.ids?.(given)) };
  const at = filled(
    path,
    namedIn(path).map((name) => ids[name]),
  );
  const query = new URLSearchParams(row.query?.(ids)).toString();
  const reply = await client.send(method, query ? `${at}?${query}` : at, body, {
    ifMatch: given.version ?? 1,
    ...(body instanceof Uint8Array && { headers: { 'content-type': 'image/png' } }),
  });
  client.cookies.clear();
  return reply;
};

/** Runs the tasks, a few at a time, and gives their results in order. */
export const inTurns = async <T>(tasks: readonly (() => Promise<T>)[], atOnce = 8): Promise<T[]> => {
  const results: T[] = [];
  const left = [...tasks.entries()].reverse();
  const work = async (): Promise<void> => {
    for (let next = left.pop(); next; next = left.pop()) results[next[0]] = await next[1]();
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return results;
};
