import { Counter } from 'prom-client';

const attempts = new Counter({
  name: 'porchlight_mail_attempts_total',
  help: 'Attempts to send a mail, by kind and outcome',
  labelNames: ['kind', 'outcome'],
});

export const countMail = (kind: string, outcome: 'sent' | 'skipped' | 'postponed' | 'failed'): void => {
  attempts.inc({ kind, outcome });
};
