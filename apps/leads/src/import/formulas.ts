/** What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection), also in full width. */
const formula = /^'*[=+\-@\t\r＝＋－＠]/;

/** The same text, but no spreadsheet calculates with it. */
export const disarmed = (text: string): string => (formula.test(text) ? `'${text}` : text);

/** What was disarmed, as it was. */
export const rearmed = (text: string): string => (text.startsWith("'") && formula.test(text) ? text.slice(1) : text);
