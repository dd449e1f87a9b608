import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** How Jest reads an Angular project: its own tsconfig, jsdom, no zone. */
export const web = (project) => ({
  displayName: project,
  rootDir: root,
  roots: [`<rootDir>/${project}`],
  preset: 'jest-preset-angular',
  testEnvironment: 'jest-preset-angular/environments/jest-jsdom-env',
  testMatch: [`<rootDir>/${project}/**/*.spec.ts`],
  setupFilesAfterEnv: ['<rootDir>/tools/jest/angular-setup.mjs'],
  transform: {
    '^.+\\.(ts|mjs|js|html|svg)$': [
      'jest-preset-angular',
      { tsconfig: `<rootDir>/${project}/tsconfig.spec.json`, stringifyContentPathRegex: '\\.(html|svg)$' },
    ],
  },
  transformIgnorePatterns: ['node_modules/(?!.*\\.mjs$|@angular|rxjs|uuid|date-fns|@date-fns)'],
  moduleNameMapper: { '^@porchlight/(contracts|ui)$': '<rootDir>/libs/$1/src/index.ts' },
});
