import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants';
import type { z } from 'zod';
import { PUBLIC } from '../auth/decorators';
import { ROUTE_DESCRIPTION, type RouteDescription } from './describe';
import { SchemaPipe } from './valid';

export interface Route {
  method: string;
  /** With `{name}` for each parameter. */
  path: string;
  public: boolean;
  description: RouteDescription | undefined;
  body: z.ZodType | undefined;
  query: z.ZodType | undefined;
}

const BODY = 3;
const QUERY = 4;

const metadata = <T>(key: string, target: object): T | undefined => Reflect.getMetadata(key, target) as T | undefined;

const schemaOf = (controller: object, method: string, kind: number): z.ZodType | undefined => {
  const args: unknown = Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, method);
  for (const [key, value] of Object.entries(args ?? {})) {
    const pipes: unknown[] = key.startsWith(`${kind}:`) ? value.pipes : [];
    const pipe = pipes.find((candidate) => candidate instanceof SchemaPipe);
    if (pipe) return pipe.schema;
  }
  return undefined;
};

const join = (...parts: string[]): string =>
  '/' +
  parts
    .flatMap((part) => part.split('/'))
    .filter((part) => part !== '')
    .map((part) => part.replace(/^:(\w+)$/, '{$1}'))
    .join('/');

/** The HTTP routes a controller class declares, read from Nest's own metadata. */
export const routesOf = (controller: new (...args: never[]) => object): Route[] => {
  const prefixes = [metadata<string | string[]>(PATH_METADATA, controller) ?? ''].flat();
  return Object.getOwnPropertyNames(controller.prototype).flatMap((name) => {
    const method: unknown = Object.getOwnPropertyDescriptor(controller.prototype, name)?.value;
    if (typeof method !== 'function') return [];
    const verb = metadata<RequestMethod>(METHOD_METADATA, method);
    if (verb === undefined) return [];
    const paths = [metadata<string | string[]>(PATH_METADATA, method) ?? ''].flat();
    return prefixes.flatMap((prefix) =>
      paths.map((path) => ({
        method: RequestMethod[verb],
        path: join(prefix, path),
        public: metadata<boolean>(PUBLIC, method) ?? metadata<boolean>(PUBLIC, controller) ?? false,
        description: metadata<RouteDescription>(ROUTE_DESCRIPTION, method),
        body: schemaOf(controller, name, BODY),
        query: schemaOf(controller, name, QUERY),
      })),
    );
  });
};
