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
  constructor(
    @InjectQueue(MAIL_QUEUE) private readonly queue: Queue,
    private readonly log: Log,
  ) {
    queue.on('error', (error) => this.log.warn({ err: error }, 'the mail queue does not answer'));
  }

  /** Does not fail while Redis is away. */
  async put(mailId: string, delayMs = 0): Promise<void> {
    try {
      await this.queue.add('send', { mailId }, { delay: delayMs, removeOnComplete: true, removeOnFail: true });
    } catch (error) {
      this.log.warn({ mailId, err: error }, 'a mail could not be queued; the sweep will try again');
    }
  }
}
