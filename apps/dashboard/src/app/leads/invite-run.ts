import { computed, signal } from '@angular/core';
import type { InvitedContacts } from '@porchlight/contracts';
import { plainly } from '../api/refusal';

type Result = InvitedContacts['results'][number];

/** What became of one of those invited. */
export interface InviteOutcome {
  /** Why not, in a sentence; null when the invitation stands. */
  readonly refusal: string | null;
  /** Only where no mail server is set up. */
  readonly acceptUrl?: string;
}

/** Few enough that the count moves while one looks on. */
const atOnce = 3;

/** Sends invitations a few at a time, and keeps what became of each. Who was refused can be tried again alone. */
export class InviteRun {
  private readonly known = signal<ReadonlyMap<string, InviteOutcome>>(new Map());
  private readonly asked = signal<readonly string[]>([]);
  private readonly running = signal(false);
  readonly outcomes = this.known.asReadonly();
  readonly busy = this.running.asReadonly();
  readonly total = computed(() => this.asked().length);
  /** How many of those asked for last are answered. */
  readonly answered = computed(() => this.asked().filter((id) => this.known().has(id)).length);
  readonly refused = computed(() => [...this.known()].filter(([, { refusal }]) => refusal !== null).map(([id]) => id));

  constructor(private readonly send: (contactIds: readonly string[]) => Promise<readonly Result[]>) {}

  async run(contactIds: readonly string[]): Promise<void> {
    if (this.running()) return;
    this.running.set(true);
    this.forget(contactIds);
    this.asked.set(contactIds);
    try {
      for (let from = 0; from < contactIds.length; from += atOnce) await this.few(contactIds, from);
    } catch (error) {
      // Nothing of this request is known to be done, and the ones after it would fare no better.
      this.note(
        this.asked()
          .filter((id) => !this.known().has(id))
          .map((id) => [id, { refusal: plainly(error) }]),
      );
    } finally {
      this.running.set(false);
    }
  }

  private async few(contactIds: readonly string[], from: number): Promise<void> {
    const few = contactIds.slice(from, from + atOnce);
    const results = await this.send(few);
    this.note(few.map((id) => [id, outcomeOf(results.find(({ contactId }) => contactId === id))]));
  }

  private note(outcomes: readonly (readonly [string, InviteOutcome])[]): void {
    this.known.update((known) => new Map([...known, ...outcomes]));
  }

  private forget(contactIds: readonly string[]): void {
    this.known.update((known) => new Map([...known].filter(([id]) => !contactIds.includes(id))));
  }
}

function outcomeOf(result: Result | undefined): InviteOutcome {
  if (!result) return { refusal: 'No answer came for them. Try again.' };
  const { status, error, acceptUrl } = result;
  if (status === 'refused') return { refusal: sentenceOf(error) };
  return { refusal: null, ...(acceptUrl ? { acceptUrl } : {}) };
}

const sentenceOf = (error: Result['error']): string => {
  const faults = error?.errors?.map(({ message }) => message).join('; ');
  const text = faults ? `The address ${faults}` : (error?.detail ?? 'That was refused');
  return text.endsWith('.') ? text : `${text}.`;
};
