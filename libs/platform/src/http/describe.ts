import { SetMetadata } from '@nestjs/common';
import type { z } from 'zod';

export interface RouteDescription {
  /** One sentence for the API's document. */
  summary: string;
  reply?: z.ZodType;
  /** The status on success; by default 201 for POST, else 200. */
  status?: number;
}
export const ROUTE_DESCRIPTION = 'porchlight:route';

/** `@Describe({ summary, reply })`: what `/api/<service>/openapi.json` says of a route. */
export const Describe = (description: RouteDescription) => SetMetadata(ROUTE_DESCRIPTION, description);
