import { namedSecrets } from '@porchlight/installation';
import { natsUrlOf, type Surroundings } from '@porchlight/testing';
import { join } from 'node:path';
import { removeOperatorFile, writeOperatorFile } from './operator-file';
import type { Running } from './running';
import type { Settings } from './settings';

/** Lets `npm run admin` find what runs on this data folder, for as long as it does. */
export const tellOperator = ({ data }: Settings, surroundings: Surroundings, running: Running): void => {
  const { filesFolder, origins, postgresUrl, secrets } = surroundings;
  const { SIGNING_KEYS, IDENTITY_TOKEN_KEYS, LEADS_TOKEN_KEYS, GATEWAY_TOKEN_KEYS } = namedSecrets(secrets);
  const keys = { SIGNING_KEYS, IDENTITY_TOKEN_KEYS, LEADS_TOKEN_KEYS, GATEWAY_TOKEN_KEYS };
  writeOperatorFile(data, {
    PROVISION_DATABASE_URL: postgresUrl,
    PROVISION_NATS_URL: natsUrlOf(surroundings, 'provision'),
    BACKUP_DIR: join(data, 'backups'),
    PROJECTS_FILES_DIR: join(filesFolder, 'private-projects'),
    LEADS_FILES_DIR: join(filesFolder, 'private'),
    PUBLIC_FILES_DIR: join(filesFolder, 'public'),
    PUBLIC_ORIGINS: origins.join(','),
    ...Object.fromEntries(Object.entries(keys).filter((entry): entry is [string, string] => entry[1] !== undefined)),
  });
  running.onStop(async () => removeOperatorFile(data));
};
