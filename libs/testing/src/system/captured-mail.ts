import { startMailReceiver } from '../mail/mail-receiver';
import { MailStore, type CaughtMail } from '../mail/mail-store';
import { freePort } from '../process/free-port';
import { until } from '../process/until';

/** A real SMTP server that keeps what it is given for a test to read. */
export class CapturedMail {
  private readonly store = new MailStore();
  private readonly unknown = new Set<string>();
  private refusal: string | null = null;
  private close = async (): Promise<void> => undefined;

  /** Told of each mail before its sender is answered, e.g. to kill the sender there. */
  onMail: (mail: CaughtMail) => void | Promise<void> = () => undefined;

  /** Listens, and gives the URL for the services. */
  async start(): Promise<string> {
    const receiver = await startMailReceiver({
      store: this.store,
      port: await freePort(),
      isUnknown: (address) => this.unknown.has(address),
      onMail: (mail) => this.receive(mail),
    });
    this.close = receiver.stop;
    return receiver.url;
  }

  stop(): Promise<void> {
    return this.close();
  }

  /** Refuses every mail with a passing fault from now on, or accepts again with null. */
  refuseWith(reason: string | null): void {
    this.refusal = reason;
  }

  /** Refuses this recipient for good (550) from now on, as a server does that has no such mailbox. */
  refuseRecipient(address: string): void {
    this.unknown.add(address);
  }

  /** The mailbox is there now. */
  acceptRecipient(address: string): void {
    this.unknown.delete(address);
  }

  /** Newest first. */
  list(): CaughtMail[] {
    return this.store.list();
  }

  /** The newest mail that fits, as soon as there is one; a mail whose first try fails comes after 5 s, then after 15 s more. */
  waitFor(fits: (mail: CaughtMail) => boolean, timeoutMs = 30_000): Promise<CaughtMail> {
    const seen = (): string =>
      this.list()
        .map(({ to, subject }) => `${to.join()}: ${subject}`)
        .join('; ');
    return until(
      () => this.list().find(fits),
      timeoutMs,
      () => `no such mail; there is: ${seen() || 'none'}`,
    );
  }

  private async receive(mail: CaughtMail): Promise<void> {
    await this.onMail(mail);
    if (this.refusal === null) return;
    await this.store.remove(mail.id);
    throw Object.assign(new Error(this.refusal), { responseCode: 451 });
  }
}
