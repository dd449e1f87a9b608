import { Counter, Gauge, Histogram } from 'prom-client';

/** What operators watch of the live screens. */
export const metrics = {
  viewers: new Gauge({ name: 'porchlight_viewers', help: 'Screens open, or about to be, on this replica' }),
  frames: new Counter({ name: 'porchlight_frames_total', help: 'Views handed to screens' }),
  pushed: new Histogram({
    name: 'porchlight_push_seconds',
    help: 'Time from the acceptance of a change to its view being handed to the screens of this replica',
    buckets: [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
  }),
  leaseHeld: new Gauge({ name: 'porchlight_lease_held', help: '1 while this replica may push' }),
  closings: new Counter({
    name: 'porchlight_closings_total',
    help: 'Screens closed by us, by reason',
    labelNames: ['reason'],
  }),
};
