import { existsSync } from 'node:fs';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './bundle.ts';
import { copyPackages } from './packages.ts';

/**
 * Lays out all that an image of a built server app holds beside Node: `app/` with the bundle as `main.js`, what it reads,
 * and `node_modules/` with the packages that it takes from there. The gateway brings the portal's pages in `portal/`; the
 * dashboard is pages and nothing else.
 */
export const layOutRuntime = async (app: string, to: string): Promise<void> => {
  if (app === 'dashboard')
    return cp(join(root, 'dist/apps/dashboard/browser'), join(to, 'dashboard'), { recursive: true });
  const isTool = !existsSync(join(root, 'apps', app));
  const bundleFile = isTool ? `dist/tools/${app}.js` : `dist/apps/${app}/main.js`;
  await mkdir(join(to, 'app'), { recursive: true });
  if (isTool) await cp(join(root, bundleFile), join(to, 'app/main.js'));
  else await cp(join(root, 'dist/apps', app), join(to, 'app'), { recursive: true });
  await writeFile(join(to, 'package.json'), JSON.stringify({ name: app, private: true, type: 'module' }));
  await copyPackages(bundleFile, to);
  if (app === 'portal-gateway')
    await cp(join(root, 'dist/apps/portal/browser'), join(to, 'portal'), { recursive: true });
};

const [app, to] = process.argv.slice(2);
if (import.meta.main && app && to) await layOutRuntime(app, to);
