/** A colour as typed (`#1F4E46`, `1f4e46`, `#abc`) as the wire has it: `#1f4e46`. Null when it is none. */
export function hexOf(typed: string): string | null {
  const digits = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(typed.trim())?.[1]?.toLowerCase();
  if (!digits) return null;
  return `#${digits.length === 3 ? digits.replace(/./g, '$&$&') : digits}`;
}
