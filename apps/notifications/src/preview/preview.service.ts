import { Inject, Injectable } from '@nestjs/common';
import { askBrand, askCompany, type PreviewedMail, type PreviewMail } from '@porchlight/contracts';
import { Asks, AskUnavailable, Staff } from '@porchlight/messaging';
import { type Caller, CONFIG, problems } from '@porchlight/platform';
import { addDays } from 'date-fns';
import type { Config } from '../config';
import { invitationWords } from '../invitation/invitation.words';
import { letterText } from '../letter/letter.text';
import { LetterPress } from '../letter/letter-press';
import type { InEachTongue } from '../letter/tongue';
import { PreviewTurns } from './preview-turns';

/** In place of what only a real invitation has. */
const example = { to: 'client@example.com', validDays: 7 };
const yourProject: InEachTongue<string> = { en: 'Your project', es: 'Su proyecto' };

/** Shows the invitation mail before there is an invitation: the real one, with what is not saved yet. */
@Injectable()
export class PreviewService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly staff: Staff,
    private readonly asks: Asks,
    private readonly press: LetterPress,
    private readonly turns: PreviewTurns,
  ) {}

  async preview(caller: Caller, wanted: PreviewMail): Promise<PreviewedMail> {
    const companyId = await this.staff.inCompany(
      caller,
      wanted.companyId,
      'brand.read',
      async (_em, place) => place.companyId,
    );
    return this.turns.take(caller.personId, () => this.make(companyId, wanted));
  }

  private async make(companyId: string, wanted: PreviewMail): Promise<PreviewedMail> {
    const { company, look } = await this.known(companyId);
    const words = invitationWords({
      sendable: true,
      to: example.to,
      acceptUrl: `${this.config.PUBLIC_ORIGINS[0] ?? ''}/invite`,
      companyId,
      companyName: wanted.companyName ?? company.name,
      contact: wanted.contact ?? company.contact,
      projectName: wanted.projectName ?? yourProject[company.locale],
      role: 'customer',
      message: wanted.message ?? null,
      locale: company.locale,
      timeZone: company.timeZone,
      expiresAt: addDays(new Date(), example.validDays).toISOString(),
    });
    const html = await this.press.show(words, { ...look, colors: wanted.colors ?? look.colors });
    return { from: words.from, subject: words.subject, html, text: letterText(words) };
  }

  private async known(companyId: string) {
    try {
      const [company, look] = await Promise.all([
        this.asks.ask(askCompany, { companyId }),
        this.asks.ask(askBrand, { companyId }),
      ]);
      return { company, look };
    } catch (error) {
      if (error instanceof AskUnavailable)
        throw problems.unavailable('A part of Porchlight is starting; try again.', 2);
      throw error;
    }
  }
}
