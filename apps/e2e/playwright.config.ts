import { defineConfig } from '@playwright/test';

const ci = process.env['CI'] !== undefined;

/** Whole-system stories in a real Chromium: each worker has one system, its own services and stores. */
export default defineConfig({
  testDir: 'src/stories',
  globalSetup: '../../libs/testing/global-setup.mjs',
  globalTeardown: '../../libs/testing/global-teardown.mjs',
  testMatch: '**/*.stories.ts',
  outputDir: '../../test-results/stories',
  workers: 2,
  // A story that passes on the second try is a fault to find.
  retries: 0,
  forbidOnly: ci,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json']],
  use: {
    headless: true,
    launchOptions: {
      executablePath: process.env['CHROME_PATH'],
      args: [
        '--no-sandbox',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-quic',
        '--no-first-run',
      ],
    },
    screenshot: 'only-on-failure',
    locale: 'en-US',
  },
});
