// Jest's globalTeardown for integration tests: stops what global-setup.mjs started.
export default async () => globalThis.stopTestRun?.();
