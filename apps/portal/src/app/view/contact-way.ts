import type { PortalViewV1 } from '@porchlight/contracts';

export type Company = PortalViewV1['company'];

/** `tel:` with what can be dialled only. */
export const callAddress = (phone: string): string => `tel:${phone.replace(/[^\d+]/g, '')}`;

/** `mailto:` with an optional subject. */
export const writeAddress = (email: string, subject?: string): string =>
  `mailto:${encodeURIComponent(email).replace('%40', '@')}${subject ? `?subject=${encodeURIComponent(subject)}` : ''}`;

/** The one way that suits the device: a phone calls, a desk writes; the other where a company gave only that. */
export function bestWay({ phone, email }: Company['contact'], onPhone: boolean): 'call' | 'write' | null {
  if (phone && (onPhone || !email)) return 'call';
  return email ? 'write' : null;
}
