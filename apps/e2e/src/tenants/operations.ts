import { actions, services, type Action, type RouteAccess } from '@porchlight/contracts';
import type { System } from '@porchlight/testing';
import { z } from 'zod';

const accessSchema = z.union([z.enum(['anyone', 'signed-in', 'link-holder', ...actions]), z.array(z.enum(actions))]);
const documentSchema = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.object({ 'x-access': accessSchema }))),
});

/** A route of the running system, as its own document tells of it. */
export interface Operation {
  /** E.g. `PATCH /api/projects/{id}`. */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly access: RouteAccess;
}

const areas = services.map((service) => (service === 'portal-gateway' ? 'portal' : service));

/** Every operation of all services. Throws where one does not say whom it lets in. */
export const operationsOf = async (system: System): Promise<Operation[]> => {
  const documents = await Promise.all(areas.map((area) => system.client().get(`/api/${area}/openapi.json`)));
  return documents.flatMap(({ body }) =>
    Object.entries(documentSchema.parse(body).paths).flatMap(([path, verbs]) =>
      Object.entries(verbs).map(([verb, { 'x-access': access }]) => {
        const method = verb.toUpperCase();
        return { name: `${method} ${path}`, method, path, access };
      }),
    ),
  );
};

/** The actions of which one lets in; none where the word is another. */
export const actionsOf = ({ access }: Operation): readonly Action[] =>
  typeof access !== 'string'
    ? access
    : access === 'anyone' || access === 'signed-in' || access === 'link-holder'
      ? []
      : [access];
