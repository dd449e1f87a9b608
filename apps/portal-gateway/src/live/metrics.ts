import { Counter, Gauge } from 'prom-client';

/** What operators watch of the live screens. */
export const metrics = {
  viewers: new Gauge({ name: 'porchlight_viewers', help: 'Screens open, or about to be, on this replica' }),
  frames: new Counter({ name: 'porchlight_frames_total', help: 'Views handed to screens' }),
  closings: new Counter({
    name: 'porchlight_closings_total',
    help: 'Screens closed by us, by reason',
    labelNames: ['reason'],
  }),
};
