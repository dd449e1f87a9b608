/** The NATS header that carries a question's correlation id. */
export const correlationHeader = 'x-correlation-id';
