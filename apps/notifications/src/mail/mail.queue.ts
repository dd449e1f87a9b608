import { InjectQueue } from '@nestjs/bullmq';
import { Injectable } from '@nestjs/common';
import { Log } from '@porchlight/platform';
import type { Queue } from 'bullmq';
import { z } from 'zod';

export const MAIL_QUEUE = 'mail';

/** All that a job says; Redis never holds more of a mail. */
export const mailJobSchema = z.strictObject({ mailId: z.uuid() });

/** Tells the workers when to look at which row. What is lost here, the sweep puts back. */
@Injectable()
export class MailQueue {
  private readonly underway = new Set<string>();

  constructor(
    @InjectQueue(MAIL_QUEUE) private readonly queue: Queue,
    private readonly log: Log,
  ) {
    queue.on('error', (error) => this.log.warn({ err: error }, 'the mail queue does not answer'));
  }

  /**
   * Does not wait for Redis, and so neither hangs nor fails while it is away: a job goes in when it is back, each mail
   * at most once at a time.
   */
  put(mailId: string, delayMs = 0): void {
    if (this.underway.has(mailId)) return;
    this.underway.add(mailId);
    this.queue
      .add('send', { mailId }, { delay: delayMs, removeOnComplete: true, removeOnFail: true })
      .catch((error: unknown) => this.log.warn({ mailId, err: error }, 'a mail was not queued; the sweep tries again'))
      .finally(() => this.underway.delete(mailId));
  }
}
