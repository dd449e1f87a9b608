import { Injectable } from '@nestjs/common';
import type { EventDefinition } from '@porchlight/contracts';

export type MakeState = (aggregateId: string) => Promise<boolean>;

/** Producers that can make a state on demand, when somebody asks for one that does not exist yet. */
@Injectable()
export class StateSources {
  private readonly makers = new Map<string, MakeState>();

  /** `make` adds the state to the outbox and gives true, or gives false where there is nothing to make it from. */
  onMissing(event: EventDefinition, make: MakeState): void {
    this.makers.set(event.type, make);
  }

  /** True if the state was made. */
  async make(event: EventDefinition, aggregateId: string): Promise<boolean> {
    return (await this.makers.get(event.type)?.(aggregateId)) ?? false;
  }
}
