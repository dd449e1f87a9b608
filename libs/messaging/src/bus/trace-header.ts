/** The NATS header that carries the trace of a question or a hint (W3C Trace Context). Events carry it in their envelope. */
export const traceHeader = 'traceparent';
