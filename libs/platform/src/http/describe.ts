import { SetMetadata } from '@nestjs/common';
import type { RouteAccess } from '@porchlight/contracts';
import type { z } from 'zod';

export interface RouteDescription {
  /** One sentence for the API's document. */
  summary: string;
  /** Whom it lets in. A route behind which no policy stands has to say so as well. */
  access: RouteAccess;
  reply?: z.ZodType;
  /** Where the body is bytes: which kinds of it are taken. */
  takes?: readonly string[];
  /** The status on success; by default 201 for POST, else 200. */
  status?: number;
}
export const ROUTE_DESCRIPTION = 'porchlight:route';

/** `@Describe({ summary, access, reply })`: what `/api/<service>/openapi.json` says of a route. */
export const Describe = (description: RouteDescription) => SetMetadata(ROUTE_DESCRIPTION, description);
