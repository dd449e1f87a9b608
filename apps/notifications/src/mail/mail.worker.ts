import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import type { OnModuleDestroy } from '@nestjs/common';
import { Log } from '@porchlight/platform';
import type { Job } from 'bullmq';
import { setTimeout } from 'node:timers/promises';
import { MAIL_QUEUE, mailJobSchema } from './mail.queue';
import { MailSender } from './mail.sender';

const patienceMs = 5_000;

/** Takes jobs off the queue; each keeps a database connection while its mail is sent, so there are few at a time. */
@Processor(MAIL_QUEUE, { concurrency: 3 })
export class MailWorker extends WorkerHost implements OnModuleDestroy {
  constructor(
    private readonly sender: MailSender,
    private readonly log: Log,
  ) {
    super();
  }

  override async process(job: Job): Promise<void> {
    const { mailId } = mailJobSchema.parse(job.data);
    await this.sender.deliver(mailId);
  }

  @OnWorkerEvent('error')
  queueFailed(error: Error): void {
    this.log.warn({ err: error }, 'the mail queue does not answer');
  }

  @OnWorkerEvent('failed')
  jobFailed(job: Job | undefined, error: Error): void {
    this.log.warn({ jobId: job?.id, err: error }, 'a mail job broke off; the sweep will bring it back');
  }

  /** Lets what is being sent be sent, before bus and database close. */
  async onModuleDestroy(): Promise<void> {
    await Promise.race([this.worker.close(), setTimeout(patienceMs, undefined, { ref: false })]);
  }
}
