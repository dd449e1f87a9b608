// For specs and stories.
export * from './client';
export * from './mail/mail-store';
export * from './process/until';
export * from './services/accounts';
export * from './system/answers';
export * from './system/ask-as';
export * from './system/replay';
export * from './system/running-service';
export * from './system/system';
// For the launcher, which starts the same parts to stay.
export * from './backing/backing';
export * from './backing/debian-packages';
export * from './backing/nats';
export * from './backing/postgres';
export * from './backing/postgres-user';
export * from './backing/programs';
export * from './backing/redis';
export * from './edge/edge';
export * from './mail/mail-receiver';
export * from './process/child';
export * from './process/free-port';
export * from './process/plain-error';
export * from './process/run';
export * from './services/environment';
export * from './services/provision';
export * from './services/secrets';
export * from './services/service-process';
