import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime, { type Address, type Email } from 'postal-mime';

/** A mail that was caught instead of sent. */
export interface CaughtMail {
  readonly id: string;
  readonly receivedAt: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly messageId: string;
  readonly headers: readonly { readonly key: string; readonly value: string }[];
}

const most = 500;

/** The newest caught mails; with a folder they outlive the process, one file of source a mail. */
export class MailStore {
  private readonly mails: CaughtMail[] = [];

  constructor(private readonly folder?: string) {}

  /** Reads back what an earlier process caught. */
  async load(): Promise<void> {
    if (!this.folder) return;
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    for (const name of (await readdir(this.folder)).filter((file) => file.endsWith('.eml')).sort()) {
      const [receivedAt = '', id = ''] = name.slice(0, -'.eml'.length).split('_');
      this.mails.push(await parse(id, fromFileName(receivedAt), await readFile(join(this.folder, name))));
    }
  }

  async add(source: Buffer): Promise<CaughtMail> {
    const mail = await parse(randomUUID(), new Date().toISOString(), source);
    if (this.folder) await writeFile(this.fileOf(mail), source, { mode: 0o600 });
    this.mails.push(mail);
    for (const old of this.mails.splice(0, Math.max(0, this.mails.length - most))) await this.forget(old);
    return mail;
  }

  /** Newest first. */
  list(): CaughtMail[] {
    return this.mails.toReversed();
  }

  find(id: string): CaughtMail | undefined {
    return this.mails.find((mail) => mail.id === id);
  }

  /** Removes one mail, or all of them. */
  async remove(id?: string): Promise<void> {
    const gone = this.mails.filter((mail) => id === undefined || mail.id === id);
    for (const mail of gone) {
      this.mails.splice(this.mails.indexOf(mail), 1);
      await this.forget(mail);
    }
  }

  private async forget(mail: CaughtMail): Promise<void> {
    if (this.folder) await rm(this.fileOf(mail), { force: true });
  }

  private fileOf(mail: CaughtMail): string {
    return join(this.folder ?? '', `${toFileName(mail.receivedAt)}_${mail.id}.eml`);
  }
}

const toFileName = (instant: string): string => instant.replaceAll(':', '-');
const fromFileName = (name: string): string => name.replace(/T(\d\d)-(\d\d)-/, 'T$1:$2:');

const parse = async (id: string, receivedAt: string, source: Buffer): Promise<CaughtMail> => {
  const email = await PostalMime.parse(source);
  return {
    id,
    receivedAt,
    from: email.from ? inWords(email.from) : '',
    to: [...(email.to ?? []), ...(email.cc ?? []), ...(email.bcc ?? [])].map(inWords),
    subject: email.subject ?? '',
    text: email.text ?? '',
    html: withPictures(email),
    messageId: email.messageId ?? '',
    headers: email.headers.map(({ key, value }) => ({ key, value })),
  };
};

/** Pictures that came in the mail stand where the HTML names them, as in any reader of mail. */
const withPictures = ({ html = '', attachments }: Email): string =>
  attachments.reduce(
    (shown, { contentId, mimeType, content }) =>
      contentId && content instanceof ArrayBuffer
        ? shown.replaceAll(
            `"cid:${contentId.replaceAll(/[<>]/g, '')}"`,
            `"data:${mimeType};base64,${Buffer.from(content).toString('base64')}"`,
          )
        : shown,
    html,
  );

const inWords = ({ name, address }: Address): string => (name ? `${name} <${address ?? ''}>` : (address ?? ''));
