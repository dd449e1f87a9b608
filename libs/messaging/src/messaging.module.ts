import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { DiscoveryModule, MetadataScanner } from '@nestjs/core';
import type { ServiceName } from '@porchlight/contracts';
import { EndedSessions } from '@porchlight/platform';
import { AnswerServer } from './ask/answer-server';
import { Asks } from './ask/asks';
import { EventSource } from './ask/event-source';
import { sourceController } from './ask/source-controller';
import { StateSources } from './ask/state-sources';
import { Bus } from './bus/bus';
import { NatsLink } from './bus/nats-link';
import { Applier } from './consume/applier';
import { DeadLetters } from './consume/dead-letters';
import { Intake } from './consume/intake';
import { JetStreamServer } from './consume/jetstream-server';
import { Lag } from './consume/lag';
import { Subscriptions } from './consume/subscriptions';
import { armCrashPoint } from './crash-point';
import { MessagingOptions, type MessagingConfig } from './messaging-options';
import { Outbox } from './outbox/outbox';
import { Relay } from './outbox/relay';
import { Catchup } from './reconcile/catchup';
import { Comparisons } from './reconcile/comparisons';
import { MissingOccurrences } from './reconcile/missing-occurrences';
import { MissingStates } from './reconcile/missing-states';
import { Reconciler } from './reconcile/reconciler';
import { HeardSessions } from './session/heard-sessions';
import { States } from './states';

/** Everything a service needs to speak and listen. Identity knows of ended sessions itself; all others hear of them. */
@Module({})
export class MessagingModule {
  static with(options: { service: ServiceName; config: MessagingConfig }): DynamicModule {
    armCrashPoint(options.config);
    const sessions: Provider[] =
      options.service === 'identity' ? [] : [{ provide: EndedSessions, useClass: HeardSessions }];
    return {
      module: MessagingModule,
      global: true,
      imports: [DiscoveryModule],
      controllers: [sourceController(options.service)],
      providers: [
        { provide: MessagingOptions, useValue: options },
        MetadataScanner,
        NatsLink,
        Bus,
        Asks,
        AnswerServer,
        StateSources,
        EventSource,
        Relay,
        Outbox,
        Applier,
        DeadLetters,
        Subscriptions,
        Intake,
        JetStreamServer,
        Lag,
        States,
        Catchup,
        Comparisons,
        MissingStates,
        MissingOccurrences,
        Reconciler,
        ...sessions,
      ],
      exports: [Outbox, Asks, Bus, States, StateSources, ...(sessions.length > 0 ? [EndedSessions] : [])],
    };
  }
}
