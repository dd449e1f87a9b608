/** What a text is called in the trail: its first line, cut to 80 characters. */
export const firstLine = (text: string): string => (text.split('\n', 1)[0] ?? '').slice(0, 80);
