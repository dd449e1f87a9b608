import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { emailSchema, type NoticeKind } from '@porchlight/contracts';
import { CONFIG } from '@porchlight/platform';
import { createTransport } from 'nodemailer';
import type { Config } from '../config';

/** What the bell says of a mail that cannot be delivered, in words for the staff alone: no address, no link. */
export interface About {
  readonly kind: NoticeKind;
  readonly subject: string;
  readonly detail: string | null;
  readonly projectId: string | null;
}

/** A picture that travels in the mail, so that to read it calls no server. */
export interface InlinePicture {
  /** By which the HTML names it: `cid:…`. */
  readonly cid: string;
  readonly png: Buffer;
}

/** A mail in words: what every kind of mail is rendered to. */
export interface Letter {
  readonly to: string;
  /** For whom we speak; shown as the sender's name. */
  readonly fromName: string;
  /** To whom an answer should go, if to anybody. */
  readonly replyTo?: { readonly name: string; readonly address: string } | undefined;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly logo?: InlinePicture | undefined;
  /** Of a mail that the staff should hear of when it cannot be delivered. */
  readonly about?: About;
}

const second = 1000;

const connect = (url: string) =>
  createTransport({
    url,
    connectionTimeout: 10 * second,
    greetingTimeout: 10 * second,
    socketTimeout: 30 * second,
    disableFileAccess: true,
    disableUrlAccess: true,
  });

/** Mails wait until there is one. */
export class NoMailServer extends Error {
  override name = 'NoMailServer';
}

/** The recipient, or who should get an answer, is not exactly one plain address; no server is ever asked to take it. */
export class NoOneAddress extends Error {
  override name = 'NoOneAddress';
}

/** Said of every mail: a program wrote it (RFC 3834), so no program should answer; Exchange listens to its own header only. */
const headers = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'OOF, AutoReply' };

const oneAddress = (address: string): string => {
  const parsed = emailSchema.safeParse(address);
  if (parsed.success) return parsed.data;
  throw new NoOneAddress();
};

/**
 * Text for a header. What looks like an encoded word (RFC 2047) but was typed would be decoded by readers, line ends and
 * all; a word joiner, which nobody sees, keeps its two marks apart.
 */
const asHeader = (text: string): string => text.replaceAll('=?', '=\u2060?');

const attached = ({ cid, png }: InlinePicture) => ({
  cid,
  content: png,
  contentType: 'image/png',
  contentDisposition: 'inline' as const,
  filename: 'logo.png',
});

/** Hands letters to the mail server. */
@Injectable()
export class Smtp implements OnApplicationShutdown {
  private readonly transport;

  constructor(@Inject(CONFIG) private readonly config: Config) {
    this.transport = config.SMTP_URL === '' ? null : connect(config.SMTP_URL);
  }

  /**
   * Resolves once the server has taken the letter for its one recipient. Throws nodemailer's errors, NoMailServer where
   * none is set up, and NoOneAddress.
   */
  async send(messageId: string, letter: Letter): Promise<void> {
    const to = oneAddress(letter.to);
    const replyTo = letter.replyTo && {
      name: asHeader(letter.replyTo.name),
      address: oneAddress(letter.replyTo.address),
    };
    if (!this.transport) throw new NoMailServer();
    const from = this.config.MAIL_FROM;
    await this.transport.sendMail({
      messageId,
      // Said outright rather than read from headers: no text in a letter can add a recipient.
      envelope: { from, to: [to] },
      from: { name: asHeader(letter.fromName), address: from },
      to: { name: '', address: to },
      ...(replyTo && { replyTo }),
      headers,
      subject: asHeader(letter.subject),
      html: letter.html,
      text: letter.text,
      attachments: letter.logo ? [attached(letter.logo)] : [],
    });
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }
}
