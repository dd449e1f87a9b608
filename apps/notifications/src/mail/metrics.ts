import { Counter, Gauge } from 'prom-client';

const attempts = new Counter({
  name: 'porchlight_mail_attempts_total',
  help: 'Attempts to send a mail, by kind and outcome',
  labelNames: ['kind', 'outcome'],
});

export const mailsWaiting = new Gauge({
  name: 'porchlight_mails_waiting',
  help: 'Mails that are not sent and not given up',
});
export const mailsOverdue = new Gauge({
  name: 'porchlight_mails_overdue_seconds',
  help: 'For how long the mail has been due that nobody tried for longest',
});

export const countMail = (kind: string, outcome: 'sent' | 'skipped' | 'postponed' | 'failed'): void => {
  attempts.inc({ kind, outcome });
};
