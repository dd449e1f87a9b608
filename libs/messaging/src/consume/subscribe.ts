import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import type { Envelope, EventDefinition } from '@porchlight/contracts';
import { Delivery } from './delivery';

/** The transport of durable messages, told apart from Nest's own NATS transport. */
export const jetStreamTransport = Symbol('jetstream');

type Handler<T> = (envelope: Envelope<T>, delivery: Delivery) => Promise<void>;
type DeliveredHandler<T> = (envelope: Envelope<T>, applied: boolean) => void | Promise<void>;

/**
 * Applies an event: an ordinary `@EventPattern` handler on JetStream. It runs once per message, in a transaction of its
 * own (`delivery.em`); stale states and occurrences applied before never reach it. Throwing brings the message back
 * later; throwing `Unprocessable` puts it aside.
 */
export const Subscribe =
  <T>(event: EventDefinition<T>) =>
  <H extends Handler<T>>(target: object, key: string, descriptor: TypedPropertyDescriptor<H>): void => {
    const apply = descriptor.value;
    if (!apply) throw new Error(`@Subscribe belongs on a method, and ${key} is none`);
    const keepingFailure = async function (this: unknown, ...given: unknown[]): Promise<void> {
      const [, delivery] = given;
      if (!(delivery instanceof Delivery)) throw new Error(`${event.type} came without its delivery`);
      try {
        await Reflect.apply(apply, this, given);
      } catch (error) {
        delivery.failure = error ?? new Error('the handler threw nothing');
      }
    };
    Payload()(target, key, 0);
    Ctx()(target, key, 1);
    EventPattern(event.type, jetStreamTransport)(target, key, { value: keepingFailure });
    Object.assign(descriptor, { value: keepingFailure });
  };

const deliveredEvent = Symbol('delivered event');

/**
 * Called on every delivery of an event, newer or not, after the commit and before the acknowledgement: what must happen
 * at least once for each. Throwing brings the message back.
 */
export const OnDelivered =
  <T>(event: EventDefinition<T>) =>
  <H extends DeliveredHandler<T>>(target: object, key: string, descriptor: TypedPropertyDescriptor<H>): void => {
    if (!descriptor.value) throw new Error(`@OnDelivered belongs on a method, and ${key} is none`);
    Reflect.defineMetadata(deliveredEvent, event.type, descriptor.value);
  };

/** The event type that a method marked with `@OnDelivered` is for. */
export const deliveredEventOf = (method: object): string | undefined => {
  const type: unknown = Reflect.getMetadata(deliveredEvent, method);
  return typeof type === 'string' ? type : undefined;
};
