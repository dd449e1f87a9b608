import type { Invitation } from '@porchlight/contracts';

/** Whether somebody may still come by it: as it is, or once it is sent anew. */
export const isWaiting = ({ status }: Pick<Invitation, 'status'>): boolean =>
  status === 'pending' || status === 'expired';
