import type { ServiceName } from '@porchlight/contracts';
import { readFileSync } from 'node:fs';
import type { Secrets } from '@porchlight/installation';

/** What one run of the integration tests shares among its workers. */
export interface TestRun {
  /** The repository. */
  readonly root: string;
  /** Where fetched programs are kept. */
  readonly cache: string;
  /** The superuser's URL. */
  readonly postgresUrl: string;
  readonly secrets: Secrets;
  /** The `authorization` block for every NATS. */
  readonly natsAuthorization: string;
  /** The JetStream store that every system's own is copied from. */
  readonly streamsFolder: string;
  /** Services whose migrations failed, with what they said. */
  readonly unmigrated: Partial<Record<ServiceName, string>>;
}

export const runFileVariable = 'PORCHLIGHT_TEST_RUN';

/** The database that every system's own is copied from. */
export const templateDatabase = 'porchlight_test_template';

/** The run that these tests belong to. Throws where the global setup did not run: integration tests never skip themselves. */
export const currentRun = (): TestRun => {
  const file = process.env[runFileVariable];
  if (!file)
    throw new Error('integration tests need libs/testing/global-setup.mjs as Jest’s globalSetup; run them by npm test');
  const run: TestRun = JSON.parse(readFileSync(file, 'utf8'));
  return run;
};
