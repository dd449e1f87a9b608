import { readConfig, tokenKeysSchema } from '@porchlight/platform';
import { z } from 'zod';

const postgresUrl = z.url({ protocol: /^postgres(ql)?$/ });

const databaseSchema = z.object({
  /** Of a role that made the schemas: `provision database` takes the same. */
  PROVISION_DATABASE_URL: postgresUrl,
});

const backupsSchema = z.object({ BACKUP_DIR: z.string().min(1) });

const backupSchema = databaseSchema.extend({
  ...backupsSchema.shape,
  PROJECTS_FILES_DIR: z.string().min(1),
  LEADS_FILES_DIR: z.string().min(1),
  PUBLIC_FILES_DIR: z.string().min(1),
  PORCHLIGHT_VERSION: z.string().default('a checkout'),
});

/** Where Prometheus asks, as a service has it; nobody asks where no port is given. */
const watchedSchema = backupsSchema.extend({
  HOST: z.string().default('127.0.0.1'),
  METRICS_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
});

const busSchema = z.object({ PROVISION_NATS_URL: z.url({ protocol: /^(nats|tls)$/ }) });

const restoreSchema = backupSchema.extend(busSchema.shape);

const companySchema = databaseSchema.extend({
  IDENTITY_TOKEN_KEYS: tokenKeysSchema,
  /** As the services have it: links begin with the first. */
  PUBLIC_ORIGINS: z.string().min(1),
});

const erasureSchema = databaseSchema.extend(busSchema.shape);

/** A folder of files, under the name that it has in a backup. */
export interface Folder {
  readonly name: string;
  readonly path: string;
}

export interface BackupSettings {
  readonly databaseUrl: string;
  readonly backups: string;
  readonly folders: readonly Folder[];
  readonly version: string;
}

export const databaseUrl = (): string => readConfig(databaseSchema).PROVISION_DATABASE_URL;

const named = (config: z.infer<typeof backupSchema>): BackupSettings => ({
  databaseUrl: config.PROVISION_DATABASE_URL,
  backups: config.BACKUP_DIR,
  folders: [
    { name: 'projects', path: config.PROJECTS_FILES_DIR },
    { name: 'leads', path: config.LEADS_FILES_DIR },
    { name: 'public', path: config.PUBLIC_FILES_DIR },
  ],
  version: config.PORCHLIGHT_VERSION,
});

/** Where backups are. */
export const backupsFolder = (): string => readConfig(backupsSchema).BACKUP_DIR;

export const watchedSettings = (): z.infer<typeof watchedSchema> => readConfig(watchedSchema);

/** Throws `ConfigError` naming everything that is missing. */
export const backupSettings = (): BackupSettings => named(readConfig(backupSchema));

export const restoreSettings = (): BackupSettings & { busUrl: string } => {
  const config = readConfig(restoreSchema);
  return { ...named(config), busUrl: config.PROVISION_NATS_URL };
};

/** Throws `ConfigError` naming everything that is missing. */
export const erasureSettings = (): { databaseUrl: string; busUrl: string } => {
  const config = readConfig(erasureSchema);
  return { databaseUrl: config.PROVISION_DATABASE_URL, busUrl: config.PROVISION_NATS_URL };
};

/** Throws `ConfigError` naming everything that is missing. */
export const companySettings = (): { databaseUrl: string; tokenKeys: string; origin: string } => {
  const config = readConfig(companySchema);
  const [origin = ''] = config.PUBLIC_ORIGINS.split(',');
  return { databaseUrl: config.PROVISION_DATABASE_URL, tokenKeys: config.IDENTITY_TOKEN_KEYS, origin: origin.trim() };
};
