import { Inject, Injectable } from '@nestjs/common';
import { askBrand, askCompany, controlSubjects, linkLetterSchema, type LinkLetter } from '@porchlight/contracts';
import { Asks, Bus } from '@porchlight/messaging';
import { CONFIG } from '@porchlight/platform';
import type { Config } from '../config';
import { LetterPress } from '../letter/letter-press';
import type { MailOrder } from '../mail/mail-kind';
import type { Letter } from '../mail/smtp';
import type { ToldInstead, Writer } from '../mail/writer';
import { replyTo } from './reply-to';
import { portalLinkWords } from './portal-link.words';

const patienceMs = 5_000;

/** A link that leads elsewhere than to us: the process that faces the internet has us mail no other. */
class ForeignLink extends Error {
  override name = 'ForeignLink';
}

interface Manner {
  /** Whether a link that ran out is good again with the mail, as the builder was told. */
  readonly renew: boolean;
}

/** Brings a share link to the address it was made for. */
@Injectable()
export class PortalLinkWriter {
  constructor(
    private readonly bus: Bus,
    private readonly asks: Asks,
    private readonly press: LetterPress,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  of(manner: Manner): Writer {
    return { write: (order) => this.write(order, manner) };
  }

  /** Nothing once it is revoked; of one that ran out while the mail waited, only a word to the builder. */
  private async write(order: Omit<MailOrder, 'kind'>, manner: Manner): Promise<Letter | ToldInstead | null> {
    const { reference: linkId, generation, language } = order;
    const letter = await this.letter(linkId, manner);
    if (!letter.sendable) return letter.ended ? toldInstead(linkId, generation, letter.ended) : null;
    const { to, companyId, projectId, projectName, label } = letter;
    const company = await this.asks.ask(askCompany, { companyId });
    const look = await this.asks.ask(askBrand, { companyId });
    const words = portalLinkWords(letter, company, language);
    const about = { kind: 'link_undelivered', subject: label ?? projectName, detail: projectName, projectId } as const;
    return { to, replyTo: replyTo(words, company), about, ...(await this.press.print(words, look)) };
  }

  /** From a gateway, which alone can make the link. Throws while none answers. */
  private async letter(linkId: string, { renew }: Manner): Promise<LinkLetter> {
    const letter = linkLetterSchema.parse(
      await this.bus.request(controlSubjects.portalLinkLetter, { linkId, renew }, patienceMs),
    );
    const leadsHome = !letter.sendable || this.config.PUBLIC_ORIGINS.includes(new URL(letter.url).origin);
    if (!leadsHome) throw new ForeignLink();
    return letter;
  }
}

type Ended = NonNullable<Extract<LinkLetter, { sendable: false }>['ended']>;

const toldInstead = (reference: string, generation: number, { label, projectName, projectId }: Ended): ToldInstead => ({
  toldInstead: { kind: 'link_asked_ended', reference, generation, subject: label, detail: projectName, projectId },
});
