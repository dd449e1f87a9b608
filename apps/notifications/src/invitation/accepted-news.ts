import { Injectable } from '@nestjs/common';
import { askAcceptedMail, type DataOf, type invitationAcceptedV1 } from '@porchlight/contracts';
import { Asks, AskUnavailable } from '@porchlight/messaging';
import type { News } from '../notice/notice.entity';

type Accepted = DataOf<typeof invitationAcceptedV1>;

/** What the bell says of an invitation that was accepted. */
@Injectable()
export class AcceptedNews {
  constructor(private readonly asks: Asks) {}

  async of(accepted: Accepted): Promise<News> {
    const { invitationId, generation, projectId = null, who } = accepted;
    return {
      kind: 'invitation_accepted',
      reference: invitationId,
      generation,
      subject: who ?? 'Somebody',
      detail: await this.placeOf(accepted),
      projectId,
    };
  }

  /** Where to, by name; not worth waiting for. */
  private async placeOf({ invitationId, generation }: Accepted): Promise<string | null> {
    try {
      const words = await this.asks.ask(askAcceptedMail, { invitationId, generation });
      return (words.sendable ? (words.projectName ?? words.companyName) : words.place) ?? null;
    } catch (error) {
      if (error instanceof AskUnavailable) return null;
      throw error;
    }
  }
}
