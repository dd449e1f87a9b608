import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { MessageHandler } from '@nestjs/microservices';
import { eventCatalogue, type Envelope, type EventDefinition } from '@porchlight/contracts';
import { MessagingOptions } from '../messaging-options';
import { checkSubscriptions } from './check-subscriptions';
import type { Delivery } from './delivery';
import { deliveredEventOf } from './subscribe';

export interface Subscription {
  readonly event: EventDefinition;
  /** Rejects with what the handler threw. */
  apply(envelope: Envelope, delivery: Delivery): Promise<void>;
  delivered(envelope: Envelope, applied: boolean): Promise<void>;
}

/** What this service applies, by event type: filled once at boot from its controllers, and checked. */
@Injectable()
export class Subscriptions {
  private readonly byType = new Map<string, Subscription>();

  constructor(
    private readonly options: MessagingOptions,
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  of(type: string): Subscription | undefined {
    return this.byType.get(type);
  }

  all(): Subscription[] {
    return [...this.byType.values()];
  }

  /** Takes the handlers Nest found. Throws when they are not exactly those the catalogue names for this service. */
  take(handlers: ReadonlyMap<string, MessageHandler>): void {
    const delivered = this.deliveredMethods();
    checkSubscriptions(
      this.options.service,
      [...handlers].flatMap(([type, handler]) => chained(handler).map(() => type)),
      delivered.map(({ type }) => type),
    );
    for (const event of eventCatalogue) {
      const handler = handlers.get(event.type);
      if (!handler) continue;
      const onDelivered = delivered.find(({ type }) => type === event.type);
      this.byType.set(event.type, {
        event,
        apply: async (envelope, delivery) => {
          await handler(envelope, delivery);
          if (delivery.failure !== undefined) throw delivery.failure;
        },
        delivered: async (envelope, applied) => {
          await onDelivered?.call(envelope, applied);
        },
      });
    }
  }

  private deliveredMethods(): { type: string; call: (envelope: Envelope, applied: boolean) => unknown }[] {
    return this.discovery.getControllers().flatMap(({ instance }: { instance: unknown }) => {
      if (typeof instance !== 'object' || instance === null) return [];
      const names = this.scanner.getAllMethodNames(Object.getPrototypeOf(instance));
      return names.flatMap((name) => {
        const method: unknown = Reflect.get(instance, name);
        if (typeof method !== 'function') return [];
        const type = deliveredEventOf(method);
        return type === undefined
          ? []
          : [{ type, call: (...args: unknown[]): unknown => method.apply(instance, args) }];
      });
    });
  }
}

/** Nest chains the handlers of one pattern. */
const chained = (handler: MessageHandler): MessageHandler[] =>
  handler.next ? [handler, ...chained(handler.next)] : [handler];
