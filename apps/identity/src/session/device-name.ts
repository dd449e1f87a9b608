/** What a session list shows of the device: the browser's own words, as far as they fit. */
export const deviceName = (userAgent: string | undefined): string => userAgent?.slice(0, 200) || 'unknown';
