import { server } from './tools/jest/server.mjs';
import { web } from './tools/jest/web.mjs';

const webFolders = ['apps/dashboard', 'apps/portal', 'libs/ui'];

/** Unit specs: no services, no network. */
export default {
  // Jest would leave one of two cores idle.
  maxWorkers: 2,
  projects: [
    {
      ...server,
      displayName: 'server',
      testMatch: ['<rootDir>/{apps,libs,tools}/**/*.spec.ts'],
      testPathIgnorePatterns: [
        '\\.integration\\.spec\\.ts$',
        '/node_modules/',
        ...webFolders.map((folder) => `/${folder}/`),
      ],
    },
    ...webFolders.map(web),
  ],
};
