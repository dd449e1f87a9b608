import type { ServiceName } from '@porchlight/contracts';
import type { z } from 'zod';
import { variablesOf, type Compose } from './compose';
import { readEnvFile } from './env-file';
import { settingsOf } from './settings';

/**
 * What is wrong with `.env.example`: a variable that the compose file asks for and that is missing, one that nothing
 * reads, a default that is not the real one, a secret with a value.
 */
export const envFaults = (
  example: string,
  composeText: string,
  compose: Compose,
  schemas: Readonly<Record<ServiceName, z.ZodObject>>,
  secrets: readonly string[],
): string[] => {
  const { set, offered } = readEnvFile(example);
  const written = { ...set, ...offered };
  const variables = variablesOf(composeText);
  const passed = Object.values(compose.services).flatMap(({ environment }) =>
    Object.keys(environment).filter((name) => environment[name] === null),
  );
  const read = new Set([...variables.map(({ name }) => name), ...passed]);
  const defaults = new Map<string, string | undefined>([
    ...Object.values(schemas).flatMap((schema) => settingsOf(schema).map((one) => [one.name, one.byDefault] as const)),
    ...variables.filter((one) => one.byDefault !== undefined).map((one) => [one.name, one.byDefault] as const),
  ]);
  const required = new Set(variables.filter((one) => one.required).map(({ name }) => name));
  return [
    ...[...read].filter((name) => !(name in written)).map((name) => `${name} is missing`),
    ...Object.keys(written)
      .filter((name) => !read.has(name))
      .map((name) => `${name} is read by nothing`),
    ...[...required].filter((name) => name in offered).map((name) => `${name} must be given and is only offered`),
    ...Object.entries(offered)
      .filter(([name, value]) => defaults.get(name) !== value)
      .map(([name]) => `${name} is ${String(defaults.get(name))} otherwise`),
    ...secrets.filter((name) => written[name]).map((name) => `${name} is a secret and has a value`),
  ];
};
