import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

const specs = ['**/*.spec.ts', '**/*.stories.ts', '**/test-app/**/*.ts'];

const serverPackages = {
  group: [
    '@nestjs/*',
    '@mikro-orm/*',
    '@fastify/*',
    'fastify',
    'pg',
    'bullmq',
    'ioredis',
    'pino',
    'prom-client',
    'ws',
    'node:*',
  ],
  message: 'Code that runs in a browser names no server package.',
};

const natsClient = {
  group: ['@nats-io/*', 'nats'],
  message: 'Only libs/messaging speaks to NATS; use its Outbox, Asks or Bus.',
};

const pictureDecoder = {
  group: ['@porchlight/media', '@porchlight/media/*', 'sharp'],
  message: 'Uploads are taken in and decoded by leads and projects alone.',
};

export default tseslint.config(
  { ignores: ['**/dist', '**/node_modules', '.nx', '.angular', '.porchlight', 'coverage', 'test-results'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { '@nx': nx },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      'no-console': 'error',
      '@nx/enforce-module-boundaries': [
        'error',
        {
          enforceBuildableLibDependency: false,
          depConstraints: [
            { sourceTag: 'type:contracts', onlyDependOnLibsWithTags: ['type:contracts'] },
            { sourceTag: 'type:platform', onlyDependOnLibsWithTags: ['type:contracts'] },
            { sourceTag: 'type:installation', onlyDependOnLibsWithTags: ['type:contracts'] },
            { sourceTag: 'type:media', onlyDependOnLibsWithTags: ['type:platform', 'type:contracts'] },
            { sourceTag: 'type:messaging', onlyDependOnLibsWithTags: ['type:platform', 'type:contracts'] },
            { sourceTag: 'type:ui', onlyDependOnLibsWithTags: ['type:contracts'] },
            {
              sourceTag: 'type:testing',
              onlyDependOnLibsWithTags: [
                'type:testing',
                'type:installation',
                'type:messaging',
                'type:platform',
                'type:contracts',
              ],
            },
            {
              allSourceTags: ['type:app', 'scope:server'],
              onlyDependOnLibsWithTags: ['type:media', 'type:messaging', 'type:platform', 'type:contracts'],
            },
            { allSourceTags: ['type:app', 'scope:web'], onlyDependOnLibsWithTags: ['type:ui', 'type:contracts'] },
            { sourceTag: 'type:e2e', onlyDependOnLibsWithTags: ['type:testing', 'type:contracts'] },
            {
              // What runs in an installation takes nothing from the kit for tests.
              sourceTag: 'type:operation',
              onlyDependOnLibsWithTags: ['type:installation', 'type:messaging', 'type:platform', 'type:contracts'],
            },
            {
              sourceTag: 'type:tool',
              onlyDependOnLibsWithTags: [
                'type:tool',
                'type:testing',
                'type:installation',
                'type:messaging',
                'type:media',
                'type:platform',
                'type:contracts',
              ],
            },
            { sourceTag: 'scope:web', onlyDependOnLibsWithTags: ['scope:web', 'scope:shared'] },
            { sourceTag: 'scope:shared', onlyDependOnLibsWithTags: ['scope:shared'] },
          ],
        },
      ],
    },
  },
  {
    files: ['apps/**/*.ts', 'libs/**/*.ts', 'tools/**/*.ts'],
    ignores: ['libs/messaging/**', 'libs/testing/**', 'tools/**'],
    rules: { 'no-restricted-imports': ['error', { patterns: [natsClient] }] },
  },
  {
    files: ['apps/{identity,notifications,portal-gateway}/**/*.ts'],
    ignores: specs,
    rules: { 'no-restricted-imports': ['error', { patterns: [natsClient, pictureDecoder] }] },
  },
  {
    files: ['apps/{dashboard,portal}/**/*.ts', 'libs/{contracts,ui}/**/*.ts'],
    ignores: specs,
    rules: { 'no-restricted-imports': ['error', { patterns: [natsClient, serverPackages] }] },
  },
  {
    files: ['apps/*/src/**/*.ts', 'libs/{contracts,media,messaging,ui}/src/**/*.ts'],
    ignores: [...specs, 'apps/e2e/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only libs/platform reads the environment; take CONFIG.' },
      ],
    },
  },
  {
    // Specs may use the kit for tests beside what their project may.
    files: specs,
    rules: { '@nx/enforce-module-boundaries': 'off', '@typescript-eslint/no-floating-promises': 'error' },
  },
  {
    files: ['apps/{dashboard,portal}/src/**/*.ts', 'libs/ui/src/**/*.ts'],
    extends: [...angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      '@angular-eslint/component-selector': ['error', { type: 'element', prefix: ['app', 'pl'], style: 'kebab-case' }],
      '@angular-eslint/prefer-on-push-component-change-detection': 'off',
    },
  },
  {
    files: ['apps/{dashboard,portal}/src/**/*.html', 'libs/ui/src/**/*.html'],
    extends: [...angular.configs.templateRecommended, ...angular.configs.templateAccessibility],
  },
  {
    files: ['**/*.mjs', 'tools/**/*.ts'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly' } },
    rules: { 'no-console': 'off' },
  },
  { files: ['**/*.{js,mjs,cjs}'], extends: [tseslint.configs.disableTypeChecked] },
  {
    files: ['**/*.cjs'],
    languageOptions: { sourceType: 'commonjs', globals: { require: 'readonly', module: 'writable' } },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  prettier,
);
