import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A mail as it came over the wire. */
export interface Posted {
  /** Whom the envelope named. */
  readonly recipients: readonly string[];
  readonly source: string;
  readonly email: Email;
}

/** An SMTP server that keeps all it is given, and the envelopes too. */
export class Sink {
  readonly posted: Posted[] = [];
  /** What naming one of these recipients is answered with. */
  readonly refused = new Map<string, 550 | 451>();

  private constructor(
    readonly url: string,
    private readonly server: SMTPServer,
  ) {}

  static async start(): Promise<Sink> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      onRcptTo: ({ address }, _session, done) => {
        const responseCode = sink.refused.get(address);
        done(responseCode === undefined ? null : Object.assign(new Error('not here'), { responseCode }));
      },
      onData: (stream, { envelope }, done) => {
        const recipients = envelope.rcptTo.map(({ address }) => address);
        void buffer(stream).then(async (source) => {
          sink.posted.push({ recipients, source: source.toString('latin1'), email: await PostalMime.parse(source) });
          done();
        });
      },
    });
    server.on('error', () => undefined);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const sink = new Sink(`smtp://127.0.0.1:${portOf(server.server.address())}`, server);
    return sink;
  }

  /** What came for this address. */
  to(address: string): Posted[] {
    return this.posted.filter(({ recipients }) => recipients.includes(address));
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

const portOf = (address: AddressInfo | string | null): number => {
  if (address === null || typeof address === 'string') throw new Error('the sink does not listen on a port');
  return address.port;
};
