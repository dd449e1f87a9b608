import { Injectable, type PipeTransform } from '@nestjs/common';
import { idSchema } from '@porchlight/contracts';
import type { z } from 'zod';
import { ProblemError, problems } from './problem';

/** Parses a body or query by a schema; keeps the schema for the OpenAPI document. */
export class SchemaPipe<T> implements PipeTransform<unknown, T> {
  constructor(readonly schema: z.ZodType<T>) {}

  transform(value: unknown): T {
    const parsed = this.schema.safeParse(value);
    if (parsed.success) return parsed.data;
    throw new ProblemError('invalid_request', 400, 'Something in the request is not right.', {
      errors: parsed.error.issues.flatMap(describeIssue),
    });
  }
}

const describeIssue = (issue: z.core.$ZodIssue): { path: string; message: string }[] => {
  const path = issue.path.join('.');
  if (issue.code !== 'unrecognized_keys') return [{ path, message: issue.message }];
  return issue.keys.map((key) => ({ path: path ? `${path}.${key}` : key, message: 'is not a known field' }));
};

/** `@Body(valid(schema)) body: X`: 400 with every wrong field otherwise. */
export const valid = <T>(schema: z.ZodType<T>): SchemaPipe<T> => new SchemaPipe(schema);

/** `@Param('id', IdPipe) id: string`: what is no id cannot name anything, so 404. */
@Injectable()
export class IdPipe implements PipeTransform<unknown, string> {
  transform(value: unknown): string {
    const parsed = idSchema.safeParse(value);
    if (!parsed.success) throw problems.notFound('address');
    return parsed.data;
  }
}
