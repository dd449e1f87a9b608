const minute = 60;
const hour = 3_600;

/** A waiting time as a person says it, rather too long than too short: `a moment`, `14 minutes`, `an hour`. */
export function waitWords(seconds: number | null): string {
  if (seconds === null) return 'a while';
  if (seconds <= 10) return 'a moment';
  if (seconds <= minute) return 'a minute';
  if (seconds < hour) return `${Math.ceil(seconds / minute)} minutes`;
  const hours = Math.ceil(seconds / hour);
  return hours === 1 ? 'an hour' : `${hours} hours`;
}
