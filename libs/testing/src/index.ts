export * from './client';
export * from './mail/mail-store';
export * from './process/until';
export * from './services/accounts';
export * from './system/running-service';
export * from './system/system';
