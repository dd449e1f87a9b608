import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** How Jest reads server code: the sources that rolldown bundles, compiled to CommonJS by swc. */
export const server = {
  rootDir: root,
  testEnvironment: 'node',
  moduleFileExtensions: ['ts', 'mjs', 'js', 'json', 'node'],
  setupFiles: ['reflect-metadata'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        swcrc: false,
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          keepClassNames: true,
        },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  moduleNameMapper: {
    '^@porchlight/(contracts|installation|media|platform|messaging|testing)$': '<rootDir>/libs/$1/src/index.ts',
    '^@porchlight/media/samples$': '<rootDir>/libs/media/src/samples.factory.ts',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.nx/', '<rootDir>/.porchlight/'],
};
