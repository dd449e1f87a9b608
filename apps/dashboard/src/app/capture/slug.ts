/** The last part of an address as typed, as the wire has it. */
export const slugOf = (typed: string): string => typed.trim().toLowerCase();

/** What is wrong with it, or null; says the same as `slugSchema` of the contracts (slug.spec.ts). */
export function faultOfSlug(typed: string): string | null {
  const slug = slugOf(typed);
  if (slug.length < 3) return 'Use at least 3 characters';
  if (slug.length > 60) return 'Use at most 60 characters';
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)
    ? null
    : 'Use letters, digits and single hyphens between them, such as alder-and-sons';
}
