import { signal } from '@angular/core';
import type { LeadStage } from '@porchlight/contracts';

/** More than a tall screen has room for. */
const atFirst = 15;
const atATime = 25;

/** How many cards of each column are drawn: those in sight and some more, as drawing hundreds at once holds the page up. */
export class DrawnCards {
  private readonly counts = signal<ReadonlyMap<LeadStage, number>>(new Map());

  of<T>(stage: LeadStage, cards: readonly T[]): readonly T[] {
    return cards.slice(0, this.count(stage));
  }

  /** Some more of them, as their reader comes nearer to the end. */
  grow(stage: LeadStage): void {
    this.set(stage, this.count(stage) + atATime);
  }

  /** At least as far as this place, for a card that is to have the focus there. */
  reach(stage: LeadStage, place: number): void {
    if (place >= this.count(stage)) this.set(stage, place + atFirst);
  }

  restart(): void {
    this.counts.set(new Map());
  }

  private count(stage: LeadStage): number {
    return this.counts().get(stage) ?? atFirst;
  }

  private set(stage: LeadStage, count: number): void {
    this.counts.update((counts) => new Map(counts).set(stage, count));
  }
}
