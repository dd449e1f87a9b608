/** A title to begin with for a document, from what it was called: `kitchen_plan-v2.pdf` → `Kitchen plan v2`. */
export function titleFromName(name: string): string {
  const words = name
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replace(/[_+]+/g, ' ')
    // Hyphens in dates and numbers mean something.
    .replace(/(?<!\d)-|-(?!\d)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 120)
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
