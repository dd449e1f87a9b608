import { parse } from 'yaml';
import { z } from 'zod';

const conditions = z.union([
  z.array(z.string()).transform((names) => Object.fromEntries(names.map((name) => [name, { condition: 'started' }]))),
  z.record(z.string(), z.object({ condition: z.string() })),
]);

const serviceSchema = z.object({
  image: z.string(),
  build: z.object({ target: z.string(), args: z.record(z.string(), z.string()) }).optional(),
  user: z.string().optional(),
  command: z.array(z.string()).default([]),
  restart: z.string().optional(),
  stop_grace_period: z.string().optional(),
  mem_limit: z.string().optional(),
  read_only: z.boolean().default(false),
  cap_drop: z.array(z.string()).default([]),
  security_opt: z.array(z.string()).default([]),
  logging: z.object({ options: z.record(z.string(), z.string()) }).optional(),
  environment: z.record(z.string(), z.string().nullable()).default({}),
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  networks: z.array(z.string()).default([]),
  profiles: z.array(z.string()).default([]),
  healthcheck: z.record(z.string(), z.unknown()).optional(),
  depends_on: conditions.default({}),
});
export type ComposeService = z.infer<typeof serviceSchema>;

const composeSchema = z.object({
  services: z.record(z.string(), serviceSchema),
  networks: z.record(z.string(), z.object({ internal: z.boolean().default(false) })),
  volumes: z.record(z.string(), z.unknown()),
});
export type Compose = z.infer<typeof composeSchema>;

/** The compose file with its merges done; variables stay as they are written. Throws for what is not of its shape. */
export const readCompose = (text: string): Compose => composeSchema.parse(parseCompose(text));

export const parseCompose = (text: string): unknown => parse(text, { merge: true, maxAliasCount: -1 });

const variable = /\$\{(?<name>\w+)(?:(?<how>:?[?-])(?<word>[^}]*))?\}/g;

export interface Variable {
  readonly name: string;
  /** Whether the file refuses to start without it. */
  readonly required: boolean;
  readonly byDefault: string | undefined;
}

/** Every variable that a text takes from `.env`. */
export const variablesOf = (text: string): Variable[] =>
  [...text.matchAll(variable)].map(({ groups }) => ({
    name: groups?.['name'] ?? '',
    required: groups?.['how']?.endsWith('?') ?? false,
    byDefault: groups?.['how']?.endsWith('-') ? groups['word'] : undefined,
  }));

/** A text with its variables filled in as Compose does. Throws for one that is required and not there. */
export const filledIn = (text: string, env: Readonly<Record<string, string>>): string =>
  text.replace(variable, (_, name: string, how: string | undefined, word: string | undefined) => {
    const value = env[name];
    const isThere = how?.startsWith(':') ? Boolean(value) : value !== undefined;
    if (how?.endsWith('?') && !isThere) throw new Error(`${name} is not in .env`);
    return how?.endsWith('-') && !isThere ? (word ?? '') : (value ?? '');
  });

/** What a service finds in its environment: of its image, and of the compose file with `.env`. */
export const environmentOf = (
  { environment }: ComposeService,
  env: Readonly<Record<string, string>>,
  ofImage: Readonly<Record<string, string>> = {},
): Record<string, string> => {
  const given = Object.entries(environment).flatMap(([name, value]) => {
    const filled = value === null ? env[name] : filledIn(value, env);
    return filled === undefined ? [] : [[name, filled] as const];
  });
  return { ...ofImage, ...Object.fromEntries(given) };
};
