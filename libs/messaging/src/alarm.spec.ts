import { expect, it } from '@jest/globals';
import { Alarm } from './alarm';

it('wakes everyone who sleeps, and nobody who falls asleep later', async () => {
  const alarm = new Alarm();
  const sleepers = [alarm.sleep(60_000), alarm.sleep(60_000)];
  alarm.ring();
  await Promise.all(sleepers);
  const later = alarm.sleep(50).then(() => 'slept');
  expect(await Promise.race([later, Promise.resolve('woken')])).toBe('woken');
  expect(await later).toBe('slept');
});
