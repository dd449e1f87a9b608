import { describe, expect, it } from '@jest/globals';
import { collectDefaultMetrics, register } from 'prom-client';
import '../../../apps/notifications/src/mail/metrics';
import '../../../apps/portal-gateway/src/live/metrics';
import '../../../libs/messaging/src/metrics';
import '../../../libs/platform/src/observe/request-metrics';
import '../../admin/backup/metrics';
import { readMonitoring } from './files';
import { knownMetrics } from './known-metrics';
import { monitoringFaults, type Monitoring } from './monitoring-faults';

collectDefaultMetrics();
const known = knownMetrics(register);
const real = readMonitoring();

const planted = (where: keyof Monitoring, from: string, to: string): string[] => {
  const changed = real[where].replaceAll(from, to);
  if (changed === real[where]) throw new Error(`there is no ${from} to change`);
  return monitoringFaults({ ...real, [where]: changed }, known);
};

describe('what watches an installation', () => {
  it('has no faults', () => {
    expect(monitoringFaults(real, known)).toEqual([]);
  });

  it.each<[string, keyof Monitoring, string, string, string]>([
    [
      'an alert on a metric that nobody tells',
      'rules',
      'porchlight_outbox_age_seconds',
      'porchlight_outbox_age',
      'alert OutboxHeldUp reads porchlight_outbox_age, which nobody tells',
    ],
    [
      'a misspelt label',
      'rules',
      '{outcome="sent"}',
      '{outcomes="sent"}',
      'alert MailsRefused names a label outcomes, which nothing there has',
    ],
    ['a broken expression', 'rules', '> 1000', '> > 1000', 'alert ConsumerBehind is no PromQL'],
    [
      'an alert that only stands for the one machine',
      'rules',
      '> 1000',
      '> 999',
      'the rules of the cluster are others',
    ],
    [
      'a chart of a metric that nobody tells',
      'dashboard',
      'porchlight_viewers',
      'porchlight_screens',
      'chart "Open screens" reads porchlight_screens, which nobody tells',
    ],
    ['a missing entry', 'runbook', '## DeadLetters', '## DeadLetter', 'alert DeadLetters has no entry in the runbook'],
    [
      'an entry for no alert',
      'runbook',
      '## DeadLetters',
      '## DeadLetter',
      'the runbook knows an alert DeadLetter that is none',
    ],
    [
      'an alert that is not tested',
      'tests',
      'alertname: NatsAway',
      'alertname: Nats',
      'alert NatsAway is not tested to speak and to keep silent',
    ],
  ])('shows %s', (_, where, from, to, fault) => {
    expect(planted(where, from, to)).toContain(fault);
  });
});
