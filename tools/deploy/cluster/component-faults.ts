import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const overlaySchema = z.object({ components: z.array(z.string()).default([]) }).loose();

/** Components that no overlay has: nobody renders them, so nobody sees what is wrong with them. */
export const componentFaults = (folder: string): string[] => {
  const used = readdirSync(join(folder, 'overlays')).flatMap(
    (overlay) =>
      overlaySchema.parse(parse(readFileSync(join(folder, 'overlays', overlay, 'kustomization.yaml'), 'utf8')))
        .components,
  );
  return readdirSync(join(folder, 'components'))
    .filter((name) => !used.includes(`../../components/${name}`))
    .map((name) => `no overlay has ${name}`);
};
