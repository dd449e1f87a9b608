import type { FastifyReply } from 'fastify';
import type { Page } from './request-pages';

export type PageQuery = Readonly<Record<string, unknown>>;

/** `?embed`, with any value or none. */
export const isEmbedded = (query: unknown): boolean =>
  typeof query === 'object' && query !== null && Object.hasOwn(query, 'embed');

export const sendPage = async (reply: FastifyReply, { status, headers, html }: Page): Promise<void> => {
  await reply.status(status).headers(headers).send(html);
};
