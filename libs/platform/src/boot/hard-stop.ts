/**
 * How long a service has to stop after it was told to, in ms: requests that are on their way, an upload among them, are
 * answered; what still goes on then is ended by itself. Grace periods are longer, see docs/operations.md.
 */
export const hardStopMs = 25_000;
