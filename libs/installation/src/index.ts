// What an installation is made of, for whoever makes, starts or runs one.
export * from './accounts';
export * from './kubernetes-secrets';
export * from './plain-error';
export * from './secret-names';
export * from './secrets';
