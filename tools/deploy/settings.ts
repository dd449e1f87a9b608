import type { z } from 'zod';

/** One variable that a service reads. */
export interface Setting {
  readonly name: string;
  readonly says: string;
  readonly secret: boolean;
  /** As it would stand in the environment; undefined where one must be given. */
  readonly byDefault: string | undefined;
}

const inWords = (value: unknown): string => (Array.isArray(value) ? value.join(',') : String(value));

/** What a service may be told, in the order of its schema. Throws for a variable that nothing is said about. */
export const settingsOf = (schema: z.ZodObject): Setting[] =>
  Object.entries(schema.shape).map(([name, field]) => {
    const { description, secret } = field.meta() ?? {};
    if (!description) throw new Error(`${name} is not described`);
    const absent = field.safeParse(undefined);
    return {
      name,
      says: description,
      secret: secret === true,
      byDefault: absent.success ? inWords(absent.data) : undefined,
    };
  });

/** Set by tests and by nobody else. */
export const isForTests = ({ says }: Setting): boolean => says.startsWith('test only');
