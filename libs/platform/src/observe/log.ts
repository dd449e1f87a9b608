import { Injectable, type LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';
import { traceId } from '../telemetry/spans';
import { correlationId } from './correlation';
import { errorFields } from './error-fields';

/**
 * JSON lines on standard output: ids and outcomes, never payloads, tokens or query strings.
 * Also serves as Nest's own logger, whose boot chatter is kept to warnings.
 */
@Injectable()
export class Log implements LoggerService {
  private readonly pino: Logger;

  constructor(service: string, level: string) {
    this.pino = pino({
      level,
      base: { service },
      mixin: () => ({ correlationId: correlationId(), traceId: traceId() }),
      serializers: { err: errorFields },
    });
  }

  info(fields: object, message: string): void {
    this.pino.info(fields, message);
  }
  log(message: unknown, context?: unknown): void {
    this.pino.debug({ context }, String(message));
  }
  warn(fields: unknown, message?: unknown): void {
    this.pino.warn(...asFields(fields, message));
  }
  error(fields: unknown, message?: unknown, context?: unknown): void {
    // Nest calls error(message, stack, context); everyone else error(fields, message).
    if (typeof fields === 'string') this.pino.error({ stack: message, context }, fields);
    else this.pino.error(...asFields(fields, message));
  }
  fatal(fields: unknown, message?: unknown): void {
    this.pino.fatal(...asFields(fields, message));
  }
}

const asFields = (fields: unknown, message: unknown): [object, string] =>
  typeof fields === 'object' && fields !== null
    ? [fields, String(message ?? '')]
    : [{ context: message }, String(fields)];
