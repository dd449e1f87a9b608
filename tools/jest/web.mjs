import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/**
 * How Jest reads an Angular project: its own tsconfig, jsdom, no zone. Angular's own `.mjs` is loaded as the ES modules
 * it is; compiled to CommonJS it would still be run as ESM and break.
 */
export const web = (project) => ({
  displayName: project,
  rootDir: root,
  roots: [`<rootDir>/${project}`],
  preset: 'jest-preset-angular',
  testEnvironment: 'jest-preset-angular/environments/jest-jsdom-env',
  testMatch: [`<rootDir>/${project}/**/*.spec.ts`],
  setupFilesAfterEnv: ['<rootDir>/tools/jest/angular-setup.cjs'],
  transform: {
    '^.+\\.(ts|html|svg)$': [
      'jest-preset-angular',
      { tsconfig: `<rootDir>/${project}/tsconfig.spec.json`, stringifyContentPathRegex: '\\.(html|svg)$' },
    ],
  },
  transformIgnorePatterns: ['/node_modules/'],
  moduleNameMapper: {
    '^@porchlight/(contracts|ui)$': '<rootDir>/libs/$1/src/index.ts',
    '^@porchlight/contracts/color$': '<rootDir>/libs/contracts/src/color.ts',
    '^@porchlight/contracts/formulas$': '<rootDir>/libs/contracts/src/formulas.ts',
    '^@porchlight/contracts/policy$': '<rootDir>/libs/contracts/src/policy.ts',
  },
});
