import { context, propagation, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { setGlobalErrorHandler, W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, TraceIdRatioBasedSampler, TracerProvider } from '@opentelemetry/sdk-trace';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../observe/log';
import type { StopTracing } from './tracing';

/** A collector that is away holds up nobody's stop. */
const lastWordsMs = 1_500;
const complaintEveryMs = 60_000;

export interface Destination {
  readonly service: string;
  /** OTLP over HTTP; `/v1/traces` is put behind it. */
  readonly endpoint: string;
  /** How many of all traces are sent, from 0 to 1. */
  readonly share: number;
  readonly log: Log;
}

/** Sets up OpenTelemetry for this process. */
export const exportSpans = ({ service, endpoint, share, log }: Destination): StopTracing => {
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': service, 'service.namespace': 'porchlight' }),
    // By the trace id alone, so that all services decide alike about a trace that no one of them began.
    sampler: new TraceIdRatioBasedSampler(share),
    spanProcessors: [
      new BatchSpanProcessor({
        exporter: new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` }),
        scheduledDelayMillis: 1_000,
      }),
    ],
  });
  let complainedAt = -Infinity;
  setGlobalErrorHandler(() => {
    if (performance.now() - complainedAt < complaintEveryMs) return;
    complainedAt = performance.now();
    log.warn({}, 'spans could not be sent');
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  trace.setGlobalTracerProvider(provider);
  return async () => {
    const ended = provider.shutdown().catch(() => undefined);
    await Promise.race([ended, sleep(lastWordsMs, undefined, { ref: false })]);
  };
};
