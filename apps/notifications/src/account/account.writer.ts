import { Injectable } from '@nestjs/common';
import { askLetter, type LetterKind } from '@porchlight/contracts';
import { Asks } from '@porchlight/messaging';
import { LetterPress } from '../letter/letter-press';
import type { Look } from '../letter/logo';
import type { Writer } from '../mail/writer';
import { accountWords } from './account.words';

/** Porchlight's own, of no company: slate, and the amber of the lamp. */
const ownLook: Look = { colors: { primary: '#3a4650', secondary: '#f5b041' } };

/** Writes about accounts. */
@Injectable()
export class AccountWriter {
  constructor(
    private readonly asks: Asks,
    private readonly press: LetterPress,
  ) {}

  /** The writer of one kind of letter. */
  of(kind: LetterKind): Writer {
    return {
      write: async ({ reference, generation, language }) => {
        const letter = await this.asks.ask(askLetter, { kind, reference, generation });
        if (!letter.sendable) return null;
        const words = accountWords(kind, letter, new Date(), language);
        return { to: letter.to, ...(await this.press.print(words, ownLook)) };
      },
    };
  }
}
