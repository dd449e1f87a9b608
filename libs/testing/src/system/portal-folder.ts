import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The built portal app, or where it was not built a page without one: enough for whatever runs no browser. */
export const portalFolder = async (root: string): Promise<string> => {
  const built = join(root, 'dist/apps/portal/browser');
  if (existsSync(join(built, 'index.html'))) return built;
  const bare = join(root, 'dist/tools/bare-portal');
  await mkdir(bare, { recursive: true });
  const page = '<!doctype html><html lang="en"><head><title>Portal</title></head><body><!--entry--></body></html>';
  await writeFile(join(bare, 'index.html'), page);
  return bare;
};
