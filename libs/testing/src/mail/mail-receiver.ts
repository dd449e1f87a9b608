import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import type { CaughtMail, MailStore } from './mail-store';

export interface MailReceiver {
  /** `smtp://127.0.0.1:<port>`, for the services. */
  readonly url: string;
  stop(): Promise<void>;
}

export interface MailReceiverOptions {
  readonly store: MailStore;
  readonly port: number;
  /** Who there is no mailbox for: refused for good (550) as soon as a mail names them. */
  readonly isUnknown?: (address: string) => boolean;
  /** Told of each mail after it is stored and before the sender is answered; may throw to refuse it. */
  readonly onMail?: (mail: CaughtMail) => void | Promise<void>;
}

/** An SMTP server on loopback that accepts every mail and passes none on. */
export const startMailReceiver = async ({
  store,
  port,
  isUnknown,
  onMail,
}: MailReceiverOptions): Promise<MailReceiver> => {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: 25 * 1024 * 1024,
    onRcptTo: ({ address }, _session, done) =>
      done(isUnknown?.(address) ? Object.assign(new Error('no such mailbox'), { responseCode: 550 }) : null),
    onData: (stream, _session, done) => {
      buffer(stream)
        .then((source) => store.add(source))
        .then((mail) => onMail?.(mail))
        .then(
          () => done(),
          (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
        );
    },
  });
  // A sender that dies in mid-sentence is no fault of ours.
  server.on('error', () => undefined);
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return { url: `smtp://127.0.0.1:${port}`, stop: () => new Promise((resolve) => server.close(() => resolve())) };
};
