import {
  context,
  propagation,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type Attributes,
  type Context,
  type Span,
} from '@opentelemetry/api';

/** Does nothing, at no cost to speak of, until `startTracing` was told where spans go. */
const tracer = trace.getTracer('porchlight');

/** What a span is, in the words of OpenTelemetry. */
export type Part = 'internal' | 'server' | 'client' | 'producer' | 'consumer';
const kinds: Readonly<Record<Part, SpanKind>> = {
  internal: SpanKind.INTERNAL,
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  producer: SpanKind.PRODUCER,
  consumer: SpanKind.CONSUMER,
};

export interface SpanWish {
  readonly part?: Part;
  /** Where the trace comes from: a `traceparent`, or null to begin a new trace. What runs now where nothing is said. */
  readonly from?: string | null;
  /** Names of routes, types and counts; never an id of a person, a name, an address or a token. */
  readonly attributes?: Attributes;
}

/** The context that a `traceparent` (W3C Trace Context, section 3.2) names; none where it names none. `tracestate` is not read. */
export const contextOf = (traceparent: unknown): Context =>
  typeof traceparent === 'string' ? propagation.extract(ROOT_CONTEXT, { traceparent }) : ROOT_CONTEXT;

const around = ({ from }: SpanWish): Context => (from === undefined ? context.active() : contextOf(from));

/** Begins a span that whoever called ends, for what is not one promise. */
export const beginSpan = (name: string, wish: SpanWish = {}): { span: Span; within: Context } => {
  const outer = around(wish);
  const span = tracer.startSpan(name, { kind: kinds[wish.part ?? 'internal'], attributes: wish.attributes }, outer);
  return { span, within: trace.setSpan(outer, span) };
};

/** Runs `work` inside a span, which ends with it. Of an error it keeps the name: messages may quote what people wrote. */
export const spanned = async <T>(name: string, wish: SpanWish, work: (span: Span) => Promise<T>): Promise<T> => {
  const { span, within } = beginSpan(name, wish);
  try {
    return await context.with(within, () => work(span));
  } catch (error) {
    span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : typeof error });
    throw error;
  } finally {
    span.end();
  }
};

/** Runs `work` as part of the trace that a `traceparent` names. */
export const inTraceOf = <T>(traceparent: unknown, work: () => T): T => context.with(contextOf(traceparent), work);

/** The `traceparent` of what runs now, to be handed on; null while nothing is traced. */
export const traceparent = (): string | null => {
  const carrier: { traceparent?: string } = {};
  propagation.inject(context.active(), carrier);
  return carrier.traceparent ?? null;
};

/** The id of the trace that runs now, for log lines. */
export const traceId = (): string | undefined => trace.getSpanContext(context.active())?.traceId;
