import { Inject, Injectable } from '@nestjs/common';
import { askBrand, askCompany, controlSubjects, linkLetterSchema, type LinkLetter } from '@porchlight/contracts';
import { Asks, Bus } from '@porchlight/messaging';
import { CONFIG } from '@porchlight/platform';
import type { Config } from '../config';
import { LetterPress } from '../letter/letter-press';
import type { MailOrder } from '../mail/mail-kind';
import type { Letter } from '../mail/smtp';
import type { Writer } from '../mail/writer';
import { replyTo } from './reply-to';
import { portalLinkWords } from './portal-link.words';

const patienceMs = 5_000;

/** A link that leads elsewhere than to us: the process that faces the internet has us mail no other. */
class ForeignLink extends Error {
  override name = 'ForeignLink';
}

/** Brings a share link to the address it was made for; nothing once it is revoked. */
@Injectable()
export class PortalLinkWriter implements Writer {
  constructor(
    private readonly bus: Bus,
    private readonly asks: Asks,
    private readonly press: LetterPress,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async write({ reference: linkId }: MailOrder): Promise<Letter | null> {
    const letter = await this.letter(linkId);
    if (!letter.sendable) return null;
    const { to, companyId } = letter;
    const company = await this.asks.ask(askCompany, { companyId });
    const look = await this.asks.ask(askBrand, { companyId });
    const words = portalLinkWords(letter, company);
    return { to, replyTo: replyTo(words, company), ...(await this.press.print(words, look)) };
  }

  /** From a gateway, which alone can make the link. Throws while none answers. */
  private async letter(linkId: string): Promise<LinkLetter> {
    const letter = linkLetterSchema.parse(
      await this.bus.request(controlSubjects.portalLinkLetter, { linkId }, patienceMs),
    );
    const leadsHome = !letter.sendable || this.config.PUBLIC_ORIGINS.includes(new URL(letter.url).origin);
    if (!leadsHome) throw new ForeignLink();
    return letter;
  }
}
