// Run by Node itself: prints the path of a Chromium, or is imported for it.
import { bundle, root } from '../build/bundle.ts';

const file = 'dist/tools/chromium.js';

/** The path of a Chromium for the stories, fetched where there is none. Throws one plain sentence where none can be had. */
export const chromium = async (): Promise<string> => {
  process.chdir(root);
  await bundle({ entry: 'tools/local/chromium.ts', file, pruned: true });
  const { findChromium }: { findChromium: () => Promise<string> } = await import(`../../${file}`);
  return findChromium();
};

if (import.meta.main) console.log(await chromium());
